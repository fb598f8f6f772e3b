import type { LiveService } from '../routing/liveService';
import { dnsShares, targetZones } from '../routing/loadBalancer';
import type { Moment } from '../routing/moment';
import { entranceOf } from '../routing/routeLink';
import type { RoutingLoadBalancer } from '../routing/routing';
import { lacksLocalEndpoint, targetsOf, type Entrance } from '../routing/throughLoadBalancer';
import type { Branch, Branches } from './branches';
import type { Excluded } from './stop';
import { fromNode, lost, toPods } from './toPods';

/** From a client at a place to one of the load balancer's nodes, by DNS. */
export function toLoadBalancer(moment: Moment, service: LiveService, balancer: RoutingLoadBalancer, place: number): Branches {
  const entrance = entranceOf(balancer, moment);
  const { inDns, failsOpen } = targetsOf(entrance, service);
  const { rules, deadZones, internet } = entrance;
  const { zones } = moment.routing;
  const options = dnsShares(rules, inDns, place === internet ? null : place).flatMap((probability, index): Branch[] => {
    const zone = inDns[index];
    if (zone === undefined || probability === 0) return [];
    const name = zones[zone] ?? '';
    return [
      {
        id: name,
        to: { kind: 'loadBalancer', name: balancer.entity.id, zone: name },
        probability,
        crossesZone: place !== internet && place !== zone,
        isTransfer: true,
        next: () => toTarget(moment, service, entrance, zone),
      },
    ];
  });
  const excluded = rules.zones.filter((zone) => !inDns.includes(zone)).map((zone): Excluded => ({ name: zones[zone] ?? '', why: deadZones.has(zone) ? 'zone-lost' : 'no-healthy-target' }));
  return { rule: { id: 'dns', policy: rules.routing, failOpen: failsOpen.dns }, options, excluded };
}

/** From the load balancer's node in a zone to one of its targets, evenly. */
function toTarget(moment: Moment, service: LiveService, entrance: Entrance, zone: number): Branches {
  const { rules, targetType, deadZones } = entrance;
  const { targets, failsOpen } = targetsOf(entrance, service);
  const list = targetZones(rules, zone).flatMap((other) => targets.get(other) ?? []);
  const rule = { id: 'targets', targetType, crossZone: rules.crossZone, failOpen: failsOpen.targets } as const;
  if (deadZones.has(zone)) return { rule: { id: 'unreachable', why: 'zone-lost' }, options: [lost('zone-lost')], excluded: [] };
  if (list.length === 0) return { rule, options: [lost('no-target')], excluded: excludedNodes(service, entrance, list) };
  if (targetType === 'ip') return toPods(moment, service, rule, { zone, machine: null }, [{ list, part: 1 }]);
  return {
    rule,
    options: list.flatMap((number): Branch[] => {
      const machine = service.machines[number];
      if (machine === undefined) return [];
      const name = moment.routing.zones[machine.zone] ?? '';
      return [
        {
          id: machine.name,
          to: { kind: 'node', name: machine.name, zone: name },
          probability: 1 / list.length,
          crossesZone: machine.zone !== zone,
          isTransfer: true,
          next: () => fromNode(moment, service, number),
        },
      ];
    }),
    excluded: excludedNodes(service, entrance, list),
  };
}

/** Workers that get nothing from a load balancer with instance targets, and why. */
function excludedNodes(service: LiveService, { rules, targetType }: Entrance, list: readonly number[]): readonly Excluded[] {
  if (targetType === 'ip') return [];
  const used = new Set(list);
  return service.machines.flatMap(({ name, zone, dead, worker, facts }, number): Excluded[] => {
    if (!worker || used.has(number)) return [];
    if (dead) return [{ name, why: 'dead' }];
    if (!rules.zones.includes(zone)) return [{ name, why: 'zone-not-enabled' }];
    return lacksLocalEndpoint(service, facts.proxy) ? [{ name, why: 'no-local-endpoint' }] : [];
  });
}
