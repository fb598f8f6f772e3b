import { evennessOf } from '#engine/routing/evenness';
import type { ServiceTraffic } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { Lorenz } from './Lorenz';
import { Shares } from './Shares';
import styles from './PodShares.module.css';
import { useTrafficT } from './useTrafficT';

interface PodSharesProps {
  readonly title: string;
  readonly traffic: ServiceTraffic;
  /** The share that fills a bar; absent: the largest. */
  readonly scale?: number;
}

/** Share by pod beside the even one, with the skew at a glance. */
export function PodShares({ title, traffic, scale }: PodSharesProps) {
  const say = useTrafficT();
  const format = useFormat();
  const evenness = evennessOf(traffic);
  return (
    <div>
      <Shares
        title={title}
        shares={traffic.podShares}
        dropped={traffic.dropped}
        prefix="pod:"
        {...(scale === undefined ? {} : { scale })}
        {...(evenness === null ? {} : { even: evenness.evenShare })}
      />
      {evenness !== null && (
        <div className={styles.evenness}>
          <Lorenz evenness={evenness} />
          <p>
            {say('evenness.figures', { skew: format.number(traffic.skew ?? 1, 2), gini: format.number(evenness.gini, 2), even: format.percent(evenness.evenShare) })}
            {evenness.idle > 0 && ` ${say('evenness.idle', { count: evenness.idle })}`}
          </p>
        </div>
      )}
    </div>
  );
}
