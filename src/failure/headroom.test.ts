import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import { evaluate } from '../evaluate';
import { design, group, instance, storageClass, workload, type DesignInput } from '../testing/designs';
import { headroom } from './headroom';

const eks = { controlPlane: 'eks' } as const;
/** m6i.large (2 vCPU) takes one of them. */
const large = { containers: [{ name: 'app', requests: { cpu: '1200m' } }] };
const zonal = (desired: number) => 'abc'.split('').map((letter) => group(`asg-${letter}`, letter, desired));
const isLacking = (drawn: ReturnType<typeof design>) => evaluate(drawn, firstCatalog).findings.some(({ code }) => code === 'capacity-n-minus-one');

describe('the smallest counts that survive any one zone', () => {
  test.each<[string, DesignInput, string, readonly string[]]>([
    ['room enough', { settings: eks, entities: [...zonal(2), workload('web', 3, large)] }, 'enough', []],
    ['one of three zonal groups is not enough, two are', { settings: eks, entities: [...zonal(1), workload('web', 3, large)] }, 'grown', ['asg-b 1>2', 'asg-c 1>2']],
    ['even growth, where two groups would need more', { settings: eks, entities: [...zonal(2), workload('web', 6, large)] }, 'grown', ['asg-a 2>3', 'asg-b 2>3', 'asg-c 2>3']],
    ['a group that any zone may use is enough alone', { settings: eks, entities: [...zonal(1), group('spare', 'abc', 0), workload('web', 3, large)] }, 'grown', ['spare 0>1']],
    ['balanced-only: what the lost zone had is launched nowhere', { settings: eks, entities: [group('asg', 'abc', 3, { distribution: 'balanced-only' }), workload('web', 3, large)] }, 'grown', ['asg 3>5']],
    ['set by hand, each zone', { settings: eks, entities: [group('asg', 'ab', 2, { distribution: 'balanced-only', instancesPerZone: { 'zone-a': 1, 'zone-b': 1 } }), workload('web', 2, large)], zones: 'ab' }, 'grown', ['asg 2>4']],
    ['no group that could grow', { settings: eks, entities: [instance('n1', 'a'), instance('n2', 'b'), workload('web', 2, large)] }, 'not-found', []],
    ['volumes of the dead zone do not count', { settings: eks, entities: [...zonal(1), storageClass('gp3'), workload('db', 3, { ...large, type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }] })] }, 'enough', []],
  ])('%s', (_, input, outcome, groups) => {
    const drawn = design(input);
    const found = headroom(drawn, firstCatalog);
    expect({ outcome: found.outcome, groups: found.groups.map(({ id, before, after }) => `${id} ${before}>${after}`) }).toEqual({ outcome, groups });
    expect(isLacking(drawn)).toBe(outcome !== 'enough');
    if (found.edit === null) return;
    const grown = applyEdit(drawn, found.edit);
    if (!grown.ok) throw new Error(grown.error.message);
    expect(isLacking(grown.value)).toBe(false);
  });

  test('out of trials: what is known to be enough, and that it may be too much', () => {
    const found = headroom(design({ settings: eks, entities: [...zonal(1), workload('web', 3, large)] }), firstCatalog, 5);
    expect(found).toMatchObject({ outcome: 'grown', smallest: false, trials: 5 });
  });
});
