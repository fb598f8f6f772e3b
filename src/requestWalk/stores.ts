import type { Moment } from '../routing/moment';
import type { RoutingTarget } from '../routing/routing';
import type { Branch, Branches } from './branches';
import { lost } from './toPods';

type Store = Extract<RoutingTarget, { readonly kind: 'database' | 'fileSystem' | 'internet' }>;

/** From a place to a database's primary, a file system's mount target, or through a NAT gateway. */
export function toStore(to: Store, place: number, moment: Moment): Branches {
  const { zones } = moment.routing;
  const nameOf = (zone: number) => zones[zone] ?? '';
  if (to.kind === 'internet') return throughNat(place, moment);
  const own = to.kind === 'fileSystem' && to.zones.includes(place);
  const candidates = own ? [place] : to.zones;
  const zone = candidates.find((candidate) => !moment.deadZones.has(candidate));
  const rule = { id: to.kind === 'database' ? 'primary' : own ? 'own-mount-target' : 'first-mount-target' } as const;
  if (zone === undefined) return { rule, options: [lost('zone-lost')], excluded: [] };
  const option: Branch = { id: to.id, to: { kind: to.kind, name: to.id, zone: nameOf(zone) }, probability: 1, crossesZone: place !== zone, isTransfer: true, next: null };
  return { rule, options: [option], excluded: candidates.filter((candidate) => moment.deadZones.has(candidate)).map((candidate) => ({ name: nameOf(candidate), why: 'zone-lost' })) };
}

function throughNat(place: number, moment: Moment): Branches {
  const { nat } = moment.routing.design.settings;
  const rule = { id: nat === 'single' ? 'nat-single' : 'nat-zone' } as const;
  if (nat === 'none') return { rule, options: [lost('no-nat')], excluded: [] };
  const gateway = nat === 'single' ? 0 : place;
  if (moment.deadZones.has(gateway)) return { rule, options: [lost('zone-lost')], excluded: [] };
  const zone = moment.routing.zones[gateway] ?? '';
  const out: Branch = { id: 'internet', to: { kind: 'internet' }, probability: 1, crossesZone: false, isTransfer: true, next: null };
  return {
    rule,
    options: [{ id: zone, to: { kind: 'nat', zone }, probability: 1, crossesZone: gateway !== place, isTransfer: true, next: () => ({ rule: { id: 'nat-internet' }, options: [out], excluded: [] }) }],
    excluded: [],
  };
}
