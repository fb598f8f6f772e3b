import type { LoadBalancer } from '../design/schema';
import { addHop, drop, type HopTable } from './flow';
import type { ProxyNode } from './kubeProxy';
import { deliver, type LiveService } from './liveService';
import { dnsShares, targetZones, zonesAnswering, zonesInDns, type LoadBalancerRules } from './loadBalancer';

/** Requests per second from one place: a zone's number, or the internet's, which is no zone. */
export interface Source {
  readonly place: number;
  readonly requests: number;
}

export interface Entrance {
  readonly rules: LoadBalancerRules;
  readonly targetType: LoadBalancer['targetType'];
  readonly deadZones: ReadonlySet<number>;
  /** The number that stands for the internet. */
  readonly internet: number;
  /** Dead targets have not failed enough health checks yet. */
  readonly targetsUnchecked: boolean;
  /** Clients know the addresses of before. */
  readonly dnsUnchanged: boolean;
}

const NONE: ReadonlySet<number> = new Set();

/** Machines (instance targets) or positions of endpoints (ip targets) by zone. */
type Targets = ReadonlyMap<number, readonly number[]>;

/** Takes requests from DNS over the load balancer's nodes and its targets to the Service's pods. */
export function throughLoadBalancer(
  entrance: Entrance,
  service: LiveService,
  sources: readonly Source[],
  kind: 'client-lb' | 'pod-lb',
  table: HopTable,
): void {
  const { rules, deadZones, targetType } = entrance;
  const { inDns, targets } = targetsOf(entrance, service);
  const arrived = arrivals(entrance, service, sources, kind, table, inDns);
  const toMachines = new Map<number, { requests: number; uncrossed: number }>();
  const listOf = new Map<string, readonly number[]>();
  for (const [zone, { requests, uncrossed }] of arrived) {
    const scope = targetZones(rules, zone);
    const count = scope.reduce((sum, other) => sum + (targets.get(other)?.length ?? 0), 0);
    if (deadZones.has(zone) || count === 0) drop(service.sum, requests, uncrossed);
    else if (targetType === 'ip') deliver(service, table, 'lb-pod', { zone, machine: null }, joined(listOf, targets, scope), requests, uncrossed);
    else toNodes(service, table, zone, targets, scope, requests / count, uncrossed / count, toMachines);
  }
  for (const [number, { requests, uncrossed }] of toMachines) {
    const machine = service.machines[number];
    if (machine === undefined) continue;
    if (machine.dead) drop(service.sum, requests, uncrossed);
    else deliver(service, table, 'node-pod', { zone: machine.zone, machine: number }, service.choose(machine.facts.proxy).external, requests, uncrossed);
  }
}

/** The zones whose address clients get, the targets that get requests, and whether both are all there are for want of a healthy one. */
interface Aim {
  readonly inDns: readonly number[];
  readonly targets: Targets;
  readonly failsOpen: { readonly dns: boolean; readonly targets: boolean };
}

export function targetsOf(entrance: Entrance, service: LiveService): Aim {
  const { rules, targetType, deadZones, targetsUnchecked, dnsUnchanged } = entrance;
  const healthyOf = (withDead: boolean) => (targetType === 'ip' ? podTargets(service, rules, withDead) : machineTargets(service, rules, true, withDead));
  const healthy = healthyOf(targetsUnchecked);
  const answering = zonesAnswering(rules, counts(healthy), deadZones);
  const inDns = dnsUnchanged ? zonesRemembered(entrance, counts(healthyOf(true))) : zonesInDns(rules, answering);
  // With no healthy target anywhere a load balancer fails open: it uses all that are registered.
  const failsOpen = { dns: !dnsUnchanged && answering.length === 0, targets: targetType === 'instance' && healthy.size === 0 };
  return { inDns, targets: failsOpen.targets ? machineTargets(service, rules, false, true) : healthy, failsOpen };
}

/** The zones whose address clients still know. Pods of a dead zone may be out of the endpoints before it is out of DNS. */
function zonesRemembered({ rules, targetType, deadZones }: Entrance, healthy: readonly number[]): readonly number[] {
  const zones = zonesInDns(rules, zonesAnswering(rules, healthy, NONE));
  return targetType === 'instance' ? zones : rules.zones.filter((zone) => zones.includes(zone) || deadZones.has(zone));
}

