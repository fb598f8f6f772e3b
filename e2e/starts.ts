import type { Design } from '#engine/design/schema';
import { design, fileSystem, group, instance, loadBalancer, service, storageClass, workload } from '#engine/testing/designs';

/** Two of three control-plane nodes, a band over two of three zones, and pods on it. */
export const halfDrawn: Design = design({
  controlPlane: 'ab',
  entities: [group('asg-1', 'ab', 2), instance('worker-1', 'c'), workload('web', 4), workload('agent', 1, { type: 'DaemonSet' })],
});

/** One of every kind. */
export const everyKind: Design = design({
  controlPlane: 'abc',
  entities: [
    { id: 'etcd-1', kind: 'etcdNode', zone: 'zone-a' },
    group('asg-1', 'abc', 3),
    instance('worker-1', 'a'),
    workload('web', 3),
    service('web'),
    loadBalancer('lb-1', 'abc', { service: 'svc-web' }),
    { id: 'client-1', kind: 'client', name: 'customers' },
    storageClass('gp3'),
    fileSystem('fs-1', 'abc'),
    { id: 'db-1', kind: 'database', zones: ['zone-a', 'zone-b'], deployment: 'multi-az-instance' },
    { id: 'note-1', kind: 'note', text: 'Ask the storage team' },
  ],
  links: [{ id: 'link-1', from: 'client-1', to: 'lb-1' }],
});

/** So many that trying out hundreds of losses takes its time. */
export const thousandPods: Design = design({
  controlPlane: 'abc',
  entities: [...['a', 'b', 'c'].map((letter) => group(`asg-${letter}`, letter, 20, { instanceTypes: ['m7i.4xlarge'], max: 40 })), ...[1, 2, 3, 4].map((number) => workload(`web-${number}`, 250))],
});

/** 12 instances in three zones, and 100 pods. */
export const hundredPods: Design = design({
  controlPlane: 'abc',
  entities: [
    ...['a', 'b', 'c'].map((letter) => group(`asg-${letter}`, letter, 4, { instanceTypes: ['m7i.xlarge'], max: 8 })),
    workload('web', 60),
    workload('api', 25),
    workload('batch', 15),
    service('web'),
  ],
});

/** Two replicas kept apart by node only, with volumes that hold them in their zone: whether one survives a zone is luck. */
export const byLuck: Design = design({
  settings: { controlPlane: 'eks' },
  entities: [
    group('asg-1', 'abc', 6),
    storageClass('gp3', { volumeBindingMode: 'WaitForFirstConsumer' }),
    workload('db', 2, {
      type: 'StatefulSet',
      neededShare: 0.5,
      volumes: [{ name: 'data', storageClass: 'sc-gp3' }],
      topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }],
    }),
  ],
});

/** One node: the scheduler never has a choice. */
export const oneNode: Design = design({ zones: 'a', settings: { controlPlane: 'eks' }, entities: [instance('worker-1', 'a'), workload('web', 3)] });

/** One node a zone, each full: the loss of any zone leaves a pod without room. */
export const noHeadroom: Design = design({
  settings: { controlPlane: 'eks' },
  entities: [
    ...['a', 'b', 'c'].map((letter) => group(`asg-${letter}`, letter, 1)),
    workload('web', 3, { containers: [{ name: 'app', requests: { cpu: '1200m' } }], podDisruptionBudget: { minAvailable: 3 } }),
    service('web'),
    loadBalancer('lb-1', 'abc', { service: 'svc-web' }),
    { id: 'client-1', kind: 'client', name: 'customers' },
  ],
  links: [{ id: 'link-1', from: 'client-1', to: 'lb-1' }],
});
