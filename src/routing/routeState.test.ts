import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import { designSchema, type Design } from '../design/schema';
import type { ServiceTraffic, Traffic } from '../evaluation';
import { routeDump } from './routeDump';
import { routeState } from './routeState';
import { prepareRouting } from './routing';
import { serviceSummaries, trafficOf } from './traffic';

const REGION = 'ap-northeast-2';
const zone = (letter: string) => ({ id: `zone-${letter}`, kind: 'zone', letter });

interface World {
  /** `a1` is node 1 of zone a; its pods, by workload: `{a1: {web: 2}}`. */
  readonly nodes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Beside zones a, b and c and the Service `web`. */
  readonly entities?: readonly object[];
  readonly service?: object;
  readonly links: readonly object[];
  readonly version?: string;
  readonly istio?: object;
  readonly dead?: readonly string[];
  readonly deadZones?: readonly string[];
}

/** The traffic of a small cluster: nodes of 2 CPUs, Services `web` and `api` that select the workloads of their names. */
function traffic(world: World): Traffic {
  return trafficOf(routed(world));
}

function routed({ nodes, entities = [], service = {}, links, version = '1.34', istio, dead = [], deadZones = [] }: World) {
  const design: Design = designSchema.parse({
    zonesketch: 1,
    settings: { region: REGION, kubernetesVersion: version, ...(istio !== undefined && { addons: { istio } }) },
    entities: [
      ...['a', 'b', 'c'].map(zone),
      ...['web', 'api'].map((name) => ({ id: name, kind: 'workload', name, containers: [{ name: 'app' }] })),
      { id: 'svc-web', kind: 'service', name: 'web', selector: { app: 'web' }, ...service },
      ...entities,
    ],
    links: links.map((link, index) => ({ id: `link-${index}`, requestsPerSecond: 100, ...link })),
  });
  const clusterNodes = Object.keys(nodes).map((name): ClusterNode => {
    const zoneName = `${REGION}${name.charAt(0)}`;
    const labels = { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': zoneName, 'topology.kubernetes.io/region': REGION };
    const object = { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status: { allocatable: { cpu: '2' } } } as const;
    return { name, role: 'worker', entity: 'asg', group: 'asg', zone: `zone-${name.charAt(0)}`, zoneName, instanceType: 'm6i.large', object };
  });
  const nodeOf = new Map<string, string>();
  const pods: ClusterPod[] = [];
  for (const [node, workloads] of Object.entries(nodes)) {
    for (const [workload, count] of Object.entries(workloads)) {
      for (let i = 0; i < count; i++) {
        const ordinal = pods.filter((pod) => pod.workload === workload).length;
        const name = `${workload}-${ordinal}`;
        const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default', labels: { app: workload, 'statefulset.kubernetes.io/pod-name': name } }, spec: { containers: [] } } as const;
        pods.push({ key: `default/${name}`, workload, ordinal, object, pinnedTo: null });
        nodeOf.set(`default/${name}`, node);
      }
    }
  }
  const object = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'default' }, spec: {} } as const;
  const services = [{ key: 'default/web', service: 'svc-web', object, workloads: ['web'] }];
  const zones = new Set(deadZones.map((letter) => REGION + letter));
  const state = { nodes: clusterNodes, pods, nodeOf, deadNodes: new Set(dead), deadZones: zones };
  return { ...routeState(prepareRouting(design, { services }, null), state), ...state };
}

function web(world: World): ServiceTraffic {
  const [service] = traffic(world).services;
  if (service === undefined) throw new Error('no Service');
  return service;
}

const internetClient = { id: 'client', kind: 'client' };
const nlb = (fields: object = {}) => ({ id: 'lb', kind: 'loadBalancer', zones: ['zone-a', 'zone-b'], crossZone: true, service: 'svc-web', ...fields });
const fromInternet = { links: [{ from: 'client', to: 'lb' }] };
const close = (value: number) => expect.closeTo(value, 9) as number;
const podShares = (...values: number[]) => Object.fromEntries(values.map((value, i) => [`default/web-${i}`, close(value)]));

