import { describe, expect, it } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import type { Design } from '../design/schema';
import { evaluate } from '../evaluate';
import { design, fileSystem, group, instance, loadBalancer, service, storageClass, workload, type DesignInput } from '../testing/designs';

/**
 * Bills worked out by hand from what AWS publishes, before the program had its say: whole designs, evaluated as the page does. The
 * prices are those of each region's sheet (`src/catalog/data`, with file and date); the rule of each case is named beside it.
 */
interface Golden {
  readonly name: string;
  readonly region: string;
  readonly drawn: DesignInput;
  /** Beginnings of the ids of the lines that the case is about; all others are left out. */
  readonly lines: readonly string[];
  /** id: quantity -> USD a month */
  readonly expected: Readonly<Record<string, readonly [number, number]>>;
  readonly byHand: string;
  readonly source: string;
}

const ec2Pricing = 'AWS, EC2 On-Demand Pricing: data transfer within a region, 0.01 USD/GB in each direction';
const nlbGuide = 'AWS, Network Load Balancer guide, target-group-cross-zone: "EC2 data transfer charges apply"';
const lbBlog = 'AWS Architecture Blog, Exploring Data Transfer Costs for Classic and Application Load Balancers';
const elbPricing = 'AWS, Elastic Load Balancing pricing; infracost lb golden (16.43, 5.84 and 4.38 USD a month)';
const dbBlog = 'AWS Architecture Blog, Exploring Data Transfer Costs for AWS Managed Databases; the ends charged are assumed';
const vpcPricing = 'AWS, Amazon VPC pricing: NAT gateway by hour and GB, public IPv4 by hour';

/** Bytes of a request, at one request a second, that make so many GB (2^30 bytes) in a month of 730 h. */
const gb = (amount: number) => (amount * 2 ** 30) / 2_628_000;
const sends = (to: string, there: number, back = 0, from = 'workload-from') => [{ id: 'l', from, to, requestsPerSecond: 1, requestBytes: gb(there), responseBytes: gb(back) }];
const at = (letter: string, region: string) => ({ nodeSelector: { 'topology.kubernetes.io/zone': `${region}${letter}` } });
const plain = { nat: 'none' as const };
const cross = ['cross-zone/'];

/** A caller in zone a and a server with a pod in each of these zones; a machine in zones a and b. */
function pair(region: string, servers: string, there: number, back = 0): DesignInput {
  const pods = Array.from(servers, (letter) => workload(`to-${letter}`, 1, { ...at(letter, region), labels: { role: 'to' } }));
  return { zones: 'ab', settings: { ...plain, region }, entities: [instance('node-a', 'a'), instance('node-b', 'b'), workload('from', 1, at('a', region)), ...pods, service('to', { selector: { role: 'to' } })], links: sends('svc-to', there, back) };
}

/** Clients in the internet, a load balancer in zones a and b, one pod in zone b; a machine in each zone. */
function balanced(region: string, fields: Parameters<typeof loadBalancer>[2], there: number, of: Parameters<typeof service>[1] = {}): DesignInput {
  return {
    zones: 'ab',
    settings: { ...plain, region },
    entities: [
      instance('node-a', 'a'),
      instance('node-b', 'b'),
      workload('web', 1, at('b', region)),
      service('web', { type: 'LoadBalancer', ...of }),
      loadBalancer('lb', 'ab', { service: 'svc-web', ...fields }),
      { id: 'users', kind: 'client' },
    ],
    links: sends('lb', there, 0, 'users'),
  };
}

/** One pod in zone b that uses something. */
function caller(region: string, entities: DesignInput['entities'], to: string, there: number, settings: DesignInput['settings'] = plain): DesignInput {
  return { zones: 'ab', settings: { ...settings, region }, entities: [instance('node-b', 'b'), workload('from', 1, at('b', region)), ...(entities ?? [])], links: sends(to, there) };
}

