import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import type { Design } from '../design/schema';
import { design, fileSystem, group, instance, loadBalancer, service, storageClass, workload } from '../testing/designs';
import { apiProblems } from '../testing/node/apiProblems';
import { sampleDesigns } from '../testing/sampleDesigns';
import { expand } from './expand';
import { clusterList } from './list';
import { place } from './place';
import { provisionedZone } from './storage';

function expanded(entities: Parameters<typeof design>[0] = {}) {
  return expand(design(entities), firstCatalog);
}

describe('nodes', () => {
  test('control-plane machines, groups by zone, instances; etcd-only machines are none', () => {
    const { nodes } = expanded({
      controlPlane: 'ab',
      entities: [group('asg', 'cab', 4), instance('lone', 'b'), { id: 'etcd-1', kind: 'etcdNode', zone: 'zone-a' }],
    });
    expect(nodes.map(({ name, role, group: asg, zoneName }) => [name, role, asg, zoneName])).toEqual([
      ['cp-1', 'control-plane', null, 'ap-northeast-2a'],
      ['cp-2', 'control-plane', null, 'ap-northeast-2b'],
      ['asg-a-0', 'worker', 'asg', 'ap-northeast-2a'],
      ['asg-a-1', 'worker', 'asg', 'ap-northeast-2a'],
      ['asg-b-0', 'worker', 'asg', 'ap-northeast-2b'],
      ['asg-c-0', 'worker', 'asg', 'ap-northeast-2c'],
      ['lone', 'worker', null, 'ap-northeast-2b'],
    ]);
  });

  test('a worker of a managed group', () => {
    const { nodes } = expanded({
      settings: { controlPlane: 'eks', kubernetesVersion: '1.33' },
      controlPlane: 'a',
      entities: [group('asg', 'a', 1, { instanceTypes: ['m7g.large', 'm6g.large'], labels: { team: 'web', 'topology.kubernetes.io/zone': 'elsewhere' }, taints: [{ key: 'dedicated', effect: 'NoExecute' }] })],
    });
    expect(nodes.map(({ object }) => object)).toMatchObject([
      {
        metadata: {
          name: 'asg-a-0',
          labels: {
            team: 'web',
            'eks.amazonaws.com/nodegroup': 'zonesketch-asg',
            'kubernetes.io/arch': 'arm64',
            'kubernetes.io/hostname': 'asg-a-0',
            'kubernetes.io/os': 'linux',
            'node.kubernetes.io/instance-type': 'm7g.large',
            'topology.ebs.csi.aws.com/zone': 'ap-northeast-2a',
            'topology.kubernetes.io/region': 'ap-northeast-2',
            'topology.kubernetes.io/zone': 'ap-northeast-2a',
          },
        },
        spec: { taints: [{ key: 'dedicated', effect: 'NoExecute' }] },
        status: { nodeInfo: { kubeletVersion: 'v1.33.0' } },
      },
    ]);
  });

  test('a control-plane node', () => {
    expect(expanded({ controlPlane: 'a' }).nodes[0]?.object).toMatchObject({
      metadata: { labels: { 'node-role.kubernetes.io/control-plane': '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' } },
      spec: { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] },
    });
  });

  test.each([
    // 8192 MiB x 0.925 = 7577; less 255 + 11 x 29 + 100. CPU: less 70m reserved and 125m of aws-node and kube-proxy, which also take two pods.
    ['m6i.large', { cpu: '2', memory: '7577Mi', pods: '29' }, { cpu: '1805m', memory: '6903Mi', pods: '27' }],
    ['m6i.4xlarge', { cpu: '16', memory: '60620Mi', pods: '234' }, { cpu: '15765m', memory: '57691Mi', pods: '232' }],
    ['t3.medium', { cpu: '2', memory: '3788Mi', pods: '17' }, { cpu: '1805m', memory: '3246Mi', pods: '15' }],
    ['x9.unheard', { cpu: '2', memory: '7577Mi', pods: '29' }, { cpu: '1805m', memory: '6903Mi', pods: '27' }],
  ])('%s', (type, capacity, allocatable) => {
    const { nodes, unsupported } = expanded({ entities: [instance('node', 'a', { instanceType: type, rootVolumeGiB: 50 })] });
    expect(nodes[0]?.object.status).toMatchObject({
      capacity: { ...capacity, 'ephemeral-storage': '50Gi' },
      allocatable: { ...allocatable, 'ephemeral-storage': '44Gi' },
      conditions: [{ type: 'Ready', status: 'True' }],
    });
    expect(unsupported).toHaveLength(type === 'x9.unheard' ? 1 : 0);
  });

  test.each([
    ['m6i.large', 25],
    ['m7i.large', 31],
  ])('%s takes %i EBS volumes', (instanceType, count) => {
    const { objects } = expanded({ entities: [instance('node', 'a', { instanceType }), storageClass('gp3')] });
    expect(objects.csiNodes[0]?.spec.drivers).toMatchObject([{ name: 'ebs.csi.aws.com', allocatable: { count } }]);
  });
});

