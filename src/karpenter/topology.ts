import type { Taint } from '../kubernetes/objects';
import { matchesLabels } from '../kubernetes/selector';
import type { AffinityTerm, CompiledPod, SpreadConstraint } from '../scheduling/compiledPod';
import { podInfoOf, type PodInfo } from '../scheduling/podInfo';
import type { Snapshot } from '../scheduling/snapshot';
import type { Draw } from '../scheduling/tieBreak';
import { ANY, isEmpty } from './requirement';
import { both, fromExpressions, fromLabels, podRequirements, requirement, type Requirements } from './requirements';
import { TopologyGroup, type GroupRule } from './topologyGroup';

/** A node as topology sees it. */
interface TopologyNode {
  readonly requirements: Requirements;
  readonly taints: readonly Taint[];
  readonly isNew: boolean;
}

/**
 * The spread, affinity and anti-affinity rules of all pods, and what is in their domains; anti-affinity counts for those
 * that it keeps away, too. Preferences are rules like others for as long as the pod has them.
 * Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/topology.go.
 */
export class Topology {
  private readonly groups = new Map<string, TopologyGroup>();
  /** What pods alike have in common. */
  private readonly ofPods = new Map<CompiledPod, readonly TopologyGroup[]>();
  /** By pod key: the rules that count for it. */
  private readonly rulesOf = new Map<string, readonly TopologyGroup[]>();
  private readonly inverse = new Map<string, TopologyGroup>();
  private readonly snapshot: Snapshot;
  private readonly universe: ReadonlyMap<string, readonly string[]>;
  private readonly draw: Draw;

  /** `universe`: the domains that new nodes may be in, by topology key. */
  constructor(snapshot: Snapshot, universe: ReadonlyMap<string, readonly string[]>, draw: Draw) {
    this.snapshot = snapshot;
    this.universe = universe;
    this.draw = draw;
    for (const { node, pods } of snapshot.nodes()) for (const pod of pods) this.keepAway(pod, node.metadata.labels ?? {});
  }

  /** Makes the pod's rules those that count for it; to be called again when it has been relaxed. */
  update(pod: PodInfo): void {
    this.keepAway(pod, {});
    let groups = this.ofPods.get(pod.compiled);
    if (groups === undefined) this.ofPods.set(pod.compiled, (groups = this.groupsOf(pod)));
    this.rulesOf.set(pod.key, groups);
  }

  private groupsOf(pod: PodInfo): readonly TopologyGroup[] {
    const { hardSpread, softSpread, affinity, preferredAffinity, antiAffinity, preferredAntiAffinity } = pod.compiled;
    const rules = [
      ...[...hardSpread, ...softSpread].map((constraint) => this.spreadRule(pod, constraint)),
      ...[...affinity, ...preferredAffinity].map((term) => this.affinityRule('pod affinity', term)),
      ...[...antiAffinity, ...preferredAntiAffinity].map((term) => this.affinityRule('pod anti-affinity', term)),
    ];
    return [...new Set(rules.map((rule) => this.groupOf(rule)))];
  }

