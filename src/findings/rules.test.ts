import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import type { Design } from '../design/schema';
import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluation';
import { design, fileSystem, group, instance, loadBalancer, overZones, service, storageClass, workload, zoneIds, type DesignInput } from '../testing/designs';
import { rules } from './rules';

type Entities = NonNullable<DesignInput['entities']>;
const eks = { controlPlane: 'eks' } as const;
const workers = 'abc'.split('').map((letter) => group(`asg-${letter}`, letter, 1));
const web = workload('web', 3, { topologySpreadConstraints: overZones });
const publicWeb = service('web', { type: 'LoadBalancer' });
const users = { id: 'users', kind: 'client' } as const;
const toBalancer = [{ id: 'users-lb', from: 'users', to: 'lb' }];

/** EKS over three zones with one worker in each, and what a case adds. */
function onEks(...entities: Entities): DesignInput {
  return { settings: eks, entities: [...workers, ...entities] };
}

/** A control plane only: stacked members in these zones, and external etcd in those. */
function control(stacked: string, external = '', none = ''): DesignInput {
  return {
    zones: 'abcd',
    controlPlane: stacked,
    entities: [
      ...external.split('').map((letter, i) => ({ id: `etcd-${i + 1}`, kind: 'etcdNode' as const, zone: `zone-${letter}` })),
      ...none.split('').map((letter, i) => ({ id: `api-${i + 1}`, kind: 'controlPlaneNode' as const, zone: `zone-${letter}`, etcd: 'none' as const })),
    ],
  };
}

const ebs = (name: string, mode: 'Immediate' | 'WaitForFirstConsumer', type: 'StatefulSet' | 'Deployment' = 'StatefulSet') => [
  storageClass('gp3', { volumeBindingMode: mode }),
  workload(name, 2, { type, volumes: [{ name: 'data', storageClass: 'sc-gp3' }], topologySpreadConstraints: overZones, podDisruptionBudget: { maxUnavailable: 1 } }),
];
const efs = (letters: string, type: 'regional' | 'oneZone') => [
  fileSystem('efs', letters, { type }),
  workload('web', 3, { topologySpreadConstraints: overZones, volumes: [{ name: 'data', fileSystem: 'efs', accessMode: 'ReadWriteMany' }] }),
];
const database = (letters: string, deployment: 'single-az' | 'multi-az-instance') => [{ id: 'db', kind: 'database' as const, deployment, zones: zoneIds(letters) }];
const pinned = (...nodes: string[]) => ({ pins: Object.fromEntries(nodes.map((node, i) => [String(i), node])) });
const large = { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '1Gi' } }], topologySpreadConstraints: overZones.map((c) => ({ ...c, whenUnsatisfiable: 'ScheduleAnyway' as const })) };
const withTopology = (topology: Extract<Entities[number], { kind: 'service' }>['topology'], version: '1.21' | '1.33' | '1.34' = '1.34'): DesignInput => ({
  controlPlane: 'abc',
  settings: { kubernetesVersion: version },
  entities: [
    ...workers,
    workload('caller', 3, { topologySpreadConstraints: overZones }),
    workload('web', 2, { topologySpreadConstraints: overZones }),
    service('web', { topology: topology ?? { mode: 'none' } }),
  ],
  links: [{ id: 'call', from: 'workload-caller', to: 'svc-web' }],
});

const distributed = (distribute: Record<string, Record<string, number>>): DesignInput => ({ settings: { ...eks, addons: { istio: { mode: 'distribute', distribute } } } });

interface Case {
  readonly bad: DesignInput;
  readonly good: DesignInput;
  /** What the first fix cannot mend by itself. */
  readonly mends?: false;
}

