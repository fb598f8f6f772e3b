import type { Taint } from '../kubernetes/objects';
import { tolerates, matchesLabels, type LabelMatcher } from '../kubernetes/selector';
import type { PodInfo } from '../scheduling/podInfo';
import type { Draw } from '../scheduling/tieBreak';
import { allows, NONE, oneOf, type Requirement } from './requirement';
import { conflict, HOSTNAME, type Requirements } from './requirements';

export interface GroupRule {
  readonly kind: 'topology spread' | 'pod affinity' | 'pod anti-affinity';
  readonly topologyKey: string;
  readonly selector: LabelMatcher;
  readonly namespaces: ReadonlySet<string>;
  /** Of a spread only. */
  readonly maxSkew: number;
  readonly minDomains: number;
  /** Nodes whose pods count: any of these must suit; null: all nodes. */
  readonly nodes: readonly Requirements[] | null;
  /** Nodes with taints that this pod does not tolerate do not count; null: taints do not matter. */
  readonly tolerating: PodInfo | null;
}

/**
 * How many pods that a rule selects are in each of its domains, and in which domain one more may go.
 * Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/topologygroup.go.
 */
export class TopologyGroup {
  readonly rule: GroupRule;
  /** Keys of the pods that keep others away by this rule. */
  readonly owners = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(rule: GroupRule, domains: Iterable<string>) {
    this.rule = rule;
    for (const domain of domains) this.counts.set(domain, 0);
  }

  /** Makes a domain known. */
  register(domain: string): void {
    if (!this.counts.has(domain)) this.counts.set(domain, 0);
  }

  record(domain: string): void {
    this.counts.set(domain, this.count(domain) + 1);
  }

  count(domain: string): number {
    return this.counts.get(domain) ?? 0;
  }

  /** The domains and their pods, by name: what the reason names. */
  text(): string {
    return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([domain, count]) => `${domain}:${count}`).join(', ');
  }

  selects(pod: PodInfo): boolean {
    return this.rule.namespaces.has(pod.namespace) && matchesLabels(this.rule.selector, pod.labels);
  }

  /** Whether pods on a node like this count. */
  countsOn(node: Requirements, taints: readonly Taint[], isNew: boolean): boolean {
    const { nodes, tolerating } = this.rule;
    if (tolerating !== null && taints.some((taint) => !tolerates(tolerating.compiled.tolerations, taint))) return false;
    return nodes === null || nodes.some((wanted) => conflict(node, wanted, isNew) === null);
  }

  /** Domains where the pod may go, on a node that may be in `ofNode`; none: nowhere. */
  next(pod: PodInfo, ofPod: Requirement, ofNode: Requirement, draw: Draw): Requirement {
    if (this.rule.kind === 'topology spread') return this.nextOfSpread(pod, ofPod, ofNode, draw);
    return this.rule.kind === 'pod affinity' ? this.nextOfAffinity(pod, ofPod, ofNode, draw) : this.nextOfAntiAffinity(ofPod, ofNode);
  }

  private nextOfSpread(pod: PodInfo, ofPod: Requirement, ofNode: Requirement, draw: Draw): Requirement {
    const more = this.selects(pod) ? 1 : 0;
    const { maxSkew } = this.rule;
    const least = this.least(ofPod);
    const [host] = ofNode.values;
    if (this.rule.topologyKey === HOSTNAME && host !== undefined) return this.count(host) + more - least <= maxSkew ? oneOf([host]) : NONE;
    const allowed = this.domains().filter((domain) => allows(ofNode, domain) && this.count(domain) + more - least <= maxSkew);
    const smallest = Math.min(...allowed.map((domain) => this.count(domain)));
    return pick(allowed.filter((domain) => this.count(domain) === smallest), draw);
  }

  /** A new node is always possible, so that the emptiest host has none. */
  private least(ofPod: Requirement): number {
    if (this.rule.topologyKey === HOSTNAME) return 0;
    const supported = this.domains().filter((domain) => allows(ofPod, domain));
    return supported.length < this.rule.minDomains ? 0 : Math.min(...supported.map((domain) => this.count(domain)));
  }

  private nextOfAffinity(pod: PodInfo, ofPod: Requirement, ofNode: Requirement, draw: Draw): Requirement {
    const possible = (domain: string): boolean => allows(ofPod, domain) && allows(ofNode, domain);
    const hosts = this.rule.topologyKey === HOSTNAME ? [...ofNode.values] : [];
    const domains = [...new Set([...this.domains(), ...hosts])].filter(possible);
    const taken = domains.filter((domain) => this.count(domain) > 0);
    if (taken.length > 0) return oneOf(taken);
    // The first of its kind has none to go to: it may begin anywhere.
    const first = this.selects(pod) && !this.domains().some((domain) => this.count(domain) > 0 && allows(ofPod, domain));
    return first ? pick(domains, draw) : NONE;
  }

  private nextOfAntiAffinity(ofPod: Requirement, ofNode: Requirement): Requirement {
    const hosts = this.rule.topologyKey === HOSTNAME ? [...ofNode.values] : [];
    const domains = [...new Set([...this.domains(), ...hosts])];
    return oneOf(domains.filter((domain) => this.count(domain) === 0 && allows(ofPod, domain) && allows(ofNode, domain)));
  }

  private domains(): readonly string[] {
    return [...this.counts.keys()].sort();
  }
}

/** Upstream goes through a Go map: any of them. */
function pick(domains: readonly string[], draw: Draw): Requirement {
  const domain = domains[draw(domains.length)];
  return domain === undefined ? NONE : oneOf([domain]);
}