  private groupOf(rule: GroupRule): TopologyGroup {
    const key = keyOf(rule);
    let group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, (group = this.counted(rule)));
    return group;
  }

  /** A new node's name becomes a domain. */
  register(topologyKey: string, domain: string): void {
    for (const group of [...this.groups.values(), ...this.inverse.values()]) if (group.rule.topologyKey === topologyKey) group.register(domain);
  }

  /** What the node must be for the pod to go there; a text where there is no such node. */
  tighten(pod: PodInfo, { requirements, taints, isNew }: TopologyNode): Requirements | string {
    const { strict } = podRequirements(pod.pod.spec);
    let tightened = requirements;
    for (const group of this.matching(pod, requirements, taints, isNew)) {
      const { topologyKey, kind } = group.rule;
      const domains = group.next(pod, strict.get(topologyKey) ?? ANY, requirements.get(topologyKey) ?? ANY, this.draw);
      if (isEmpty(domains)) return `unsatisfiable topology constraint for ${kind}, key=${topologyKey} (counts = ${group.text()})`;
      tightened = both(tightened, new Map([[topologyKey, domains]]));
      if (isEmpty(requirement(tightened, topologyKey))) return `no ${topologyKey} suits all topology constraints`;
    }
    return tightened;
  }

  /** The pod goes to this node. */
  record(pod: PodInfo, { requirements, taints, isNew }: TopologyNode): void {
    for (const group of this.groups.values()) {
      if (!group.selects(pod) || !group.countsOn(requirements, taints, isNew)) continue;
      const { values, complement } = requirement(requirements, group.rule.topologyKey);
      // Anti-affinity blocks every domain that the pod may land in; the others count it where that is certain.
      if (!complement && (group.rule.kind === 'pod anti-affinity' || values.size === 1)) for (const domain of values) group.record(domain);
    }
    for (const group of this.inverse.values()) {
      if (!group.owners.has(pod.key)) continue;
      const { values, complement } = requirement(requirements, group.rule.topologyKey);
      if (!complement) for (const domain of values) group.record(domain);
    }
  }

  private matching(pod: PodInfo, node: Requirements, taints: readonly Taint[], isNew: boolean): readonly TopologyGroup[] {
    const own = this.rulesOf.get(pod.key) ?? [];
    if (this.inverse.size === 0) return own;
    return [...own, ...[...this.inverse.values()].filter((group) => group.selects(pod) && group.countsOn(node, taints, isNew))];
  }

  /** Required anti-affinity holds against those that it selects, wherever the pod is. */
  private keepAway(pod: PodInfo, labels: Readonly<Record<string, string>>): void {
    for (const term of pod.compiled.antiAffinity) {
      const rule = this.affinityRule('pod anti-affinity', term);
      const key = keyOf(rule);
      let group = this.inverse.get(key);
      if (group === undefined) this.inverse.set(key, (group = new TopologyGroup(rule, this.universe.get(rule.topologyKey) ?? [])));
      const domain = labels[term.topologyKey];
      if (domain !== undefined) group.record(domain);
      group.owners.add(pod.key);
    }
  }

  /** With the domains of nodes that are there, and the pods on them. */
  private counted(rule: GroupRule): TopologyGroup {
    const group = new TopologyGroup(rule, this.universe.get(rule.topologyKey) ?? []);
    for (const { node, pods } of this.snapshot.nodes()) {
      const domain = node.metadata.labels?.[rule.topologyKey];
      if (domain === undefined || !group.countsOn(fromLabels(node.metadata.labels ?? {}), node.spec?.taints ?? [], false)) continue;
      group.register(domain);
      for (const pod of pods) if (!pod.terminating && group.selects(pod)) group.record(domain);
    }
    return group;
  }

  private spreadRule(pod: PodInfo, { topologyKey, selector, maxSkew, minDomains, honorNodeAffinity, honorTaints }: SpreadConstraint): GroupRule {
    const { spec } = pod.pod;
    const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
    const selected = fromLabels(spec.nodeSelector ?? {});
    const nodes = terms.length === 0 ? [selected] : terms.map((term) => both(selected, fromExpressions(term.matchExpressions ?? [])));
    return {
      kind: 'topology spread',
      topologyKey,
      selector,
      namespaces: new Set([pod.namespace]),
      maxSkew,
      minDomains,
      nodes: honorNodeAffinity ? nodes : null,
      tolerating: honorTaints ? pod : null,
    };
  }

  private affinityRule(kind: 'pod affinity' | 'pod anti-affinity', { topologyKey, selector, namespaces, namespaceSelector }: AffinityTerm): GroupRule {
    const selected = [...this.snapshot.namespaces].filter(([, labels]) => matchesLabels(namespaceSelector, labels)).map(([name]) => name);
    return { kind, topologyKey, selector, namespaces: new Set([...namespaces, ...selected]), maxSkew: 0, minDomains: 1, nodes: null, tolerating: null };
  }
}

/** The same for rules that are the same, whoever has them. */
function keyOf({ kind, topologyKey, selector, namespaces, maxSkew, minDomains, nodes, tolerating }: GroupRule): string {
  const filters = nodes?.map((wanted) => [...wanted].map(([label, { complement, values, above, below }]) => [label, complement, [...values], above, below]));
  return JSON.stringify([kind, topologyKey, selector, [...namespaces], maxSkew, minDomains, filters, tolerating === null ? null : podInfoOf(tolerating.pod).compiled.tolerations]);
}
