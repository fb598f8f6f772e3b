import { describe, expect, test } from 'vitest';
import { firstCatalog } from '#engine/catalog/firstCatalog';
import { explainPlacement } from '#engine/explanation/explainPlacement';
import type { Explanation } from '#engine/explanation/explanation';
import { design, group, workload } from '#engine/testing/designs';
import { filtersOf, rowsOf } from './nodeRows';

/** Of a first pod on workers of zone a, and as many in zone b with a taint. */
function explained(each: number): Explanation {
  const dedicated = [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' as const }];
  const of = design({ entities: [group('asg-a', 'a', each), group('asg-b', 'b', each, { taints: dedicated }), workload('web')] });
  const explanation = explainPlacement(of, firstCatalog, 'default/web-0');
  if (explanation === null) throw new Error('no such pod');
  return explanation;
}

describe('rows: one a node where they are few, else one for all of which the same is said', () => {
  test.each<[number, string, readonly number[]]>([
    [3, 'all', [1, 1, 1, 1, 1, 1]],
    [3, 'fits', [1, 1, 1]],
    [3, 'TaintToleration', [1, 1, 1]],
    // The chosen one, those as good, those refused.
    [40, 'all', [1, 39, 40]],
    [40, 'fits', [1, 39]],
    [40, 'NodePorts', []],
  ])('%i a zone, %s', (each, filter, sizes) => {
    expect(rowsOf(explained(each), filter).map(({ nodes }) => nodes.length)).toEqual(sizes);
  });
});

test('filters count nodes', () => {
  expect(filtersOf(explained(3))).toEqual([
    { filter: 'all', nodes: 6 },
    { filter: 'fits', nodes: 3 },
    { filter: 'TaintToleration', nodes: 3 },
  ]);
});
