import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../../catalog/firstCatalog';
import { applyEdit } from '../../design/edit';
import type { Design } from '../../design/schema';
import { entitiesOf, zonesOf } from '../../design/tree';
import { design, fileSystem, group, instance, loadBalancer, storageClass, workload, type DesignInput } from '../../testing/designs';
import { addZone } from './addZone';
import { dropZone } from './dropZone';

/** Zones, machines and groups in a line each: what the step is about. */
function told(of: Design): readonly string[] {
  const letters = (zones: readonly string[]) => zones.map((zone) => zone.slice('zone-'.length)).join('');
  return [
    zonesOf(of).map(({ letter }) => letter).join(''),
    ...[...entitiesOf(of, 'controlPlaneNode'), ...entitiesOf(of, 'etcdNode'), ...entitiesOf(of, 'instance')].map(({ id, zone }) => `${id} ${letters([zone])}`),
    ...entitiesOf(of, 'autoScalingGroup').map(({ id, zones, min, desired, max }) => `${id} ${letters(zones)} ${min}/${desired}/${max}`),
    ...[...entitiesOf(of, 'loadBalancer'), ...entitiesOf(of, 'fileSystem')].map(({ id, zones }) => `${id} ${letters(zones)}`),
    ...entitiesOf(of, 'storageClass').map(({ id, allowedZones }) => `${id} ${letters(allowedZones)}`),
  ];
}

function after(step: typeof addZone, input: DesignInput): readonly string[] | null {
  const drawn = design(input);
  const edit = step(drawn, firstCatalog);
  if (edit === null) return null;
  const edited = applyEdit(drawn, edit);
  if (!edited.ok) throw new Error(edited.error.message);
  return told(edited.value);
}

const inA = { deployment: 'single-az', zones: ['zone-a'] } as const;

describe('a zone less', () => {
  test.each<[string, DesignInput, readonly string[] | null]>([
    ['members move to the zone with the fewest', { controlPlane: 'abc' }, ['ab', 'cp-1 a', 'cp-2 b', 'cp-3 a']],
    ['instances too', { entities: [instance('n1', 'a'), instance('n2', 'c'), instance('n3', 'c')] }, ['ab', 'n1 a', 'n2 b', 'n3 a']],
    ['groups alike share the instances', { entities: ['a', 'b', 'c'].map((letter) => group(`asg-${letter}`, letter, 2, { min: 1, max: 3 })) }, ['ab', 'asg-a a 2/3/5', 'asg-b b 1/3/4']],
    ['a group unlike the others moves', { entities: [group('asg-a', 'a', 2), group('gpu', 'c', 1, { labels: { gpu: 'yes' } })] }, ['ab', 'asg-a a 0/2/2', 'gpu b 0/1/1']],
    ['numbers set by hand do not stay', { entities: [group('asg-a', 'a', 2, { instancesPerZone: { 'zone-a': 2 } }), group('asg-c', 'c', 2)] }, ['ab', 'asg-a a 0/4/4']],
    ['a band is cut, its instances stay', { entities: [group('asg', 'abc', 3), loadBalancer('lb', 'abc'), fileSystem('efs', 'abc'), storageClass('gp3', { allowedZones: ['zone-b', 'zone-c'] })] }, ['ab', 'asg ab 0/3/3', 'lb ab', 'efs ab', 'sc-gp3 b']],
    ['not the zone of a database', { entities: [{ id: 'db', kind: 'database', ...inA, zones: ['zone-c'] }, instance('n1', 'b')] }, ['ac', 'n1 a']],
    ['nor the only one of a load balancer, of a class, of clients, nor one asked for by name', { entities: [loadBalancer('lb', 'c'), storageClass('gp3', { allowedZones: ['zone-b'] }), workload('web', 1, { nodeSelector: { 'topology.kubernetes.io/zone': 'ap-northeast-2a' } })] }, null],
    ['nor all there is', { zones: 'a' }, null],
  ])('%s', (_, input, expected) => {
    expect(after(dropZone, input)).toEqual(expected);
  });
});

describe('a zone more', () => {
  test.each<[string, DesignInput, readonly string[] | null]>([
    ['members are dealt out anew', { zones: 'ab', controlPlane: 'aab' }, ['abc', 'cp-1 a', 'cp-2 c', 'cp-3 b']],
    ['not where each zone has one at most', { zones: 'ab', controlPlane: 'ab' }, ['abc', 'cp-1 a', 'cp-2 b']],
    ['a group like the others, with a part of their instances', { zones: 'ab', entities: ['a', 'b'].map((letter) => group(`asg-${letter}`, letter, 3, { min: 1, max: 4 })) }, ['abc', 'asg-a a 1/2/3', 'asg-b b 1/2/3', 'asg-c c 0/2/2']],
    ['one instance more where a zone would have none', { zones: 'ab', entities: [group('workers-1', 'a', 1), group('workers-2', 'b', 1)] }, ['abc', 'workers-1 a 0/1/1', 'workers-2 b 0/1/1', 'workers-2-c c 0/1/1']],
    ['none where a zone has no such group', { zones: 'ab', entities: [group('asg-a', 'a', 2)] }, ['abc', 'asg-a a 0/2/2']],
    ['what spans all zones is stretched', { zones: 'ab', entities: [group('asg', 'ab', 2), loadBalancer('lb', 'ab'), fileSystem('efs', 'ab'), storageClass('gp3', { allowedZones: ['zone-a', 'zone-b'] })] }, ['abc', 'asg abc 0/3/3', 'lb abc', 'efs abc', 'sc-gp3 abc']],
    ['what does not is not', { zones: 'ab', entities: [loadBalancer('lb', 'b'), storageClass('gp3')] }, ['abc', 'lb b', 'sc-gp3 ']],
    ['the first letter that is not drawn', { zones: 'ac' }, ['abc']],
    ['not beyond the region', { zones: 'abcd' }, null],
  ])('%s', (_, input, expected) => {
    expect(after(addZone, input)).toEqual(expected);
  });
});