describe('a load balancer in front of two nodes with three pods', () => {
  const nodes = { a1: { web: 2 }, b1: { web: 1 } };
  const third = 1 / 3;
  test.each([
    ['Local keeps to the node', 'Local', {}, [0.25, 0.25, 0.5], { skew: 1.5, crossings: 0.5, crossZoneShare: 0.5, hops: 2, sourceIpPreserved: true }],
    ['Cluster spreads over all', 'Cluster', {}, [third, third, third], { skew: 1, crossings: 1, crossZoneShare: 0.75, hops: 2.5, sourceIpPreserved: false }],
    ['Local without cross-zone', 'Local', { crossZone: false }, [0.25, 0.25, 0.5], { skew: 1.5, crossings: 0, crossZoneShare: 0, hops: 2, sourceIpPreserved: true }],
    ['Cluster without cross-zone', 'Cluster', { crossZone: false }, [third, third, third], { skew: 1, crossings: 0.5, crossZoneShare: 0.5, hops: 2.5, sourceIpPreserved: false }],
    ['ip targets', 'Cluster', { targetType: 'ip' }, [third, third, third], { skew: 1, crossings: 0.5, crossZoneShare: 0.5, hops: 2, sourceIpPreserved: false }],
    ['ip targets without cross-zone', 'Local', { targetType: 'ip', crossZone: false }, [0.25, 0.25, 0.5], { skew: 1.5, crossings: 0, crossZoneShare: 0, hops: 2, sourceIpPreserved: false }],
    ['an ALB hides the client behind a header', 'Local', { type: 'alb' }, [0.25, 0.25, 0.5], { skew: 1.5, crossings: 0.5, crossZoneShare: 0.5, hops: 2, sourceIpPreserved: false }],
  ])('%s', (_, externalTrafficPolicy, lb, shares, { skew, crossings, crossZoneShare, hops, sourceIpPreserved }) => {
    expect(web({ nodes, entities: [internetClient, nlb(lb)], service: { externalTrafficPolicy }, ...fromInternet })).toMatchObject({
      podShares: podShares(...shares),
      dropped: 0,
      skew: close(skew),
      crossings: close(crossings),
      crossZoneShare: close(crossZoneShare),
      hops: close(hops),
      sourceIpPreserved,
    });
  });

  test('shares by node and zone, and how far they scatter', () => {
    expect(web({ nodes, entities: [internetClient, nlb()], service: { externalTrafficPolicy: 'Local' }, ...fromInternet })).toMatchObject({
      nodeShares: { a1: close(0.5), b1: close(0.5) },
      zoneShares: { 'ap-northeast-2a': close(0.5), 'ap-northeast-2b': close(0.5) },
      coefficientOfVariation: close(Math.SQRT2 / 4),
    });
  });

  test('its hops, each with its bytes', () => {
    const { hops, zoneMatrix } = traffic({ nodes, entities: [internetClient, nlb()], service: { externalTrafficPolicy: 'Cluster' }, ...fromInternet });
    const [a, b] = ['ap-northeast-2a', 'ap-northeast-2b'];
    const hop = (kind: string, from: string, to: string, rate: number, via: string) => ({ link: 'link-0', kind, from, to, requestsPerSecond: close(rate), requestBytes: 2000, responseBytes: 20_000, via });
    expect(hops).toEqual([
      hop('client-lb', 'internet', a, 50, 'lb'),
      hop('client-lb', 'internet', b, 50, 'lb'),
      hop('lb-node', a, a, 25, 'lb'),
      hop('lb-node', a, b, 25, 'lb'),
      hop('lb-node', b, a, 25, 'lb'),
      hop('lb-node', b, b, 25, 'lb'),
      hop('node-pod', a, b, 50 / 3, 'svc-web'),
      hop('node-pod', b, a, 100 / 3, 'svc-web'),
    ]);
    expect(zoneMatrix).toContainEqual({ from: a, to: b, bytesPerSecond: close(25 * 2000 + 25 * 20_000 + (50 / 3) * 2000 + (100 / 3) * 20_000) });
  });
});

