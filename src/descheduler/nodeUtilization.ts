import { amounts } from '../kubernetes/podRequests';
import type { DeschedulerNode, DeschedulerPod } from './cluster';
import type { Namespaces } from './fields';
import { insertionSort, lowToHigh } from './podOrder';
import type { StrategyHandle } from './strategy';
import { toleratesOne } from './tolerations';

/** Percent by resource. */
export type Thresholds = Readonly<Record<string, number>>;

/** A node and what its pods, evictable or not, request of it: millicores of cpu, a number of pods, whole units of the rest. */
export interface NodeUsage {
  readonly node: DeschedulerNode;
  readonly usage: ReadonlyMap<string, number>;
  /** Only of what the node lists. */
  readonly capacity: ReadonlyMap<string, number>;
  /** Usage in percent of capacity, where the node lists the resource. */
  readonly percent: ReadonlyMap<string, number>;
}

/** cpu, memory and pods are always looked at, with a threshold or without. */
export function resourcesOf(thresholds: Thresholds): readonly string[] {
  return [...new Set(['cpu', 'memory', 'pods', ...Object.keys(thresholds)])];
}

export function usageOf(node: DeschedulerNode, resources: readonly string[]): NodeUsage {
  const { allocatable, used, pods } = node;
  const capacity = allocatable.size > 0 ? allocatable : amounts(node.node.status?.capacity);
  const usage = new Map(resources.map((resource) => [resource, resource === 'pods' ? pods.length : (used.get(resource) ?? 0)]));
  const percent = new Map<string, number>();
  for (const [resource, amount] of usage) {
    const whole = capacity.get(resource);
    if (whole !== undefined) percent.set(resource, whole > 0 ? (amount / whole) * 100 : 0);
  }
  return { node, usage, capacity, percent };
}

export function isUnder({ percent }: NodeUsage, thresholds: ReadonlyMap<string, number>): boolean {
  return [...thresholds].every(([resource, threshold]) => (percent.get(resource) ?? 0) <= threshold);
}

export function isOver({ percent }: NodeUsage, thresholds: ReadonlyMap<string, number>): boolean {
  return [...thresholds].some(([resource, threshold]) => (percent.get(resource) ?? 0) > threshold);
}

/** What may be used of a node: up to the threshold, or all of it where there is none. */
export function roomLimit({ capacity }: NodeUsage, thresholds: ReadonlyMap<string, number>, resource: string): number {
  const whole = capacity.get(resource);
  if (whole === undefined) return 0;
  const threshold = thresholds.get(resource);
  return threshold === undefined ? whole : Math.trunc(threshold * 0.01 * whole);
}

interface Moving {
  /** To be emptied, in no particular order. */
  readonly sources: readonly NodeUsage[];
  readonly destinations: readonly NodeUsage[];
  readonly ascending: boolean;
  readonly resources: readonly string[];
  /** Up to where the nodes may be filled. */
  readonly limits: ReadonlyMap<string, number>;
  readonly evictableNamespaces: Namespaces;
  readonly isRemovable: (pod: DeschedulerPod) => boolean;
  /** Whether a source with this usage still has to give. */
  readonly hasToGive: (source: NodeUsage, usage: ReadonlyMap<string, number>) => boolean;
  /** Of one node; null: as many as it takes. */
  readonly mostOfANode: number | null;
}

/** Evicts from the sources while the destinations, taken as one, have room. Source: pkg/framework/plugins/nodeutilization/nodeutilization.go. */
export function evictFromSources(moving: Moving, handle: StrategyHandle): void {
  const { sources, destinations, ascending, resources, limits } = moving;
  const available = new Map(
    resources.map((resource) => [resource, destinations.reduce((sum, node) => sum + roomLimit(node, limits, resource) - (node.usage.get(resource) ?? 0), 0)]),
  );
  const sorted = insertionSort(sources, (a, b) => (ascending ? total(a) < total(b) : total(a) > total(b)));
  for (const source of sorted) if (evictFromSource(source, available, moving, handle) === 'totalLimit') return;
}

/** Millicores, bytes, pods and whole units, simply added: memory decides. */
function total({ usage }: NodeUsage): number {
  return [...usage.values()].reduce((sum, amount) => sum + amount, 0);
}

function evictFromSource(source: NodeUsage, available: Map<string, number>, moving: Moving, { podsOf, evict, preEvictionFilter }: StrategyHandle): 'totalLimit' | 'done' {
  const usage = new Map(source.usage);
  const goOn = (): boolean => [...available.values()].every((amount) => amount > 0) && moving.hasToGive(source, usage);
  const removable = lowToHigh(podsOf(source.node).filter(moving.isRemovable));
  if (removable.length === 0 || !goOn()) return 'done';
  let evicted = 0;
  for (const pod of removable) {
    if (moving.mostOfANode !== null && evicted >= moving.mostOfANode) break;
    if (!moving.destinations.some(({ node }) => toleratesAll(pod, node))) continue;
    if (!preEvictionFilter(pod) || moving.evictableNamespaces.exclude.includes(pod.namespace)) continue;
    const answer = evict(pod);
    if (answer === 'totalLimit') return answer;
    if (answer === 'nodeLimit') break;
    if (answer === 'refused') continue;
    evicted++;
    for (const [resource, amount] of available) {
      const freed = resource === 'pods' ? 1 : (pod.requested.get(resource) ?? 0);
      available.set(resource, amount - freed);
      usage.set(resource, (usage.get(resource) ?? 0) - freed);
    }
    if (!goOn()) break;
  }
  return 'done';
}

/** PreferNoSchedule taints too; a pod with fewer tolerations than the node has taints is not looked at. */
function toleratesAll(pod: DeschedulerPod, { node }: DeschedulerNode): boolean {
  const taints = node.spec?.taints ?? [];
  return pod.compiled.tolerations.length >= taints.length && taints.every((taint) => toleratesOne(pod, taint));
}
