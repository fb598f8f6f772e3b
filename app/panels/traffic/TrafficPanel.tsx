import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Evaluation, ServiceTraffic } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { PanelFrame } from '../shared/PanelFrame';
import { Shares } from './Shares';
import styles from './TrafficPanel.module.css';
import { ZoneMatrix } from './ZoneMatrix';

/** How the requests of each Service spread over pods, nodes and zones, and what crosses between zones. */
export function TrafficPanel() {
  return <PanelFrame topic="traffic">{(evaluation) => <Traffic evaluation={evaluation} />}</PanelFrame>;
}

const total = '';

function Traffic({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const format = useFormat();
  const { services, zoneMatrix } = evaluation.traffic;
  const [chosen, setChosen] = useState<string | null>(null);
  const select = useCanvas((canvas) => canvas.select);
  const isServed = (service: ServiceTraffic) => Object.keys(service.podShares).length > 0 || service.dropped > 0;
  if (services.length === 0 && zoneMatrix.length === 0) return <EmptyState title={t('traffic.empty')}>{t('traffic.emptyText')}</EmptyState>;
  const first = services.find(isServed)?.service ?? total;
  const open = services.find((service) => service.service === (chosen ?? first));
  return (
    <div className={styles.split}>
      <ul className={styles.list} aria-label={t('traffic.services')}>
        {services.map((service) => (
          <li key={service.service}>
            <Button
              className={styles.entry ?? ''}
              aria-pressed={open?.service === service.service}
              onPress={() => {
                setChosen(service.service);
                select([service.service]);
              }}
            >
              <span className={styles.name}>{shortName(service.name)}</span>{' '}
              <span className={styles.figure}>{isServed(service) ? t('traffic.skewOf', { skew: service.skew === null ? '–' : format.number(service.skew, 2) }) : t('traffic.idle')}</span>
            </Button>
          </li>
        ))}
        <li>
          <Button className={styles.entry ?? ''} aria-pressed={open === undefined} onPress={() => setChosen(total)}>
            <span className={styles.name}>{t('traffic.betweenZones')}</span>
          </Button>
        </li>
      </ul>
      <div className={styles.detail}>{open === undefined ? <ZoneMatrix matrix={zoneMatrix} /> : <ServiceDetail service={open} />}</div>
    </div>
  );
}

function shortName(name: string): string {
  return name.startsWith('default/') ? name.slice('default/'.length) : name;
}

function ServiceDetail({ service }: { readonly service: ServiceTraffic }) {
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
          <Shares title={t('traffic.byPod')} shares={service.podShares} prefix="pod:" />
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
