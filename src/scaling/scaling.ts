import { compareBytes } from '../byteOrder';
import type { Placed } from '../cluster/cluster';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import type { Descheduler, Scaling } from '../evaluation';

/** What Karpenter's nodes are counted under: it has no groups. */
const KARPENTER = 'karpenter';

/** How many instances each group has in which zone, and how an autoscaler came to add some of them. */
export function scalingOf({ design, cluster, addons }: Placed): Scaling {
  const scaleUp = addons?.scaleUp ?? null;
  const added = new Map<string, number>();
  for (const { node } of scaleUp?.added ?? []) added.set(node.group ?? KARPENTER, (added.get(node.group ?? KARPENTER) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { group, zone } of cluster.nodes) if (group !== null) counts.set(`${group} ${zone}`, (counts.get(`${group} ${zone}`) ?? 0) + 1);
  const zones = zonesOf(design);
  return {
    groups: entitiesOf(design, 'autoScalingGroup').map(({ id, desired, zones: own }) => {
      const byZone = zones.filter((zone) => own.includes(zone.id)).map((zone) => [zoneName(design, zone), counts.get(`${id} ${zone.id}`) ?? 0] as const);
      return { id, desired: desired + (added.get(id) ?? 0), byZone: Object.fromEntries(byZone.sort(([a], [b]) => compareBytes(a, b))) };
    }),
    added: Object.fromEntries([...added].sort(([a], [b]) => compareBytes(a, b))),
    wrongZoneAttempts: (scaleUp?.added ?? []).filter(({ isWrongZone }) => isWrongZone).length,
    autoscaler:
      scaleUp === null
        ? null
        : {
            nodes: scaleUp.added.map(({ node, isWrongZone }) => ({ node: node.name, group: node.group, zone: node.zoneName, isWrongZone })),
            loops: scaleUp.loops,
          },
  };
}

/** What the descheduler came to; null without one. */
export function deschedulerOf({ addons, nodeOf }: Placed): Descheduler | null {
  const descheduling = addons?.descheduling ?? null;
  if (descheduling === null) return null;
  const { evicted, cycles, isEndless, before } = descheduling;
  const pods = [...new Set(evicted)];
  return { evicted, cycles, isEndless, moves: pods.map((pod) => ({ pod, from: before.get(pod) ?? null, to: nodeOf.get(pod) ?? null })) };
}
