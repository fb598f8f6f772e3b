import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { designSchema } from '../design/schema';
import type { Cost, Hop, HopKind } from '../evaluation';
import type { PersistentVolume } from '../kubernetes/objects';
import { cost, type CostInput } from './cost';

const zones = ['a', 'b', 'c'].map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter }));

function design(entities: readonly object[], settings: object = {}, links: readonly object[] = []) {
  return designSchema.parse({ zonesketch: 1, settings: { nat: 'none', ...settings }, entities, links });
}

function input(entities: readonly object[], more: Partial<CostInput> = {}, settings: object = {}, links: readonly object[] = []): CostInput {
  return { design: design(entities, settings, links), catalog: firstCatalog, nodes: [], volumes: [], hops: [], ...more };
}

function hop(kind: HopKind, from: string, to: string, via: string, bytesPerSecond: number, link = 'l'): Hop {
  return { link, kind, from, to, via, requestsPerSecond: 1, requestBytes: bytesPerSecond, responseBytes: 0 };
}

/** id: quantity unit at price = monthly */
function lines(of: Cost): readonly string[] {
  return of.lines.map((line) => `${line.id}: ${line.quantity} ${line.unit} at ${line.unitPrice} = ${line.monthly}`);
}

const nodes = (entity: string, instanceType: string, count: number) => Array.from({ length: count }, () => ({ entity, instanceType }));
const group = { id: 'asg-web', kind: 'autoScalingGroup', zones: ['zone-a'], desired: 3, max: 3, rootVolumeGiB: 20 };
const a = 'ap-northeast-2a';
const b = 'ap-northeast-2b';