describe('which targets a load balancer uses', () => {
  // AWS's own example: 2 targets in one zone, 8 in the other.
  const uneven = { a1: { web: 2 }, b1: { web: 8 } };
  test.each([
    ['cross-zone off: 25 % and 6.25 % each', false, [0.25, 0.25, ...Array<number>(8).fill(0.0625)]],
    ['cross-zone on: 10 % each', true, Array<number>(10).fill(0.1)],
  ])('%s', (_, crossZone, shares) => {
    const entities = [internetClient, nlb({ crossZone, targetType: 'ip' })];
    expect(web({ nodes: uneven, entities, ...fromInternet }).podShares).toEqual(podShares(...shares));
  });

  test.each([
    ['a zone without a healthy target leaves DNS', { a1: { web: 1 }, b1: {} }, { crossZone: false }, 'Local', podShares(1), 0],
    ['a target in a zone that is not enabled gets nothing', { a1: { web: 1 }, c1: { web: 1 } }, {}, 'Local', { 'default/web-0': 1 }, 0],
    ['where no node is healthy all fail', { a1: {}, b1: {} }, {}, 'Local', {}, 1],
    ['Cluster with no pod at all fails too', { a1: {}, b1: {} }, {}, 'Cluster', {}, 1],
    ['no node in an enabled zone', { c1: { web: 1 } }, {}, 'Cluster', {}, 1],
    ['internal: the internet does not reach it', { a1: { web: 1 } }, { scheme: 'internal' }, 'Cluster', {}, 1],
  ])('%s', (_, nodes, lb, externalTrafficPolicy, shares, dropped) => {
    expect(web({ nodes, entities: [internetClient, nlb(lb)], service: { externalTrafficPolicy }, ...fromInternet })).toMatchObject({
      podShares: shares,
      dropped,
      skew: dropped === 1 ? null : expect.any(Number),
    });
  });

  test.each([
    ['any_availability_zone', 0.5],
    ['partial_availability_zone_affinity', 0.075],
    ['availability_zone_affinity', 0],
  ])('clients in the VPC under %s', (clientRoutingPolicy, crossings) => {
    const entities = [{ ...internetClient, from: 'vpc', weights: { 'zone-a': 1, 'zone-b': 3 } }, nlb({ crossZone: false, targetType: 'ip', clientRoutingPolicy })];
    expect(web({ nodes: { a1: { web: 1 }, b1: { web: 1 } }, entities, ...fromInternet })).toMatchObject({ crossings: close(crossings), crossZoneShare: close(crossings) });
  });
});

