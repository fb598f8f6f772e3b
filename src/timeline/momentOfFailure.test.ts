import { expect, test } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { firstCatalog } from '../catalog/firstCatalog';
import { baselineOf } from '../failure/baseline';
import { fail } from '../failure/fail';
import { design, group, overZones, service, workload } from '../testing/designs';
import { createTimeline } from './createTimeline';
import { momentsOf } from './momentOfFailure';

const drawn = design({
  settings: { controlPlane: 'eks' },
  entities: [group('asg', 'abc', 3), workload('caller', 3, { topologySpreadConstraints: overZones }), workload('web', 3, { topologySpreadConstraints: overZones }), service('web')],
  links: [{ id: 'call', from: 'workload-caller', to: 'svc-web' }],
});
const lossOfB = { zones: ['ap-northeast-2b'], nodes: [] };

function told() {
  const baseline = baselineOf(settledPlacement(drawn, firstCatalog));
  const timeline = createTimeline(baseline, lossOfB);
  return { baseline, timeline, at: momentsOf(baseline, lossOfB, timeline) };
}

test('at the loss nobody has noticed: what died is lost, and its share of the requests fails', () => {
  const moment = told().at(0);
  expect(moment.podPhases).toMatchObject({ running: 4, unreachable: 2 });
  expect(moment.pods.filter(({ fate }) => fate === 'lost').map(({ pod }) => pod)).toEqual(['default/caller-1', 'default/web-1']);
  expect(moment.services[0]?.dropped).toBeCloseTo(1 / 3, 9);
  expect(moment.errorsPerSecond).toBeGreaterThan(0);
  expect(moment.newNodes).toEqual([]);
});

test('the traffic of a moment is its own: shares of those that answer, and what is dropped', () => {
  const { timeline, at } = told();
  const sharesAt = (seconds: number) => {
    const { traffic, serviceErrors, errorsPerSecond } = at(seconds);
    const [service] = traffic.services;
    return { shares: Object.entries(service?.podShares ?? {}).map(([pod, share]) => `${pod} ${share.toFixed(3)}`), dropped: service?.dropped.toFixed(3), errors: serviceErrors.map(({ service: name, perSecond }) => [name, perSecond === errorsPerSecond]) };
  };
  const errors = [['default/web', true]];
  expect(sharesAt(0)).toEqual({ shares: ['default/web-0 0.333', 'default/web-2 0.333'], dropped: '0.333', errors });
  expect(sharesAt(timeline.summary.endpointsRemoved ?? 0)).toEqual({ shares: ['default/web-0 0.500', 'default/web-2 0.500'], dropped: '0.000', errors });
});

test('once dead endpoints are out nothing fails, before any pod is replaced', () => {
  const { timeline, at } = told();
  const moment = at(timeline.summary.endpointsRemoved ?? 0);
  expect(moment.services[0]?.dropped).toBe(0);
  expect(moment.podPhases).toMatchObject({ running: 4, notReady: 2 });
});

test('the last moment is the settled aftermath', () => {
  const { baseline, timeline, at } = told();
  const { nodePhases: _nodes, podPhases: _pods, errorsPerSecond: _errors, serviceErrors: _own, at: _at, ...moment } = at(timeline.settledAt);
  const end = fail(baseline, lossOfB);
  const byPod = (pods: typeof end.pods) => [...pods].sort((a, b) => (a.pod < b.pod ? -1 : 1));
  expect({ ...moment, pods: byPod(moment.pods) }).toEqual({ ...end, pods: byPod(end.pods) });
});