describe('what a design runs', () => {
  it.each<[string, CostInput, readonly string[]]>([
    [
      'a group: hours and root volumes of its machines',
      input([...zones, group], { nodes: nodes('asg-web', 'm6i.large', 3) }),
      ['ec2/asg-web: 2190 h at 0.118 = 258.42', 'ebs/root: 60 GB-month at 0.0912 = 5.47'],
    ],
    [
      'a control-plane node and an external etcd member, each with its etcd volume',
      input([...zones, { id: 'cp-a', kind: 'controlPlaneNode', zone: 'zone-a' }, { id: 'etcd-b', kind: 'etcdNode', zone: 'zone-b', instanceType: 'm6i.xlarge' }]),
      [
        'ec2/cp-a: 730 h at 0.118 = 86.14',
        'ec2/etcd-b: 730 h at 0.236 = 172.28',
        'ebs/root: 70 GB-month at 0.0912 = 6.38',
        'ebs/etcd: 40 GB-month at 0.0912 = 3.65',
      ],
    ],
    [
      'the same after zone a is lost: its machine is gone, its etcd volume is not',
      input([...zones, { id: 'cp-a', kind: 'controlPlaneNode', zone: 'zone-a' }], { lost: new Set(['zone-a']) }),
      ['ebs/etcd: 20 GB-month at 0.0912 = 1.82'],
    ],
    ['EKS', input(zones, {}, { controlPlane: 'eks' }), ['eks: 730 h at 0.1 = 73']],
    ['EKS in extended support', input(zones, {}, { controlPlane: 'eks', eksSupport: 'extended' }), ['eks: 730 h at 0.6 = 438']],
    ['a NAT gateway in each zone', input(zones, {}, { nat: 'per-zone' }), ['nat/hours: 2190 h at 0.059 = 129.21', 'public-ipv4/nat: 2190 h at 0.005 = 10.95']],
    [
      'one of them lost: its address is kept',
      input(zones, { lost: new Set(['zone-b']) }, { nat: 'per-zone' }),
      ['nat/hours: 1460 h at 0.059 = 86.14', 'public-ipv4/nat: 2190 h at 0.005 = 10.95'],
    ],
    [
      'a single NAT gateway and what goes through it',
      input(zones, { hops: [hop('pod-nat', a, a, 'zone-a', 2 ** 20), hop('nat-internet', a, 'internet', 'zone-a', 2 ** 20)] }, { nat: 'single' }),
      [
        'nat/hours: 730 h at 0.059 = 43.07',
        'nat/data: 2566.40625 GB at 0.059 = 151.42',
        'public-ipv4/nat: 730 h at 0.005 = 3.65',
        'internet-out: 2566.40625 GB at 0.126 = 323.37',
      ],
    ],
    [
      'an NLB in two zones: hours, capacity, an address in each',
      input([...zones, { id: 'lb', kind: 'loadBalancer', type: 'nlb', zones: ['zone-a', 'zone-b'] }], { hops: [hop('client-lb', a, a, 'lb', 2 ** 20)] }),
      ['lb/lb/hours: 730 h at 0.0225 = 16.43', 'lb/lb/capacity: 2566.40625 NLCU-h at 0.006 = 15.4', 'public-ipv4/lb: 1460 h at 0.005 = 7.3'],
    ],
    [
      'an internal ALB has no public address',
      input([...zones, { id: 'lb', kind: 'loadBalancer', type: 'alb', scheme: 'internal', zones: ['zone-a'] }], { hops: [hop('pod-lb', a, a, 'lb', 2 ** 20)] }),
      ['lb/lb/hours: 730 h at 0.0225 = 16.43', 'lb/lb/capacity: 2566.40625 LCU-h at 0.008 = 20.53'],
    ],
    [
      'a CLB by the GB',
      input([...zones, { id: 'lb', kind: 'loadBalancer', type: 'clb', scheme: 'internal', zones: ['zone-a'] }], { hops: [hop('client-lb', a, a, 'lb', 2 ** 20)] }),
      ['lb/lb/hours: 730 h at 0.025 = 18.25', 'lb/lb/data: 2566.40625 GB at 0.008 = 20.53'],
    ],
    [
      'volumes of claims by StorageClass',
      input([...zones, { id: 'sc', kind: 'storageClass', name: 'old', volumeType: 'gp2' }], { volumes: [volume('old', '10Gi'), volume('old', '30Gi'), volume('gp3', '8Gi'), efsVolume] }),
      ['ebs/claims/gp3: 8 GB-month at 0.0912 = 0.73', 'ebs/claims/old: 40 GB-month at 0.114 = 4.56'],
    ],
    [
      'EFS, regional and One Zone',
      input([...zones, { id: 'fs-r', kind: 'fileSystem', zones: ['zone-a', 'zone-b'] }, { id: 'fs-z', kind: 'fileSystem', type: 'oneZone', zones: ['zone-a'], storageGiB: 10 }]),
      ['efs/fs-r: 100 GB-month at 0.33 = 33', 'efs/fs-z: 10 GB-month at 0.176 = 1.76'],
    ],
    [
      'RDS, single-AZ and Multi-AZ instance',
      input([
        ...zones,
        { id: 'db-1', kind: 'database', engine: 'mysql', deployment: 'single-az', zones: ['zone-a'], instanceClass: 'db.t3.large' },
        { id: 'db-2', kind: 'database', zones: ['zone-a', 'zone-b'] },
      ]),
      ['rds/db-1: 730 h at 0.208 = 151.84', 'rds/db-2: 730 h at 0.441 = 321.93'],
    ],
    ['answers to the internet go out, requests come in free', input(zones, { hops: [{ ...hop('client-lb', 'internet', a, 'lb', 1e9), responseBytes: 2 ** 20 }] }), ['internet-out: 2566.40625 GB at 0.126 = 323.37']],
    ['an empty drawing costs nothing', input([]), []],
  ])('%s', (_, given, expected) => {
    expect(lines(cost(given))).toEqual(expected);
  });
});

