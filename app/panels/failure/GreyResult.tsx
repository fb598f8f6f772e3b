import { REQUEST_TIMEOUT_SECONDS } from '#engine/greyFailure/assumptions';
import type { GreyFailure } from '#engine/greyFailure/greyFailure';
import { messagesIn } from '#engine/greyFailure/languages';
import { useFormat } from '../../i18n/format';
import { useSession } from '../../stores/session';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import styles from './Grey.module.css';
import { Observers } from './Observers';
import { useGreyT } from './useGreyT';

const outlierTones = { ejects: 'warn', 'too-few-endpoints': 'bad', never: 'bad' } as const;

/** Whom a grey failure meets, what notices it and when, and what that rests on. */
export function GreyResult({ grey: { trouble, services, stores, observers, outlierDetection } }: { readonly grey: GreyFailure }) {
  const say = useGreyT();
  const words = messagesIn(useSession((session) => session.language));
  const format = useFormat();
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr className={styles.heads}>
            <th scope="col">{words.service}</th>
            {(['touching', 'failing', 'delayed', 'addedLatency'] as const).map((column) => (
              <th key={column} scope="col" className={table.number}>
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map(({ name, touching, failing, delayed, addedLatencyMs, hops }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {shortName(name)}
              </th>
              <td className={table.number}>
                {format.percent(touching)}
                <div className={table.quiet}>{hops.map(({ kind, touching: share }) => `${kind} ${format.percent(share)}`).join(', ')}</div>
              </td>
              <td className={table.number}>{format.percent(failing)}</td>
              <td className={table.number}>{format.percent(delayed)}</td>
              <td className={table.number}>{format.unit(addedLatencyMs, 'ms', 1)}</td>
            </tr>
          ))}
          {stores.map(({ link, to, touching, failing, delayed }) => (
            <tr key={link}>
              <th scope="row">
                <EntityChip id={link} />
              </th>
              <td className={table.number} title={to}>
                {format.percent(touching)}
              </td>
              <td className={table.number}>{format.percent(failing)}</td>
              <td className={table.number}>{format.percent(delayed)}</td>
              <td className={table.number}>–</td>
            </tr>
          ))}
        </tbody>
      </table>
      {services.length === 0 && <p>{say('grey.noServices')}</p>}
      <Observers observers={observers} />
      {outlierDetection.length > 0 && (
        <section aria-label={words.outlier.title}>
          <h4 className={styles.title}>{words.outlier.title}</h4>
          <ul>
            {outlierDetection.map((outlier) => (
              <li key={outlier.name}>
                {shortName(outlier.name)}{' '}
                <Mark tone={outlierTones[outlier.notices]}>
                  {words.outlier[outlier.notices]({ ...outlier, requests: outlier.requestsUntilEjected === null ? words.never : format.number(outlier.requestsUntilEjected) })}
                </Mark>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{words.assumed(trouble.requestTimeoutSeconds ?? REQUEST_TIMEOUT_SECONDS)}</p>
    </>
  );
}
