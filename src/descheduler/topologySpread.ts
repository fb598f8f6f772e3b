import { inByteOrder } from '../byteOrder';
import type { TopologySpreadConstraint } from '../kubernetes/objects';
import { labelValue, matchesLabels, type LabelMatcher } from '../kubernetes/selector';
import type { CompiledPod, SpreadConstraint } from '../scheduling/compiledPod';
import { acceptsNode } from '../scheduling/plugins/nodeAffinity';
import type { DeschedulerNode, DeschedulerPod } from './cluster';
import { fitsAnyOtherNode } from './nodeFit';
import { insertionSort } from './podOrder';
import { toleratesNode } from './tolerations';

/** A constraint as the pod that it comes from has it: its affinity and tolerations say which nodes count. */
export interface PodConstraint {
  readonly constraint: SpreadConstraint;
  readonly from: DeschedulerPod;
}

/** The constraints of the pods of a namespace, each once. Two pods of one workload that differ in nodeSelector make two. */
export function constraintsOf(pods: readonly DeschedulerPod[], allowed: readonly TopologySpreadConstraint['whenUnsatisfiable'][]): readonly PodConstraint[] {
  const found = new Map<string, PodConstraint>();
  const seen = new Set<CompiledPod>();
  for (const from of pods) {
    if (seen.has(from.compiled)) continue;
    seen.add(from.compiled);
    const { hardSpread, softSpread } = from.compiled;
    const own = [...(allowed.includes('DoNotSchedule') ? hardSpread : []), ...(allowed.includes('ScheduleAnyway') ? softSpread : [])];
    for (const constraint of own) {
      const identity = identityOf(constraint, from.compiled);
      if (!found.has(identity)) found.set(identity, { constraint, from });
    }
  }
  return [...found.values()];
}

function identityOf(constraint: SpreadConstraint, { spec }: CompiledPod): string {
  const { maxSkew, topologyKey, selector, honorNodeAffinity, honorTaints } = constraint;
  const affinity = honorNodeAffinity ? [inByteOrder(spec.nodeSelector ?? {}), spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution] : null;
  return JSON.stringify([maxSkew, topologyKey, selector, honorNodeAffinity, honorTaints, affinity, honorTaints ? spec.tolerations : null]);
}

/** The pods that a selector selects, in their order. */
type SelectPods = (selector: LabelMatcher) => readonly DeschedulerPod[];

/** Most selectors name one value of a label: its pods are found without asking all of them, once for each of many workloads. */
export function selectFrom(pods: readonly DeschedulerPod[]): SelectPods {
  const byKey = new Map<string, ReadonlyMap<string, readonly DeschedulerPod[]>>();
  return (selector) => {
    const named = selector.requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
    if (named === undefined) return pods.filter((pod) => matchesLabels(selector, pod.labels));
    const byValue = byKey.get(named.key) ?? byLabel(pods, named.key);
    byKey.set(named.key, byValue);
    return (byValue.get(named.values[0] ?? '') ?? []).filter((pod) => matchesLabels(selector, pod.labels));
  };
}

function byLabel(pods: readonly DeschedulerPod[], key: string): ReadonlyMap<string, readonly DeschedulerPod[]> {
  const lists = new Map<string, DeschedulerPod[]>();
  for (const pod of pods) {
    const value = labelValue(pod.labels, key);
    if (value === undefined) continue;
    const list = lists.get(value);
    if (list === undefined) lists.set(value, [pod]);
    else list.push(pod);
  }
  return lists;
}

interface Domain {
  readonly value: string;
  pods: DeschedulerPod[];
}