describe('what crosses zones', () => {
  const balancers = (['nlb', 'alb', 'clb'] as const).map((type) => ({ id: type, kind: 'loadBalancer', type, scheme: 'internal', zones: ['zone-a'], service: `svc-${type}` }));
  const gb = 2 ** 30 / 2_628_000;

  it.each<[string, Hop, number]>([
    // GB charged for one GB sent
    ['pod to pod', hop('pod-pod', a, b, 'svc', gb), 2],
    ['pod to pod in one zone', hop('pod-pod', a, a, 'svc', gb), 0],
    ['NLB to node', hop('lb-node', a, b, 'nlb', gb), 2],
    ['NLB to node, by the Service behind it', hop('lb-node', a, b, 'svc-nlb', gb), 2],
    ['NLB to pod', hop('lb-pod', a, b, 'nlb', gb), 2],
    ['ALB to node', hop('lb-node', a, b, 'alb', gb), 0],
    ['ALB to pod', hop('lb-pod', a, b, 'alb', gb), 0],
    ["kube-proxy's second hop behind an ALB", hop('node-pod', a, b, 'svc-alb', gb), 2],
    ['CLB to node', hop('lb-node', a, b, 'clb', gb), 0],
    ['client in the VPC to an NLB', hop('client-lb', a, b, 'nlb', gb), 2],
    ['client in the VPC to a node', hop('client-node', a, b, 'svc', gb), 2],
    ['client in the internet', hop('client-lb', 'internet', b, 'nlb', gb), 0],
    ['pod to a NAT gateway in another zone', hop('pod-nat', a, b, 'zone-b', gb), 2],
    ['NAT gateway to the internet', hop('nat-internet', b, 'internet', 'zone-b', gb), 0],
    ['pod to database', hop('pod-database', a, b, 'db', gb), 2],
    ['pod to mount target', hop('pod-fileSystem', a, b, 'fs', gb), 1],
  ])('%s', (_, given, charged) => {
    const { lines: all } = cost(input([...zones, ...balancers], { hops: [given] }));
    const crossing = all.filter((line) => line.id.startsWith('cross-zone/'));
    expect(crossing.map((line) => [line.id, line.quantity])).toEqual(charged === 0 ? [] : [[`cross-zone/l/${given.kind}`, charged]]);
  });

  it('requests and answers of all flows of a link and hop are one line', () => {
    const hops = [hop('pod-pod', a, b, 's', gb), { ...hop('pod-pod', b, a, 's', gb), responseBytes: gb }, hop('pod-pod', a, b, 's', gb, 'm'), hop('node-pod', a, b, 's', gb)];
    expect(lines(cost(input(zones, { hops })))).toEqual([
      'cross-zone/l/node-pod: 2 GB at 0.01 = 0.02',
      'cross-zone/l/pod-pod: 6 GB at 0.01 = 0.06',
      'cross-zone/m/pod-pod: 2 GB at 0.01 = 0.02',
    ]);
  });

  it('rules that are assumed are said', () => {
    const { assumptions } = cost(input(zones, { hops: [hop('pod-database', a, b, 'db', gb), hop('pod-fileSystem', a, b, 'fs', gb), hop('pod-nat', a, b, 'zone-b', gb)] }));
    expect(assumptions).toEqual([
      'A GB of transfer is taken as 2^30 bytes; a month as 730 hours of steady traffic',
      'Traffic to a database in another zone is charged at both ends, as between two instances',
      "Traffic to a mount target in another zone is charged at the client's end only",
      'Traffic to a NAT gateway in another zone is charged at both ends, as between two instances',
    ]);
  });
});

describe('what has no price', () => {
  const rest = 'VPC interface endpoints, logs, metrics, container images, support and taxes';
  const gp3 = 'IOPS and throughput of gp3 volumes above the included 3,000 IOPS and 125 MiB/s';

  it.each<[string, CostInput, readonly string[]]>([
    ['an instance type that the region lacks', input([...zones, group], { nodes: nodes('asg-web', 'x9.huge', 1) }), ['asg-web: 1 × x9.huge: no price known for ap-northeast-2', gp3, rest]],
    ['a load balancer price that the sheet lacks', { ...input([{ id: 'lb', kind: 'loadBalancer', scheme: 'internal', zones: ['zone-a'] }]), catalog: catalogFor('ap-east-2')! }, ['lb: NLB: no price known for ap-east-2', rest]],
    ['Spot', input([...zones, { ...group, onDemandShare: 0.25 }]), ['Spot discount of asg-web: 75 % Spot is counted at the on-demand price', rest]],
    ['EFS throughput', input([...zones, { id: 'fs', kind: 'fileSystem', zones: ['zone-a'] }]), ['Throughput of EFS fs: only its storage is counted', rest]],
    [
      'RDS storage and the Multi-AZ cluster',
      input([{ id: 'db', kind: 'database', deployment: 'multi-az-cluster', zones: ['zone-a'] }]),
      ['RDS db: Multi-AZ cluster of three db.m6g.large', 'Storage and backups of RDS db (100 GiB)', rest],
    ],
    [
      'transfer beyond the first tier',
      input(zones, { hops: [{ ...hop('client-lb', 'internet', a, 'lb', 0), responseBytes: (20_240 * 2 ** 30) / 2_628_000 }] }),
      ['Data out to the internet beyond the first 10 TB a month: 10,000 GB', rest],
    ],
  ])('%s', (_, given, expected) => {
    expect(cost(given).notPriced).toEqual(expected);
  });

  it('is said in Korean too, with the same money', () => {
    const given = input([...zones, { ...group, onDemandShare: 0 }], { nodes: nodes('asg-web', 'm6i.large', 2), hops: [hop('pod-pod', a, b, 's', 1e6)] }, { nat: 'per-zone' });
    const [en, ko] = [cost(given), cost(given, { language: 'ko' })];
    expect(ko.lines.map(({ id, monthly }) => [id, monthly])).toEqual(en.lines.map(({ id, monthly }) => [id, monthly]));
    for (const text of [...ko.lines.map((line) => line.title), ...ko.notPriced, ...ko.assumptions].filter((t) => !t.startsWith('asg-web'))) expect(text).toMatch(/[가-힣]/);
  });
});

