import { MOST_SHIFT_HOURS } from '#engine/maintenance/zonalShift';
import type { ZonalShift } from '#engine/maintenance/zonalShift';
import { useDocument } from '../../stores/document';
import { nameOfId } from '../shared/entityName';
import { Mark } from '../shared/Mark';
import styles from './MaintenancePanel.module.css';
import { ShiftedServices } from './ShiftedServices';
import { useMaintenanceT } from './useMaintenanceT';
import { useWords } from './useWords';
import { WaitingPods } from './WaitingPods';

/** A zonal shift: what is cordoned, who launches where, which load balancers leave the zone, and where requests go then. */
export function ShiftResult({ shift }: { readonly shift: ZonalShift }) {
  const say = useMaintenanceT();
  const words = useWords();
  const design = useDocument((state) => state.design);
  const { zone, supported, cordoned, podsStaying, groups, loadBalancers, services, waiting, wouldWait } = shift;
  const { title, unsupported, nodes, restricted, unrestricted, lbShifted, lbKept, wouldWait: wouldWaitTitle } = words.shift;
  return (
    <>
      <p>{title(zone, MOST_SHIFT_HOURS)}</p>
      {!supported && <Mark tone="warn">{unsupported}</Mark>}
      <h3>{say('maintenance.steps')}</h3>
      <ul className={styles.rounds}>
        <li>{nodes(cordoned.length, podsStaying)}</li>
        {groups.map(({ id, restricted: isRestricted, launchesIn }) => (
          <li key={id}>{(isRestricted ? restricted : unrestricted)(nameOfId(design, id), launchesIn)}</li>
        ))}
        {loadBalancers.map(({ id, shifted }) => (
          <li key={id}>{(shifted ? lbShifted : lbKept)(nameOfId(design, id))}</li>
        ))}
      </ul>
      <ShiftedServices services={services} />
      <WaitingPods title={words.waitingOn} pods={waiting} />
      <WaitingPods title={wouldWaitTitle} pods={wouldWait} />
    </>
  );
}
