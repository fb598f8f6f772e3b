import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Evaluation, ServiceTraffic } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { PanelFrame } from '../shared/PanelFrame';
import { ServiceDetail } from './ServiceDetail';
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
