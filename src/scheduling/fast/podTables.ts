import type { LabelMatcher } from '../../kubernetes/selector';
import { matchesLabels } from '../../kubernetes/selector';
import type { AffinityTerm, CompiledPod, SpreadConstraint } from '../compiledPod';
import { HARD_AFFINITY_WEIGHT, termMatches } from '../plugins/interPodAffinity';
import { defaultConstraints, HOSTNAME, includesNode, selectsForSpreading } from '../plugins/podTopologySpread';
import type { Frame, Tally } from './frame';
import type { NodeTable } from './nodeTable';

/** A spread constraint with its counts. */
export interface SpreadTable {
  readonly maxSkew: number;
  readonly minDomains: number;
  /** Matching pods by domain, over the nodes that count. */
  readonly tally: Tally;
  /** Matching pods on each node itself, which is how hostname is scored; null for other keys. */
  readonly onNode: Tally | null;
  /** 1 where the pod is one of those it counts. */
  readonly self: 0 | 1;
}

/** A tally that adds to the score of a domain, `weight` for each pod counted. */
export interface WeightedTally {
  readonly weight: number;
  readonly tally: Tally;
}

/** An affinity term that some pods have, with the pods that have it by domain. Weight 0: required anti-affinity, which filters. */
export interface SharedTerm extends WeightedTally {
  readonly term: AffinityTerm;
  readonly owners: Set<CompiledPod>;
}

/** Everything about one kind of pod that can be known ahead. */
export class PodTables {
  readonly compiled: CompiledPod;
  readonly nodes: NodeTable;
  /** `Frame.requestsOf` what the pods ask. */
  readonly requests: number;
  readonly hard: readonly SpreadTable[];
  readonly soft: readonly SpreadTable[];
  /** Whether a node must have every topology key for its spreading to be scored; not so for the default constraints. */
  readonly requireAllKeys: boolean;
  readonly affinity: readonly Tally[];
  /** Whether the pod satisfies its own affinity, and so may be the first of its group. */
  readonly welcomesItself: boolean;
  readonly antiAffinity: readonly Tally[];
  private readonly frame: Frame;
  private readonly preferredPods: readonly WeightedTally[];
  private readonly againstIt: Tally[] = [];
  private readonly towardsIt: WeightedTally[];
  private termsRead = 0;
  private readonly countedBy: Tally[] = [];
  private talliesRead = 0;
  private mayCountIn: readonly { readonly list: readonly Tally[]; read: number }[] | null = null;

  constructor(frame: Frame, compiled: CompiledPod) {
    this.frame = frame;
    this.compiled = compiled;
    this.nodes = frame.nodeTableOf(compiled);
    this.requests = frame.requestsOf(compiled.requests);
    this.requireAllKeys = (compiled.spec.topologySpreadConstraints ?? []).length > 0;
    this.hard = this.spread(compiled.hardSpread);
    this.soft = this.spread(this.requireAllKeys ? compiled.softSpread : defaultConstraints(frame.objects, compiled));
    const speaksOf = (term: AffinityTerm, pod: CompiledPod): boolean => termMatches(term, pod, frame.namespaces.get(pod.namespace));
    const everyone = { countsNode: () => true, countsTerminating: true, label: null };
    const matching = (term: AffinityTerm): Tally =>
      frame.tally(term.topologyKey, `term ${termText(term)}`, { ...everyone, countsPod: (pod) => speaksOf(term, pod) });
    const all = `terms ${compiled.affinity.map(termText).join()}`;
    this.affinity = compiled.affinity.map(({ topologyKey }) =>
      frame.tally(topologyKey, all, { ...everyone, countsPod: (pod) => compiled.affinity.every((term) => speaksOf(term, pod)) }),
    );
    this.welcomesItself = compiled.affinity.every((term) => speaksOf(term, compiled));
    this.antiAffinity = compiled.antiAffinity.map(matching);
    this.preferredPods = [
      ...compiled.preferredAffinity.map((term) => ({ weight: term.weight, tally: matching(term) })),
      ...compiled.preferredAntiAffinity.map((term) => ({ weight: -term.weight, tally: matching(term) })),
    ];
    this.towardsIt = [...this.preferredPods];
    this.shareTerms();
  }

