import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { baselineOf } from '../failure/baseline';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { design, group, loadBalancer, overZones, service, workload, zoneIds, type DesignInput } from '../testing/designs';
import { greyFailure, type GreyTrouble } from './greyFailure';

const eks = { controlPlane: 'eks' } as const;
const A = 'ap-northeast-2a';

function behind(lb: object, svc: object = {}, replicas = 3, settings: DesignInput['settings'] = eks): DesignInput {
  return {
    settings,
    entities: [
      group('asg', 'abc', 3),
      workload('web', replicas, { topologySpreadConstraints: overZones }),
      service('web', { type: 'LoadBalancer', ...svc }),
      loadBalancer('lb', 'abc', { service: 'svc-web', ...lb }),
      { id: 'users', kind: 'client' },
      { id: 'db', kind: 'database', deployment: 'multi-az-instance', zones: zoneIds('ab') },
    ],
    links: [
      { id: 'l', from: 'users', to: 'lb' },
      { id: 'q', from: 'workload-web', to: 'db' },
    ],
  };
}

function grey(input: DesignInput, trouble: Partial<GreyTrouble> = {}) {
  return greyFailure(place(design(input), firstCatalog), { zone: A, loss: 0.05, latencyMs: 0, ...trouble });
}

describe('requests that meet the zone', () => {
  test.each([
    ['zone by zone: a third', behind({ targetType: 'ip' }), 1 / 3, [['client-lb', 1 / 3], ['lb-pod', 1 / 3]]],
    ['Local: a third, and the pod is on the node', behind({}, { externalTrafficPolicy: 'Local' }), 1 / 3, [['client-lb', 1 / 3], ['lb-node', 1 / 3]]],
    // Not met: another zone's node, then the pod there or of the third zone.
    ['a second hop anywhere: more', behind({}), 1 / 3 + (2 / 3) * (1 / 3), [['client-lb', 1 / 3], ['lb-node', 1 / 3], ['node-pod', 4 / 9]]],
    ['cross-zone and a second hop: only who misses it three times', behind({ crossZone: true }), 1 - (2 / 3) ** 3, [['client-lb', 1 / 3], ['lb-node', 5 / 9], ['node-pod', 4 / 9]]],
  ] as const)('%s', (_, input, touching, hops) => {
    const [web] = grey(input).services;
    expect(web?.touching).toBeCloseTo(touching, 12);
    expect(web?.hops.map(({ kind }) => kind)).toEqual(hops.map(([kind]) => kind));
    for (const [i, [, share]] of hops.entries()) expect(web?.hops[i]?.touching).toBeCloseTo(share, 12);
  });

  test('fail, wait for a packet sent again, or are just slower', () => {
    // Two transfers for a third of the requests; 5 s leave SYNs at 0, 1 and 3 s.
    const [lossy] = grey(behind({ targetType: 'ip' })).services;
    const fails = 1 - (1 - 0.0975 ** 3) ** 2;
    expect(lossy?.failing).toBeCloseTo(fails / 3, 12);
    expect(lossy?.delayed).toBeCloseTo((1 - (1 - 0.0975) ** 2 - fails) / 3, 12);
    const [slow] = grey(behind({ targetType: 'ip' }), { loss: 0, latencyMs: 200 }).services;
    expect(slow).toMatchObject({ failing: 0, delayed: 0 });
    expect(slow?.addedLatencyMs).toBeCloseTo(400 / 3, 9);
  });

  test('a database whose primary is there: all of them', () => {
    expect(grey(behind({})).stores.map(({ to, touching }) => [to, Number(touching.toFixed(12))])).toEqual([['db', 1]]);
    expect(grey(behind({}), { zone: 'ap-northeast-2c' }).stores[0]?.touching).toBeCloseTo(1 / 3, 12);
  });

  test('whatever the design: the mean meetings of each kind are those of its hops', () => {
    fc.assert(
      fc.property(arbitraryDesign, (drawn) => {
        const placed = place(drawn, firstCatalog);
        const { routed } = baselineOf(placed);
        const { services } = greyFailure(placed, { zone: A, loss: 0.1, latencyMs: 0 });
        const requests = new Map(routed.services.map(({ service: { key, entity }, live }) => [key, { entity, served: live.sum.total - live.sum.dropped, dropped: live.sum.dropped }]));
        for (const { name, hops, touching } of services) {
          expect(touching).toBeLessThanOrEqual(hops.reduce((sum, hop) => sum + hop.touching, 0) + 1e-9);
          if ((requests.get(name)?.dropped ?? 1) > 0) continue;
          const links = new Set(routed.routing.links.filter(({ to }) => (to.kind === 'service' || to.kind === 'loadBalancer') && routed.routing.services[to.service]?.key === name).map(({ link }) => link.id));
          for (const { kind, touching: mean } of hops) {
            const rate = routed.hops.filter((hop) => links.has(hop.link) && hop.kind === kind && (hop.from === A || hop.to === A)).reduce((sum, hop) => sum + hop.requestsPerSecond, 0);
            expect(mean).toBeCloseTo(rate / (requests.get(name)?.served ?? 0), 9);
          }
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  }, 60_000);
});

describe('who notices', () => {
  const notices = (trouble: Partial<GreyTrouble>, lb: object = {}) => Object.fromEntries(grey(behind(lb), trouble).observers.map(({ kind, notices: when }) => [kind, when]));

  test.each([
    ['5 % loss: nobody', { loss: 0.05 }, { 'load-balancer': 'hardly', 'node-lease': 'hardly', 'readiness-probe': 'never' }],
    ['200 ms: nobody, ever', { loss: 0, latencyMs: 200 }, { 'load-balancer': 'never', 'node-lease': 'never', 'readiness-probe': 'never' }],
    ['half of the packets: the load balancer now and then', { loss: 0.5 }, { 'load-balancer': 'sometimes', 'node-lease': 'sometimes', 'readiness-probe': 'never' }],
    ['all of them: who asks over the network', { loss: 1 }, { 'load-balancer': 'soon', 'node-lease': 'soon', 'readiness-probe': 'never' }],
  ])('%s', (_, trouble, expected) => {
    expect(notices(trouble)).toEqual(expected);
  });

  test('a dead network: out after three checks, and for as long as it lasts', () => {
    const [first] = grey(behind({}), { loss: 1 }).observers;
    expect(first).toMatchObject({ kind: 'load-balancer', id: 'lb', watched: 1, secondsUntilOut: 30, secondsOut: null, shareOut: 1 });
  });

  test('a readiness probe that asked over the network would see it', () => {
    const readiness = grey(behind({})).observers.find(({ kind }) => kind === 'readiness-probe');
    expect(readiness).toMatchObject({ crosses: false, perCheck: 0 });
    expect(readiness?.ifItCrossed?.perCheck).toBeCloseTo(0.0975, 12);
  });
});

describe('Istio’s outlier detection', () => {
  const istio = { ...eks, addons: { istio: {} } };
  test.each([
    ['off', 12, eks, {}, []],
    ['fewer than ten endpoints: none may be ejected', 9, istio, { loss: 1 }, [['too-few-endpoints', 9, 3, 0]]],
    ['of twelve, one may, though four are in the zone', 12, istio, { loss: 1 }, [['ejects', 12, 4, 1]]],
    ['latency alone is no error', 12, istio, { loss: 0, latencyMs: 300 }, [['never', 12, 4, 1]]],
  ])('%s', (_, replicas, settings, trouble, expected) => {
    const found = grey(behind({}, {}, replicas, settings), trouble).outlierDetection;
    expect(found.map(({ notices, endpoints, inZone, ejectable }) => [notices, endpoints, inZone, ejectable])).toEqual(expected);
  });
});
