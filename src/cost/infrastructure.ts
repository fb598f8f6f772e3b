import { internet } from '../design/internet';
import type { LoadBalancer } from '../design/schema';
import { entitiesOf, zonesOf } from '../design/tree';
import type { Hop } from '../evaluation';
import { bytesPerGb, gbPerMonth, hoursPerMonth } from '../units';
import type { CostInput } from './cost';
import { charge, type Ledger } from './ledger';
import { chargeMachines } from './machines';
import { chargeStorage } from './storage';
import { loadBalancerOf, reachesPublicAddress } from './transfer';

/** Writes the lines for what the design runs: machines, control plane, NAT, load balancers, storage, data out. */
export function chargeInfrastructure(ledger: Ledger, input: CostInput): void {
  chargeMachines(ledger, input);
  chargeControlPlane(ledger, input);
  chargeNat(ledger, input);
  chargeLoadBalancers(ledger, input);
  chargeStorage(ledger, input);
  chargeInternetOut(ledger, input);
  ledger.notPriced.push(ledger.text.notPriced.interfaceEndpoints);
}

function chargeControlPlane(ledger: Ledger, { design, catalog }: CostInput): void {
  if (design.settings.controlPlane !== 'eks') return;
  const extended = design.settings.eksSupport === 'extended';
  charge(
    ledger,
    { id: 'eks', title: ledger.text.eks(extended), quantity: hoursPerMonth, unit: 'h', entities: [] },
    extended ? catalog.prices.eksExtendedSupportHour : catalog.prices.eksClusterHour,
  );
}

/** A single NAT gateway stands in the first zone by letter. One in a lost zone does not run; its address is kept. */
function chargeNat(ledger: Ledger, { design, catalog, hops, lost }: CostInput): void {
  const zones = zonesOf(design);
  const gateways = { 'per-zone': zones, single: zones.slice(0, 1), none: [] }[design.settings.nat];
  const running = gateways.filter((zone) => lost?.has(zone.id) !== true).map((zone) => zone.id);
  charge(
    ledger,
    { id: 'nat/hours', title: ledger.text.natHours(running.length), quantity: running.length * hoursPerMonth, unit: 'h', count: running.length, entities: running },
    catalog.prices.natGatewayHour,
  );
  let bytesPerSecond = 0;
  const links = new Set<string>();
  for (const hop of hops) {
    if (hop.kind !== 'pod-nat') continue;
    bytesPerSecond += hop.requestsPerSecond * (hop.requestBytes + hop.responseBytes);
    links.add(hop.link);
  }
  charge(
    ledger,
    { id: 'nat/data', title: ledger.text.natProcessing, quantity: gbPerMonth(bytesPerSecond), unit: 'GB', entities: [...links] },
    catalog.prices.natGatewayPerGb,
  );
  charge(
    ledger,
    {
      id: 'public-ipv4/nat',
      title: ledger.text.natAddresses(gateways.length),
      quantity: gateways.length * hoursPerMonth,
      unit: 'h',
      count: gateways.length,
      entities: gateways.map((zone) => zone.id),
    },
    catalog.prices.publicIpv4Hour,
  );
}

function chargeLoadBalancers(ledger: Ledger, input: CostInput): void {
  const { design, catalog } = input;
  const { text } = ledger;
  const processed = bytesByLoadBalancer(input, () => true);
  const byPublicAddress = bytesByLoadBalancer(input, (hop) => reachesPublicAddress(design, hop));
  for (const balancer of entitiesOf(design, 'loadBalancer')) {
    const { id, type } = balancer;
    const gb = gbPerMonth(processed.get(id) ?? 0);
    const hours = { nlb: catalog.prices.nlbHour, alb: catalog.prices.albHour, clb: catalog.prices.clbHour }[type];
    charge(ledger, { id: `lb/${id}/hours`, title: text.loadBalancerHours(id, type.toUpperCase()), quantity: hoursPerMonth, unit: 'h', entities: [id] }, hours);
    if (type === 'clb') {
      charge(ledger, { id: `lb/${id}/data`, title: text.classicProcessing(id), quantity: gb, unit: 'GB', entities: [id] }, catalog.prices.clbPerGb);
    } else {
      if (gb > 0) ledger.assumptions.add(text.assumptions.capacityUnits);
      // One unit holds 1 GB an hour, so GB a month are unit hours a month.
      const units = { id: `lb/${id}/capacity`, quantity: gb, entities: [id] };
      if (type === 'nlb') charge(ledger, { ...units, title: text.capacityUnits(id, 'NLCU'), unit: 'NLCU-h' }, catalog.prices.nlbNlcuHour);
      else charge(ledger, { ...units, title: text.capacityUnits(id, 'LCU'), unit: 'LCU-h' }, catalog.prices.albLcuHour);
    }
    chargeAddresses(ledger, input, balancer);
    const fromInside = gbPerMonth(byPublicAddress.get(id) ?? 0);
    if (fromInside > 0) ledger.notPriced.push(text.notPriced.publicAddress(id, fromInside));
  }
}

function chargeAddresses(ledger: Ledger, { catalog }: CostInput, { id, scheme, zones }: LoadBalancer): void {
  if (scheme !== 'internet-facing') return;
  charge(
    ledger,
    {
      id: `public-ipv4/${id}`,
      title: ledger.text.loadBalancerAddresses(id, zones.length),
      quantity: zones.length * hoursPerMonth,
      unit: 'h',
      count: zones.length,
      entities: [id],
    },
    catalog.prices.publicIpv4Hour,
  );
}

function bytesByLoadBalancer({ design, hops }: CostInput, counts: (hop: Hop) => boolean): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (const hop of hops) {
    if ((hop.kind !== 'client-lb' && hop.kind !== 'pod-lb') || !counts(hop)) continue;
    const id = loadBalancerOf(design, hop)?.id;
    if (id !== undefined) bytes.set(id, (bytes.get(id) ?? 0) + hop.requestsPerSecond * (hop.requestBytes + hop.responseBytes));
  }
  return bytes;
}

/** 10 TB: the first tier of the price list. */
const firstTierGb = 10 * 1024 ** 4 / bytesPerGb;

/** Answers to clients in the internet and requests to it; what comes in is free. */
function chargeInternetOut(ledger: Ledger, { catalog, hops }: CostInput): void {
  let bytesPerSecond = 0;
  const links = new Set<string>();
  for (const hop of hops) {
    const bytes = hop.from === internet ? hop.responseBytes : hop.to === internet ? hop.requestBytes : 0;
    if (bytes === 0) continue;
    bytesPerSecond += hop.requestsPerSecond * bytes;
    links.add(hop.link);
  }
  const gb = gbPerMonth(bytesPerSecond);
  if (gb > 0) ledger.assumptions.add(ledger.text.assumptions.gigabyte);
  charge(
    ledger,
    { id: 'internet-out', title: ledger.text.internetOut, quantity: Math.min(gb, firstTierGb), unit: 'GB', entities: [...links] },
    catalog.prices.internetOutPerGbFirst10TB,
  );
  if (gb > firstTierGb) ledger.notPriced.push(ledger.text.notPriced.beyondFirstTier(gb - firstTierGb));
}
