import type { Displaced } from '#engine/failure/noCapacity';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import { usePages } from '../shared/usePages';
import styles from './NoCapacity.module.css';
import { useFailuresT } from './useFailuresT';

/** The pods that died: where each runs now, or why it waits in Kubernetes' own words. Those that wait first. */
export function DisplacedPods({ pods }: { readonly pods: readonly Displaced[] }) {
  const say = useFailuresT();
  const { shown, more } = usePages(pods.toSorted((a, b) => Number(a.to !== null) - Number(b.to !== null)));
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            {(['pod', 'from', 'to'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`noCapacity.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ pod, from, to, message }) => (
            <tr key={pod}>
              <th scope="row" title={pod}>
                <EntityChip id={`pod:${pod}`} text={shortName(pod)} />
              </th>
              <td className={styles.node}>{from}</td>
              <td className={table.wrap}>
                {to ?? (
                  <>
                    <Mark tone="warn">{say(message === null ? 'noCapacity.gone' : 'noCapacity.pending')}</Mark> {message !== null && <code lang="en">{message}</code>}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
