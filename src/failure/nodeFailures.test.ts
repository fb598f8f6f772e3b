import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { design, group, instance, workload, type DesignInput } from '../testing/designs';
import { nodeFailuresOf, summarizeNodeFailures } from './nodeFailures';

function summaryOf(input: DesignInput, dead: number, options = {}) {
  const { plan, outcomes } = nodeFailuresOf(design(input), firstCatalog, dead, options);
  return summarizeNodeFailures(plan, [...outcomes()]);
}

const apart = { podAntiAffinity: [{}] };
/** Three control-plane machines and three workers, of which two carry a replica each. */
const cluster: DesignInput = {
  controlPlane: 'abc',
  entities: [instance('n1', 'a'), instance('n2', 'b'), instance('n3', 'c'), workload('web', 2, { ...apart, neededShare: 0.5 })],
};

describe('exact, where every set is tried', () => {
  test.each([
    // 6 machines. One dead: always well.
    [1, 6, 1, 1, [[0, 6]]],
    // Of 15 pairs, 3 take two members. A pair of workers leaves one of three, and one replica: enough.
    [2, 15, 12 / 15, 12 / 15, [[0, 12], [1, 3]]],
    // Of 20 triples, quorum holds with at most one member of the control plane: 1 + 3 x 3. All three workers: down.
    [3, 20, 10 / 20, 9 / 20, [[0, 10], [1, 9], [2, 1]]],
    [7, 0, 0, 0, undefined],
  ])('%i dead at once: %i sets', (dead, sets, keepsQuorum, survives, pending) => {
    const summary = summaryOf(cluster, dead);
    expect(summary).toMatchObject({ machines: 6, dead, sets, exact: true, tried: sets, keepsQuorum, survives });
    expect(summary.pending?.values.map(({ value, draws }) => [value, draws])).toEqual(pending);
  });

  test('each workload’s verdicts add up, and the worst set is named', () => {
    const summary = summaryOf(cluster, 3);
    for (const { survives, degraded, down } of summary.workloads) expect(survives + degraded + down).toBeCloseTo(1, 12);
    expect(summary.worst).toMatchObject({ keepsQuorum: false });
  });
});

describe('drawn, where there are too many', () => {
  const many: DesignInput = { controlPlane: 'abc', entities: Array.from({ length: 40 }, (_, i) => instance(`n${i}`, 'abc'.charAt(i % 3))) };

  test('the share comes close to the exact one, and says that it was drawn', () => {
    // 20 of 43 machines: none of three members with 23 x 22 x 21, one with 3 x 20 x 23 x 22, of 43 x 42 x 41.
    const exact = (10_626 + 30_360) / 74_046;
    const summary = summaryOf(many, 20, { samples: 400 });
    expect(summary).toMatchObject({ exact: false, tried: 400 });
    expect(Math.abs(summary.keepsQuorum - exact)).toBeLessThan(0.05);
  });

  test('by seed: the same again, or others', () => {
    const sets = (seed: number) => [...nodeFailuresOf(design(many), firstCatalog, 4, { samples: 5, seed }).outcomes()].map(({ nodes }) => nodes.join());
    expect(sets(1)).toEqual(sets(1));
    expect(sets(1)).not.toEqual(sets(2));
    for (const set of sets(1)) expect(new Set(set.split(',')).size).toBe(4);
  });
});

test('a group replaces what died: nothing waits', () => {
  expect(summaryOf({ settings: { controlPlane: 'eks' }, entities: [group('asg', 'abc', 3), workload('web', 3)] }, 3)).toMatchObject({ sets: 1, keepsQuorum: 1, survives: 1 });
});
