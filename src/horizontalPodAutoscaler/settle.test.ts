import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { designSchema, type Design } from '../design/schema';
import { templates } from '../templates/templates';
import { limited, stabilized } from './limits';
import { recommendedReplicas } from './replicaCalculator';
import { hpaCourses } from './settle';

describe('what CPU use asks for, as replica_calculator.go has it', () => {
  test.each<[string, readonly number[], number, number, number | null]>([
    ['twice the target: twice the pods', [1600, 1600], 0, 4, 160],
    ['half of it: half of them', [400, 400, 400, 400], 0, 2, 40],
    ['within 10 % nothing changes', [870, 870], 0, 2, 87],
    ['just beyond, one more', [890, 890], 0, 3, 89],
    ['the mean is in whole percent: 88.9 counts as 88', [889, 889], 0, 2, 88],
    ['a hot pod beside idle ones is not seen', [2000, 100, 100, 1000], 0, 4, 80],
    ['pods that are starting count as idle', [1600, 1600], 2, 4, 160],
    ['so that more than there are is asked for only where they will not do', [3200, 3200], 2, 8, 320],
    ['but never fewer', [1600], 3, 4, 160],
    ['on the way down only those that are ready count', [400, 400], 2, 1, 40],
    ['nothing to see: nothing changes', [], 3, 3, null],
  ])('%s', (_, usage, unready, replicas, utilization) => {
    expect(recommendedReplicas({ usage, unready, request: 1000, target: 80, replicas: usage.length + unready })).toEqual({ replicas, utilization });
  });

  test.each([
    ['up to twice', 30, 10, 20],
    ['from one to four', 9, 1, 4],
    ['not above the maximum', 60, 40, 50],
    ['not below the minimum', 1, 10, 2],
  ])('at once: %s', (_, recommended, current, replicas) => expect(limited(recommended, current, { minReplicas: 2, maxReplicas: 50 })).toBe(replicas));

  test('goes down by the highest recommendation of five minutes', () => {
    const earlier = [{ at: 0, replicas: 9 }, { at: 15, replicas: 3 }];
    expect([300, 315, 330].map((at) => stabilized({ at, replicas: 2 }, earlier))).toEqual([9, 3, 2]);
  });
});

/** `local-policy`: 3 pods on 2 nodes behind a Local Service, which get 25, 25 and 50 % of the requests. Each takes 500m. */
async function scaled(autoscaler: object, container: object = {}, requestsPerSecond = 500): Promise<Design> {
  const plain = designSchema.parse(await templates.find(({ id }) => id === 'local-policy')?.load());
  return designSchema.parse({
    ...plain,
    links: plain.links.map((link) => ({ ...link, requestsPerSecond })),
    entities: plain.entities.map((entity) => {
      if (entity.kind !== 'workload') return entity;
      return { ...entity, containers: [{ ...entity.containers[0], requests: { cpu: '500m' }, ...container }], horizontalPodAutoscaler: { minReplicas: 1, maxReplicas: 10, cpuPerRequest: 2, ...autoscaler } };
    }),
  });
}

describe('how the loop settles', () => {
  test.each<[string, Promise<Design>, string]>([
    ['a mean below its target leaves a pod at its full request', scaled({}), 'settled, unseen: 0 s: 3 at 66 %, hottest 100 %, skew 1.50'],
    ['a pod beyond its limit, and the mean does not see it', scaled({}, { limits: { cpu: '500m' } }, 600), 'settled, unseen: 0 s: 3 at 73 %, hottest 120 %, 1 throttled, skew 1.50'],
    ['more pods, less skew, and still one at its full request', scaled({ cpuPerRequest: 4 }), 'settled, unseen: 0 s: 3 at 133 %, hottest 200 %, skew 1.50; 0 s: 5 (2 not ready) at 133 %, hottest 200 %, skew 1.50; 30 s: 5 at 80 %, hottest 100 %, skew 1.25'],
    ['no pod for less: down after five minutes', scaled({}, {}, 100), 'settled: 0 s: 3 at 13 %, hottest 20 %, skew 1.50; 315 s: 1 at 40 %, hottest 40 %, skew 1.00'],
    ['the minimum', scaled({ minReplicas: 6 }), 'settled: 0 s: 3 at 66 %, hottest 100 %, skew 1.50; 0 s: 6 (3 not ready) at 66 %, hottest 100 %, skew 1.50; 30 s: 6 at 33 %, hottest 33 %, skew 1.00'],
    [
      'the maximum, with pods that no node has room for',
      scaled({ cpuPerRequest: 20 }),
      'at-maximum: 0 s: 3 at 666 %, hottest 1000 %, skew 1.50; 0 s: 6 (3 not ready) at 666 %, hottest 1000 %, skew 1.50; 15 s: 10 (7 not ready) at 666 %, hottest 1000 %, skew 1.50; 45 s: 10 (4 not ready) at 333 %, hottest 333 %, skew 1.00',
    ],
    ['nobody calls', scaled({}, {}, 0), 'no-traffic: '],
    ['no request, no utilization', scaled({}, { requests: {} }), 'no-request: '],
  ])('%s', async (_, design, expected) => {
    const [course] = hpaCourses(await design, firstCatalog);
    const moments = course?.moments.map(({ at, replicas, unready, utilization, hottest, throttled, skew }) =>
      [`${at} s: ${replicas}${unready === 0 ? '' : ` (${unready} not ready)`} at ${utilization} %`, `hottest ${hottest?.toFixed(0)} %`, ...(throttled === 0 ? [] : [`${throttled} throttled`]), `skew ${skew?.toFixed(2)}`].join(', '),
    );
    expect(`${course?.outcome}${course?.isHotPodUnseen === true ? ', unseen' : ''}: ${moments?.join('; ')}`).toBe(expected);
  });
});
