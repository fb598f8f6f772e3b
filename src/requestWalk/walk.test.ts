import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { designSchema, type Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import { baselineOf, routingNow, type Baseline } from '../failure/baseline';
import { outcomeOf, routingAfter } from '../failure/outcome';
import { momentOf, type Moment } from '../routing/moment';
import { routeState } from '../routing/routeState';
import { trafficOf } from '../routing/traffic';
import { templates } from '../templates/templates';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import type { Branches } from './branches';
import { startOf } from './start';
import { walk } from './walk';
import { walkable } from './walkable';

async function template(id: string): Promise<Design> {
  return designSchema.parse(await templates.find((each) => each.id === id)?.load());
}

function baselineFor(design: Design): Baseline {
  return baselineOf(settledPlacement(design, catalogFor(design.settings.region) ?? firstCatalog));
}

interface Sums {
  readonly pods: Map<string, number>;
  dropped: number;
  crossings: number;
  hops: number;
}

/** Every way to its end. */
function addUp({ options }: Branches, rate: number, sums: Sums): void {
  expect(options.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
  for (const { to, probability, crossesZone, isTransfer, next } of options) {
    const part = rate * probability;
    if (crossesZone) sums.crossings += part;
    if (isTransfer) sums.hops += part;
    if (next !== null) addUp(next(), part, sums);
    else if (to.kind === 'pod') sums.pods.set(to.name, (sums.pods.get(to.name) ?? 0) + part);
    else if (to.kind === 'dropped') sums.dropped += part;
  }
}

/** The ways of all links to a Service come to what routing says of it. */
function expectSame(moment: Moment, traffic: ReturnType<typeof trafficOf>): void {
  traffic.services.forEach((service, number) => {
    const sums: Sums = { pods: new Map(), dropped: 0, crossings: 0, hops: 0 };
    let total = 0;
    for (const routed of moment.routing.links) {
      if (!('service' in routed.to) || routed.to.service !== number) continue;
      const start = startOf(routed, moment);
      if (start === null) continue;
      // Clients of a zone that is lost send nothing.
      const rate = routed.link.requestsPerSecond * aliveShare(routed, moment);
      total += rate;
      addUp(start, rate, sums);
    }
    if (total === 0) return;
    expect([...sums.pods].filter(([, rate]) => rate > 0).map(([pod]) => pod).sort()).toEqual(Object.keys(service.podShares).sort());
    for (const [pod, rate] of sums.pods) expect(rate / total).toBeCloseTo(service.podShares[pod] ?? 0, 9);
    expect(sums.dropped / total).toBeCloseTo(service.dropped, 9);
    expect(sums.crossings / total).toBeCloseTo(service.crossings, 9);
    expect(sums.hops / total).toBeCloseTo(service.hops, 9);
  });
}

function aliveShare({ from }: Moment['routing']['links'][number], { routing, deadZones }: Moment): number {
  if (from.kind !== 'client' || from.from === 'internet') return 1;
  const given = Object.entries(from.weights).flatMap(([id, weight]) => {
    const zone = routing.zoneNumberOfId.get(id);
    return zone === undefined ? [] : { zone, weight };
  });
  const weights = given.length > 0 ? given : routing.zones.map((_, zone) => ({ zone, weight: 1 }));
  const sum = (all: typeof weights) => all.reduce((total, { weight }) => total + weight, 0);
  return sum(weights.filter(({ zone }) => !deadZones.has(zone))) / sum(weights);
}

function everyState(baseline: Baseline): readonly { readonly moment: Moment; readonly traffic: ReturnType<typeof trafficOf> }[] {
  const { placed, routing } = baseline;
  const losses = zonesOf(placed.design).map((zone) => routingAfter(baseline, outcomeOf(baseline, { zones: [zoneName(placed.design, zone)], nodes: [] })));
  return [routingNow(placed), ...losses].map((state) => ({ moment: momentOf(routing, state), traffic: trafficOf(routeState(routing, state)) }));
}

describe('the probabilities of all ways come to the shares of routing, today and after every zone’s loss', () => {
  test.each(templates.map(({ id }) => id))('%s', async (id) => {
    for (const { moment, traffic } of everyState(baselineFor(await template(id)))) expectSame(moment, traffic);
  });

  test('random designs', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        for (const { moment, traffic } of everyState(baselineOf(settledPlacement(design, firstCatalog)))) expectSame(moment, traffic);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe('a load balancer without a healthy target fails open', () => {
  const noPods = (fields: object, balancer: object) =>
    designSchema.parse({
      zonesketch: 1,
      settings: { controlPlane: 'eks' },
      entities: [
        ...['a', 'b'].map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
        { id: 'asg', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b'], desired: 2, max: 2 },
        { id: 'web', kind: 'workload', name: 'web', replicas: 0, containers: [{ name: 'web' }] },
        { id: 'svc-web', kind: 'service', name: 'web', selector: { app: 'web' }, type: 'LoadBalancer', ...fields },
        { id: 'lb', kind: 'loadBalancer', zones: ['zone-a', 'zone-b'], service: 'svc-web', ...balancer },
        { id: 'users', kind: 'client' },
      ],
      links: [{ id: 'users-lb', from: 'users', to: 'lb' }],
    });

  test.each<[string, object, object, boolean, boolean]>([
    ['Local, no pod anywhere', { externalTrafficPolicy: 'Local' }, {}, true, true],
    ['Cluster: every node passes its health check', { externalTrafficPolicy: 'Cluster' }, {}, false, false],
    ['ip targets: there is nothing to send to', {}, { targetType: 'ip' }, true, false],
  ])('%s', (_, fields, balancer, dns, targets) => {
    const found = walk(walkable(baselineFor(noPods(fields, balancer)), null), 'users-lb', ['ap-northeast-2a']);
    expect(found?.steps.flatMap(({ rule }) => ('failOpen' in rule ? [[rule.id, rule.failOpen]] : []))).toEqual([
      ['dns', dns],
      ['targets', targets],
    ]);
  });
});

describe('one request', () => {
  test.each<[string, string, readonly string[], string]>([
    ['local-policy', 'customers-web', [], 'internet: internet | dns any_availability_zone: 2 ways, open (ap-northeast-2a 0.500, ap-northeast-2b 0.500) | open: 1.000, 0 crossings, 0 hops'],
    ['local-policy', 'customers-web', ['ap-northeast-2a', 'asg-workers-b-0'], 'internet: internet | dns any_availability_zone: 2 ways, ap-northeast-2a | targets instance crossZone: 2 ways, asg-workers-b-0 | kube-proxy local: default/web-1 | pod default/web-1: 0.250, 1 crossings, 2 hops'],
    ['cluster-policy', 'customers-web', ['ap-northeast-2a', 'asg-workers-b-0', 'default/web-0'], 'internet: internet | dns any_availability_zone: 2 ways, ap-northeast-2a | targets instance crossZone: 2 ways, asg-workers-b-0 | kube-proxy all: 3 ways, default/web-0 | pod default/web-0: 0.083, 2 crossings, 3 hops'],
    ['no-anti-affinity', 'customers-web', ['ap-northeast-2a'], 'internet: internet | dns any_availability_zone: 3 ways, ap-northeast-2a | targets instance crossZone: asg-workers-a-0; not asg-workers-b-0: no-local-endpoint; not asg-workers-c-0: no-local-endpoint | kube-proxy local: 4 ways, open (default/web-0 0.250, default/web-1 0.250, default/web-2 0.250, default/web-3 0.250) | open: 0.333, 0 crossings, 2 hops'],
    ['topology-keys-strict', 'web-api', ['asg-c-c-0'], 'pods-evenly: 6 ways, asg-c-c-0 | kube-proxy topology-keys: dropped | dropped, no-endpoint: 0.167, 0 crossings, 0 hops'],
    ['topology-keys-fallback', 'web-api', ['asg-c-c-0'], 'pods-evenly: 6 ways, asg-c-c-0 | kube-proxy topology-keys: 4 ways, open (default/api-0 0.250, default/api-1 0.250, default/api-2 0.250, default/api-3 0.250) | open: 0.167, 0 crossings, 0 hops'],
    ['topology-aware-hints', 'web-api', ['asg-a-a-0'], 'pods-evenly: 6 ways, asg-a-a-0 | kube-proxy hinted-zone: 2 ways, open (default/api-0 0.500, default/api-3 0.500) | open: 0.167, 0 crossings, 0 hops'],
    ['istio-locality', 'web-api', ['asg-a-a-0'], 'pods-evenly: 6 ways, asg-a-a-0 | sidecar: 2 ways, open (default/api-0 0.500, default/api-3 0.500) | open: 0.167, 0 crossings, 0 hops'],
    ['eks', 'customers-web', ['ap-northeast-2c'], 'internet: internet | dns any_availability_zone: 3 ways, ap-northeast-2c | targets ip: 2 ways, open (default/web-2 0.500, default/web-5 0.500) | open: 0.333, 0 crossings, 1 hops'],
    ['regional-group', 'cms-db', ['ap-northeast-2c'], 'pods-evenly: 3 ways, ap-northeast-2c | primary: db-cms | database db-cms: 0.333, 1 crossings, 1 hops'],
    ['regional-group', 'cms-uploads', ['ap-northeast-2c'], 'pods-evenly: 3 ways, ap-northeast-2c | own-mount-target: efs-uploads | fileSystem efs-uploads: 0.333, 0 crossings, 1 hops'],
  ])('%s: %s %j', async (id, link, choices, expected) => {
    const moment = walkable(baselineFor(await template(id)), null);
    expect(told(walk(moment, link, choices))).toBe(expected);
  });

  /** `rule [options] -> chosen`, then where it ends. */
  function told(found: ReturnType<typeof walk>): string {
    if (found === null) return 'nothing';
    const steps = found.steps.map(({ rule, options, excluded, chosen }) => {
      const { id, ...more } = rule;
      const words = Object.entries(more).filter(([, value]) => value !== false).map(([key, value]) => (value === true ? key : String(value)));
      return `${[id, ...words].join(' ')}: ${options.length === 1 ? '' : `${options.length} ways, `}${chosen ?? `open (${options.map(({ id: name, probability }) => `${name} ${probability.toFixed(3)}`).join(', ')})`}${excluded.map(({ name, why }) => `; not ${name}: ${why}`).join('')}`;
    });
    const { end, probability, zoneCrossings, hops } = found;
    return [...steps, `${end === null ? 'open' : end.kind === 'dropped' ? `dropped, ${end.why}` : `${end.kind} ${'name' in end ? end.name : ''}`}: ${probability.toFixed(3)}, ${zoneCrossings} crossings, ${hops} hops`].join(' | ');
  }
});