const cases: readonly Golden[] = [
  // Transfer between zones
  { name: '1 GB from zone a to zone b', region: 'us-east-1', drawn: pair('us-east-1', 'b', 1), lines: cross, expected: { 'cross-zone/l/pod-pod': [2, 0.02] }, byHand: '1 GB x (0.01 out of a + 0.01 into b)', source: ec2Pricing },
  { name: '1 GB each way', region: 'us-east-1', drawn: pair('us-east-1', 'b', 1, 1), lines: cross, expected: { 'cross-zone/l/pod-pod': [4, 0.04] }, byHand: '(1 + 1) GB x (0.01 + 0.01)', source: ec2Pricing },
  { name: '1,000 GB to another zone', region: 'ap-northeast-2', drawn: pair('ap-northeast-2', 'b', 1000), lines: cross, expected: { 'cross-zone/l/pod-pod': [2000, 20] }, byHand: '1000 GB counted out and in = 2000 GB x 0.01', source: 'infracost data_transfer golden: 20.00 for 1000 GB in every region' },
  { name: 'within a zone', region: 'us-east-1', drawn: pair('us-east-1', 'a', 1000), lines: cross, expected: {}, byHand: 'same zone, private addresses: 0', source: ec2Pricing },
  { name: 'to one pod in each of two zones', region: 'eu-west-1', drawn: pair('eu-west-1', 'ab', 10), lines: cross, expected: { 'cross-zone/l/pod-pod': [10, 0.1] }, byHand: 'half of 10 GB crosses: 5 GB x 2 x 0.01', source: ec2Pricing },
  { name: 'in GovCloud', region: 'us-gov-west-1', drawn: pair('us-gov-west-1', 'b', 7, 3), lines: cross, expected: { 'cross-zone/l/pod-pod': [20, 0.2] }, byHand: '(7 + 3) GB x 2 x 0.01', source: ec2Pricing },

  // Load balancers
  { name: 'ALB to a target in another zone', region: 'us-east-1', drawn: balanced('us-east-1', { type: 'alb', crossZone: true, targetType: 'ip' }, 10), lines: cross, expected: {}, byHand: '5 GB cross between the ALB and its target: 0', source: lbBlog },
  { name: 'CLB to a target in another zone', region: 'us-east-1', drawn: balanced('us-east-1', { type: 'clb', crossZone: true }, 10, { externalTrafficPolicy: 'Local' }), lines: cross, expected: {}, byHand: '5 GB cross between the CLB and its target: 0', source: lbBlog },
  { name: 'NLB with cross-zone load balancing', region: 'us-east-1', drawn: balanced('us-east-1', { crossZone: true, targetType: 'ip' }, 10), lines: cross, expected: { 'cross-zone/l/lb-pod': [10, 0.1] }, byHand: 'half of 10 GB arrives in zone a and goes to b: 5 GB x 2 x 0.01', source: nlbGuide },
  { name: 'NLB without it, externalTrafficPolicy Local', region: 'us-east-1', drawn: balanced('us-east-1', {}, 10, { externalTrafficPolicy: 'Local' }), lines: cross, expected: {}, byHand: 'zone a has no healthy target and is left out of DNS: all arrives in b', source: nlbGuide },
  { name: 'the second crossing of externalTrafficPolicy Cluster', region: 'us-east-1', drawn: balanced('us-east-1', {}, 10), lines: cross, expected: { 'cross-zone/l/node-pod': [10, 0.1] }, byHand: 'half of 10 GB arrives at the node in a, kube-proxy sends it to b: 5 GB x 2 x 0.01', source: ec2Pricing },
  { name: 'both crossings: NLB cross-zone and kube-proxy', region: 'eu-central-1', drawn: balanced('eu-central-1', { crossZone: true }, 10), lines: cross, expected: { 'cross-zone/l/lb-node': [10, 0.1], 'cross-zone/l/node-pod': [10, 0.1] }, byHand: 'half of what either zone gets goes to the other node: 5 GB x 2 x 0.01; then half of all is at the node in a: 5 GB x 2 x 0.01', source: nlbGuide },
  { name: 'behind an ALB the second crossing is still between instances', region: 'us-east-1', drawn: balanced('us-east-1', { type: 'alb', crossZone: true }, 10), lines: cross, expected: { 'cross-zone/l/node-pod': [10, 0.1] }, byHand: 'ALB to node: 0; 5 GB from the node in a to the pod in b x 2 x 0.01', source: lbBlog },
  { name: 'NLB: hours, one NLCU all month, two addresses', region: 'us-east-1', drawn: balanced('us-east-1', { targetType: 'ip' }, 730), lines: ['lb/', 'public-ipv4/'], expected: { 'lb/lb/hours': [730, 16.43], 'lb/lb/capacity': [730, 4.38], 'public-ipv4/lb': [1460, 7.3] }, byHand: '730 h x 0.0225 = 16.425; 730 GB at 1 GB an NLCU-hour x 0.006; 2 x 730 h x 0.005', source: elbPricing },
  { name: 'ALB: hours and one LCU all month', region: 'us-east-1', drawn: balanced('us-east-1', { type: 'alb', crossZone: true, targetType: 'ip' }, 730), lines: ['lb/'], expected: { 'lb/lb/hours': [730, 16.43], 'lb/lb/capacity': [730, 5.84] }, byHand: '730 h x 0.0225 = 16.425; 730 GB at 1 GB an LCU-hour x 0.008', source: elbPricing },
  { name: 'CLB: hours and GB', region: 'eu-west-1', drawn: balanced('eu-west-1', { type: 'clb' }, 100), lines: ['lb/'], expected: { 'lb/lb/hours': [730, 20.44], 'lb/lb/data': [100, 0.8] }, byHand: '730 h x 0.028; 100 GB x 0.008', source: elbPricing },
  { name: 'NLB in Sao Paulo: the NLCU has no sourced price', region: 'sa-east-1', drawn: balanced('sa-east-1', { targetType: 'ip' }, 730), lines: ['lb/'], expected: { 'lb/lb/hours': [730, 24.82] }, byHand: '730 h x 0.034; the rest is listed as not priced', source: elbPricing },

  // NAT, internet
  {
    name: 'a single NAT gateway in zone a for a pod in b',
    region: 'eu-west-1',
    drawn: caller('eu-west-1', [], 'internet', 10, { nat: 'single' }),
    lines: ['nat/', 'public-ipv4/', 'internet-out', 'cross-zone/'],
    expected: { 'nat/hours': [730, 35.04], 'nat/data': [10, 0.48], 'public-ipv4/nat': [730, 3.65], 'internet-out': [10, 0.9], 'cross-zone/l/pod-nat': [20, 0.2] },
    byHand: '730 h x 0.048; 10 GB x 0.048; 730 h x 0.005; 10 GB x 0.09; 10 GB x 2 x 0.01 to the gateway’s zone',
    source: vpcPricing,
  },
  { name: 'a NAT gateway in each zone', region: 'ap-northeast-2', drawn: caller('ap-northeast-2', [], 'internet', 10, { nat: 'per-zone' }), lines: ['nat/hours', 'public-ipv4/', 'cross-zone/'], expected: { 'nat/hours': [1460, 86.14], 'public-ipv4/nat': [1460, 7.3] }, byHand: '2 x 730 h x 0.059; 2 x 730 h x 0.005; nothing crosses', source: vpcPricing },
  { name: 'data out to the internet, the whole first tier and more', region: 'us-east-1', drawn: caller('us-east-1', [], 'internet', 11_240, { nat: 'single' }), lines: ['internet-out'], expected: { 'internet-out': [10_240, 921.6] }, byHand: '10 TB = 10,240 GB x 0.09; 1,000 GB beyond it are listed as not priced', source: 'AWS, EC2 On-Demand Pricing: data transfer out, first 10 TB a month' },
  { name: 'data out to the internet from GovCloud', region: 'us-gov-west-1', drawn: caller('us-gov-west-1', [], 'internet', 100, { nat: 'single' }), lines: ['internet-out'], expected: { 'internet-out': [100, 15.5] }, byHand: '100 GB x 0.155', source: 'AWS, EC2 On-Demand Pricing: data transfer out, first 10 TB a month' },

  // Databases, file systems, volumes
  { name: 'RDS Multi-AZ instance: its replication is free', region: 'eu-central-1', drawn: { zones: 'ab', settings: plain, entities: [{ id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] }] }, lines: ['rds/', 'cross-zone/'], expected: { 'rds/db': [730, 276.67] }, byHand: '730 h x 0.379; replication: 0', source: dbBlog },
  { name: 'RDS single-AZ, MySQL', region: 'us-east-1', drawn: { zones: 'a', settings: plain, entities: [{ id: 'db', kind: 'database', engine: 'mysql', deployment: 'single-az', instanceClass: 'db.t3.large', zones: ['zone-a'] }] }, lines: ['rds/'], expected: { 'rds/db': [730, 99.28] }, byHand: '730 h x 0.136', source: 'infracost db_instance golden: 99.28' },
  { name: 'a client of RDS in another zone', region: 'ap-northeast-1', drawn: caller('ap-northeast-1', [{ id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] }], 'db', 10), lines: cross, expected: { 'cross-zone/l/pod-database': [20, 0.2] }, byHand: 'pod in b, primary in a: 10 GB x 2 x 0.01', source: dbBlog },
  { name: 'EFS through another zone’s mount target', region: 'sa-east-1', drawn: caller('sa-east-1', [fileSystem('fs', 'a')], 'fs', 10), lines: ['efs/', 'cross-zone/'], expected: { 'efs/fs': [100, 57], 'cross-zone/l/pod-fileSystem': [10, 0.1] }, byHand: '100 GB x 0.57; 10 GB x 0.01 at the client’s end', source: 'AWS, Amazon EFS pricing; the end charged is assumed' },
  { name: 'EFS One Zone', region: 'us-gov-west-1', drawn: { zones: 'a', settings: plain, entities: [fileSystem('fs', 'a', { type: 'oneZone', storageGiB: 50 })] }, lines: ['efs/'], expected: { 'efs/fs': [50, 9.6] }, byHand: '50 GB x 0.192', source: 'AWS, Amazon EFS pricing' },
  {
    name: 'volumes of claims, gp2',
    region: 'ap-northeast-1',
    drawn: { zones: 'a', settings: plain, entities: [instance('node-a', 'a'), storageClass('old', { volumeType: 'gp2' }), workload('db', 3, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-old', sizeGiB: 20 }] })] },
    lines: ['ebs/claims'],
    expected: { 'ebs/claims/old': [60, 7.2] },
    byHand: '3 x 20 GiB x 0.12',
    source: 'AWS, Amazon EBS pricing: gp2 by GB-month',
  },

  // Control plane and machines
  { name: 'EKS in standard support', region: 'ap-southeast-1', drawn: { settings: { ...plain, controlPlane: 'eks' } }, lines: [''], expected: { eks: [730, 73] }, byHand: '730 h x 0.10', source: 'AWS, Amazon EKS pricing; infracost eks_cluster golden 73.00' },
  { name: 'EKS in extended support', region: 'us-gov-west-1', drawn: { settings: { ...plain, controlPlane: 'eks', eksSupport: 'extended' } }, lines: [''], expected: { eks: [730, 438] }, byHand: '730 h x (0.10 + 0.50)', source: 'AWS, Amazon EKS pricing; infracost eks_cluster golden 438.00' },
  {
    name: 'three stacked control-plane nodes',
    region: 'sa-east-1',
    drawn: { controlPlane: 'abc', settings: plain },
    lines: [''],
    expected: { 'ec2/cp-1': [730, 111.69], 'ec2/cp-2': [730, 111.69], 'ec2/cp-3': [730, 111.69], 'ebs/root': [150, 22.8], 'ebs/etcd': [60, 9.12] },
    byHand: 'each 730 h x 0.153; 3 x 50 GiB x 0.152; 3 x 20 GiB x 0.152',
    source: 'AWS, EC2 On-Demand Pricing; Amazon EBS pricing: gp3 by GB-month',
  },
  {
    name: 'a mixed group, Spot at 0.35 of the on-demand price',
    region: 'us-east-1',
    drawn: { zones: 'a', settings: { ...plain, costAssumptions: { spotFactor: 0.35 } }, entities: [group('asg', 'a', 5, { onDemandShare: 0.5 })] },
    lines: ['ec2/'],
    expected: { 'ec2/asg': [2190, 210.24], 'ec2/asg/spot': [1460, 49.06] },
    byHand: 'ceil(5 x 50 %) = 3 on-demand x 730 h x 0.096; 2 Spot x 730 h x (0.096 x 0.35 = 0.0336) = 49.056',
    source: 'AWS, EC2 On-Demand Pricing; the factor is the design’s own',
  },
  {
    name: 'a Savings Plan at 0.72 of the on-demand price',
    region: 'eu-west-1',
    drawn: { zones: 'a', settings: { ...plain, costAssumptions: { commitment: 'savings-plan', commitmentFactor: 0.72 } }, entities: [group('asg', 'a', 3, { instanceTypes: ['c5.large'] })] },
    lines: ['ec2/'],
    expected: { 'ec2/asg': [2190, 151.37] },
    byHand: '3 x 730 h x (0.096 x 0.72 = 0.06912) = 151.3728',
    source: 'AWS, EC2 On-Demand Pricing; the factor is the design’s own',
  },
  {
    name: 'Reserved at 0.637, a price with seven decimals',
    region: 'ap-northeast-1',
    drawn: { zones: 'a', settings: { ...plain, costAssumptions: { commitment: 'reserved', commitmentFactor: 0.637 } }, entities: [instance('node-a', 'a', { instanceType: 't3.medium' })] },
    lines: ['ec2/'],
    expected: { 'ec2/node-a': [730, 25.3] },
    byHand: '730 h x (0.0544 x 0.637 = 0.0346528) = 25.296544',
    source: 'AWS, EC2 On-Demand Pricing; the factor is the design’s own',
  },
];

function billOf({ region, drawn }: Golden) {
  const settings = { ...drawn.settings, region };
  const given: Design = design({ ...drawn, settings });
  return evaluate(given, catalogFor(region)!).cost;
}

describe('bills worked out by hand', () => {
  it.each(cases.map((each) => [each.region, each.name, each] as const))('%s: %s', (_, __, golden) => {
    const { lines } = billOf(golden);
    const about = lines.filter(({ id }) => golden.lines.some((beginning) => id.startsWith(beginning)));
    expect(Object.fromEntries(about.map(({ id, quantity, monthly }) => [id, [quantity, monthly]]))).toEqual(golden.expected);
  });

  it.each([
    ['sa-east-1', 'lb: NLCU, by data processed: no price known for sa-east-1'],
    ['us-east-1', 'Data out to the internet beyond the first 10 TB a month: 1,000 GB'],
  ])('%s: what has no price is said: %s', (region, text) => {
    expect(cases.filter((golden) => golden.region === region).flatMap((golden) => billOf(golden).notPriced)).toContain(text);
  });
});
