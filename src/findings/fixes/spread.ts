import type { Edit } from '../../design/edit';
import type { Workload } from '../../design/schema';
import type { ProposedFix } from '../finding';

export const ZONE = 'topology.kubernetes.io/zone';
export const HOST = 'kubernetes.io/hostname';

/** Whether the workload says anything about which pods may stand together, on a node or in a zone. */
export function spreadsItself(workload: Workload, keys: readonly string[] = [ZONE, HOST]): boolean {
  return [...workload.topologySpreadConstraints, ...workload.podAntiAffinity].some((rule) => keys.includes(rule.topologyKey));
}

export function spreadsOverZones(workload: Workload): boolean {
  return spreadsItself(workload, [ZONE]);
}

/** A constraint that keeps the workload's pods even over zones, as hard as the API allows. */
export function spreadOverZones(workload: Workload): readonly ProposedFix[] {
  return spreadsOverZones(workload) ? [] : [spread(workload, ZONE, 'spread-over-zones', 'spreadOverZones')];
}

/** A constraint that keeps the workload's pods even over nodes. */
export function spreadOverNodes(workload: Workload): readonly ProposedFix[] {
  return spreadsItself(workload, [HOST]) && Object.keys(workload.pins).length === 0 ? [] : [spread(workload, HOST, 'spread-over-nodes', 'spreadOverNodes')];
}

function spread(workload: Workload, topologyKey: string, id: string, label: 'spreadOverZones' | 'spreadOverNodes'): ProposedFix {
  return { id, label: (say) => say[label]({ workload: workload.name }), edit: evenOver(workload, topologyKey) };
}

/** A constraint that keeps the workload's pods even over what has this label, in place of another over the same. */
export function evenOver(workload: Workload, topologyKey: string): Edit {
  const others = workload.topologySpreadConstraints.filter((constraint) => constraint.topologyKey !== topologyKey);
  return {
    type: 'set',
    id: workload.id,
    fields: {
      topologySpreadConstraints: [...others, { maxSkew: 1, topologyKey, whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: [] }],
      // A pin would leave the pods where history put them.
      pins: {},
    },
  };
}

/** Whether that is so already. */
export function isEvenOver(workload: Workload, key: string): boolean {
  return (
    Object.keys(workload.pins).length === 0 &&
    workload.topologySpreadConstraints.some(({ topologyKey, maxSkew, whenUnsatisfiable }) => topologyKey === key && maxSkew === 1 && whenUnsatisfiable === 'DoNotSchedule')
  );
}
