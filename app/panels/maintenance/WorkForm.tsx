import type { AutoScalingGroup } from '#engine/design/schema';
import { NumberField } from '../../components/NumberField';
import { Select } from '../../components/Select';
import { Switch } from '../../components/Switch';
import { nameOf } from '../shared/entityName';
import styles from './MaintenancePanel.module.css';
import { useMaintenanceT } from './useMaintenanceT';
import { kinds } from './work';
import type { Work } from './work';

interface WorkFormProps {
  readonly work: Work;
  readonly nodes: readonly string[];
  readonly zones: readonly string[];
  readonly groups: readonly AutoScalingGroup[];
  readonly isEks: boolean;
  readonly onChange: (work: Work) => void;
}

/** Which work, on what, and with which settings. */
export function WorkForm({ work, nodes, zones, groups, isEks, onChange }: WorkFormProps) {
  const say = useMaintenanceT();
  const named = (names: readonly string[]) => names.map((name) => ({ id: name, label: name }));
  const group = groups.find(({ id }) => id === work.group);
  return (
    <div className={styles.form}>
      <Select
        label={say('maintenance.work')}
        choices={kinds.map((kind) => ({ id: kind, label: say(`maintenance.work.${kind}`) }))}
        value={work.kind}
        onChange={(id) => {
          const kind = kinds.find((each) => each === id);
          if (kind !== undefined) onChange({ ...work, kind });
        }}
      />
      {work.kind === 'drainNode' && <Select label={say('maintenance.node')} choices={named(nodes)} value={work.node} onChange={(node) => onChange({ ...work, node })} />}
      {(work.kind === 'drainZone' || work.kind === 'shift') && <Select label={say('maintenance.zone')} choices={named(zones)} value={work.zone} onChange={(zone) => onChange({ ...work, zone })} />}
      {work.kind === 'shift' && <Switch label={say('maintenance.loadBalancers')} isOn={work.loadBalancersToo} onChange={(loadBalancersToo) => onChange({ ...work, loadBalancersToo })} />}
      {work.kind === 'upgrade' && group !== undefined && (
        <>
          <Select label={say('maintenance.group')} choices={groups.map((each) => ({ id: each.id, label: nameOf(each) }))} value={work.group} onChange={(id) => onChange({ ...work, group: id })} />
          {isEks && group.eksManaged ? (
            <NumberField label={say('maintenance.maxUnavailable')} value={work.maxUnavailable} min={1} max={100} onChange={(value) => onChange({ ...work, maxUnavailable: value ?? 1 })} />
          ) : (
            <NumberField label={say('maintenance.minHealthy')} value={work.minHealthyPercentage} min={0} max={100} unit="%" onChange={(value) => onChange({ ...work, minHealthyPercentage: value ?? 90 })} />
          )}
        </>
      )}
    </div>
  );
}
