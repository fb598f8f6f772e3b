import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeOf, podOf } from '../testing/clusterBuilders';
import { descheduleCase } from './descheduleCase';
import { parseDuration } from './duration';
import { parseInstant } from './instant';
import { compileNodeQuery } from './nodeQuery';
import { insertionSort } from './podOrder';
import { qosRank } from './qosClass';

describe('label queries', () => {
  const node = nodeOf('n', { zone: 'a', size: '5', 'x.io/spot': '' });
  test.each<[string, boolean | null]>([
    ['', true],
    ['zone=a', true],
    ['zone==b', false],
    ['zone!=b', true],
    ['rack!=b', true],
    ['zone in (b, a)', true],
    ['zone notin (a,b)', false],
    ['rack notin (a)', true],
    ['x.io/spot', true],
    ['x.io/spot=', true],
    ['!x.io/spot', false],
    ['! rack', true],
    ['size>4, zone in (a,b),!rack', true],
    ['size < 5', false],
    ['zone in ()', false],
    ['zone in a', null],
    ['zone=a,', null],
    ['=a', null],
    ['size>many', null],
  ])('%j', (text, matches) => {
    const query = compileNodeQuery(text);
    expect(query.ok ? query.value(node) : null).toBe(matches);
  });
});

describe('times', () => {
  test.each<[string, number | null]>([
    ['0', 0],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['1.5s', 1500],
    ['-2ms', -2],
    ['', null],
    ['5', null],
    ['5 m', null],
  ])('duration %j', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  test.each(['1970-01-01T00:00:00Z', '2024-02-29T23:59:59Z', '2000-03-01T00:00:00.5+09:00', '1969-12-31T16:00:00-08:00', '2026-12-31T12:34:56Z'])('instant %s', (text) => {
    expect(parseInstant(text)).toBe(Date.parse(text));
  });

  test.each(['yesterday', '2026-01-02', ''])('no instant: %j', (text) => expect(parseInstant(text)).toBeNull());
});

describe('sorting as Go does', () => {
  /** Swaps to the left while `less`, as Go's insertion sort. */
  function bySwapping<T>(list: readonly T[], less: (a: T, b: T) => boolean): T[] {
    const sorted = [...list];
    for (let i = 1; i < sorted.length; i++) {
      for (let at = i; at > 0 && less(sorted[at]!, sorted[at - 1]!); at--) [sorted[at - 1], sorted[at]] = [sorted[at]!, sorted[at - 1]!];
    }
    return sorted;
  }

  test.each<[string, (a: number, b: number) => boolean]>([
    ['equals stay', (a, b) => Math.trunc(a) < Math.trunc(b)],
    ['equals are reversed', (a, b) => Math.trunc(a) <= Math.trunc(b)],
    ['small equals stay, others are reversed', (a, b) => (a < 1 || b < 1 ? a < 1 && b >= 1 : Math.trunc(a) <= Math.trunc(b))],
  ])('%s', (_name, less) => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), (numbers) => {
        const distinct = numbers.map((number, index) => number + index / 100);
        expect(insertionSort(distinct, less)).toEqual(bySwapping(distinct, less));
      }),
    );
  });
});

describe('quality of service', () => {
  const asking = (requests?: object, limits?: object) => ({ name: 'c', resources: { ...(requests && { requests }), ...(limits && { limits }) } }) as never;
  const all = { cpu: '1', memory: '1Gi' };
  test.each<[string, number, Parameters<typeof podOf>[1], Parameters<typeof podOf>[2]?]>([
    ['nothing asked', 0, {}],
    ['0 is nothing', 0, { containers: [asking({ cpu: '0' })] }],
    ['only what does not count', 0, { containers: [asking({ 'ephemeral-storage': '1Gi' })] }],
    ['some', 1, { containers: [asking({ cpu: '1' })] }],
    ['limits above requests', 1, { containers: [asking({ cpu: '500m', memory: '1Gi' }, all)] }],
    ['limits alone are requests', 2, { containers: [asking(undefined, all)] }],
    ['all', 2, { containers: [asking(all, all)] }],
    ['an init container without limits', 1, { containers: [asking(all, all)], initContainers: [asking()] }],
    ['what the pod tells', 0, { containers: [asking(all, all)] }, { status: { qosClass: 'BestEffort' } }],
  ])('%s', (_name, rank, spec, more) => expect(qosRank(podOf('p', spec, more))).toBe(rank));
});

describe('wild cases', () => {
  const policy = { apiVersion: 'descheduler/v1alpha2', kind: 'DeschedulerPolicy' };
  const list = (...items: unknown[]) => ({ kind: 'List', items });
  const aged = { ...policy, profiles: [{ name: 'p', pluginConfig: [{ name: 'DefaultEvictor', args: { minPodAge: '5m' } }] }] };
  test.each<[string, unknown, string]>([
    ['no case', null, ''],
    ['no policy', { cluster: list() }, 'policy'],
    ['no cluster', { policy }, 'cluster'],
    ['no items', { policy, cluster: {} }, 'cluster.items'],
    ['a node without a name', { policy, cluster: list({ kind: 'Node', metadata: {} }) }, 'cluster.items[0].metadata.name'],
    ['a quantity that is none', { policy, cluster: list(nodeOf('n'), nodeOf('m', {}, { status: { allocatable: { cpu: 'lots' } } })) }, 'cluster.items[1].status.allocatable.cpu'],
    ['a time that is none', { policy, cluster: list(), now: 'soon' }, 'now'],
    ['no time, where the age of pods is asked', { policy: aged, cluster: list() }, 'now'],
  ])('%s: one error that names the place', (_name, value, path) => {
    expect(descheduleCase(value)).toMatchObject({ ok: false, error: { path, message: expect.stringMatching(/expected/) } });
  });

  test('null is unset, kinds that play no part are passed over', () => {
    const pod = { kind: 'Pod', metadata: { name: 'p', labels: null }, spec: { nodeName: 'gone', containers: null, affinity: null, volumes: null }, status: null };
    expect(descheduleCase({ policy: aged, cluster: list({ kind: 'Node', metadata: { name: 'n' }, status: null }, { kind: 'constructor' }, {}, pod), now: '2026-01-02T00:00:00Z' })).toEqual({
      ok: true,
      value: { evicted: [], evictedPerNode: {} },
    });
  });
});
