import type { Assumption } from '#engine/availability/assumptions';
import type { Availability, Effect, SubjectAvailability } from '#engine/availability/availability';
import { messagesIn } from '#engine/availability/languages';
import { Button } from '../../components/Button';
import { NumberField } from '../../components/NumberField';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './Availability.module.css';
import { assume } from './assume';
import { useAvailabilityT } from './useAvailabilityT';

interface AssumptionsTableProps {
  readonly availability: Availability;
  /** Whose effects are shown: `subjectKey`. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

function subjectKey({ kind, id }: SubjectAvailability): string {
  return id === null ? kind : `${kind} ${id}`;
}

/** What the figures rest on, each to be changed here, and what it would mean if its downtime were half or twice as long. */
export function AssumptionsTable({ availability: { assumptions, subjects }, chosen, onChoose }: AssumptionsTableProps) {
  const say = useAvailabilityT();
  const words = messagesIn(useSession((session) => session.language));
  const subject = subjects.find((each) => subjectKey(each) === chosen) ?? subjects.at(-1);
  const changed = assumptions.filter((assumption) => assumption.value !== assumption.default);
  if (subject === undefined) return null;
  const readings = [words.readings.atOnce.name, words.readings.settled.name];
  return (
    <section aria-label={words.assumptions}>
      <div className={styles.bar}>
        <h4 className={styles.title}>{words.assumptions}</h4>
        <Select label={say('availability.effectsOf')} choices={subjects.map((each) => ({ id: subjectKey(each), label: words.kinds[each.kind](shortName(each.name)) }))} value={subjectKey(subject)} onChange={onChoose} />
        {changed.length > 0 && (
          <Button look="quiet" onPress={() => assume(changed.map((assumption) => [assumption, assumption.default]), say('availability.reset'))}>
            {say('availability.reset')}
          </Button>
        )}
        <p className={styles.hint}>{say('availability.effectHint')}</p>
      </div>
      <table className={table.table}>
        <thead>
          <tr className={styles.heads}>
            <th scope="col">{words.assumptions}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.source}</th>
            {readings.flatMap((reading) =>
              [words.halved, words.doubled].map((times) => (
                <th key={`${reading} ${times}`} scope="col" className={table.number}>
                  {reading}: {times}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {assumptions.map((assumption) => (
            <AssumptionRow key={assumption.name} assumption={assumption} subject={subject} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AssumptionRow({ assumption, subject }: { readonly assumption: Assumption; readonly subject: SubjectAvailability }) {
  const say = useAvailabilityT();
  const words = messagesIn(useSession((session) => session.language));
  const format = useFormat();
  const shown = useDocument((state) => state.design.settings.availability[assumption.name]) ?? assumption.default;
  const { name, default: usual, certainty, source, read } = assumption;
  const text = words.assumption[name];
  return (
    <tr>
      <th scope="row" className={styles.heads}>
        {text}
        <div className={table.quiet}>{words.meaning[name]}</div>
      </th>
      <td className={styles.value}>
        <NumberField
          label={say('availability.upPercent', { name: text })}
          isLabelHidden
          value={inPercent(shown)}
          min={0}
          max={100}
          digits={6}
          unit="%"
          onChange={(value) => assume([[assumption, value === undefined ? usual : Math.round(value * 1e6) / 1e8]], text)}
        />
        {shown !== usual && (
          <div className={table.quiet}>
            {words.default} {format.unit(inPercent(usual), '%', 6)}
          </div>
        )}
      </td>
      <td>
        <a href={source} target="_blank" rel="noreferrer">
          {words.certainty[certainty](read ?? '')}
        </a>
      </td>
      {[subject.atOnce, subject.settled].flatMap(({ effects }, i) => {
        const effect = effects.find((each) => each.assumption === name);
        return (['halved', 'doubled'] as const).map((times) => (
          <td key={`${i} ${times}`} className={table.number}>
            <Change effect={effect} times={times} />
          </td>
        ));
      })}
    </tr>
  );
}

function Change({ effect, times }: { readonly effect: Effect | undefined; readonly times: 'halved' | 'doubled' }) {
  const format = useFormat();
  const change = effect?.[times] ?? 0;
  return format.delta(change, (minutes) => format.number(minutes, minutes < 100 ? 1 : 0)) || '0';
}

/** Without the noise of binary fractions. */
function inPercent(share: number): number {
  return Math.round(share * 1e8) / 1e6;
}
