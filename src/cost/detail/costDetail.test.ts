import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogFor } from '../../catalog/catalogFor';
import { firstCatalog } from '../../catalog/firstCatalog';
import { evaluate } from '../../evaluate';
import type { Language } from '../../language';
import { arbitraryDesign } from '../../testing/arbitraryDesign';
import { design, fileSystem, group, instance, loadBalancer, service, storageClass, workload, type DesignInput } from '../../testing/designs';
import { costDetail, withCostDetail } from './costDetail';

const GB = 2 ** 30 / 2_628_000;
const inZone = (letter: string) => ({ nodeSelector: { 'topology.kubernetes.io/zone': `ap-northeast-2${letter}` } });

function detailed(drawn: DesignInput, language: Language = 'en') {
  const given = design({ ...drawn, settings: { nat: 'none', ...drawn.settings } });
  const catalog = catalogFor(given.settings.region)!;
  return withCostDetail(evaluate(given, catalog, { language }), given, catalog, language).cost;
}

const lineOf = (drawn: DesignInput, id: string) => detailed(drawn).lines.find((line) => line.id === id);

/** One pod in zone a, its requests to something. */
function calls(to: string, requestsPerSecond: number, requestBytes: number, entities: DesignInput['entities'], settings: DesignInput['settings'] = {}): DesignInput {
  return { zones: 'abc', settings, entities: [group('asg', 'abc', 3), workload('from', 1, inZone('a')), ...(entities ?? [])], links: [{ id: 'l', from: 'workload-from', to, requestsPerSecond, requestBytes, responseBytes: 0 }] };
}

const everywhere = [workload('web', 3, { topologySpreadConstraints: [{}] }), service('web')];

