import type { ServiceTraffic } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { PodShares } from './PodShares';
import { Shares } from './Shares';
import styles from './TrafficPanel.module.css';

/** How a Service’s requests spread over zones, nodes and pods, as figures and as bars. */
export function SharesTab({ service }: { readonly service: ServiceTraffic }) {
  const t = useT();
  const format = useFormat();
  const facts: readonly (readonly [string, string])[] = [
    [t('traffic.skew'), service.skew === null ? '–' : format.number(service.skew, 2)],
    [t('traffic.variation'), service.coefficientOfVariation === null ? '–' : format.percent(service.coefficientOfVariation)],
    [t('traffic.dropped'), format.percent(service.dropped)],
    [t('traffic.crossZone'), format.percent(service.crossZoneShare)],
    [t('traffic.crossings'), format.number(service.crossings, 2)],
    [t('traffic.hops'), format.number(service.hops, 2)],
    [t('traffic.sourceIp'), service.sourceIpPreserved === null ? '–' : t(service.sourceIpPreserved ? 'traffic.preserved' : 'traffic.hidden')],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {Object.keys(service.podShares).length === 0 && service.dropped === 0 ? (
        <EmptyState title={t('traffic.noClient')}>{t('traffic.noClientText')}</EmptyState>
      ) : (
        <div className={styles.shares}>
          <Shares title={t('traffic.byZone')} shares={service.zoneShares} dropped={service.dropped} />
          <Shares title={t('traffic.byNode')} shares={service.nodeShares} prefix="node:" />
          <PodShares title={t('traffic.byPod')} traffic={service} />
        </div>
      )}
      {service.events.length > 0 && (
        <section className={styles.events} aria-label={t('traffic.events')}>
          <h3>{t('traffic.events')}</h3>
          <ul lang="en">
            {service.events.map((event) => (
              <li key={event}>{event}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
