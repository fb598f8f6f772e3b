import type { GroupReturn } from '#engine/failure/zoneReturn';
import { useFormat } from '../../i18n/format';
import { useDocument } from '../../stores/document';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './FailurePanel.module.css';
import { useFailuresT } from './useFailuresT';

/** Group by group: what is launched where without the zone and once it is back, and which pods AZRebalance cuts off for it. */
export function ReturnTable({ groups }: { readonly groups: readonly GroupReturn[] }) {
  const say = useFailuresT();
  const format = useFormat();
  const region = useDocument((state) => state.design.settings.region);
  // By letter, as zones are headed on the board: five full names would not fit side by side.
  const counts = (perZone: Readonly<Record<string, number>>) =>
    Object.entries(perZone)
      .map(([zone, count]) => `${zone.slice(region.length)}\u00a0${format.number(count)}`)
      .join(', ') || '–';
  const cutsOff = groups.some(({ terminations }) => terminations.length > 0);
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say('headroom.group')}</th>
            {(['failed', 'instead', 'away', 'launches', 'terminates', 'cutOff', 'back'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`return.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, minimum, lowest, failed, replacements, retried, shortOfMinimum, before, after, launches, terminations, imbalance, maxExceededBy }) => (
            <tr key={group}>
              <th scope="row">
                <EntityChip id={group} />
              </th>
              <td>
                {counts(failed)}
                {retried > 0 && (
                  <div>
                    <Mark tone="warn">{say('return.retried', { count: retried })}</Mark>
                  </div>
                )}
              </td>
              <td>{counts(replacements)}</td>
              <td>
                {counts(before)}
                <div className={table.quiet}>{say('return.fewest', { count: lowest, minimum })}</div>
                {shortOfMinimum > 0 && (
                  <div>
                    <Mark tone="bad">{say('return.short', { count: shortOfMinimum })}</Mark>
                  </div>
                )}
              </td>
              <td>
                {counts(launches)}
                {maxExceededBy > 0 && <div className={table.quiet}>{say('return.exceeds', { count: maxExceededBy })}</div>}
              </td>
              <td>{terminations.length === 0 ? '–' : <Chips kind="node" names={terminations.map(({ node }) => node)} />}</td>
              <td>{terminations.every(({ pods }) => pods.length === 0) ? '–' : <Chips kind="pod" names={terminations.flatMap(({ pods }) => pods)} />}</td>
              <td>
                {counts(after)}
                {imbalance > 1 && (
                  <div>
                    <Mark tone="warn">{say('return.suspended', { count: imbalance })}</Mark>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.said}>
        {[
          ...(cutsOff ? [say('return.cutOffHint')] : []),
          ...(groups.some(({ evictsFirst, terminations }) => evictsFirst && terminations.length > 0) ? [say('return.evicted')] : []),
          say('return.stay'),
        ].join(' ')}
      </p>
    </>
  );
}

function Chips({ kind, names }: { readonly kind: 'node' | 'pod'; readonly names: readonly string[] }) {
  return (
    <span className={styles.chips}>
      {names.map((name) => (
        <EntityChip key={name} id={`${kind}:${name}`} text={name} />
      ))}
    </span>
  );
}
