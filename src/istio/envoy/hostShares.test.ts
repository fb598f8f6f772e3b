import { expect, test } from 'vitest';
import { parseLocality } from '../locality';
import type { IstioEndpoint } from '../workload';
import { hostShares } from './hostShares';

const host = (name: string, weight = 1, ready = true): IstioEndpoint => ({ name, locality: '', label: () => '', weight, ready, ejected: false });
const group = (priority: number, weight: number, ...endpoints: readonly IstioEndpoint[]) => ({ locality: parseLocality('r'), priority, weight, endpoints });
const settings = { localityWeighted: true, panicThreshold: 0, lbPolicy: 'LEAST_REQUEST' } as const;

test.each<[string, Parameters<typeof hostShares>[0], Partial<typeof settings> | { panicThreshold: number }, object]>([
  ['by the weight of localities', [group(0, 30, host('a'), host('b')), group(0, 10, host('c'))], {}, { a: 0.375, b: 0.375, c: 0.25 }],
  ['a locality half ill weighs 1.4 x 0.5', [group(0, 10, host('a'), host('b', 1, false)), group(0, 10, host('c'))], {}, { a: 0.7 / 1.7, c: 1 / 1.7 }],
  ['a locality 5/7 well weighs as if it were whole', [group(0, 10, ...[1, 2, 3, 4, 5, 6, 7].map((n) => host(`a${n}`, 1, n <= 5))), group(0, 10, host('c'))], {}, { a1: 0.1, a2: 0.1, a3: 0.1, a4: 0.1, a5: 0.1, c: 0.5 }],
  ['one without endpoints counts for nothing', [group(0, 10, host('a')), group(0, 90)], {}, { a: 1 }],
  ['in a panic neither health nor locality counts, endpoint weights do', [group(0, 90, host('a', 1, false)), group(0, 10, host('b', 3, false))], { panicThreshold: 50 }, { a: 0.25, b: 0.75 }],
])('%s', (_, groups, changed, expected) => {
  const { shares, unserved } = hostShares(groups, { ...settings, ...changed }, ({ ready }) => ready);
  expect(unserved).toBe(0);
  expect(Object.fromEntries(shares)).toEqual(Object.fromEntries(Object.entries(expected).map(([name, share]) => [name, expect.closeTo(share as number, 12) as number])));
});
