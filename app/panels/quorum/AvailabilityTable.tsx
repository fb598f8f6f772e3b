import type { Figure, Share, SubjectAvailability } from '#engine/availability/availability';
import { messagesIn } from '#engine/availability/languages';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { nameOfId } from '../shared/entityName';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './Availability.module.css';
import { useAvailabilityT } from './useAvailabilityT';

const readings = ['atOnce', 'settled'] as const;

/** Of a long list the first few are named. */
const named = 6;

/** What is up how often, in both readings; a workload with dependencies also as if these never failed. */
export function AvailabilityTable({ subjects }: { readonly subjects: readonly SubjectAvailability[] }) {
  const say = useAvailabilityT();
  const words = messagesIn(useSession((session) => session.language));
  return (
    <table className={table.table} aria-label={say('availability.table')}>
      <thead>
        <tr className={styles.heads}>
          <th scope="col">{words.what}</th>
          <th scope="col" className={table.number}>
            {words.pods}
          </th>
          {readings.map((reading) => (
            <Heads key={reading} name={words.readings[reading].name} minutes={words.minutes} hangsOn={words.hangsOn} />
          ))}
        </tr>
      </thead>
      {subjects.map((subject) => (
        <Rows key={`${subject.kind} ${subject.id}`} subject={subject} />
      ))}
    </table>
  );
}

function Heads({ name, minutes, hangsOn }: { readonly name: string; readonly minutes: string; readonly hangsOn: string }) {
  return (
    <>
      <th scope="col" className={table.number}>
        {name}
      </th>
      <th scope="col" className={table.number} aria-label={`${name}: ${minutes}`}>
        {minutes}
      </th>
      <th scope="col" aria-label={`${name}: ${hangsOn}`}>
        {hangsOn}
      </th>
    </>
  );
}

function Rows({ subject: { kind, name, pods, dependsOn, alone, ...figures } }: { readonly subject: SubjectAvailability }) {
  const say = useAvailabilityT();
  const words = messagesIn(useSession((session) => session.language));
  const design = useDocument((state) => state.design);
  const names = dependsOn.slice(0, named).map((id) => nameOfId(design, id));
  const more = dependsOn.length - names.length;
  return (
    <tbody {...(kind === 'whole' ? { className: styles.whole } : {})}>
      <tr>
        <th scope="row" title={name}>
          {words.kinds[kind](shortName(name))}
          {names.length > 0 && <div className={table.quiet}>{say('availability.dependsOn', { names: [names.join(', '), ...(more > 0 ? [words.more(more)] : [])].join(' ') })}</div>}
        </th>
        <td className={table.number}>{pods === null ? '' : `${pods.needed}/${pods.running}`}</td>
        {readings.map((reading) => (
          <Cells key={reading} share={figures[reading]} hangsOn={figures[reading].hangsOn} />
        ))}
      </tr>
      {alone !== null && (
        <tr className={table.quiet}>
          <th scope="row" colSpan={2} className={styles.alone}>
            {say('availability.alone')}
          </th>
          {readings.map((reading) => (
            <Cells key={reading} share={alone[reading]} hangsOn={null} />
          ))}
        </tr>
      )}
    </tbody>
  );
}

function Cells({ share: { availability, atMost, minutesDown }, hangsOn }: { readonly share: Share; readonly hangsOn: Figure['hangsOn'] }) {
  const words = messagesIn(useSession((session) => session.language));
  const format = useFormat();
  const share = format.availability(availability);
  const minutes = format.number(minutesDown, minutesDown < 100 ? 1 : 0);
  return (
    <>
      <td className={table.number}>{atMost === null ? share : words.atLeast(share)}</td>
      <td className={table.number}>{atMost === null ? minutes : words.atMost(minutes)}</td>
      <td>{hangsOn === null ? '' : words.assumption[hangsOn]}</td>
    </>
  );
}
