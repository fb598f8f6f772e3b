import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import type { Placed } from '../cluster/cluster';
import { place } from '../cluster/place';
import { replace } from '../cluster/replace';
import { design, group, overZones, storageClass, workload, type DesignInput } from '../testing/designs';
import { provision, type Provisioning } from './provision';

type Entities = NonNullable<DesignInput['entities']>;
type Settings = NonNullable<NonNullable<NonNullable<DesignInput['settings']>['addons']>['karpenter']>;

interface Case {
  readonly karpenter?: Settings;
  readonly zones?: string;
  readonly entities: Entities;
  readonly seed?: number;
}

function placedOf({ karpenter = {}, zones = 'abc', entities, seed }: Case): Placed {
  return place(design({ zones, settings: { controlPlane: 'eks', addons: { karpenter }, seed: seed ?? null }, entities }), firstCatalog);
}

function planned(input: Case): Provisioning {
  return provision(placedOf(input));
}

/** `b c5.large: web-0 web-1` for a node in zone b. */
function lines({ nodes, onExisting, unhelped }: Provisioning): readonly string[] {
  const bare = (pod: string): string => pod.replace('default/', '');
  return [
    ...nodes.map(({ zone, instanceType, pods, capacityType }) => `${zone.slice(-1)} ${instanceType}${capacityType === 'spot' ? ' spot' : ''}: ${pods.map(bare).join(' ')}`),
    ...onExisting.map(({ pod, node }) => `${bare(pod)} on ${node}`),
    ...unhelped.map(({ pod, code }) => `${bare(pod)}: ${code}`),
  ];
}

const asking = (cpu: string, memory = '128Mi') => ({ containers: [{ name: 'app', requests: { cpu, memory } }] });
const softly = overZones.map((constraint) => ({ ...constraint, whenUnsatisfiable: 'ScheduleAnyway' as const }));
const overHosts = [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' as const }];
const overCapacityTypes = [{ topologyKey: 'karpenter.sh/capacity-type', whenUnsatisfiable: 'DoNotSchedule' as const }];
const inZone = (letter: string) => ({ nodeSelector: { 'topology.kubernetes.io/zone': `ap-northeast-2${letter}` } });
const gp3 = (fields: Parameters<typeof storageClass>[1] = {}) => storageClass('gp3', { volumeBindingMode: 'WaitForFirstConsumer', ...fields });
const data = { type: 'StatefulSet' as const, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] };
const zoneIn = (...letters: string[]) => [{ key: 'topology.kubernetes.io/zone', operator: 'In' as const, values: letters.map((letter) => `ap-northeast-2${letter}`) }];
const byZone = { topologyKey: 'topology.kubernetes.io/zone' };
const byHost = { topologyKey: 'kubernetes.io/hostname' };
const withDb = { ...byZone, labelSelector: { matchLabels: { app: 'db' } } };
const withWeb = { ...byZone, labelSelector: { matchLabels: { app: 'web' } } };
const full = asking('1500m');