const cases: Readonly<Record<string, Case>> = {
  'no-etcd-member': { bad: { entities: workers }, good: onEks() },
  'control-plane-one-zone': { bad: control('aaa'), good: control('abc') },
  'etcd-two-members': { bad: control('ab'), good: control('abc') },
  'etcd-zone-majority': { bad: control('aab'), good: control('aabbc') },
  'api-server-one-zone': { bad: control('', 'abc', 'aa'), good: control('', 'abc', 'ab') },
  'etcd-one-member': { bad: control('a'), good: control('abc') },
  'etcd-even-members': { bad: control('aabc'), good: control('abc') },
  'etcd-more-than-five': { bad: control('aabbcc', 'd'), good: control('aabbc') },
  'etcd-learner': {
    bad: { controlPlane: 'abc', entities: [{ id: 'etcd-1', kind: 'etcdNode', zone: 'zone-a', etcd: 'learner' }] },
    good: control('abc'),
  },
  'workload-zone-loss': {
    bad: { settings: eks, entities: [group('asg-a', 'a', 2), web] },
    good: onEks(web),
  },
  'workload-zone-degraded': {
    // Zones a and c have room for one pod each, and b for two: without b two run.
    bad: onEks(workload('web', 3, large)),
    good: onEks(workload('web', 3, { ...large, neededShare: 0.5 })),
    mends: false,
  },
  'pods-pending': { bad: { settings: eks, entities: [web] }, good: onEks(web) },
  'capacity-n-minus-one': {
    bad: onEks(workload('web', 3, large)),
    good: { settings: eks, entities: [...'abc'.split('').map((letter) => group(`asg-${letter}`, letter, 2)), workload('web', 3, large)] },
  },
  'service-on-one-node': {
    bad: onEks(workload('web', 3, pinned('asg-a-a-0', 'asg-a-a-0', 'asg-a-a-0')), service('web')),
    good: onEks(web, service('web')),
  },
  'no-anti-affinity': { bad: onEks(workload('web', 3)), good: onEks(web, workload('one', 1), workload('agent', 1, { type: 'DaemonSet' })) },
  'single-replica': { bad: onEks(workload('web', 1), service('web')), good: onEks(workload('web', 1)) },
  'regional-group-zonal-volume': {
    bad: { settings: eks, entities: [group('asg', 'abc', 3), ...ebs('db', 'Immediate')] },
    good: onEks(...ebs('db', 'Immediate')),
  },
  'regional-group-bound-volume': {
    bad: { settings: eks, entities: [group('asg', 'abc', 3), ...ebs('db', 'WaitForFirstConsumer')] },
    good: onEks(...ebs('db', 'WaitForFirstConsumer')),
  },
  'immediate-binding': { bad: onEks(...ebs('db', 'Immediate')), good: onEks(...ebs('db', 'WaitForFirstConsumer')) },
  'shared-zonal-volume': { bad: onEks(...ebs('db', 'WaitForFirstConsumer', 'Deployment')), good: onEks(...ebs('db', 'WaitForFirstConsumer')) },
  'volume-ties-pods': { bad: onEks(...ebs('db', 'WaitForFirstConsumer')), good: onEks(web) },
  'instance-without-group': { bad: { settings: eks, entities: [instance('node-1', 'a'), instance('node-2', 'a'), instance('node-3', 'b')] }, good: onEks() },
  'az-rebalance-with-autoscaler': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [group('asg', 'abc')] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [group('asg', 'abc', 3, { azRebalance: false }), group('asg-a', 'a')] },
  },
  'autoscaler-without-template': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, group('asg-odd', 'a', 0, { instanceTypes: ['zz9.large'] })] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, group('asg-odd', 'a', 1, { instanceTypes: ['zz9.large'] }), group('asg-none', 'a', 0)] },
  },
  'autoscaler-over-orders': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, workload('web', 3, { topologySpreadConstraints: [...overZones, { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' }] })] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, web] },
  },
  'descheduler-endless': {
    bad: { settings: { ...eks, addons: { descheduler: { strategies: ['HighNodeUtilization'] } } }, entities: [group('asg', 'ab', 4), workload('web', 4, { containers: [{ name: 'app', requests: { cpu: '100m', memory: '64Mi' } }] }), workload('busy', 1, { containers: [{ name: 'app', requests: { cpu: '1', memory: '2Gi' } }] })] },
    good: { settings: { ...eks, addons: { descheduler: {} } }, entities: [group('asg', 'ab', 4), web] },
  },
  'node-groups-not-similar': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: { balanceSimilarNodeGroups: true } } }, entities: [group('asg-a', 'a', 1, { labels: { team: 'a' } }), group('asg-b', 'b')] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: { balanceSimilarNodeGroups: true } } }, entities: [group('asg-a', 'a'), group('asg-b', 'b'), group('gpu', 'b', 1, { instanceTypes: ['m6i.2xlarge'], labels: { team: 'a' } })] },
  },
  'autoscaler-stops-with-zone': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [group('asg-a', 'a', 4), group('asg-b', 'b', 4)] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [group('asg-a', 'a', 4), group('asg-b', 'b', 4), group('asg-c', 'c', 4)] },
  },
  'groups-at-max': {
    bad: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, workload('web', 3, large)] },
    good: { settings: { ...eks, addons: { clusterAutoscaler: {} } }, entities: [...workers, group('asg-more', 'abc', 0, { max: 3 }), workload('web', 3, large)] },
  },
  'balanced-only-zone-loss': {
    bad: { settings: eks, entities: [group('asg', 'abc', 4, { distribution: 'balanced-only' })] },
    good: { settings: eks, entities: [group('asg', 'abc', 4), group('asg-a', 'a', 1, { distribution: 'balanced-only' }), group('none', 'abc', 0, { distribution: 'balanced-only' })] },
  },
  'az-rebalance-undoes-hand-set': {
    bad: { settings: eks, entities: [group('asg', 'abc', 4, { instancesPerZone: { 'zone-a': 3, 'zone-b': 1 } })] },
    good: {
      settings: eks,
      entities: [
        group('asg', 'abc', 4, { instancesPerZone: { 'zone-a': 3, 'zone-b': 1 }, azRebalance: false }),
        group('even', 'abc', 4, { instancesPerZone: { 'zone-a': 1, 'zone-b': 1, 'zone-c': 2 } }),
      ],
    },
  },
  'traffic-dropped': {
    bad: { ...onEks(web, service('web', { selector: { app: 'nobody' }, type: 'LoadBalancer' }), loadBalancer('lb', 'abc', { service: 'svc-web' }), users), links: toBalancer },
    good: { ...onEks(web, publicWeb, loadBalancer('lb', 'abc', { service: 'svc-web' }), users), links: toBalancer },
  },
  'topology-keys-no-endpoint': {
    bad: withTopology({ mode: 'topologyKeys', topologyKeys: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'] }, '1.21'),
    good: withTopology({ mode: 'topologyKeys', topologyKeys: ['topology.kubernetes.io/zone', '*'] }, '1.21'),
  },
  'topology-keys-removed': {
    bad: withTopology({ mode: 'topologyKeys', topologyKeys: ['topology.kubernetes.io/zone', '*'] }, '1.21'),
    good: withTopology({ mode: 'none' }),
  },
  'kubernetes-1-21-rules': { bad: withTopology({ mode: 'none' }, '1.21'), good: withTopology({ mode: 'none' }) },
  'hints-not-applied': { bad: withTopology({ mode: 'auto' }), good: withTopology({ mode: 'none' }) },
  'traffic-distribution-version': {
    bad: withTopology({ mode: 'trafficDistribution', trafficDistribution: 'PreferSameNode' }, '1.33'),
    good: withTopology({ mode: 'trafficDistribution', trafficDistribution: 'PreferClose' }, '1.33'),
  },
  'nearby-traffic-skew': {
    // Callers in three zones, endpoints 1 and 3 in two of them.
    bad: {
      ...withTopology({ mode: 'none' }),
      entities: [
        ...'ab'.split('').map((letter) => group(`asg-${letter}`, letter, 1)),
        workload('caller', 2, { topologySpreadConstraints: overZones }),
        workload('web', 4, pinned('asg-a-a-0', 'asg-b-b-0', 'asg-b-b-0', 'asg-b-b-0')),
        service('web', { topology: { mode: 'trafficDistribution' } }),
      ],
    },
    good: withTopology({ mode: 'trafficDistribution' }),
  },
  'local-policy-skew': {
    bad: {
      settings: eks,
      entities: [
        ...'ab'.split('').map((letter) => group(`asg-${letter}`, letter, 1)),
        workload('web', 3, pinned('asg-a-a-0', 'asg-a-a-0', 'asg-b-b-0')),
        service('web', { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
        loadBalancer('lb', 'ab', { service: 'svc-web', crossZone: true }),
        users,
      ],
      links: toBalancer,
    },
    good: {
      ...onEks(web, service('web', { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }), loadBalancer('lb', 'abc', { service: 'svc-web', crossZone: true }), users),
      links: toBalancer,
    },
    // Three pods on two nodes stay uneven however they are spread.
    mends: false,
  },
  'service-without-pods': { bad: onEks(service('web')), good: onEks(web, service('web')) },
  'istio-failover-inactive': {
    bad: { settings: { ...eks, addons: { istio: { outlierDetection: false } } } },
    good: { settings: { ...eks, addons: { istio: {} } } },
  },
  'istio-rule-rejected': { bad: distributed({ a: { a: 80, b: 10 } }), good: distributed({ a: { a: 80, b: 20, c: 0 } }) },
  'istio-distribute-blocks-failover': { bad: distributed({ a: { b: 100 } }), good: distributed({ a: { a: 99, b: 1 } }) },
  'istio-not-ready-counted': {
    bad: { ...onEks(workload('web', 6, { topologySpreadConstraints: overZones }), service('web')), settings: { ...eks, addons: { istio: {} } } },
    good: { ...onEks(workload('web', 6, { topologySpreadConstraints: overZones }), service('web')), settings: { ...eks, addons: { istio: { outlierDetection: false } } } },
  },
  'istio-never-ejects': {
    bad: { ...onEks(web, service('web')), settings: { ...eks, addons: { istio: {} } } },
    good: { ...onEks(workload('web', 12, { topologySpreadConstraints: overZones }), service('web')), settings: { ...eks, addons: { istio: {} } } },
  },
  'load-balancer-one-zone': { bad: onEks(loadBalancer('lb', 'a', { type: 'alb' })), good: onEks(loadBalancer('lb', 'ab')) },
  'load-balancer-zone-skew': {
    bad: { ...onEks(workload('web', 4, { topologySpreadConstraints: overZones }), publicWeb, loadBalancer('lb', 'abc', { service: 'svc-web', targetType: 'ip' }), users), links: toBalancer },
    good: { ...onEks(workload('web', 4, { topologySpreadConstraints: overZones }), publicWeb, loadBalancer('lb', 'abc', { service: 'svc-web', targetType: 'ip', crossZone: true }), users), links: toBalancer },
  },
  'load-balancer-zone-not-enabled': {
    bad: onEks(web, publicWeb, loadBalancer('lb', 'ab', { service: 'svc-web' })),
    good: onEks(web, publicWeb, loadBalancer('lb', 'abc', { service: 'svc-web' })),
  },
  'load-balancer-zone-without-targets': {
    bad: { settings: eks, entities: [group('asg-a', 'a'), workload('web'), publicWeb, loadBalancer('lb', 'ab', { service: 'svc-web' })] },
    good: { settings: eks, entities: [group('asg-a', 'a'), workload('web'), publicWeb, loadBalancer('lb', 'ab', { service: 'svc-web', crossZone: true })] },
  },
  'single-nat': { bad: { settings: { ...eks, nat: 'single' }, entities: workers }, good: { settings: { ...eks, nat: 'single' }, entities: [group('asg-a', 'a')] } },
  'no-nat': {
    bad: { settings: { ...eks, nat: 'none' }, entities: [...workers, web], links: [{ id: 'out', from: 'workload-web', to: 'internet' }] },
    good: { settings: { ...eks, nat: 'none' }, entities: [...workers, web] },
  },
  'database-one-zone': { bad: onEks(...database('a', 'single-az')), good: onEks(...database('ab', 'multi-az-instance')) },
  'file-system-one-zone': { bad: onEks(...efs('a', 'oneZone')), good: onEks(...efs('abc', 'regional')) },
  'mount-target-missing': { bad: onEks(...efs('ab', 'regional')), good: onEks(...efs('abc', 'regional')) },
  'subnet-addresses': {
    bad: { settings: { ...eks, network: { privateSubnetPrefix: 28 } }, entities: [group('asg-a', 'a', 3)] },
    good: { settings: { ...eks, network: { privateSubnetPrefix: 24 } }, entities: [group('asg-a', 'a', 3)] },
  },
  'subnets-do-not-fit': {
    bad: { settings: { ...eks, network: { vpcCidr: '10.0.0.0/24', privateSubnetPrefix: 24 } } },
    good: { settings: { ...eks, network: { vpcCidr: '10.0.0.0/20', privateSubnetPrefix: 24 } } },
  },
  'pdb-blocks-eviction': {
    bad: onEks(workload('web', 3, { podDisruptionBudget: { minAvailable: '100%' } })),
    good: onEks(workload('web', 3, { podDisruptionBudget: { minAvailable: '50%' } })),
  },
  'stateful-set-without-pdb': {
    bad: onEks(workload('db', 3, { type: 'StatefulSet' })),
    good: onEks(workload('db', 3, { type: 'StatefulSet', podDisruptionBudget: { maxUnavailable: 1 } }), workload('one', 1, { type: 'StatefulSet' })),
  },
  'no-requests': {
    bad: onEks(workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '1' } }] })),
    good: onEks(workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '1' }, limits: { memory: '1Gi' } }] })),
  },
  'zone-not-in-region': { bad: { zones: 'az', settings: eks }, good: { zones: 'ad', settings: eks } },
  'instance-type-not-offered': {
    bad: { settings: eks, entities: [group('asg-a', 'a', 1, { instanceTypes: ['z9.huge'] })] },
    good: onEks(),
  },
  'eks-version-support': {
    bad: { settings: { ...eks, kubernetesVersion: '1.31' } },
    good: { settings: { ...eks, kubernetesVersion: '1.31', eksSupport: 'extended' } },
  },
  'spot-share': { bad: { settings: eks, entities: [group('asg-a', 'a', 1, { onDemandShare: 0.3 })] }, good: onEks() },
  'addon-not-simulated': {
    bad: onEks(workload('web', 3, { topologySpreadConstraints: overZones, horizontalPodAutoscaler: { minReplicas: 2, maxReplicas: 6 } })),
    good: { settings: { ...eks, addons: { karpenter: {}, clusterAutoscaler: {}, descheduler: {}, istio: {} } } },
  },
};

