import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ServiceTraffic, Traffic as TrafficOf } from '#engine/evaluation';
import type { MomentOfFailure } from '#engine/timeline/momentOfFailure';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useEvaluation } from '../../stores/evaluation';
import { PanelFrame } from '../shared/PanelFrame';
import { shortName } from '../shared/shortName';
import { AfterLoss } from './AfterLoss';
import { ServiceDetail } from './ServiceDetail';
import styles from './TrafficPanel.module.css';
import { useTrafficT } from './useTrafficT';
import { ZoneMatrix } from './ZoneMatrix';

/** How the requests of each Service spread over pods, nodes and zones, and what crosses between zones. */
export function TrafficPanel() {
  const aftermath = useEvaluation((state) => state.aftermath);
  return (
    <PanelFrame topic="traffic">
      {(evaluation) => (
        <>
          {aftermath !== null && <AfterLoss aftermath={aftermath} />}
          <Traffic traffic={aftermath?.traffic ?? evaluation.traffic} errors={aftermath !== null && 'serviceErrors' in aftermath ? aftermath.serviceErrors : []} />
        </>
      )}
    </PanelFrame>
  );
}

const total = '';

interface TrafficProps {
  readonly traffic: TrafficOf;
  /** At a moment of a failure: requests of each Service that fail. */
  readonly errors: MomentOfFailure['serviceErrors'];
}

function Traffic({ traffic: { services, zoneMatrix }, errors }: TrafficProps) {
  const t = useT();
  const format = useFormat();
  const say = useTrafficT();
  const [chosen, setChosen] = useState<string | null>(null);
  const select = useCanvas((canvas) => canvas.select);
  const isServed = (service: ServiceTraffic) => Object.keys(service.podShares).length > 0 || service.dropped > 0;
  const figureOf = (service: ServiceTraffic) => {
    const perSecond = errors.find((each) => each.service === service.name)?.perSecond ?? 0;
    if (perSecond > 0) return <span className={styles.bad}>{say('traffic.errors', { count: format.number(perSecond, 1) })}</span>;
    return isServed(service) ? t('traffic.skewOf', { skew: service.skew === null ? '–' : format.number(service.skew, 2) }) : t('traffic.idle');
  };
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
              <span className={styles.figure}>{figureOf(service)}</span>
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