describe('callers inside the cluster', () => {
  const links = [{ from: 'api', to: 'svc-web' }];
  const three = { a1: { web: 2, api: 1 }, b1: { web: 2, api: 1 }, c1: { web: 2, api: 1 } };
  const auto = { topology: { mode: 'auto' } };
  const near = (trafficDistribution: string) => ({ topology: { mode: 'trafficDistribution', trafficDistribution } });
  const disabled = 'Warning TopologyAwareHintsDisabled Unable to allocate minimum required endpoints to each zone without exceeding overload threshold (4 endpoints, 3 zones), addressType: IPv4';
  const enabled = 'Normal TopologyAwareHintsEnabled Topology Aware Hints has been enabled, addressType: IPv4';
  const four = { a1: { web: 2, api: 1 }, b1: { web: 1, api: 1 }, c1: { web: 1, api: 1 } };
  const uneven = { a1: { web: 3, api: 1 }, b1: { web: 1, api: 1 } };
  const node = { a1: { web: 1, api: 1 }, a2: { web: 1 }, b1: { web: 2 } };
  test.each([
    ['no topology: two of three leave the zone', three, {}, '1.34', 2 / 3, 1, []],
    ['hints hold with six endpoints in three equal zones', three, auto, '1.34', 0, 1, [enabled]],
    ['hints vanish with four', four, auto, '1.34', 2 / 3, 1, [disabled]],
    ['PreferSameZone stays in the zone and overloads the small one', uneven, near('PreferSameZone'), '1.34', 0, 2, []],
    ['which 1.33 does not know', uneven, near('PreferSameZone'), '1.33', 0.5, 1, []],
    ['PreferClose, which it does', uneven, near('PreferClose'), '1.33', 0, 2, []],
    ['PreferSameNode', node, near('PreferSameNode'), '1.34', 0, 4, []],
  ])('%s', (_, nodes, service, version, crossZoneShare, skew, events) => {
    expect(web({ nodes, service, version, links })).toMatchObject({ crossZoneShare: close(crossZoneShare), crossings: close(crossZoneShare), skew: close(skew), events, sourceIpPreserved: true });
  });

  test.each([
    ['internalTrafficPolicy Local drops what has no pod on its node', { a1: { web: 1, api: 1 }, a2: { api: 1 } }, { internalTrafficPolicy: 'Local' }, '1.34', 0.5],
    ['a 1.21 cluster does not know it', { a1: { web: 1, api: 1 }, a2: { api: 1 } }, { internalTrafficPolicy: 'Local' }, '1.21', 0],
    ['topologyKeys without *', { a1: { web: 1, api: 1 }, b1: { web: 1, api: 1 }, c1: { api: 1 } }, { topology: { mode: 'topologyKeys', topologyKeys: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'] } }, '1.21', 1 / 3],
    ['topologyKeys with *', { a1: { web: 1, api: 1 }, c1: { api: 1 } }, { topology: { mode: 'topologyKeys', topologyKeys: ['topology.kubernetes.io/zone', '*'] } }, '1.21', 0],
    ['topologyKeys after 1.21', { a1: { web: 1, api: 1 }, c1: { api: 1 } }, { topology: { mode: 'topologyKeys', topologyKeys: ['topology.kubernetes.io/zone'] } }, '1.34', 0],
    ['no endpoint at all', { a1: { api: 1 } }, {}, '1.34', 1],
  ])('%s', (_, nodes, service, version, dropped) => {
    expect(web({ nodes, service, version, links }).dropped).toBeCloseTo(dropped, 9);
  });

  test.each([
    ['a pod on the same node is no transfer', { a1: { web: 1, api: 1 } }, 0],
    ['on another node of the zone it is one', { a1: { api: 1 }, a2: { web: 1 } }, 1],
  ])('%s', (_, nodes, hops) => expect(web({ nodes, links }).hops).toBe(hops));

  test('clients in the VPC use a ClusterIP from the nodes of their zone', () => {
    const entities = [{ ...internetClient, from: 'vpc' }];
    expect(web({ nodes: three, entities, service: auto, links: [{ from: 'client', to: 'svc-web' }] })).toMatchObject({ dropped: 0, crossZoneShare: 0 });
  });

  test.each([
    ['nobody calls', [], { podShares: {}, dropped: 0, skew: null, sourceIpPreserved: null }],
    ['at no requests a second', [{ from: 'api', to: 'svc-web', requestsPerSecond: 0 }], { podShares: {}, dropped: 0, skew: null }],
    ['the internet, with nothing in front', [{ from: 'client', to: 'svc-web' }], { podShares: {}, dropped: 1, skew: null }],
  ])('%s', (_, none, expected) => expect(web({ nodes: three, entities: [internetClient], links: none })).toMatchObject(expected));
});

describe('callers with a sidecar of Istio', () => {
  // A quarter of the requests from each of a1 and b1, half from c1, which has no endpoint.
  const nodes = { a1: { web: 1, api: 1 }, b1: { web: 2, api: 1 }, c1: { api: 2 } };
  const even = [1 / 3, 1 / 3, 1 / 3];
  const near = [1 / 4 + 1 / 6, 1 / 8 + 1 / 6, 1 / 8 + 1 / 6];
  const zone = 'topology.kubernetes.io/zone';
  const preferSameNode = { topology: { mode: 'trafficDistribution', trafficDistribution: 'PreferSameNode' } };
  test.each<[string, object, object, readonly number[], number]>([
    ['failover: the own zone, else any', {}, {}, near, 0],
    ['no outlier detection: anywhere', { outlierDetection: false }, {}, even, 0],
    ['but for a Service with a traffic distribution', { outlierDetection: false }, preferSameNode, near, 0],
    ['which failoverPriority overrules', { outlierDetection: false, mode: 'failoverPriority', failoverPriority: [zone] }, preferSameNode, even, 0],
    ['failoverPriority by zone', { mode: 'failoverPriority', failoverPriority: [zone] }, {}, near, 0],
    ['failoverPriority by a label of the pod that the caller shares', { mode: 'failoverPriority', failoverPriority: ['statefulset.kubernetes.io/pod-name=web-1'] }, {}, [0, 1, 0], 0],
    ['distribute: by weight from a, elsewhere as there are endpoints', { mode: 'distribute', distribute: { a: { a: 80, b: 20 } } }, {}, [0.2 + 1 / 4, 0.025 + 1 / 4, 0.025 + 1 / 4], 0],
    ['distribute by zone ids, with a share of 0 left out', { mode: 'distribute', distribute: { 'zone-a': { 'zone-b': 100, 'zone-a': 0 } } }, {}, [1 / 4, 1 / 8 + 1 / 4, 1 / 8 + 1 / 4], 0],
    ['distribute to a zone without endpoints: dropped', { mode: 'distribute', distribute: { a: { c: 100 } } }, {}, [1 / 4, 1 / 4, 1 / 4], 1 / 4],
    ['a rule that istiod refuses is as none', { mode: 'distribute', distribute: { a: { a: 90 } } }, {}, even, 0],
    ['internalTrafficPolicy Local: the own node or nothing', {}, { internalTrafficPolicy: 'Local' }, [1 / 4, 1 / 8, 1 / 8], 1 / 2],
  ])('%s', (_, istio, service, shares, dropped) => {
    const found = web({ nodes, istio, service, links: [{ from: 'api', to: 'svc-web' }] });
    expect(found.podShares).toEqual(Object.fromEntries(shares.flatMap((share, i) => (share === 0 ? [] : [[`default/web-${i}`, close(share)]]))));
    expect(found.dropped).toBeCloseTo(dropped, 9);
  });

  test('failover crosses zones only where it must', () => {
    expect(web({ nodes, istio: {}, links: [{ from: 'api', to: 'svc-web' }] })).toMatchObject({ crossZoneShare: close(0.5), crossings: close(0.5), hops: close(0.5) });
  });

  test('clients without a sidecar go by kube-proxy', () => {
    const fromOutside = { nodes, entities: [internetClient, nlb({ zones: ['zone-a', 'zone-b', 'zone-c'] })], ...fromInternet };
    expect(web({ ...fromOutside, istio: {} })).toEqual(web(fromOutside));
    const inVpc = { nodes, entities: [{ ...internetClient, from: 'vpc' }], links: [{ from: 'client', to: 'svc-web' }] };
    expect(web({ ...inVpc, istio: {} })).toEqual(web(inVpc));
  });
});

describe('how a link reaches its Service', () => {
  const nodes = { a1: { web: 1, api: 1 }, b1: { web: 1 } };
  const kinds = (world: World) => [...new Set(traffic(world).hops.map(({ kind }) => kind))];
  test.each([
    ['a client by the load balancer in front', { from: 'client', to: 'svc-web' }, ['client-lb', 'lb-node', 'node-pod']],
    ['a pod by the load balancer', { from: 'api', to: 'lb' }, ['pod-lb', 'lb-node', 'node-pod']],
    ['a pod straight to the Service', { from: 'api', to: 'svc-web' }, ['pod-pod']],
  ])('%s', (_, link, expected) => expect(kinds({ nodes, entities: [internetClient, nlb()], links: [link] })).toEqual(expected));

  test.each([
    ['internet', 'lb-public'],
    ['vpc', 'lb'],
  ])('of two load balancers a client of the %s takes the first that it can reach', (from, via) => {
    const entities = [{ ...internetClient, from }, nlb({ scheme: 'internal' }), nlb({ id: 'lb-public' })];
    const { hops } = traffic({ nodes, entities, links: [{ from: 'client', to: 'svc-web' }] });
    expect(new Set(hops.filter(({ kind }) => kind === 'client-lb').map((hop) => hop.via))).toEqual(new Set([via]));
  });

  test('shares weigh links by their requests', () => {
    const links = [{ from: 'client', to: 'lb', requestsPerSecond: 300 }, { from: 'api', to: 'svc-web' }];
    const service = { externalTrafficPolicy: 'Local', internalTrafficPolicy: 'Local' };
    expect(web({ nodes: { ...nodes, b2: { web: 1 } }, entities: [internetClient, nlb()], service, links }).podShares).toEqual(podShares(0.5, 0.25, 0.25));
  });

  test('a selector may name single pods of a StatefulSet', () => {
    const service = { selector: { app: 'web', 'statefulset.kubernetes.io/pod-name': 'web-1' } };
    expect(web({ nodes, service, links: [{ from: 'api', to: 'svc-web' }] }).podShares).toEqual({ 'default/web-1': 1 });
  });
});

describe('any small cluster', () => {
  const topologies = [
    { mode: 'none' },
    { mode: 'auto' },
    { mode: 'trafficDistribution', trafficDistribution: 'PreferSameZone' },
    { mode: 'trafficDistribution', trafficDistribution: 'PreferSameNode' },
  ];
  const policy = fc.constantFrom('Cluster', 'Local');
  const load = fc.record({ web: fc.nat({ max: 3 }), api: fc.nat({ max: 2 }) });
  const world = fc.record({
    nodes: fc.record({ a1: load, a2: load, b1: load, b2: load, c1: load }),
    service: fc.record({ externalTrafficPolicy: policy, internalTrafficPolicy: policy, topology: fc.constantFrom(...topologies) }),
    entities: fc
      .record({ crossZone: fc.boolean(), targetType: fc.constantFrom('instance', 'ip'), from: fc.constantFrom('internet', 'vpc') })
      .map(({ from, ...lb }) => [{ ...internetClient, from }, nlb(lb)]),
    links: fc.constantFrom([{ from: 'client', to: 'lb' }], [{ from: 'api', to: 'svc-web' }], [{ from: 'client', to: 'lb', requestsPerSecond: 7 }, { from: 'api', to: 'lb' }]),
    dead: fc.subarray(['a1', 'b1']),
    deadZones: fc.subarray(['c', 'b']),
  });

  test('shares and drops are all there is, and the hops tell the same story', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const state = routed(drawn);
        const [service] = state.services;
        const { services, hops } = trafficOf(state);
        const account = services[0];
        if (service === undefined || account === undefined || service.live.sum.total === 0) return;
        const { total } = service.live.sum;
        const rate = (...wanted: boolean[]) => hops.reduce((sum, hop) => sum + (wanted.includes(hop.from !== hop.to && hop.from !== 'internet') ? hop.requestsPerSecond : 0), 0) / total;
        const shares = Object.values(account.podShares).reduce((sum, share) => sum + share, 0);
        expect(shares + account.dropped).toBeCloseTo(1, 9);
        expect(account.hops).toBeCloseTo(rate(true, false), 9);
        expect(account.crossings).toBeCloseTo(rate(true), 9);
        expect(account.crossZoneShare).toBeLessThanOrEqual(account.crossings + 1e-9);
        expect(account.skew === null).toBe(shares === 0);
      }),
    );
  });

  test('each node chooses as it does in a dump of the cluster', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { services, nodes, pods, nodeOf } = routed({ ...drawn, dead: [], deadZones: [] });
        const live = services[0]?.live;
        const { topology, ...policies } = drawn.service;
        const dump = routeDump({
          items: [
            ...nodes.map(({ object }) => ({ ...object, status: { ...object.status, conditions: [{ type: 'Ready', status: 'True' }] } })),
            ...pods.map(({ key, object }) => ({ ...object, spec: { nodeName: nodeOf.get(key) }, status: { podIP: '10.0.0.1', conditions: [{ type: 'Ready', status: 'True' }] } })),
            {
              kind: 'Service',
              metadata: { name: 'web', annotations: topology.mode === 'auto' ? { 'service.kubernetes.io/topology-mode': 'Auto' } : null },
              spec: { selector: { app: 'web' }, ports: [{ port: 80, nodePort: 30_080 }], ...policies, ...topology },
            },
          ],
        });
        const choices = live?.machines.map(({ name, facts }) => {
          const { internal, external } = live.choose(facts.proxy);
          const pick = (list: readonly number[]) => list.map((position) => live.endpoints[position]?.pod.replace('default/', '') ?? '').sort();
          return [name, { internal: pick(internal), external: pick(external) }];
        });
        expect(Object.fromEntries(choices ?? [])).toEqual(dump.ok ? dump.value.results[0]?.nodes : dump.error);
        expect(live?.events).toEqual((dump.ok && dump.value.results[0]?.events) || []);
      }),
    );
  });
});