/** Requests at each of the load balancer's nodes, by zone. */
function arrivals(
  { rules, internet }: Entrance,
  { sum }: LiveService,
  sources: readonly Source[],
  kind: 'client-lb' | 'pod-lb',
  table: HopTable,
  inDns: readonly number[],
): Map<number, { requests: number; uncrossed: number }> {
  const arrived = new Map<number, { requests: number; uncrossed: number }>();
  for (const { place, requests } of sources) {
    const outside = place === internet;
    dnsShares(rules, inDns, outside ? null : place).forEach((share, index) => {
      const zone = inDns[index];
      if (zone === undefined || share === 0) return;
      const part = requests * share;
      const crossed = !outside && zone !== place;
      addHop(table, kind, place, zone, part);
      sum.transfers += part;
      if (crossed) sum.crossings += part;
      const at = arrived.get(zone) ?? { requests: 0, uncrossed: 0 };
      arrived.set(zone, { requests: at.requests + part, uncrossed: at.uncrossed + (crossed ? 0 : part) });
    });
  }
  return arrived;
}

/** From a load balancer's node in `zone` to every node that is its target, the same number of requests to each. */
function toNodes(
  { sum }: LiveService,
  table: HopTable,
  zone: number,
  targets: Targets,
  scope: readonly number[],
  requests: number,
  uncrossed: number,
  toMachines: Map<number, { requests: number; uncrossed: number }>,
): void {
  for (const other of scope) {
    const machines = targets.get(other) ?? [];
    const part = requests * machines.length;
    addHop(table, 'lb-node', zone, other, part);
    sum.transfers += part;
    if (other !== zone) sum.crossings += part;
    for (const machine of machines) {
      const at = toMachines.get(machine);
      const stayed = other === zone ? uncrossed : 0;
      if (at === undefined) toMachines.set(machine, { requests, uncrossed: stayed });
      else {
        at.requests += requests;
        at.uncrossed += stayed;
      }
    }
  }
}

/** Its health check fails: externalTrafficPolicy Local, and no pod on the node. */
export function lacksLocalEndpoint({ policy, choose }: LiveService, node: ProxyNode): boolean {
  return policy.externalLocal && choose(node).external.length === 0;
}

/** Instance targets. A dead one fails its health check, and with externalTrafficPolicy Local one without a local pod. */
function machineTargets(service: LiveService, rules: LoadBalancerRules, healthy: boolean, withDead: boolean): Targets {
  return byZone(
    rules,
    service.machines,
    ({ facts, dead }) =>
      facts.isTarget && !(healthy && ((dead && !withDead) || lacksLocalEndpoint(service, facts.proxy))),
    ({ zone }) => zone,
  );
}

function podTargets(service: LiveService, rules: LoadBalancerRules, withDead: boolean): Targets {
  const machine = (number: number) => service.machines[number];
  return byZone(rules, service.machineOf, (number) => withDead || machine(number)?.dead === false, (number) => machine(number)?.zone ?? -1);
}

/** Positions of the wanted items by zone; a target in a zone that is not enabled gets no traffic. */
function byZone<Item>(
  rules: LoadBalancerRules,
  items: readonly Item[],
  wanted: (item: Item) => boolean,
  zoneOf: (item: Item) => number,
): Targets {
  const targets = new Map<number, number[]>();
  items.forEach((item, position) => {
    const zone = zoneOf(item);
    if (!rules.zones.includes(zone) || !wanted(item)) return;
    const list = targets.get(zone);
    if (list === undefined) targets.set(zone, [position]);
    else list.push(position);
  });
  return targets;
}

function counts(targets: Targets): number[] {
  const byNumber: number[] = [];
  for (const [zone, list] of targets) byNumber[zone] = list.length;
  return byNumber;
}

function joined(known: Map<string, readonly number[]>, targets: Targets, scope: readonly number[]): readonly number[] {
  const key = scope.join();
  let list = known.get(key);
  if (list === undefined) {
    list = scope.flatMap((zone) => targets.get(zone) ?? []);
    known.set(key, list);
  }
  return list;
}
