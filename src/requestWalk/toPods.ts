import type { LiveService, Standpoint } from '../routing/liveService';
import { destinationsOf } from '../routing/liveService';
import type { Callers, Moment } from '../routing/moment';
import type { ProxyNode } from '../routing/kubeProxy';
import type { Branch, Branches } from './branches';
import type { DropReason, ProxyChoice, Rule } from './stop';

/** From a node or a load balancer to one of a list of endpoints, evenly. */
export function toPods(moment: Moment, service: LiveService, rule: Rule, from: Standpoint, lists: readonly { readonly list: readonly number[]; readonly part: number }[]): Branches {
  const options = lists.flatMap(({ list, part }): Branch[] => {
    if (list.length === 0) return [lost('no-endpoint', part)];
    return list.map((position) => podBranch(moment, service, from, position, part / list.length));
  });
  return { rule, options, excluded: [] };
}

function podBranch({ routing }: Moment, { endpoints, machineOf, machines }: LiveService, from: Standpoint, position: number, probability: number): Branch {
  const number = machineOf[position];
  const machine = number === undefined ? undefined : machines[number];
  const pod = endpoints[position]?.pod ?? '';
  if (machine === undefined || machine.dead) return { ...lost('endpoint-gone', probability), id: pod };
  const zone = routing.zones[machine.zone] ?? '';
  return {
    id: pod,
    to: { kind: 'pod', name: pod, node: machine.name, zone },
    probability,
    crossesZone: from.zone !== machine.zone && from.zone < routing.zones.length,
    isTransfer: from.machine !== number,
    next: null,
  };
}

/** A way that ends unanswered. */
export function lost(why: DropReason, probability = 1): Branch {
  return { id: 'dropped', to: { kind: 'dropped', why }, probability, crossesZone: false, isTransfer: false, next: null };
}

/** What kube-proxy, or the pods' sidecar, does with calls from inside. */
export function fromCaller(moment: Moment, service: LiveService, caller: Callers): Branches {
  const destinations = destinationsOf(service, caller.node, caller.labels);
  const isSidecar = service.sidecar !== null && caller.labels !== undefined && !service.policy.internalLocal;
  const rule: Rule = isSidecar ? { id: 'sidecar' } : { id: 'kube-proxy', choice: choiceOf(service, caller.node, 'internal') };
  return toPods(moment, service, rule, caller, destinations);
}

/** What kube-proxy on a node does with what came from outside. */
export function fromNode(moment: Moment, service: LiveService, number: number): Branches {
  const machine = service.machines[number];
  if (machine === undefined || machine.dead) return { rule: { id: 'unreachable', why: 'node-gone' }, options: [lost('node-gone')], excluded: [] };
  const { proxy } = machine.facts;
  return toPods(moment, service, { id: 'kube-proxy', choice: choiceOf(service, proxy, 'external') }, { zone: machine.zone, machine: number }, [{ list: service.choose(proxy).external, part: 1 }]);
}

/** Which of kube-proxy's rules it was: told from what it chose. */
function choiceOf({ endpoints, policy, choose }: LiveService, node: ProxyNode, traffic: 'internal' | 'external'): ProxyChoice {
  if (traffic === 'internal' ? policy.internalLocal : policy.externalLocal) return 'local';
  if ((policy.topologyKeys ?? []).length > 0) return 'topology-keys';
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  const chosen = choose(node)[traffic].map((position) => endpoints[position]);
  const haveNodes = ready.length > 0 && ready.every(({ forNodes }) => (forNodes ?? []).length > 0);
  const haveZones = ready.length > 0 && ready.every(({ forZones }) => (forZones ?? []).length > 0);
  if (haveNodes && chosen.every((endpoint) => endpoint?.forNodes?.includes(node.name) === true)) return 'hinted-node';
  if (haveZones && node.zone !== undefined && chosen.every((endpoint) => endpoint?.forZones?.includes(node.zone ?? '') === true)) return 'hinted-zone';
  return haveZones || haveNodes ? 'no-hint' : 'all';
}