const cases: readonly (readonly [string, Case, readonly string[]])[] = [
  ['nothing waits', { entities: [group('asg', 'a', 1), workload('web', 1)] }, []],
  ['one pod: the cheapest type of the catalog that fits', { entities: [workload('web', 1)] }, ['a c5.large: web-0']],
  ['pods share a node', { entities: [workload('web', 3, asking('500m'))] }, ['a c5.large: web-0 web-1 web-2']],
  ['a larger pod, a larger type', { entities: [workload('web', 1, asking('3'))] }, ['a c5.xlarge: web-0']],
  ['much memory, another family', { entities: [workload('web', 1, asking('500m', '6Gi'))] }, ['a m5.large: web-0']],
  ['largest first, by CPU and then memory', { entities: [workload('a-small', 1, asking('100m')), workload('b-large', 1, asking('1500m')), workload('c-more', 1, asking('100m', '1Gi'))] }, ['a c5.large: b-large-0 c-more-0 a-small-0']],
  ['a node narrows to what all its pods fit in', { entities: [workload('web', 4, asking('1'))] }, ['a c5.2xlarge: web-0 web-1 web-2 web-3']],
  ['spread over zones strictly', { entities: [workload('web', 4, { topologySpreadConstraints: overZones })] }, ['a c5.large: web-0 web-3', 'b c5.large: web-1', 'c c5.large: web-2']],
  ['spread softly: as if it were required', { entities: [workload('web', 3, { topologySpreadConstraints: softly })] }, ['a c5.large: web-0', 'b c5.large: web-1', 'c c5.large: web-2']],
  ['softly where it cannot be had: given up', { karpenter: { zones: ['a'] }, entities: [group('asg', 'b', 1, { taints: [{ key: 'own', effect: 'NoSchedule' }] }), workload('web', 2, { topologySpreadConstraints: softly })] }, ['a c5.large: web-0 web-1']],
  ['strictly where it cannot be had', { karpenter: { zones: ['a'] }, entities: [group('asg', 'b', 1, { taints: [{ key: 'own', effect: 'NoSchedule' }] }), workload('web', 2, { topologySpreadConstraints: overZones })] }, ['a c5.large: web-0', 'web-1: topology']],
  ['the emptiest zone first, counting what runs; then what is about to be launched there, as far as the skew allows', { entities: [group('asg', 'ab', 2), workload('web', 5, { ...asking('1500m'), topologySpreadConstraints: overZones })] }, ['c c5.xlarge: web-2 web-3', 'a c5.large: web-4']],
  ['over hosts: the least is always 0', { entities: [workload('web', 3, { topologySpreadConstraints: overHosts })] }, ['a c5.large: web-0', 'a c5.large: web-1', 'a c5.large: web-2']],
  ['over capacity types', { karpenter: { capacityTypes: ['on-demand', 'spot'] }, entities: [workload('web', 2, { topologySpreadConstraints: overCapacityTypes })] }, ['a c5.large: web-0', 'a c5.large spot: web-1']],
  ['spot first where both are allowed', { karpenter: { capacityTypes: ['on-demand', 'spot'] }, entities: [workload('web', 1)] }, ['a c5.large spot: web-0']],
  ['minDomains that the zones do not reach', { zones: 'ab', entities: [workload('web', 3, { topologySpreadConstraints: overZones.map((c) => ({ ...c, minDomains: 3 })) })] }, ['a c5.large: web-0', 'b c5.large: web-1', 'web-2: topology']],
  ['zones of the NodePool', { karpenter: { zones: ['b', 'c'] }, entities: [workload('web', 2, { topologySpreadConstraints: overZones })] }, ['b c5.large: web-0', 'c c5.large: web-1']],
  ['a zone that the pod asks for', { entities: [workload('web', 1, inZone('c'))] }, ['c c5.large: web-0']],
  ['one that the NodePool does not have', { karpenter: { zones: ['a'] }, entities: [workload('web', 1, inZone('c'))] }, ['web-0: requirements']],
  ['a label that no node will have', { entities: [workload('web', 1, { nodeSelector: { team: 'a' } })] }, ['web-0: requirements']],
  ['a label of the instance type', { entities: [workload('web', 1, { nodeSelector: { 'karpenter.k8s.aws/instance-family': 'r6i' } })] }, ['a r6i.large: web-0']],
  ['another architecture is not launched by default', { entities: [workload('web', 1, { nodeSelector: { 'kubernetes.io/arch': 'arm64' } })] }, ['web-0: offering']],
  ['unless the NodePool has it', { karpenter: { instanceTypes: ['m6i.large', 'm7g.large'] }, entities: [workload('web', 1, { nodeSelector: { 'kubernetes.io/arch': 'arm64' } })] }, ['a m7g.large: web-0']],
  ['only types of the NodePool', { karpenter: { instanceTypes: ['m6i.2xlarge', 'r5.large'] }, entities: [workload('web', 1)] }, ['a r5.large: web-0']],
  ['no type is large enough', { karpenter: { instanceTypes: ['m6i.large'] }, entities: [workload('web', 1, asking('3'))] }, ['web-0: resources']],
  ['types that the region does not have', { karpenter: { instanceTypes: ['z9.huge'] }, entities: [workload('web', 1)] }, ['web-0: offering']],
  ['limits', { karpenter: { instanceTypes: ['c5.large', 'c5.xlarge'], limits: { cpu: 4 } }, entities: [workload('web', 3, asking('1500m'))] }, ['a c5.xlarge: web-0 web-1', 'web-2: limits']],
  ['within limits, one batch after the other', { karpenter: { instanceTypes: ['c5.large', 'c5.4xlarge'], limits: { cpu: 18 } }, entities: [workload('web', 2, { ...asking('1500m'), topologySpreadConstraints: overHosts })] }, ['a c5.large: web-0', 'a c5.large: web-1']],
  ['DaemonSets take their share', { entities: [workload('agent', 1, { type: 'DaemonSet', ...asking('800m') }), workload('web', 1, asking('1500m'))] }, ['a c5.xlarge: web-0']],
  ['those that run elsewhere do not', { entities: [workload('agent', 1, { type: 'DaemonSet', ...asking('800m'), nodeSelector: { 'kubernetes.io/arch': 'arm64' } }), workload('web', 1, asking('1500m'))] }, ['a c5.large: web-0']],
  ['a gated pod is left alone', { entities: [workload('web', 1, { schedulingGates: ['later'] })] }, ['web-0: ignored']],
  ['no zone, no node', { zones: '', entities: [workload('web', 1)] }, ['web-0: offering']],
  ['an unbound volume: a zone that its class allows', { entities: [gp3({ allowedZones: ['zone-b', 'zone-c'] }), workload('db', 1, data)] }, ['b c5.large: db-0']],
  ['any zone', { entities: [gp3(), workload('db', 1, data)] }, ['a c5.large: db-0']],
  ['a bound volume: its zone', { entities: [gp3(), group('asg', 'c', 1), workload('db', 2, { ...data, ...asking('1500m'), topologySpreadConstraints: softly, pins: { 0: 'asg-c-0' } })] }, ['a c5.large: db-1']],
  ['volumes of Immediate classes are bound before', { entities: [gp3({ volumeBindingMode: 'Immediate' }), workload('db', 3, data)] }, ['b c5.large: db-0', 'c c5.large: db-1', 'a c5.large: db-2']],
  ['a volume where the NodePool is not', { karpenter: { zones: ['a'] }, entities: [gp3({ allowedZones: ['zone-b'] }), workload('db', 1, data)] }, ['db-0: volumes']],
  ['apart over hosts', { entities: [workload('web', 2, { podAntiAffinity: [byHost] })] }, ['a c5.large: web-0', 'a c5.large: web-1']],
  ['apart over hosts, softly: as if it were required', { entities: [workload('web', 2, { podAntiAffinity: [{ ...byHost, weight: 1 }] })] }, ['a c5.large: web-0', 'a c5.large: web-1']],
  ['apart over zones: each waits until it is seen where the one before is', { entities: [workload('web', 4, { podAntiAffinity: [byZone] })] }, ['a c5.large: web-0', 'b c5.large: web-1', 'c c5.large: web-2', 'web-3: topology']],
  ['kept away by a pod that runs', { entities: [group('asg', 'a', 1), workload('db', 1, { ...full, priority: 1, podAntiAffinity: [withWeb] }), workload('web', 1)] }, ['b c5.large: web-0']],
  ['near a pod that runs', { entities: [group('asg', 'c', 1), workload('db', 1, { ...full, priority: 1 }), workload('web', 1, { ...full, podAffinity: [withDb] })] }, ['c c5.large: web-0']],
  ['near a pod that does not', { entities: [workload('web', 1, { podAffinity: [withDb] })] }, ['web-0: topology']],
  ['near one that waits as well: in the queue again until it is placed', { entities: [workload('web', 1, { ...full, podAffinity: [withDb] }), workload('db', 1, inZone('b'))] }, ['b c5.large: db-0 web-0']],
  ['near each other: the first may begin anywhere', { entities: [workload('web', 2, { ...full, podAffinity: [withWeb] })] }, ['a c5.xlarge: web-0 web-1']],
  ['required node affinity: the first term that works', { karpenter: { zones: ['a', 'b'] }, entities: [workload('web', 1, { nodeAffinity: [{ matchExpressions: zoneIn('c') }, { matchExpressions: zoneIn('b') }] })] }, ['b c5.large: web-0']],
  ['preferred node affinity: the heaviest', { entities: [workload('web', 1, { nodeAffinity: [{ weight: 10, matchExpressions: zoneIn('c') }, { weight: 50, matchExpressions: zoneIn('b') }] })] }, ['b c5.large: web-0']],
  ['and then the next', { karpenter: { zones: ['a', 'c'] }, entities: [workload('web', 1, { nodeAffinity: [{ weight: 10, matchExpressions: zoneIn('c') }, { weight: 50, matchExpressions: zoneIn('b') }] })] }, ['c c5.large: web-0']],
  ['a new node makes room for more where one is', { zones: 'ab', entities: [group('asg', 'ab', 2), workload('db', 1, { ...full, pins: { 0: 'asg-b-0' } }), workload('web', 3, { ...asking('500m'), topologySpreadConstraints: overZones })] }, ['b c5.large: web-1', 'web-2 on asg-a-0']],
  ['host ports', { entities: [workload('web', 2, { containers: [{ name: 'app', requests: { cpu: '100m' }, ports: [{ containerPort: 80, hostPort: 80 }] }] })] }, ['a c5.large: web-0', 'a c5.large: web-1']],
  ['a label that must be absent', { entities: [workload('web', 1, { nodeAffinity: [{ matchExpressions: [{ key: 'team', operator: 'DoesNotExist', values: [] }] }] })] }, ['a c5.large: web-0']],
  ['numbers', { entities: [workload('web', 1, { nodeAffinity: [{ matchExpressions: [{ key: 'karpenter.k8s.aws/instance-cpu', operator: 'Gt', values: ['4'] }] }] })] }, ['a c5.2xlarge: web-0']],
];

