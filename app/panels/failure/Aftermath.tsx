import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import styles from './Aftermath.module.css';

/** What the failure on the board led to, once everything has settled. */
export function Aftermath() {
  const t = useT();
  const format = useFormat();
  const aftermath = useEvaluation((state) => state.aftermath);
  if (aftermath === null) return null;
  const isEnd = !('at' in aftermath);
  const moved = aftermath.pods.filter((pod) => pod.fate === 'moved');
  const lost = aftermath.pods.filter((pod) => pod.fate === 'lost');
  return (
    <section className={styles.aftermath} aria-label={t('failure.aftermath')}>
      <h3>{t(isEnd ? 'failure.aftermathOf' : 'failure.momentOf', { names: [...aftermath.zones, ...aftermath.nodes].join(' + ') })}</h3>
      <ul className={styles.facts}>
        <li>
          <Mark tone={aftermath.keepsQuorum ? 'ok' : 'bad'}>{t(aftermath.keepsQuorum ? 'failure.quorumKept' : 'failure.quorumLost')}</Mark>
        </li>
        <li>{t('failure.podsLost', { count: aftermath.podsLost })}</li>
        {/* Before the end, what has become of the pods is beside the scrubber. */}
        {isEnd && <li>{t('failure.podsMoved', { count: moved.length })}</li>}
        {isEnd && lost.length > 0 && <li>{t('failure.podsGone', { count: lost.length })}</li>}
        <li>{t('failure.capacityLeft', { cpu: format.cpu(aftermath.capacity.cpuLeft), memory: format.memory(aftermath.capacity.memoryLeft) })}</li>
        {aftermath.newNodes.length > 0 && (
          <li>
            {t('failure.newNodes', { count: aftermath.newNodes.length })}
            {aftermath.newNodes.some((node) => !node.joined) && ` ${t('failure.notJoined')}`}
          </li>
        )}
      </ul>
      {aftermath.pending.length > 0 && (
        <ul className={styles.pending}>
          {aftermath.pending.map(({ pod, message }) => (
            <li key={pod}>
              <EntityChip id={`pod:${pod}`} text={pod} /> <code lang="en">{message}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
