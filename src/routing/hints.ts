import { compareBytes } from '../byteOrder';
import type { Node, Service } from '../kubernetes/objects';
import { quantityMilliValue } from '../kubernetes/quantity';
import { labelValue } from '../kubernetes/selector';
import type { Draw } from '../scheduling/tieBreak';
import { zoneOf, type AddressType, type Endpoint } from './endpoints';

/** How much more than its even share of endpoints a zone's CPUs may have to carry: 20 %. Source: topologycache.go. */
const OVERLOAD_THRESHOLD = 0.2;

const EXCLUDED_NODE_LABELS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/** Share of the cluster's allocatable CPU by zone, in byte order of the zones; null where the nodes do not say enough. */
export type CpuRatios = ReadonlyMap<string, number> | null;

/** What the cache needs to know of one node. */
export interface RatioNode {
  readonly zone: string | undefined;
  /** Allocatable CPU in thousandths of a CPU. */
  readonly milliCpu: number;
}

export interface Hinted {
  readonly endpoints: readonly Endpoint[];
  /** `TYPE REASON MESSAGE`, as `kubectl get events` would show it. */
  readonly events: readonly string[];
}

interface Allocation {
  readonly desired: number;
}

/** Whether topology aware routing is on for a Service. The older annotation wins where both are there. */
export function topologyModeIsAuto(service: Service): boolean {
  const annotations = service.metadata.annotations;
  const value = annotations?.['service.kubernetes.io/topology-aware-hints'] ?? annotations?.['service.kubernetes.io/topology-mode'];
  return value === 'Auto' || value === 'auto';
}