describe('provision', () => {
  test.each(cases)('%s', (_, input, expected) => expect(lines(planned(input))).toEqual(expected));

  test.each(cases.filter(([, , expected]) => expected.length > 0 && !expected.some((line) => line.includes(': ') && !/^[abc] /.test(line))))('kube-scheduler places them there: %s', (_, input) => {
    const placed = placedOf(input);
    const { nodes } = provision(placed);
    expect(replace(placed, { deadNodes: new Set(), newNodes: nodes.map(({ node }) => node) }).pending).toEqual([]);
  });

  test('one batch for each node that it must see first', () => {
    expect(planned({ entities: [workload('web', 3, { podAntiAffinity: [byZone] })] }).nodes.map(({ batch }) => batch)).toEqual([1, 2, 3]);
  });

  test('a seed draws the zone, always the same', () => {
    const zonesOf = (seed: number) => lines(planned({ seed, entities: [workload('web', 1)] })).map((line) => line[0]);
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    expect(new Set(seeds.flatMap(zonesOf))).toEqual(new Set(['a', 'b', 'c']));
    expect(seeds.map(zonesOf)).toEqual(seeds.map(zonesOf));
  });

  test('why not, in words', () => {
    const { unhelped } = planned({ karpenter: { zones: ['a'] }, entities: [workload('web', 1, inZone('c'))] });
    expect(unhelped).toEqual([
      {
        pod: 'default/web-0',
        code: 'requirements',
        message: 'incompatible requirements, key topology.kubernetes.io/zone, topology.kubernetes.io/zone In [ap-northeast-2c] not in topology.kubernetes.io/zone In [ap-northeast-2a]',
      },
    ]);
  });

  test('the node that joins', () => {
    const [launched] = planned({ karpenter: { capacityTypes: ['spot'] }, entities: [workload('web', 1, { nodeSelector: { 'karpenter.k8s.aws/instance-size': 'xlarge' } })] }).nodes;
    expect(launched?.node).toMatchObject({ name: 'karpenter-a-0', entity: 'karpenter.sh', group: null, zone: 'zone-a', instanceType: 'c5.xlarge' });
    expect(launched?.node.object.metadata.labels).toMatchObject({
      'karpenter.k8s.aws/instance-size': 'xlarge',
      'karpenter.sh/capacity-type': 'spot',
      'karpenter.sh/nodepool': 'default',
      'kubernetes.io/hostname': 'karpenter-a-0',
      'topology.kubernetes.io/zone': 'ap-northeast-2a',
    });
    expect(launched?.node.object.status.allocatable).toMatchObject({ cpu: '3795m' });
  });

  test('without the add-on nothing happens', () => {
    const drawn = design({ settings: { controlPlane: 'eks' }, entities: [workload('web', 1)] });
    expect(provision(place(drawn, firstCatalog))).toEqual({ nodes: [], onExisting: [], unhelped: [] });
  });

  test('the cluster that it is asked about stays as it is', () => {
    const placed = placedOf({ entities: [group('asg', 'a', 1), workload('web', 3, { ...full, topologySpreadConstraints: overZones })] });
    const before = JSON.stringify([placed.cluster, placed.pending, placed.objects, [...placed.nodeOf]]);
    expect(provision(placed)).toEqual(provision(placed));
    expect(JSON.stringify([placed.cluster, placed.pending, placed.objects, [...placed.nodeOf]])).toBe(before);
  });
});
