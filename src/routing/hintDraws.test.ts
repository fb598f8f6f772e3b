import { describe, expect, test } from 'vitest';
import { drawAlternatives, summarizeAlternatives } from '../alternatives/drawAlternatives';
import { firstCatalog } from '../catalog/firstCatalog';
import { drawsOf } from '../draws/drawOutcome';
import { drawOutcomes, summarizeDraws } from '../draws/draws';
import { evaluate } from '../evaluate';
import { drawOf } from '../scheduling/tieBreak';
import { design, instance, service, workload } from '../testing/designs';
import type { Endpoint } from './endpoints';
import { addHints, cpuRatios } from './hints';

const endpointsIn = (zones: string): Endpoint[] => Array.from(zones, (zone, i) => ({ pod: `${zone}${i}`, zone, node: `${zone}${i}`, ready: true, serving: true, terminating: false }));
const hintsOf = (endpoints: readonly Endpoint[]) => endpoints.map(({ forZones }) => forZones?.join()).join('');

/** One machine a zone, of so many CPUs. */
const ratios = (...cpus: readonly number[]) => cpuRatios(cpus.map((cpu, i) => ({ zone: 'abc'[i], milliCpu: cpu * 1000 })));

describe('what a Go map’s order decides upstream', () => {
  test.each([
    ['two zones have as much too many: which of their endpoints goes', 'aaabbbc', ratios(1, 1, 1), 'caabbbc', ['aaabbcc', 'aaabcbc', 'aaacbbc', 'aacbbbc', 'acabbbc', 'caabbbc']],
    ['two zones lack as much: who gets which', 'aaaabbbccc', ratios(6, 7, 7), 'baaabbbccc', ['aaabbbbccc', 'aaacbbbccc', 'aababbbccc', 'aacabbbccc', 'abaabbbccc', 'acaabbbccc', 'baaabbbccc', 'caaabbbccc']],
    ['no zone has too many: nothing', 'aabbcc', ratios(1, 1, 1), 'aabbcc', ['aabbcc']],
  ])('%s', (_, zones, cpus, inByteOrder, drawn) => {
    expect(hintsOf(addHints(endpointsIn(zones), cpus, 'IPv4').endpoints)).toBe(inByteOrder);
    const seen = Array.from({ length: 200 }, (_each, seed) => hintsOf(addHints(endpointsIn(zones), cpus, 'IPv4', drawOf({ kind: 'seed', seed }, () => undefined)).endpoints));
    expect([...new Set(seen)].sort()).toEqual(drawn);
  });
});

/** Three pods in a, three in b, one in c, which lacks one: a or b gives it. Most clients are in a. */
const uneven = design({
  settings: { controlPlane: 'eks' },
  entities: [
    ...Array.from('abc', (zone) => instance(`node-${zone}`, zone)),
    ...Array.from('aaabbbc', (zone, i) => workload(`web-${i}`, 1, { labels: { role: 'web' }, nodeSelector: { 'topology.kubernetes.io/zone': `ap-northeast-2${zone}` } })),
    service('web', { selector: { role: 'web' }, topology: { mode: 'auto' } }),
    { id: 'users', kind: 'client', from: 'vpc', weights: { 'zone-a': 5, 'zone-b': 1, 'zone-c': 1 } },
  ],
  links: [{ id: 'l', from: 'users', to: 'svc-web' }],
});

describe('a Service whose shares hang on it', () => {
  test('draws tell how they are distributed; without a seed it is the byte order', () => {
    const byName = drawsOf(uneven, firstCatalog)(null);
    const summary = summarizeDraws(byName, [...drawOutcomes(uneven, firstCatalog, 30)]);
    // a keeps two or three of its pods: 5/7 of the requests over two or three, times seven.
    expect(summary.skew?.values.map(({ value }) => value)).toEqual([1.67, 2.5]);
    expect(summary).toMatchObject({ certain: false, draws: 30, byName: { skew: 2.5, drawn: { placing: 0, hints: 0 } } });
  });

  test('alternatives: with hints a distribution, without them none', () => {
    const { certain, today, alternatives } = summarizeAlternatives([...drawAlternatives(uneven, firstCatalog, 'svc-web', 20)]);
    expect({ certain, today: today.skew?.values.map(({ value }) => value) }).toEqual({ certain: false, today: [1.6667, 2.5] });
    expect(alternatives['trafficDistribution=none']?.skew?.values).toMatchObject([{ value: 1, draws: 20 }]);
  });

  test('a seed gives the same hints again', () => {
    const sharesOf = (seed: number | null) => evaluate(uneven, firstCatalog, { seed }).traffic.services[0]?.podShares;
    expect(sharesOf(3)).toEqual(sharesOf(3));
    expect(new Set([null, 1, 2, 3, 4, 5, 6].map((seed) => JSON.stringify(sharesOf(seed)))).size).toBeGreaterThan(2);
  });
});