/** The pods that would have to go, so that no domain has more than maxSkew above another; unless `nodeFit`, whether they fit elsewhere or not. */
export function toBalance({ constraint, from }: PodConstraint, pods: SelectPods, nodes: readonly DeschedulerNode[], nodeFit: boolean): readonly DeschedulerPod[] {
  const { maxSkew, topologyKey, honorNodeAffinity, honorTaints } = constraint;
  const eligible = nodes.filter((node) => (!honorNodeAffinity || acceptsNode(from.compiled, node.node)) && (!honorTaints || toleratesNode(from, node)));
  const domainOf = ({ node }: DeschedulerNode): string | undefined => labelValue(node.metadata.labels, topologyKey);
  const { domains, counted } = domainsOf(constraint, pods, nodes, eligible, domainOf);
  const sizes = domains.map((domain) => domain.pods.length);
  if (sizes.length === 0 || Math.max(...sizes) - Math.min(...sizes) <= maxSkew) return [];
  const average = counted / domains.length;
  const sorted = insertionSort(domains, (a, b) => a.pods.length < b.pods.length);
  for (const domain of sorted) domain.pods = insertionSort(domain.pods, staysLonger);
  const below = new Set(sorted.filter((domain) => domain.pods.length < average).map(({ value }) => value));
  const nodesBelow = eligible.filter((node) => {
    const value = domainOf(node);
    return value !== undefined && below.has(value);
  });
  const fits = memoized((pod) => fitsAnyOtherNode(pod, nodesBelow));
  return moves(sorted, average, maxSkew, fits).filter((pod) => !nodeFit || fits(pod));
}

/** Empty domains exist where a node is eligible; a pod makes one also where none is. */
function domainsOf({ selector }: SpreadConstraint, pods: SelectPods, nodes: readonly DeschedulerNode[], eligible: readonly DeschedulerNode[], domainOf: (node: DeschedulerNode) => string | undefined): { readonly domains: readonly Domain[]; readonly counted: number } {
  const domains = new Map<string, Domain>();
  const domain = (value: string): Domain => {
    const known = domains.get(value) ?? { value, pods: [] };
    domains.set(value, known);
    return known;
  };
  for (const node of eligible) {
    const value = domainOf(node);
    if (value !== undefined) domain(value);
  }
  const valueByNode = new Map(nodes.map((node) => [node.name, domainOf(node)]));
  let counted = 0;
  for (const pod of pods(selector)) {
    const value = valueByNode.get(pod.nodeName);
    if (value === undefined) continue;
    domain(value).pods.push(pod);
    counted++;
  }
  return { domains: [...domains.values()], counted };
}

/** Pods bound to some nodes first, then by priority: the back of the list goes, so among equals the highest priority does. */
function staysLonger(a: DeschedulerPod, b: DeschedulerPod): boolean {
  const [boundA, boundB] = [isBound(a), isBound(b)];
  if (boundA !== boundB) return boundA;
  if (a.priority === undefined || b.priority === undefined) return a.priority === undefined && b.priority !== undefined;
  return a.priority <= b.priority;
}

function isBound({ pod }: DeschedulerPod): boolean {
  return pod.spec.nodeSelector !== undefined || pod.spec.affinity?.nodeAffinity !== undefined;
}

/** Moves pods on paper from the largest domains to the smallest, and says which. The domains come by size. */
function moves(sorted: readonly Domain[], average: number, maxSkew: number, fits: (pod: DeschedulerPod) => boolean): readonly DeschedulerPod[] {
  const moved: DeschedulerPod[] = [];
  let [i, j] = [0, sorted.length - 1];
  while (i < j) {
    if ((sorted[j]?.pods.length ?? 0) <= average) j--;
    const [low, high] = [sorted[i], sorted[j]];
    if (low === undefined || high === undefined) break;
    const skew = high.pods.length - low.pods.length;
    const move = Math.min(Math.ceil(high.pods.length - average), Math.ceil(average - low.pods.length), Math.ceil((skew - maxSkew) / 2));
    if (skew <= maxSkew || move <= 0) {
      i++;
      continue;
    }
    high.pods = [...high.pods.filter((pod) => !fits(pod)), ...high.pods.filter(fits)];
    const going = high.pods.splice(high.pods.length - move, move);
    low.pods.push(...going);
    moved.push(...going);
  }
  return moved;
}

function memoized(answer: (pod: DeschedulerPod) => boolean): (pod: DeschedulerPod) => boolean {
  const known = new Map<DeschedulerPod, boolean>();
  return (pod) => {
    const before = known.get(pod);
    if (before !== undefined) return before;
    const fresh = answer(pod);
    known.set(pod, fresh);
    return fresh;
  };
}
