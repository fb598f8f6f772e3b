import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { evaluate, simulateFailure } from '../evaluate';
import { explainPlacement } from '../explanation/explainPlacement';
import { design, group, overZones, workload, type DesignInput } from '../testing/designs';

const large = { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '1Gi' } }] };
const on = (addons: object, ...entities: NonNullable<DesignInput['entities']>) => design({ settings: { controlPlane: 'eks', addons }, entities });
const zonal = [group('asg-a', 'a', 1, { max: 3 }), group('asg-b', 'b', 1, { max: 3 })];
const anywhere = { ...large, topologySpreadConstraints: overZones.map((constraint) => ({ ...constraint, whenUnsatisfiable: 'ScheduleAnyway' as const })) };

test('pods that wait get nodes, up to the maximum of the groups, and the rest is told why not', () => {
  const { scaling, placement } = evaluate(on({ clusterAutoscaler: {} }, ...zonal, workload('web', 7, large)), firstCatalog);
  expect(scaling.added).toEqual({ 'asg-a': 2, 'asg-b': 2 });
  expect(scaling.groups.map(({ desired, byZone }) => [desired, byZone])).toEqual([[3, { 'ap-northeast-2a': 3 }], [3, { 'ap-northeast-2b': 3 }]]);
  expect(placement.pending).toHaveLength(1);
  expect(scaling.autoscaler?.loops.at(-1)).toMatchObject({ ordered: {}, skipped: { 'asg-a': 'max node group size reached', 'asg-b': 'max node group size reached' } });
});

test('after a loss it grows what is left: a group whose zone is dead is given up for another', () => {
  const drawn = on({ clusterAutoscaler: {} }, ...zonal, workload('web', 2, anywhere));
  const after = simulateFailure(drawn, firstCatalog, { zones: ['ap-northeast-2a'], nodes: [] });
  expect(after.newNodes.map(({ name, joined }) => [name, joined])).toEqual([['asg-b-b-1', true]]);
  expect(after).toMatchObject({ podsRunningAfter: 2, podsPendingAfter: 0 });
  expect(evaluate(drawn, firstCatalog).failures.find(({ zones }) => zones[0] === 'ap-northeast-2a')?.podsPendingAfter).toBe(0);
  expect(simulateFailure(on({}, ...zonal, workload('web', 2, anywhere)), firstCatalog, { zones: ['ap-northeast-2a'], nodes: [] }).podsPendingAfter).toBe(1);
});

test('Karpenter launches in a zone that is left, here the empty one', () => {
  const drawn = on({ karpenter: {} }, ...zonal, workload('web', 2, anywhere));
  const after = simulateFailure(drawn, firstCatalog, { zones: ['ap-northeast-2a'], nodes: [] });
  expect(after.newNodes.map(({ zone, group: of }) => [zone, of])).toEqual([['ap-northeast-2c', 'karpenter.sh']]);
  expect(after.podsPendingAfter).toBe(0);
});

test('what an autoscaler added is replaced like the rest of its group', () => {
  const drawn = on({ clusterAutoscaler: {} }, group('asg', 'ab', 2, { max: 4 }), workload('web', 4, large));
  expect(evaluate(drawn, firstCatalog).scaling.added).toEqual({ asg: 2 });
  const after = simulateFailure(drawn, firstCatalog, { zones: ['ap-northeast-2a'], nodes: [] });
  expect(after.newNodes.map(({ zone }) => zone)).toEqual(['ap-northeast-2b', 'ap-northeast-2b']);
  expect(after.podsPendingAfter).toBe(0);
});

test('a descheduler that never rests is cut off, and said so', () => {
  const { descheduler } = evaluate(
    on({ descheduler: { strategies: ['HighNodeUtilization'] } }, group('asg', 'ab', 4), workload('busy', 1, { containers: [{ name: 'app', requests: { cpu: '1', memory: '2Gi' } }] }), workload('web', 4, { containers: [{ name: 'app', requests: { cpu: '100m', memory: '64Mi' } }] })),
    firstCatalog,
  );
  expect(descheduler).toMatchObject({ isEndless: true, cycles: 20 });
});

test('why speaks of the last time that the scheduler looked: on the node that was added for the pod', () => {
  const explained = explainPlacement(on({ clusterAutoscaler: {} }, ...zonal, workload('web', 3, large)), firstCatalog, 'default/web-2');
  expect(explained).toMatchObject({ outcome: 'running', node: 'asg-a-a-1' });
  expect(explained?.nodes.map(({ node }) => node)).toContain('asg-a-a-1');
});