describe('properties', () => {
  const place = fc.constantFrom('internet', a, b, 'ap-northeast-2c');
  const kinds: readonly HopKind[] = ['client-lb', 'client-node', 'lb-node', 'lb-pod', 'node-pod', 'pod-pod', 'pod-database', 'pod-fileSystem', 'pod-nat', 'nat-internet', 'pod-lb'];
  const anyHop: fc.Arbitrary<Hop> = fc.record({
    link: fc.constantFrom('l', 'm'),
    kind: fc.constantFrom(...kinds),
    from: place,
    to: place,
    via: fc.constantFrom('nlb', 'alb', 'svc'),
    requestsPerSecond: fc.double({ min: 0, max: 1e5, noNaN: true }),
    requestBytes: fc.integer({ min: 0, max: 1_000_000 }),
    responseBytes: fc.integer({ min: 0, max: 1_000_000 }),
  });
  const entities = [...zones, group, { id: 'nlb', kind: 'loadBalancer', zones: ['zone-a'] }, { id: 'alb', kind: 'loadBalancer', type: 'alb', zones: ['zone-a'], service: 'svc' }];
  const cents = (usd: number) => Math.round(usd * 100);

  it('totals are exactly the sums of their lines', () => {
    fc.assert(
      fc.property(fc.array(anyHop, { maxLength: 30 }), fc.integer({ min: 0, max: 40 }), (hops, count) => {
        const result = cost(input(entities, { hops, nodes: nodes('asg-web', 'm6i.large', count) }, { nat: 'per-zone' }));
        const sum = (of: (id: string) => boolean) => result.lines.filter((line) => of(line.id)).reduce((total, line) => total + cents(line.monthly), 0);
        expect(cents(result.crossZoneMonthly)).toBe(sum((id) => id.startsWith('cross-zone/')));
        expect(cents(result.infrastructureMonthly)).toBe(sum((id) => !id.startsWith('cross-zone/')));
        expect(cents(result.totalMonthly)).toBe(sum(() => true));
        expect(new Set(result.lines.map((line) => line.id)).size).toBe(result.lines.length);
      }),
    );
  });

  it('twice the traffic is twice the quantity of every line of transfer', () => {
    fc.assert(
      fc.property(fc.array(anyHop, { maxLength: 10 }), (hops) => {
        const once = cost(input(entities, { hops }));
        const twice = cost(input(entities, { hops: hops.map((h) => ({ ...h, requestsPerSecond: 2 * h.requestsPerSecond })) }));
        const doubled = new Map(twice.lines.map((line) => [line.id, line.quantity]));
        for (const line of once.lines.filter((l) => l.id.startsWith('cross-zone/'))) {
          expect(Math.abs((doubled.get(line.id) ?? 0) - 2 * line.quantity)).toBeLessThanOrEqual(1.1e-6 + line.quantity * 1e-12);
        }
      }),
    );
  });

  it('no line depends on the order of the hops beyond the last digit of a sum', () => {
    fc.assert(
      fc.property(fc.array(anyHop, { maxLength: 10 }), (hops) => {
        expect(cost(input(entities, { hops: [...hops].reverse() })).lines.map((l) => l.id)).toEqual(cost(input(entities, { hops })).lines.map((l) => l.id));
      }),
    );
  });
});

function volume(storageClassName: string, storage: string): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${storageClassName}-${storage}` },
    spec: { capacity: { storage }, accessModes: ['ReadWriteOnce'], storageClassName, csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' } },
  };
}

const efsVolume: PersistentVolume = {
  ...volume('efs', '5Gi'),
  spec: { ...volume('efs', '5Gi').spec, csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-1' } },
};