describe('a node port', () => {
  test.each([
    ['Cluster', 0, 1 + 0.5, false],
    ['Local', 0.5, 1, true],
  ])('%s: every worker takes its part', (externalTrafficPolicy, dropped, hops, sourceIpPreserved) => {
    const world = { nodes: { a1: { web: 1 }, b1: {} }, entities: [internetClient], links: [{ from: 'client', to: 'svc-web' }] };
    expect(web({ ...world, service: { type: 'NodePort', externalTrafficPolicy } })).toMatchObject({ dropped: close(dropped), hops: close(hops), sourceIpPreserved });
  });
});

describe('after a failure that Kubernetes cannot see (no quorum)', () => {
  const nodes = { a1: { web: 2, api: 1 }, b1: { web: 1, api: 1 } };
  test.each([
    ['callers still try the dead endpoints', { links: [{ from: 'api', to: 'svc-web' }] }, 'Cluster', 2 / 3],
    ['so does kube-proxy behind a load balancer', fromInternet, 'Cluster', 2 / 3],
    ['the load balancer itself has noticed: Local is whole', fromInternet, 'Local', 0],
  ])('%s', (_, { links }, externalTrafficPolicy, dropped) => {
    const world = { nodes, entities: [internetClient, nlb()], service: { externalTrafficPolicy }, links, deadZones: ['a'] };
    const service = web(world);
    expect(service.dropped).toBeCloseTo(dropped, 9);
    expect(Object.keys(service.podShares)).toEqual(['default/web-2']);
    expect(service.skew).toBeCloseTo(1, 9);
    expect(serviceSummaries(routed(world))).toEqual([{ name: 'default/web', dropped: service.dropped, skew: service.skew }]);
  });
});