  /** Tells the frame which terms this kind of pod has; one that is there twice counts twice, hence the number. */
  private shareTerms(): void {
    const { compiled, frame } = this;
    const seen = new Map<string, number>();
    const share = (term: AffinityTerm, weight: number): void => {
      const text = `${weight} ${term.topologyKey} ${termText(term)}`;
      const number = (seen.get(text) ?? 0) + 1;
      seen.set(text, number);
      const shared = frame.sharedTerm(`${number} ${text}`, () => {
        const owners = new Set<CompiledPod>();
        const countsPod = (pod: CompiledPod): boolean => owners.has(pod);
        const tally = frame.tally(term.topologyKey, `owners ${number} ${text}`, { countsNode: () => true, countsPod, countsTerminating: true, label: null });
        return { term, weight, tally, owners };
      });
      shared.owners.add(compiled);
    };
    for (const term of compiled.antiAffinity) share(term, 0);
    for (const term of compiled.affinity) share(term, HARD_AFFINITY_WEIGHT);
    for (const term of compiled.preferredAffinity) share(term, term.weight);
    for (const term of compiled.preferredAntiAffinity) share(term, -term.weight);
  }

  /** Anti-affinity of other pods that keeps this kind out of a domain. */
  existingAnti(): readonly Tally[] {
    this.readTerms();
    return this.againstIt;
  }

  /** What scores domains by affinity: this kind's own preferences, and those of others that speak of it. */
  preferences(): readonly WeightedTally[] {
    this.readTerms();
    return this.towardsIt;
  }

  private readTerms(): void {
    const { terms, namespaces } = this.frame;
    for (; this.termsRead < terms.length; this.termsRead++) {
      const shared = terms[this.termsRead];
      if (shared === undefined || !termMatches(shared.term, this.compiled, namespaces.get(this.compiled.namespace))) continue;
      if (shared.weight === 0) this.againstIt.push(shared.tally);
      else this.towardsIt.push(shared);
    }
  }

  /** The tallies in which a pod of this kind counts. */
  tallies(): readonly Tally[] {
    const { length } = this.frame.tallies;
    if (this.talliesRead === length) return this.countedBy;
    this.talliesRead = length;
    this.mayCountIn ??= [null, ...Object.entries(this.compiled.labels).map(([key, value]) => `${key}\0${value}`)].map((label) => ({ list: this.frame.talliesFor(label), read: 0 }));
    for (const each of this.mayCountIn) {
      for (; each.read < each.list.length; each.read++) {
        const tally = each.list[each.read];
        if (tally?.countsPod(this.compiled) === true) this.countedBy.push(tally);
      }
    }
    return this.countedBy;
  }

  private spread(constraints: readonly SpreadConstraint[]): SpreadTable[] {
    const { frame, compiled } = this;
    const keys = this.requireAllKeys ? constraints.map(({ topologyKey }) => frame.domains(topologyKey)) : [];
    return constraints.map((constraint) => {
      const { topologyKey, maxSkew, minDomains, selector } = constraint;
      const countsPod = (pod: CompiledPod): boolean => selectsForSpreading(selector, compiled.namespace, pod);
      const countsNode = (slot: number): boolean => {
        const node = frame.nodes[slot];
        return node !== undefined && keys.every(({ of }) => (of[slot] ?? -1) >= 0) && includesNode(constraint, compiled, node);
      };
      const label = neededLabel(selector);
      const pods = JSON.stringify([compiled.namespace, selector]);
      const nodes = JSON.stringify([
        this.requireAllKeys ? constraints.map((each) => each.topologyKey) : [],
        constraint.honorNodeAffinity ? [compiled.nodeSelector, compiled.requiredNodes] : [],
        constraint.honorTaints ? compiled.tolerations : null,
      ]);
      return {
        maxSkew,
        minDomains,
        tally: frame.tally(topologyKey, `spread ${pods} ${nodes}`, { countsNode, countsPod, countsTerminating: false, label }),
        onNode: topologyKey === HOSTNAME ? frame.tally(null, `spread ${pods}`, { countsNode: () => true, countsPod, countsTerminating: false, label }) : null,
        self: selfCounts(constraint, compiled),
      };
    });
  }
}

/** A label that every pod has which the selector selects. */
function neededLabel({ requirements }: LabelMatcher): string | null {
  const equality = requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
  return equality === undefined ? null : `${equality.key}\0${equality.values[0] ?? ''}`;
}

function termText({ selector, namespaces, namespaceSelector }: AffinityTerm): string {
  return JSON.stringify([selector, [...namespaces], namespaceSelector]);
}

function selfCounts({ selector }: SpreadConstraint, { labels }: CompiledPod): 0 | 1 {
  return matchesLabels(selector, labels) ? 1 : 0;
}
