import type { ClusterNode, Placed } from '../cluster/cluster';
import { launchedNodes } from '../cluster/nodes';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { launchesTo } from '../scaling/autoScalingGroup';

/**
 * What Auto Scaling launches when an autoscaler raises the desired capacity of groups by so many nodes (by entity id). The
 * autoscaler names no zone: Auto Scaling takes the one with the fewest instances. `lostZones`: names of zones where
 * nothing starts.
 */
export function launch({ design, catalog, cluster }: Placed, wanted: ReadonlyMap<string, number>, lostZones: ReadonlySet<string>): readonly ClusterNode[] {
  const existing = new Set(cluster.nodes.map(({ name }) => name));
  return entitiesOf(design, 'autoScalingGroup').flatMap((group) => {
    const count = wanted.get(group.id) ?? 0;
    if (count === 0) return [];
    const zones = zonesOf(design).filter(({ id }) => group.zones.includes(id));
    const closed = new Set(zones.filter((zone) => lostZones.has(zoneName(design, zone))).map(({ id }) => id));
    const nodes = cluster.nodes.filter((node) => node.group === group.id);
    const running = new Map(zones.map(({ id }) => [id, nodes.filter(({ zone }) => zone === id).length]));
    const { launched } = launchesTo(nodes.length + count, running, { distribution: group.distribution, closed, own: undefined });
    return launchedNodes(design, catalog, group, launched, existing);
  });
}
