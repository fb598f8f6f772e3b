import type { Scaling, ScaleUpLoop } from '#engine/evaluation';
import { useT } from '../../i18n/translate';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './ScalingPanel.module.css';

/** What an autoscaler decided, loop by loop, and what came of it. */
export function ScaleUpSection({ scaling }: { readonly scaling: Scaling }) {
  const t = useT();
  const { autoscaler, wrongZoneAttempts } = scaling;
  if (autoscaler === null) return <p className={styles.note}>{t('scaling.noAutoscaler')}</p>;
  return (
    <section className={styles.section} aria-label={t('scaling.autoscaler')}>
      <h3>{t('scaling.autoscaler')}</h3>
      {autoscaler.loops.length === 0 && <p>{t('scaling.quiet')}</p>}
      {wrongZoneAttempts > 0 && (
        <p>
          <Mark tone="warn">{t('scaling.wrongZones', { count: wrongZoneAttempts })}</Mark>
        </p>
      )}
      <ol className={styles.loops}>
        {autoscaler.loops.map((loop, index) => ({ loop, number: index + 1 })).map(({ loop, number }) => (
          <li key={number}>
            <Loop loop={loop} number={number} />
          </li>
        ))}
      </ol>
      {autoscaler.nodes.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('scaling.node')}</th>
              <th scope="col">{t('scaling.group')}</th>
              <th scope="col">{t('scaling.zone')}</th>
              <th scope="col">{t('scaling.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {autoscaler.nodes.map(({ node, group, zone, isWrongZone }) => (
              <tr key={node}>
                <th scope="row">
                  <EntityChip id={`node:${node}`} text={node} />
                </th>
                <td>{group === null ? 'Karpenter' : <EntityChip id={group} />}</td>
                <td>{zone}</td>
                <td>
                  <Mark tone={isWrongZone ? 'warn' : 'ok'}>{t(isWrongZone ? 'scaling.wrongZone' : 'scaling.helps')}</Mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Loop({ loop, number }: { readonly loop: ScaleUpLoop; readonly number: number }) {
  const t = useT();
  const ordered = Object.entries(loop.ordered).map(([group, count]) => t('scaling.ordered', { group, count }));
  return (
    <>
      <strong>{t('scaling.loop', { number })}</strong>: {ordered.length === 0 ? t('scaling.orderedNone') : ordered.join(', ')}
      <ul className={styles.reasons}>
        {loop.error !== null && (
          <li>
            <Mark tone="bad">{loop.error}</Mark>
          </li>
        )}
        {Object.entries(loop.skipped).map(([group, reason]) => (
          <li key={group}>{t('scaling.skipped', { group, reason })}</li>
        ))}
        {Object.entries(loop.unhelped).map(([pod, groups]) => (
          <li key={pod}>
            {t('scaling.unhelped', { pod })}
            <ul>
              {Object.entries(groups).map(([group, reasons]) => (
                <li key={group}>
                  {group}: <code lang="en">{reasons.join(', ')}</code>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