/** The nodes that count for the ratios: Ready, and not of the control plane. Cordoned and tainted ones count. */
export function ratioNodes(nodes: readonly Node[]): RatioNode[] {
  return nodes
    .filter((node) => node.status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True'))
    .flatMap((node) => ratioNode(node) ?? []);
}

/** A Ready node as the ratios see it; null for one of the control plane. */
export function ratioNode(node: Node): RatioNode | null {
  if (EXCLUDED_NODE_LABELS.some((label) => labelValue(node.metadata.labels, label) !== undefined)) return null;
  return { zone: zoneOf(node), milliCpu: quantityMilliValue(node.status.allocatable?.cpu) };
}

/** Source: kubernetes/endpointslice topologycache.go, `SetNodes`. */
export function cpuRatios(nodes: readonly RatioNode[]): CpuRatios {
  const byZone = new Map<string, number>();
  let total = 0;
  for (const { zone, milliCpu } of nodes) {
    if (zone === undefined || milliCpu === 0) return null;
    byZone.set(zone, (byZone.get(zone) ?? 0) + milliCpu);
    total += milliCpu;
  }
  if (total === 0 || byZone.size < 2) return null;
  const zones = [...byZone].sort(([a], [b]) => compareBytes(a, b));
  return new Map(zones.map(([zone, cpu]) => [zone, cpu / total]));
}

/**
 * Hints of `topology-mode: Auto` for endpoints that had none before: every ready endpoint serves one zone, and zones get
 * endpoints in proportion to their CPUs, or there are no hints at all and the event says why. Where upstream walks a Go
 * map (which of equal zones gives or takes first, and which of a zone's endpoints), `draw` decides; without it zones are
 * taken in byte order and endpoints in theirs. Source: topologycache.go, `AddHints`; reconciler.go for the endpoints.
 */
export function addHints(endpoints: readonly Endpoint[], ratios: CpuRatios, addressType: AddressType, draw: Draw = () => 0): Hinted {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  const allocations = allocate(ready.length, ratios);
  if (typeof allocations === 'string') return disabled(endpoints, allocations, addressType);
  if (ready.some((endpoint) => endpoint.zone === undefined)) {
    return disabled(endpoints, 'One or more endpoints do not have a zone specified', addressType);
  }
  const { giving, receiving } = exchange(allocations, countByZone(ready), draw);
  const givers = new Set([...giving].flatMap(([zone, amount]) => someOf(ready.filter((endpoint) => endpoint.zone === zone), amount, draw)));
  const hinted = endpoints.map((endpoint): Endpoint => {
    const zone = endpoint.zone;
    if (!endpoint.ready || zone === undefined) return endpoint;
    return { ...endpoint, forZones: [(givers.has(endpoint) ? takeOne(receiving, draw) : undefined) ?? zone] };
  });
  return { endpoints: hinted, events: [event('Normal', 'TopologyAwareHintsEnabled', 'Topology Aware Hints has been enabled', addressType)] };
}

/** Endpoints that each zone should have, or why there can be no hints. */
function allocate(count: number, ratios: CpuRatios): Map<string, Allocation> | string {
  if (ratios === null) return 'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes';
  const sizes = `(${count} endpoints, ${ratios.size} zones)`;
  if (ratios.size > count) return `Insufficient number of endpoints ${sizes}`;
  const allocations = new Map<string, Allocation>();
  let minimums = 0;
  for (const [zone, ratio] of ratios) {
    const desired = ratio * count;
    // Written as upstream writes it: the product of the inverse, not a division, decides some ceilings in float64.
    const minimum = Math.ceil(desired * (1 / (1 + OVERLOAD_THRESHOLD)));
    allocations.set(zone, { desired: Math.max(desired, minimum) });
    minimums += minimum;
  }
  if (minimums > count) return `Unable to allocate minimum required endpoints to each zone without exceeding overload threshold ${sizes}`;
  return allocations;
}

/** How many endpoints each zone gives away and takes over, settled between the largest surplus and the largest lack. */
function exchange(allocations: ReadonlyMap<string, Allocation>, allocated: ReadonlyMap<string, number>, draw: Draw) {
  const surplus = new Map<string, number>();
  const lack = new Map<string, number>();
  for (const [zone, { desired }] of allocations) {
    const difference = (allocated.get(zone) ?? 0) - desired;
    if (difference > 0) surplus.set(zone, difference);
    else if (difference < 0) lack.set(zone, -difference);
  }
  const giving = new Map<string, number>();
  const receiving = new Map<string, number>();
  for (;;) {
    const [giver, toGive] = largest(surplus, draw);
    const [receiver, toReceive] = largest(lack, draw);
    if (giver === undefined || receiver === undefined) break;
    if (toGive < 1 && toReceive < 1) break;
    if (toGive < 0.5 || toReceive < 0.5) break;
    giving.set(giver, (giving.get(giver) ?? 0) + 1);
    receiving.set(receiver, (receiving.get(receiver) ?? 0) + 1);
    surplus.set(giver, toGive - 1);
    lack.set(receiver, toReceive - 1);
  }
  return { giving, receiving };
}

function largest(amounts: ReadonlyMap<string, number>, draw: Draw): [zone: string | undefined, amount: number] {
  const most = Math.max(0, ...amounts.values());
  const equal = most === 0 ? [] : [...amounts].flatMap(([zone, amount]) => (amount === most ? [zone] : []));
  return [oneOf(equal, draw), most];
}

function oneOf<T>(items: readonly T[], draw: Draw): T | undefined {
  return items.length === 0 ? undefined : items[draw(items.length)];
}

/** A zone that still takes endpoints over, and one less for it. */
function takeOne(amounts: Map<string, number>, draw: Draw): string | undefined {
  const zone = oneOf([...amounts].flatMap(([name, amount]) => (amount > 0 ? [name] : [])), draw);
  if (zone !== undefined) amounts.set(zone, (amounts.get(zone) ?? 0) - 1);
  return zone;
}

/** So many of the items; the first ones where nothing is drawn. */
function someOf<T>(items: readonly T[], amount: number, draw: Draw): readonly T[] {
  if (amount >= items.length) return items;
  const order = items.map((_, index) => index);
  return Array.from({ length: amount }, (_, place) => {
    const chosen = place + draw(items.length - place);
    const index = order[chosen] ?? place;
    order[chosen] = order[place] ?? place;
    return items[index];
  }).filter((item) => item !== undefined);
}

function countByZone(endpoints: readonly Endpoint[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { zone } of endpoints) if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return counts;
}

function disabled(endpoints: readonly Endpoint[], why: string, addressType: AddressType): Hinted {
  return { endpoints, events: [event('Warning', 'TopologyAwareHintsDisabled', why, addressType)] };
}

function event(type: 'Normal' | 'Warning', reason: string, message: string, addressType: AddressType): string {
  return `${type} ${reason} ${message}, addressType: ${addressType}`;
}