describe('pods', () => {
  test('in queue order: by priority, DaemonSets first, by workload and ordinal', () => {
    const { pods } = expanded({
      entities: [group('asg', 'ab'), workload('b', 2), workload('a', 2), workload('low', 1, { priority: -1 }), workload('high', 1, { priority: 7 }), workload('z', 1, { type: 'DaemonSet' })],
    });
    expect(pods.map(({ key }) => key)).toEqual([
      'default/high-0',
      'default/z-asg-a-0',
      'default/z-asg-b-0',
      'default/a-0',
      'default/a-1',
      'default/b-0',
      'default/b-1',
      'default/low-0',
    ]);
  });

  test('requests come from limits, priority from its class, overhead from its RuntimeClass', () => {
    const { pods, objects, runtimeClasses } = expanded({
      entities: [
        workload('web', 1, {
          priority: 5,
          overhead: { cpu: '50m' },
          containers: [{ name: 'app', requests: { cpu: '100m' }, limits: { cpu: '200m', memory: '1Gi' } }],
        }),
      ],
    });
    expect(pods[0]?.object.spec).toMatchObject({
      priority: 5,
      priorityClassName: objects.priorityClasses[0]?.metadata.name,
      runtimeClassName: runtimeClasses[0]?.metadata.name,
      overhead: runtimeClasses[0]?.overhead?.podFixed,
      containers: [{ resources: { requests: { cpu: '100m', memory: '1Gi' }, limits: { cpu: '200m', memory: '1Gi' } } }],
    });
    expect(objects.priorityClasses[0]?.value).toBe(5);
  });

  test('a DaemonSet has a pod on each node that its labels and tolerations allow', () => {
    const { pods } = expanded({
      controlPlane: 'a',
      entities: [
        group('plain', 'a', 1),
        group('tainted', 'a', 1, { taints: [{ key: 'gpu', effect: 'NoSchedule' }], labels: { disk: 'ssd' } }),
        workload('some', 1, { type: 'DaemonSet' }),
        workload('ssd', 1, { type: 'DaemonSet', nodeSelector: { disk: 'ssd' }, tolerations: [{ key: 'gpu', operator: 'Exists' }] }),
        workload('all', 1, { type: 'DaemonSet', tolerations: [{ operator: 'Exists' }] }),
      ],
    });
    expect(pods.map(({ key }) => key)).toEqual(['all-cp-1', 'all-plain-a-0', 'all-tainted-a-0', 'some-plain-a-0', 'ssd-tainted-a-0'].map((name) => `default/${name}`));
  });

  test('replicas share one spec, and keep it from one evaluation to the next', () => {
    const entities = [group('asg', 'abc'), workload('web', 3)];
    const drawn = design({ entities });
    const [first, second] = expand(drawn, firstCatalog).pods;
    expect(first?.object.spec).toBe(second?.object.spec);
    const moved = { ...drawn, entities: drawn.entities.filter(({ id }) => id !== 'zone-c') };
    expect(expand(moved, firstCatalog).pods[0]?.object).toBe(first?.object);
  });

  test('a pin puts a pod on its node, and its volume in the zone of that node', () => {
    const { pods, objects } = expanded({
      entities: [
        group('asg', 'abc'),
        storageClass('gp3'),
        workload('db', 2, { type: 'StatefulSet', pins: { '1': 'asg-c-0', '0': 'gone' }, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] }),
      ],
    });
    expect(pods.map(({ pinnedTo, object }) => [pinnedTo, object.spec.nodeName])).toEqual([
      [null, undefined],
      ['asg-c-0', 'asg-c-0'],
    ]);
    expect(objects.persistentVolumes.map(({ metadata, spec }) => [metadata.name, JSON.stringify(spec.nodeAffinity).includes('ap-northeast-2c')])).toEqual([['pv-default.data-db-1', true]]);
  });
});

