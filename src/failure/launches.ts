import type { ClusterNode, Placed } from '../cluster/cluster';
import { launchedNodes } from '../cluster/nodes';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { launchesAfter } from '../scaling/autoScalingGroup';
import type { Loss } from './scenario';

/**
 * What Auto Scaling launches in place of the dead, group by group. It does so whatever has become of Kubernetes. Machines
 * without a group, those of the control plane among them, stay dead.
 */
export function launches({ design, catalog, cluster }: Placed, loss: Loss): readonly ClusterNode[] {
  const dead = cluster.nodes.filter((node) => node.group !== null && loss.deadNodes.has(node.name));
  if (dead.length === 0) return [];
  const zones = zonesOf(design);
  const lostZones = new Set(zones.filter((zone) => loss.deadZones.has(zoneName(design, zone))).map((zone) => zone.id));
  const existing = new Set(cluster.nodes.map((node) => node.name));
  const launched: ClusterNode[] = [];
  for (const group of entitiesOf(design, 'autoScalingGroup')) {
    const own = dead.filter((node) => node.group === group.id);
    if (own.length === 0) continue;
    const instances = new Map<string, number>();
    for (const { zone } of own) if (!lostZones.has(zone)) instances.set(zone, (instances.get(zone) ?? 0) + 1);
    const nodes = launchedNodes(design, catalog, group, launchesAfter(group, zones, { zones: lostZones, instances }), existing);
    for (const node of nodes) existing.add(node.name);
    launched.push(...nodes);
  }
  return launched;
}
