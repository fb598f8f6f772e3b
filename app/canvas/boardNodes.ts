import { entitiesOf, zoneName, zonesOf } from '#engine/design/tree';
import type { Design } from '#engine/design/schema';
import { KARPENTER } from '#engine/karpenter/entity';
import type { Aftermath, Evaluation } from '#engine/evaluation';
import type { BoardNode } from './arrangement';

/**
 * The workers that the board draws: those of the evaluation, and in failure mode those that groups launched. Each goes to
 * what made it by its name, as `cluster/nodes.ts` gives them: `GROUP-ZONE-NUMBER`, or the id of an individual instance.
 */
export function boardNodes(design: Design, evaluation: Evaluation | null, aftermath: Aftermath | null): readonly BoardNode[] {
  if (evaluation === null) return [];
  const owners = ownersOf(design);
  const pods = podCounts(evaluation, aftermath);
  const nodes: BoardNode[] = [];
  const seen = new Set<string>();
  const zones = new Map(zonesOf(design).map((zone) => [zoneName(design, zone), zone.id]));
  const addKarpenter = (name: string, zone: string) => {
    const id = zones.get(zone);
    if (id === undefined || seen.has(name)) return;
    seen.add(name);
    nodes.push({ name, owner: KARPENTER, zone: id, pods: pods.get(name) ?? 0 });
  };
  const add = (name: string) => {
    const owner = owners.get(name.replace(/-\d+(?:-x)*$/, '')) ?? owners.get(name.replace(/(?:-x)+$/, ''));
    if (owner === undefined || seen.has(name)) return;
    seen.add(name);
    nodes.push({ name, ...owner, pods: pods.get(name) ?? 0 });
  };
  for (const node of evaluation.placement.nodes) {
    const { name, labels } = node.metadata;
    if (labels?.['karpenter.sh/nodepool'] !== undefined) addKarpenter(name, labels['topology.kubernetes.io/zone'] ?? '');
    else if (labels?.['node-role.kubernetes.io/control-plane'] === undefined) add(name);
  }
  for (const { name, zone, group } of aftermath?.newNodes ?? []) {
    if (group === KARPENTER) addKarpenter(name, zone);
    else add(name);
  }
  return nodes;
}

/** Beginning of a node's name -> what made it and where. */
function ownersOf(design: Design): ReadonlyMap<string, { readonly owner: string; readonly zone: string }> {
  const owners = new Map<string, { owner: string; zone: string }>();
  const zones = zonesOf(design);
  for (const group of entitiesOf(design, 'autoScalingGroup')) {
    for (const zone of zones) {
      if (group.zones.includes(zone.id)) owners.set(`${group.id}-${zone.letter}`, { owner: group.id, zone: zone.id });
    }
  }
  for (const instance of entitiesOf(design, 'instance')) owners.set(instance.id, { owner: instance.id, zone: instance.zone });
  return owners;
}

/** The most pods that a node has in what is shown, so that cells do not change size when a zone dies. */
function podCounts(evaluation: Evaluation, aftermath: Aftermath | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of [evaluation.placement.pods, aftermath?.pods ?? []]) {
    const each = new Map<string, number>();
    for (const { node } of list) if (node !== null) each.set(node, (each.get(node) ?? 0) + 1);
    for (const [node, count] of each) counts.set(node, Math.max(count, counts.get(node) ?? 0));
  }
  return counts;
}

/** Zone name (`ap-northeast-2a`) by zone id. */
export function zoneNames(design: Design): ReadonlyMap<string, string> {
  return new Map(zonesOf(design).map((zone) => [zone.id, zoneName(design, zone)]));
}
