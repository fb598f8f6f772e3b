import { entitiesOf, zoneName, zonesOf } from '../../design/tree';
import { unusedId } from '../../design/unusedId';
import type { AutoScalingGroup, Design } from '../../design/schema';
import type { Candidate, Waiting } from './candidate';

/** More of the machines that are drawn: of each group as many as reach every zone of it once, or one machine like another. */
export function moreNodes({ design, refusedBy }: Waiting): readonly Candidate[] {
  if (refusedBy.has('SchedulingGates')) return [];
  return [...entitiesOf(design, 'autoScalingGroup').map(ofGroup), ...instances(design)];
}

function ofGroup(group: AutoScalingGroup): Candidate {
  const { instancesPerZone: byHand } = group;
  return Array.from({ length: group.zones.length }, (_, i) => {
    const count = i + 1;
    const desired = group.desired + count;
    const added = new Set(group.zones.slice(0, count));
    const perZone = byHand === undefined ? {} : { instancesPerZone: Object.fromEntries(group.zones.map((zone) => [zone, (byHand[zone] ?? 0) + (added.has(zone) ? 1 : 0)])) };
    return {
      id: `nodes-${group.id}-${count}`,
      label: (say) => say.nodes({ group: group.id, count, desired }),
      edit: { type: 'set', id: group.id, fields: { desired, max: Math.max(group.max, desired), ...perZone } },
    };
  });
}

/** One for each kind of machine in each zone. */
function instances(design: Design): readonly Candidate[] {
  const kinds = new Map(entitiesOf(design, 'instance').map((instance) => [`${instance.zone} ${instance.instanceType}`, instance]));
  return [...kinds.values()].map((instance): Candidate => {
    const zone = zonesOf(design).find(({ id }) => id === instance.zone);
    const id = unusedId(design, instance.id);
    return [
      {
        id: `instance-${instance.id}`,
        label: (say) => say.instance({ zone: zone === undefined ? instance.zone : zoneName(design, zone), type: instance.instanceType }),
        edit: { type: 'add', entities: [{ ...instance, id }], links: [] },
      },
    ];
  });
}