describe('how a line came about', () => {
  it.each<[string, DesignInput, string, string]>([
    ['machines', { entities: [group('asg', 'abc', 3)] }, 'ec2/asg', '3 machines × 730 h'],
    ['one machine', { entities: [instance('node', 'a')] }, 'ec2/node', '1 machine × 730 h'],
    ['at a factor', { entities: [instance('node', 'a')], settings: { costAssumptions: { commitment: 'reserved', commitmentFactor: 0.6 } } }, 'ec2/node', '1 machine × 730 h; 0.118 USD × 0.6 (your factor) = 0.0708 USD an hour'],
    ['gateways', { settings: { nat: 'per-zone' } }, 'nat/hours', '3 gateways × 730 h'],
    ['addresses', { settings: { nat: 'per-zone' } }, 'public-ipv4/nat', '3 addresses × 730 h'],
    ['the EKS control plane', { settings: { controlPlane: 'eks' } }, 'eks', '730 h'],
    ['root volumes', { controlPlane: 'a', entities: [group('asg', 'ab', 2, { rootVolumeGiB: 30 })] }, 'ebs/root', '1 × 50 GiB (cp-1) + 2 × 30 GiB (asg)'],
    ['etcd volumes', { controlPlane: 'ab' }, 'ebs/etcd', '1 × 20 GiB (cp-1) + 1 × 20 GiB (cp-2)'],
    ['claims', { entities: [group('asg', 'a', 1), storageClass('gp3'), workload('db', 2, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3', sizeGiB: 8 }] })] }, 'ebs/claims/gp3', '2 volumes, together 16 GiB'],
    ['a file system', { entities: [fileSystem('fs', 'a', { storageGiB: 7 })] }, 'efs/fs', '7 GiB stored'],
    ['traffic', calls('svc-web', 3, 1000, everywhere), 'cross-zone/l/pod-pod', '2,000 B/s (requests and answers that count) × 2,628,000 s ÷ 2^30 B × 2 ends'],
  ])('%s', (_, drawn, id, formula) => {
    expect(lineOf(drawn, id)?.basis?.formula).toBe(formula);
  });

  it('traffic by its ways: zones, requests, bytes each way, share, GB at both ends', () => {
    const { lines } = detailed(calls('svc-web', 3, 1000 * GB, everywhere));
    const way = { from: 'ap-northeast-2a', requestsPerSecond: 1, bytesThere: 1000 * GB, bytesBack: 0, share: 0.5, quantity: 2000 };
    expect(lines.find(({ id }) => id === 'cross-zone/l/pod-pod')?.basis?.flows).toEqual([
      { ...way, to: 'ap-northeast-2b' },
      { ...way, to: 'ap-northeast-2c' },
    ]);
  });

  it('the flows of any design add up to their lines; lines and totals are those of evaluate', () => {
    fc.assert(
      fc.property(arbitraryDesign, (given) => {
        const evaluation = evaluate(given, firstCatalog);
        const { cost } = withCostDetail(evaluation, given, firstCatalog);
        expect(cost).toMatchObject(evaluation.cost);
        for (const { basis, quantity } of cost.lines) {
          const flows = basis?.flows ?? [];
          if (flows.length === 0) continue;
          expect(Math.abs(flows.reduce((sum, flow) => sum + flow.share, 0) - 1)).toBeLessThan(1e-9);
          const sum = flows.reduce((total, flow) => total + flow.quantity, 0);
          // The line of data out ends with the first tier.
          expect(sum).toBeGreaterThanOrEqual(quantity * (1 - 1e-9) - 1e-6 * flows.length);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe('what a line may be instead', () => {
  const lb = (type: 'nlb' | 'alb', fields: object = {}): DesignInput => ({
    zones: 'a',
    entities: [instance('node', 'a'), workload('web'), service('web', { type: 'LoadBalancer' }), loadBalancer('lb', 'a', { type, service: 'svc-web' }), { id: 'users', kind: 'client' }],
    links: [{ id: 'l', from: 'users', to: 'lb', requestsPerSecond: 1000, requestBytes: 100, responseBytes: 0 }],
    ...fields,
  });

  it.each<[string, DesignInput, { quantity: number; monthly: number } | undefined]>([
    // 1000 new connections a second: 40 LCU or 1.25 NLCU, each for 730 h; 100 kB/s are 244.76 GB a month.
    ['ALB: each request a connection', lb('alb'), { quantity: 29_200, monthly: 233.6 }],
    ['NLB: each request a connection', lb('nlb'), { quantity: 912.5, monthly: 5.48 }],
    ['connections kept for 1,000 requests: bytes decide', lb('nlb', { settings: { costAssumptions: { requestsPerConnection: 1000 } } }), undefined],
  ])('%s', (_, drawn, range) => {
    expect(lineOf(drawn, 'lb/lb/capacity')?.range).toEqual(range && expect.objectContaining(range));
  });

  const decimal = [10.737418, 0.11] as const;
  it.each<[string, DesignInput, string, readonly (readonly [string, number, number])[]]>([
    ['RDS', calls('db', 1, 5 * GB, [{ id: 'db', kind: 'database', zones: ['zone-b'], deployment: 'single-az' }]), 'pod-database', [['charged at one end only', 5, 0.05], ['not charged at all', 0, 0], ['a GB of 10^9 bytes instead of 2^30', ...decimal]]],
    ['EFS', calls('fs', 1, 10 * GB, [fileSystem('fs', 'b')]), 'pod-fileSystem', [['charged at both ends, as between two instances', 20, 0.2], ['a GB of 10^9 bytes instead of 2^30', ...decimal]]],
    ['NAT', { ...calls('internet', 1, 5 * GB, [], { nat: 'single' }), entities: [instance('node', 'b'), workload('from')] }, 'pod-nat', [['charged at one end only', 5, 0.05], ['a GB of 10^9 bytes instead of 2^30', ...decimal]]],
  ])('an assumed rule: %s', (_, drawn, kind, expected) => {
    expect(lineOf(drawn, `cross-zone/l/${kind}`)?.ifOtherwise?.map(({ text, quantity, monthly }) => [text, quantity, monthly])).toEqual(expected);
  });
});

describe('what AWS gives each account', () => {
  // 150 GB x 0.126 in Seoul; GovCloud has no such allowance.
  it.each<[string, string, number, readonly (readonly [number, number])[]]>([
    ['more than the 100 GB', 'ap-northeast-2', 150, [[50, 6.3]]],
    ['less', 'ap-northeast-2', 60, [[0, 0]]],
    ['GovCloud', 'us-gov-west-1', 150, []],
  ])('%s', (_, region, gb, expected) => {
    const { lines } = detailed({ ...calls('internet', 1, gb * GB, [], { nat: 'single', region }), entities: [instance('node', 'b'), workload('from')] });
    const ways = lines.find(({ id }) => id === 'internet-out')?.ifOtherwise?.filter(({ text }) => text.includes('100 GB'));
    expect(ways?.map(({ quantity, monthly }) => [quantity, monthly])).toEqual(expected);
  });
});

describe('callers in the VPC of a load balancer', () => {
  const through = (type: 'alb' | 'nlb', scheme: 'internal' | 'internet-facing', from: 'vpc' | 'internet') =>
    detailed({
      zones: 'a',
      entities: [instance('node', 'a'), workload('web'), service('web', { type: 'LoadBalancer' }), loadBalancer('lb', 'a', { type, scheme, targetType: 'ip', service: 'svc-web' }), { id: 'users', kind: 'client', from }],
      links: [{ id: 'l', from: 'users', to: 'lb', requestsPerSecond: 1, requestBytes: 10 * GB, responseBytes: 0 }],
    });
  const publicly = 'lb: 10 GB from the VPC to its public addresses, where AWS charges both directions even within a zone, and a NAT gateway on the way';

  it.each([
    ['alb', 'internet-facing', 'vpc', true, 10],
    ['nlb', 'internet-facing', 'vpc', true, 10],
    ['nlb', 'internal', 'vpc', false, 20],
    ['alb', 'internet-facing', 'internet', false, 10],
  ] as const)('%s, %s, from the %s', (type, scheme, from, isSaid, freeInZone) => {
    const { notPriced, free } = through(type, scheme, from);
    expect(notPriced.includes(publicly)).toBe(isSaid);
    // To the load balancer, where that is by private addresses, and from it to the pod.
    expect(free?.find(({ id }) => id === 'same-zone')?.quantity).toBe(freeInZone);
  });
});

describe('beside the total', () => {
  it.each<[string, DesignInput, readonly (readonly [string, number | null])[]]>([
    ['between machines of a zone', { zones: 'a', entities: [group('asg', 'a', 2), workload('from'), workload('web'), service('web')], links: [{ id: 'l', from: 'workload-from', to: 'svc-web', requestsPerSecond: 1, requestBytes: 3 * GB, responseBytes: 4 * GB }] }, [['same-zone', 7]]],
    [
      'ALB across zones, and what comes in from the internet',
      {
        zones: 'ab',
        entities: [instance('node', 'b'), workload('web'), service('web', { type: 'LoadBalancer' }), loadBalancer('lb', 'ab', { type: 'alb', crossZone: true, targetType: 'ip', service: 'svc-web' }), { id: 'users', kind: 'client' }],
        links: [{ id: 'l', from: 'users', to: 'lb', requestsPerSecond: 1, requestBytes: 10 * GB, responseBytes: 0 }],
      },
      [['same-zone', 5], ['load-balancer', 5], ['internet-in', 10]],
    ],
    ['replication', { entities: [{ id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] }, fileSystem('fs', 'abc')] }, [['rds-replication', null], ['efs-replication', null]]],
    ['EKS', { settings: { controlPlane: 'eks' } }, [['eks-control-plane', null]]],
  ])('free: %s', (_, drawn, expected) => {
    expect(detailed(drawn).free?.map(({ id, quantity }) => [id, quantity])).toEqual(expected);
  });

  const B = 2_628_000 / 2 ** 30;
  it.each<[string, DesignInput, readonly (readonly [string, number, number])[]]>([
    [
      // At rest 3 / 10 s + 1 + 3 / 10 s = 1.6 writes a second; two followers, two API servers, and two thirds of each node's way are elsewhere.
      'stacked, one member in each of three zones',
      { controlPlane: 'abc' },
      [
        ['etcd-replication', 2 * 2 * (1.6 * 2100 + 2000) * B, 2 * 2 * (51.6 * 2100 + 2000) * B],
        ['api-server-etcd', 2 * 2 * (1.6 / 3) * 2000 * B, 2 * 2 * (51.6 / 3) * 2000 * B],
        ['api-server-nodes', 2 * 3 * (2 / 3) * 400 * B, 2 * 3 * (2 / 3) * 5000 * B],
      ],
    ],
    [
      // The leader in zone a has one follower elsewhere, in zone b two. 3 nodes: at rest 1.6 writes a second.
      'two members in one zone: it depends on the leader',
      { zones: 'ab', controlPlane: 'aab', settings: { costAssumptions: { etcdWritesPerSecond: 0 } } },
      [
        ['etcd-replication', 2 * (1.6 * 2100 + 2000) * B, 2 * 2 * (1.6 * 2100 + 2000) * B],
        ['api-server-etcd', 2 * (1.6 / 3) * 2000 * B, 2 * 2 * (1.6 / 3) * 2000 * B],
        ['api-server-nodes', 2 * (1 / 3 + 1 / 3 + 2 / 3) * 400 * B, 2 * (1 / 3 + 1 / 3 + 2 / 3) * 5000 * B],
      ],
    ],
    [
      // One API server in zone a, one member in zone b: writes go there, changes come back.
      'external etcd in another zone',
      { zones: 'ab', entities: [{ id: 'cp', kind: 'controlPlaneNode', zone: 'zone-a', etcd: 'none' }, { id: 'etcd', kind: 'etcdNode', zone: 'zone-b' }], settings: { costAssumptions: { etcdWritesPerSecond: 0 } } },
      [['api-server-etcd', 2 * 2 * 1.2 * 2000 * B, 2 * 2 * 1.2 * 2000 * B]],
    ],
    ['EKS: one end at least, both at most', { zones: 'ab', settings: { controlPlane: 'eks' }, entities: [group('asg', 'ab', 2)] }, [['api-server-nodes', 400 * B, 2 * 5000 * B]]],
    ['everything in one zone', { zones: 'a', controlPlane: 'aaa' }, []],
  ])('estimated: %s', (_, drawn, expected) => {
    const { estimates, totalMonthly, lines } = detailed(drawn);
    const rounded = (quantity: number) => Math.round(quantity * 1e6) / 1e6;
    expect(estimates?.map(({ id, quantity }) => [id, quantity.from, quantity.to])).toEqual(expected.map(([id, from, to]) => [id, rounded(from), rounded(to)]));
    for (const { priced, quantity, inputs } of estimates ?? []) {
      expect(priced).toMatchObject({ unitPrice: 0.01, monthly: { from: Math.round(quantity.from) / 100, to: Math.round(quantity.to) / 100 } });
      expect(inputs.filter(({ origin, source }) => origin !== 'design' && source === '')).toEqual([]);
    }
    expect(Math.round(totalMonthly * 100)).toBe(lines.reduce((sum, { monthly }) => sum + Math.round(monthly * 100), 0));
  });
});

it('is said in Korean, with the same numbers', () => {
  const drawn = { ...calls('fs', 1, GB, [fileSystem('fs', 'bc'), ...everywhere]), controlPlane: 'abc' };
  const [en, ko] = [detailed(drawn), detailed(drawn, 'ko')];
  const numbers = (text: string) => JSON.parse(text, (key, value: unknown) => (['title', 'name', 'formula', 'text', 'why', 'assumptions', 'notPriced'].includes(key) ? undefined : value)) as unknown;
  expect(numbers(JSON.stringify(ko))).toEqual(numbers(JSON.stringify(en)));
  const given = design(drawn);
  const { estimates, free } = costDetail(evaluate(given, firstCatalog), given, firstCatalog, 'ko');
  for (const { title } of [...estimates, ...free]) expect(title).toMatch(/[가-힣]/);
});
