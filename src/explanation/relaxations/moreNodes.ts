import { entitiesOf, entityById, zoneName, zonesOf } from '../../design/tree';
import { unusedId } from '../../design/unusedId';
import type { AutoScalingGroup, Design } from '../../design/schema';
import { change, type Candidate, type Waiting } from './candidate';

/** Nodes that are added to a small group at most: where pods wait before this one, they get the first. */
const MOST_NODES = 4;

/** More of the machines that are drawn: of each group as many as reach every zone of it and some pods besides, or one machine like another. */
export function moreNodes({ design, refusedBy }: Waiting): readonly Candidate[] {
  if (refusedBy.has('SchedulingGates')) return [];
  return [...entitiesOf(design, 'autoScalingGroup').map(ofGroup), ...instances(design)];
}

function ofGroup(group: AutoScalingGroup): Candidate {
  const { id, zones } = group;
  const counts = Array.from({ length: Math.max(zones.length, MOST_NODES) }, (_, i) => i + 1);
  return {
    id: `nodes-${id}`,
    weakens: null,
    steps: counts.map((count) => ({
      id: `nodes-${id}-${count}`,
      label: (say) => say.nodes({ group: id, count, desired: group.desired + count }),
      edit: (now) => {
        const found = entityById(now, id);
        return { type: 'set', id, fields: found?.kind === 'autoScalingGroup' ? enlarged(found, count) : {} };
      },
    })),
  };
}

function enlarged({ zones, desired, max, instancesPerZone: byHand }: AutoScalingGroup, count: number): Partial<AutoScalingGroup> {
  const more = (at: number) => Math.floor(count / zones.length) + (at < count % zones.length ? 1 : 0);
  const perZone = byHand === undefined ? {} : { instancesPerZone: Object.fromEntries(zones.map((zone, at) => [zone, (byHand[zone] ?? 0) + more(at)])) };
  return { desired: desired + count, max: Math.max(max, desired + count), ...perZone };
}

/** One for each kind of machine in each zone. */
function instances(design: Design): readonly Candidate[] {
  const kinds = new Map(entitiesOf(design, 'instance').map((instance) => [`${instance.zone} ${instance.instanceType}`, instance]));
  return [...kinds.values()].map((instance): Candidate => {
    const zone = zonesOf(design).find(({ id }) => id === instance.zone);
    return change(null, {
      id: `instance-${instance.id}`,
      label: (say) => say.instance({ zone: zone === undefined ? instance.zone : zoneName(design, zone), type: instance.instanceType }),
      edit: (now) => ({ type: 'add', entities: [{ ...instance, id: unusedId(now, instance.id) }], links: [] }),
    });
  });
}
