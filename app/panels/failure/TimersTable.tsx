import type { TimelineView } from '#engine/timeline/timelineView';
import { Button } from '../../components/Button';
import { Disclosure } from '../../components/Disclosure';
import { NumberField } from '../../components/NumberField';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useTimeline } from '../../stores/timeline';
import { setTimers } from '../../worker/narrating';
import table from '../shared/table.module.css';
import styles from './Timeline.module.css';

/** The delays that the timeline is made of, each with its default and its source; they can be changed. */
export function TimersTable({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const format = useFormat();
  const timers = useTimeline((state) => state.timers);
  const changed = Object.keys(timers).length;
  return (
    <Disclosure
      title={t('timeline.timers')}
      summary={changed === 0 ? undefined : t('timeline.timersSummary', { count: changed })}
      actions={
        changed > 0 && (
          <Button look="quiet" onPress={() => setTimers({})}>
            {t('timeline.reset')}
          </Button>
        )
      }
    >
      <p className={styles.summary}>{t('timeline.latest')}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('timeline.timer')}</th>
            <th scope="col">{t('timeline.value')}</th>
            <th scope="col" className={table.number}>
              {t('timeline.default')}
            </th>
            <th scope="col">{t('timeline.source')}</th>
          </tr>
        </thead>
        <tbody>
          {view.timers.map((timer) => (
            <tr key={timer.name}>
              <th scope="row">{timer.text}</th>
              <td>
                <NumberField
                  label={timer.text}
                  isLabelHidden
                  value={timer.value}
                  min={0}
                  digits={3}
                  unit={timer.unit}
                  onChange={(value) => {
                    const { [timer.name]: _, ...others } = timers;
                    setTimers(value === undefined || value === timer.default ? others : { ...others, [timer.name]: value });
                  }}
                />
              </td>
              <td className={table.number}>
                {format.unit(timer.default, timer.unit, 3)}
                {timer.changed !== null && <div className={table.quiet}>{t('timeline.changedIn', { before: format.unit(timer.changed.before, timer.unit, 3), version: timer.changed.version })}</div>}
              </td>
              <td>
                <a href={timer.source} target="_blank" rel="noreferrer">
                  {t(`timeline.certainty.${timer.certainty}`)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
