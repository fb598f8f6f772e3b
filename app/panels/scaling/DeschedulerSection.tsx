import type { Descheduler } from '#engine/evaluation';
import { Switch } from '../../components/Switch';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import { usePages } from '../shared/usePages';
import styles from './ScalingPanel.module.css';
import { usePossibleEvictions } from './usePossibleEvictions';

/** Where pods were before the descheduler and where they are after it; the board can show both. */
export function DeschedulerSection({ descheduler }: { readonly descheduler: Descheduler }) {
  const t = useT();
  const isBefore = useEvaluation((state) => state.isBeforeDescheduler);
  const showBefore = useEvaluation((state) => state.showBeforeDescheduler);
  const { shown, more } = usePages(descheduler.moves);
  const { evicted, cycles, isEndless } = descheduler;
  const possible = usePossibleEvictions();
  return (
    <section className={styles.section} aria-label={t('scaling.descheduler')}>
      <h3>{t('scaling.descheduler')}</h3>
      <p>{evicted.length === 0 ? t('scaling.rests') : t('scaling.evicted', { pods: t('scaling.pods', { count: evicted.length }), cycles: t('scaling.cycles', { count: cycles }) })}</p>
      {possible !== null && !possible.stable && (
        <p>{t('scaling.anyOrder', { count: possible.counts.join('–'), candidates: possible.candidates.length })}</p>
      )}
      {isEndless && (
        <p>
          <Mark tone="warn">{t('scaling.endless')}</Mark>
        </p>
      )}
      {evicted.length > 0 && (
        <>
          <Switch label={t('scaling.showBefore')} isOn={isBefore} onChange={showBefore} help={isBefore ? t('scaling.showingBefore') : ''} />
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('scaling.pod')}</th>
                <th scope="col">{t('scaling.from')}</th>
                <th scope="col">{t('scaling.to')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ pod, from, to }) => (
                <tr key={pod}>
                  <th scope="row">
                    <EntityChip id={`pod:${pod}`} text={pod} />
                  </th>
                  <td>{from ?? t('scaling.nowhere')}</td>
                  <td>{to ?? t('scaling.nowhere')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
    </section>
  );
}
