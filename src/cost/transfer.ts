import { compareBytes } from '../byteOrder';
import type { Catalog } from '../catalog/catalog';
import type { Design, LoadBalancer } from '../design/schema';
import { internet } from '../design/internet';
import { entitiesOf, entityById } from '../design/tree';
import type { Hop, HopKind } from '../evaluation';
import { gbPerMonth } from '../units';
import { charge, type Ledger } from './ledger';

/** Who pays for a byte that crosses a zone border on a hop. */
type Rule =
  /** 0.01 USD/GB at the sender and at the receiver, as between any two EC2 instances. */
  | 'both-ends'
  /** The pod's end only: EFS does not charge for its own. */
  | 'client-end'
  /** An NLB as two instances; to and from an ALB or CLB over private addresses nothing. */
  | 'load-balancer'
  | 'free';

/**
 * Source: AWS, "Amazon EC2 On-Demand Pricing" (data transfer within a region) and the Network Load Balancer guide ("EC2
 * data transfer charges apply"). Behind an ALB kube-proxy's second hop is still a hop between two instances. The rules of
 * databases, file systems and NAT gateways are assumed.
 */
const ruleOfHop: Readonly<Record<HopKind, Rule>> = {
  'client-lb': 'load-balancer',
  'pod-lb': 'load-balancer',
  'lb-node': 'load-balancer',
  'lb-pod': 'load-balancer',
  'client-node': 'both-ends',
  'node-pod': 'both-ends',
  'pod-pod': 'both-ends',
  'pod-nat': 'both-ends',
  'pod-database': 'both-ends',
  'pod-fileSystem': 'client-end',
  'nat-internet': 'free',
};

/** Writes a `cross-zone/LINK/HOP` line for each link and kind of hop that crosses zones at a price. */
export function chargeTransfer(ledger: Ledger, design: Design, catalog: Catalog, hops: readonly Hop[]): void {
  const flows = new Map<string, { readonly hop: Hop; readonly ends: 1 | 2; bytesPerSecond: number }>();
  for (const hop of hops) {
    if (hop.from === hop.to || hop.from === internet || hop.to === internet) continue;
    const ends = endsCharged(design, hop);
    if (ends === 0) continue;
    const id = `cross-zone/${hop.link}/${hop.kind}`;
    const bytesPerSecond = hop.requestsPerSecond * (hop.requestBytes + hop.responseBytes);
    const flow = flows.get(id);
    if (flow === undefined) flows.set(id, { hop, ends, bytesPerSecond });
    else flow.bytesPerSecond += bytesPerSecond;
  }
  const links = new Map(design.links.map((link) => [link.id, link]));
  for (const id of [...flows.keys()].sort(compareBytes)) {
    const flow = flows.get(id);
    if (flow === undefined) continue;
    const { hop, ends, bytesPerSecond } = flow;
    const link = links.get(hop.link);
    assume(ledger, hop.kind);
    charge(
      ledger,
      {
        id,
        title: ledger.text.crossZone(link?.from ?? hop.link, link?.to ?? hop.via, hop.kind, ends),
        quantity: gbPerMonth(bytesPerSecond) * ends,
        unit: 'GB',
        entities: [hop.link],
      },
      catalog.prices.crossAzPerGbEachDirection,
    );
  }
}

/** At how many ends a byte that crosses zones on this hop is charged. */
export function endsCharged(design: Design, hop: Hop): 0 | 1 | 2 {
  switch (ruleOfHop[hop.kind]) {
    case 'both-ends':
      return 2;
    case 'client-end':
      return 1;
    case 'load-balancer':
      return loadBalancerOf(design, hop)?.type === 'nlb' ? 2 : 0;
    case 'free':
      return 0;
  }
}

/** Whether the hop leads from inside the VPC to the public addresses that an internet-facing load balancer's DNS name has. */
export function reachesPublicAddress(design: Design, hop: Hop): boolean {
  return (hop.kind === 'client-lb' || hop.kind === 'pod-lb') && hop.from !== internet && loadBalancerOf(design, hop)?.scheme === 'internet-facing';
}

/** The load balancer that a hop concerns: named itself, or in front of the Service that is named. */
export function loadBalancerOf(design: Design, hop: Hop): LoadBalancer | undefined {
  const via = entityById(design, hop.via);
  if (via?.kind === 'loadBalancer') return via;
  return entitiesOf(design, 'loadBalancer').find((candidate) => candidate.service === hop.via);
}

function assume(ledger: Ledger, kind: HopKind): void {
  const { assumptions } = ledger.text;
  ledger.assumptions.add(assumptions.gigabyte);
  if (kind === 'pod-database') ledger.assumptions.add(assumptions.databaseTransfer);
  if (kind === 'pod-nat') ledger.assumptions.add(assumptions.natTransfer);
  if (kind === 'pod-fileSystem') ledger.assumptions.add(assumptions.fileSystemTransfer);
}