describe('volumes', () => {
  test.each([
    // FNV-1 of `db` is 1836525763, which leaves 1 by 3; one zone on for each ordinal; both claims of a pod in one zone.
    ['data-db-0', 'b'],
    ['data-db-1', 'c'],
    ['data-db-2', 'a'],
    ['wal-db-0', 'b'],
  ])('the provisioner puts %s into zone %s', (claim, zone) => {
    expect(provisionedZone(claim, ['a', 'b', 'c'])).toBe(zone);
  });

  test.each([
    ['Immediate', {}, 'Bound', true],
    ['WaitForFirstConsumer', {}, 'Pending', false],
    ['Immediate', { provisioner: 'efs.csi.aws.com' as const, fileSystem: 'efs' }, 'Bound', false],
  ] as const)('a claim of a class with %s binding %j is %s', (volumeBindingMode, fields, phase, zonal) => {
    const { objects } = expanded({
      entities: [group('asg', 'abc'), fileSystem('efs', 'abc'), storageClass('sc', { volumeBindingMode, ...fields }), workload('web', 2, { volumes: [{ name: 'data', storageClass: 'sc-sc' }] })],
    });
    expect(objects.persistentVolumeClaims.map(({ metadata, status }) => [metadata.name, status?.phase])).toEqual([['web-data', phase]]);
    expect(objects.persistentVolumes.some(({ spec }) => spec.nodeAffinity !== undefined)).toBe(zonal);
    expect(objects.persistentVolumeClaims[0]?.spec.volumeName).toBe(objects.persistentVolumes[0]?.metadata.name);
  });

  test('Immediate binding keeps to the allowed zones', () => {
    const { objects } = expanded({
      entities: [group('asg', 'abc'), storageClass('gp3', { volumeBindingMode: 'Immediate', allowedZones: ['zone-b', 'zone-gone'] }), workload('db', 3, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }] })],
    });
    expect(objects.persistentVolumes.map(({ spec }) => spec.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values)).toEqual([['ap-northeast-2b'], ['ap-northeast-2b'], ['ap-northeast-2b']]);
  });
});

describe('Services', () => {
  test.each([
    ['ClusterIP', [], 'ClusterIP', undefined],
    ['ClusterIP', [loadBalancer('lb', 'a', { service: 'svc-web' })], 'LoadBalancer', 'service.k8s.aws/nlb'],
    ['NodePort', [loadBalancer('lb', 'a', { service: 'svc-web' })], 'NodePort', undefined],
    ['LoadBalancer', [loadBalancer('lb', 'a', { service: 'svc-web', type: 'clb' })], 'LoadBalancer', undefined],
    ['ClusterIP', [loadBalancer('lb', 'a', { service: 'svc-web', type: 'alb', targetType: 'ip' })], 'ClusterIP', undefined],
    ['ClusterIP', [loadBalancer('lb', 'a', { service: 'svc-web', type: 'alb' })], 'NodePort', undefined],
  ] as const)('%s behind %j is %s', (type, balancers, expected, loadBalancerClass) => {
    const spec = expanded({ entities: [service('web', { type }), ...balancers] }).services[0]?.object.spec;
    expect(spec?.type).toBe(expected);
    expect(spec?.loadBalancerClass).toBe(loadBalancerClass);
    expect(spec?.ports?.[0]?.nodePort === undefined).toBe(expected === 'ClusterIP');
    expect(spec?.externalTrafficPolicy).toBe(expected === 'ClusterIP' ? undefined : 'Cluster');
  });

  test.each([
    ['1.34', 'PreferSameZone', 'PreferSameZone'],
    ['1.33', 'PreferSameZone', undefined],
    ['1.33', 'PreferClose', 'PreferClose'],
    ['1.30', 'PreferClose', undefined],
  ] as const)('Kubernetes %s and trafficDistribution %s', (kubernetesVersion, trafficDistribution, expected) => {
    const { services, unsupported } = expanded({ settings: { kubernetesVersion }, entities: [service('web', { topology: { mode: 'trafficDistribution', trafficDistribution } })] });
    expect(services[0]?.object.spec.trafficDistribution).toBe(expected);
    expect(unsupported).toHaveLength(expected === undefined ? 1 : 0);
  });

  test('selects by labels and namespace', () => {
    const { services } = expanded({
      entities: [workload('web', 1, { labels: { tier: 'front' } }), workload('api', 1, { labels: { tier: 'front' } }), workload('other', 1, { namespace: 'team', labels: { tier: 'front' } }), service('front', { selector: { tier: 'front' } }), service('none', { selector: {} })],
    });
    expect(services.map(({ key, workloads }) => [key, workloads])).toEqual([
      ['default/front', ['workload-api', 'workload-web']],
      ['default/none', []],
    ]);
  });
});

describe('a half-finished drawing', () => {
  const cases: [string, Design][] = Object.entries<Design>(sampleDesigns).flatMap(([name, drawn]) =>
    drawn.entities.map(({ id }, i): [string, Design] => [`${name} without ${id} (${i})`, { ...drawn, entities: drawn.entities.filter((_, other) => other !== i) }]),
  );

  test.each(cases)('%s', (_, drawn) => {
    expect(clusterList(place(drawn, firstCatalog)).items.flatMap(apiProblems)).toEqual([]);
  });
});