describe('what is not a Service', () => {
  const nodes = { a1: { api: 1 }, b1: { api: 1 } };
  const database = { id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] };
  const efs = (...zones: string[]) => ({ id: 'efs', kind: 'fileSystem', zones });
  const [a, b] = ['ap-northeast-2a', 'ap-northeast-2b'];
  test.each([
    ['a database in its primary zone', 'db', [database], [], [['pod-database', a, a, 50], ['pod-database', b, a, 50]]],
    ['its standby takes over', 'db', [database], ['a'], [['pod-database', b, b, 100]]],
    ['a single-AZ one does not come back', 'db', [{ ...database, deployment: 'single-az', zones: ['zone-a'] }], ['a'], []],
    ['a file system through the mount target of the zone', 'efs', [efs('zone-a', 'zone-b')], [], [['pod-fileSystem', a, a, 50], ['pod-fileSystem', b, b, 50]]],
    ['or of another', 'efs', [efs('zone-b')], [], [['pod-fileSystem', a, b, 50], ['pod-fileSystem', b, b, 50]]],
    ['the internet through the zone\'s NAT gateway', 'internet', [], [], [['pod-nat', a, a, 50], ['pod-nat', b, b, 50], ['nat-internet', a, 'internet', 50], ['nat-internet', b, 'internet', 50]]],
  ])('%s', (_, to, entities, deadZones, expected) => {
    const { hops } = traffic({ nodes, entities, links: [{ from: 'api', to }], deadZones });
    expect(hops.map(({ kind, from, to: end, requestsPerSecond }) => [kind, from, end, requestsPerSecond])).toEqual(expected);
  });
});
