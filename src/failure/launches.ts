import type { ClusterNode, Placed } from '../cluster/cluster';
import { launchedNodes } from '../cluster/nodes';
import { entitiesOf, zoneName, zonesOf } from '../design/tree';
import { launchesAfter } from '../scaling/autoScalingGroup';
import type { Loss } from './scenario';

/**
 * What Auto Scaling launches in place of the dead, group by group, to have as many instances as before: also those that
 * an autoscaler had added. It does so whatever has become of Kubernetes. Machines without a group, those of the control
 * plane among them, stay dead.
 */
export function launches({ design, catalog, cluster }: Placed, loss: Loss): readonly ClusterNode[] {
  const dead = cluster.nodes.filter((node) => node.group !== null && loss.deadNodes.has(node.name));
  if (dead.length === 0) return [];
  const zones = zonesOf(design);
  const idsOf = (names: ReadonlySet<string>) => new Set(zones.filter((zone) => names.has(zoneName(design, zone))).map((zone) => zone.id));
  const lost = { zones: idsOf(loss.deadZones), closed: idsOf(loss.closedZones) };
  const existing = new Set(cluster.nodes.map((node) => node.name));
  const launched: ClusterNode[] = [];
  for (const group of entitiesOf(design, 'autoScalingGroup')) {
    if (!dead.some((node) => node.group === group.id)) continue;
    const own = cluster.nodes.filter((node) => node.group === group.id);
    const before = new Map(zones.filter(({ id }) => group.zones.includes(id)).map(({ id }) => [id, own.filter(({ zone }) => zone === id).length]));
    const instances = new Map([...before.keys()].map((zone) => [zone, own.filter((node) => node.zone === zone && loss.deadNodes.has(node.name)).length]));
    const nodes = launchedNodes(design, catalog, group, launchesAfter(group, before, { ...lost, instances }), existing);
    for (const node of nodes) existing.add(node.name);
    launched.push(...nodes);
  }
  return launched;
}