function judged(input: DesignInput | Design): Evaluation {
  return evaluate('zonesketch' in input ? input : design(input), firstCatalog);
}

function codes(evaluation: Evaluation): readonly string[] {
  return evaluation.findings.map((finding) => finding.code);
}

test('every rule has a case, and no two rules one code', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map((rule) => rule.code).sort());
});

describe.each(Object.entries(cases))('%s', (code, { bad, good, mends }) => {
  const found = judged(bad).findings.filter((finding) => finding.code === code);

  test('speaks up', () => {
    expect(found).not.toEqual([]);
    const ids = new Set(design(bad).entities.map((entity) => entity.id));
    expect(found.flatMap((finding) => finding.entities).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('is silent where all is well', () => expect(codes(judged(good))).not.toContain(code));

  test('says it in English and Korean', () => {
    const korean = evaluate(design(bad), firstCatalog, { language: 'ko' }).findings.filter((finding) => finding.code === code);
    expect(korean.map((finding) => finding.entities)).toEqual(found.map((finding) => finding.entities));
    for (const { message, fixes } of korean) for (const text of [message, ...fixes.map((fix) => fix.label)]) expect(text).toMatch(/[가-힣]/);
    for (const { message, fixes } of found) for (const text of [message, ...fixes.map((fix) => fix.label)]) expect(text).not.toMatch(/undefined|NaN|null|[가-힣]/);
  });

  test('every fix can be applied, and the first one mends it', () => {
    for (const { fixes } of found) {
      expect(new Set(fixes.map((fix) => fix.id)).size).toBe(fixes.length);
      for (const [i, fix] of fixes.entries()) {
        const edited = applyEdit(design(bad), fix.edit);
        expect(edited).toMatchObject({ ok: true });
        if (edited.ok && i === 0 && mends !== false && found.length === 1) expect(codes(judged(edited.value))).not.toContain(code);
      }
    }
  });
});

test.each<[string, DesignInput]>([
  ['no zone is drawn', { zones: '', entities: ebs('web', 'WaitForFirstConsumer', 'Deployment') }],
  ['the workload has a long name', { entities: ebs('db', 'WaitForFirstConsumer', 'Deployment').map((entity) => (entity.kind === 'workload' ? { ...entity, name: `${'x'.repeat(42)}-db` } : entity)) }],
])('a volume is moved to EFS only where that can be done: %s', (_, input) => {
  const finding = judged(input).findings.find(({ code }) => code === 'shared-zonal-volume');
  const fixes = finding?.fixes.map((fix) => [fix.id, applyEdit(design(input), fix.edit).ok]);
  expect(fixes).toEqual([...(input.zones === '' ? [] : [['move-to-efs', true]]), ['use-stateful-set', true]]);
});
