import type { NodeGroup } from '../autoscaler/nodeGroup';
import type { Placed } from '../cluster/cluster';
import { entitiesOf } from '../design/tree';
import { providerTemplate } from './providerTemplate';

/**
 * The design's Auto Scaling groups as the autoscaler's AWS provider reports them. All instances have joined, so that the
 * target is their number; what could not be launched has timed out and counts no more.
 */
export function nodeGroups({ design, catalog, cluster }: Placed): readonly NodeGroup[] {
  const names = new Map<string, string[]>();
  for (const { name, group } of cluster.nodes) {
    if (group === null) continue;
    const list = names.get(group);
    if (list === undefined) names.set(group, [name]);
    else list.push(name);
  }
  return entitiesOf(design, 'autoScalingGroup').map((group) => {
    const nodes = names.get(group.id) ?? [];
    return { id: group.id, min: group.min, max: group.max, target: nodes.length, nodes, template: providerTemplate(design, catalog, group) };
  });
}
