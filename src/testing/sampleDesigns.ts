import type { Design } from '../design/schema';
import { design, fileSystem, group, instance, loadBalancer, overZones, service, storageClass, workload } from './designs';

/** Designs that between them use every kind and nearly every field, for tests that something holds for all designs. */
export const sampleDesigns = {
  empty: design({ zones: '' }),
  'zones only': design(),
  'workloads without nodes': design({ entities: [workload('web', 3), service('web', { type: 'LoadBalancer' })] }),
  'three zones': design({
    controlPlane: 'abc',
    entities: [
      group('asg-a', 'a', 2),
      group('asg-b', 'b', 2),
      group('asg-c', 'c', 2),
      storageClass('gp3'),
      workload('web', 7, { topologySpreadConstraints: overZones, containers: [{ name: 'app', limits: { cpu: '250m', memory: '256Mi' }, ports: [{ name: 'http', containerPort: 8080 }] }] }),
      workload('db', 3, {
        type: 'StatefulSet',
        podAntiAffinity: [{ topologyKey: 'topology.kubernetes.io/zone' }],
        podDisruptionBudget: { minAvailable: 2 },
        volumes: [{ name: 'data', storageClass: 'sc-gp3', sizeGiB: 20 }],
      }),
      service('web', { type: 'LoadBalancer', externalTrafficPolicy: 'Local', ports: [{ port: 80, targetPort: 8080 }] }),
      service('db'),
      loadBalancer('lb', 'abc', { service: 'svc-web', crossZone: true }),
    ],
  }),
  'eks and efs': design({
    settings: { controlPlane: 'eks', kubernetesVersion: '1.36' },
    entities: [
      group('asg', 'abc', 4, { labels: { team: 'web', on: 'yes' }, taints: [{ key: 'dedicated', value: 'web', effect: 'NoSchedule' }] }),
      instance('bastion', 'b'),
      fileSystem('efs', 'abc'),
      storageClass('efs', { provisioner: 'efs.csi.aws.com', fileSystem: 'efs', volumeBindingMode: 'Immediate' }),
      workload('cms', 4, {
        tolerations: [{ key: 'dedicated', operator: 'Exists' }],
        nodeSelector: { team: 'web' },
        volumes: [
          { name: 'media', fileSystem: 'efs', accessMode: 'ReadWriteMany' },
          { name: 'uploads', storageClass: 'sc-efs', accessMode: 'ReadWriteMany', mountPath: '/uploads' },
          { name: 'scratch', mountPath: '/scratch' },
        ],
        horizontalPodAutoscaler: { minReplicas: 2, maxReplicas: 10 },
        podDisruptionBudget: { maxUnavailable: '25%' },
      }),
      workload('agent', 1, { type: 'DaemonSet', namespace: 'kube-system', tolerations: [{ operator: 'Exists' }], podDisruptionBudget: { maxUnavailable: 1 } }),
      service('cms', { topology: { mode: 'trafficDistribution' }, type: 'NodePort' }),
      loadBalancer('alb', 'ab', { type: 'alb', service: 'svc-cms', targetType: 'ip' }),
    ],
  }),
  'immediate binding': design({
    controlPlane: 'abc',
    entities: [
      group('asg', 'abc', 5),
      storageClass('gp2', { volumeBindingMode: 'Immediate', volumeType: 'gp2', allowedZones: ['zone-a', 'zone-c'], reclaimPolicy: 'Retain' }),
      workload('db', 4, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp2' }, { name: 'wal', storageClass: 'sc-gp2', mountPath: '/wal' }] }),
      workload('files', 2, { volumes: [{ name: 'data', storageClass: 'sc-gp2' }] }),
    ],
  }),
  'priorities and resources': design({
    entities: [
      group('asg', 'ab', 2, { instanceTypes: ['x9.unheard'] }),
      workload('critical', 2, { priority: 1000, preemptionPolicy: 'Never', overhead: { cpu: '50m', memory: '64Mi' } }),
      workload('batch', 6, { priority: -5, containers: [{ name: 'app', requests: { cpu: '700m' } }], initContainers: [{ name: 'proxy', sidecar: true, requests: { cpu: '10m' } }, { name: 'setup', requests: { memory: '1Gi' } }] }),
      workload('gpu', 1, { containers: [{ name: 'app', requests: { 'nvidia.com/gpu': '1', bogus: '1', cpu: '2' }, limits: { cpu: '1' } }], schedulingGates: ['example.com/hold'] }),
    ],
  }),
  'what the API would refuse': design({
    zones: 'aab',
    entities: [
      group('asg', 'ab', 2, { taints: [{ key: 'a', effect: 'PreferNoSchedule' }, { key: 'a', value: 'x', effect: 'PreferNoSchedule' }] }),
      group('web', 'ab', 2, { distribution: 'balanced-only' }),
      workload('web', 2, {
        nodeAffinity: [
          { matchExpressions: [{ key: 'team', operator: 'In' }, { key: 'team', operator: 'Exists', values: ['x'] }] },
          { matchExpressions: [{ key: 'size', operator: 'Gt', values: ['big'] }] },
          { weight: 3, matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['x'] }] },
        ],
        podAffinity: [{ weight: 10, labelSelector: { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] }, namespaces: ['other'] }],
        tolerations: [{ effect: 'NoSchedule' }, { key: 'a', operator: 'Exists', value: 'x', tolerationSeconds: 4 }],
        topologySpreadConstraints: [
          { maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2, matchLabelKeys: ['app', 'pod-template-hash'] },
          { maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway' },
        ],
        containers: [{ name: 'app', image: '  ', ports: [{ name: '80', containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }], requests: { 'hugepages-2Mi': '4Mi' } }],
        volumes: [{ name: 'one', storageClass: 'sc-gone' }, { name: 'two', fileSystem: 'efs-gone' }],
        labels: { app: 'mine', tier: 'front' },
      }),
      { ...workload('web', 2, { pins: { '0': 'asg-a-0', '1': 'nowhere' } }), id: 'workload-web-again' },
      { ...workload('web', 1, { type: 'StatefulSet' }), id: 'workload-web-third' },
      { ...storageClass('gp3'), id: 'sc-one' },
      { ...storageClass('gp3', { provisioner: 'efs.csi.aws.com' }), id: 'sc-two' },
      service('web', { ports: [{ port: 80, nodePort: 30080 }], type: 'NodePort' }),
      { ...service('web', { type: 'NodePort', ports: [{ name: 'a', port: 80, nodePort: 30080 }, { name: 'a', port: 81 }, { name: 'b', port: 80 }] }), id: 'svc-web-again' },
      { ...service('1web', { selector: {} }), id: 'svc-number' },
      loadBalancer('lb', 'ab', { service: 'svc-gone', type: 'clb' }),
    ],
  }),
  'topology keys': design({
    controlPlane: 'a',
    settings: { kubernetesVersion: '1.21' },
    entities: [group('asg', 'abc'), workload('web', 2), service('web', { topology: { mode: 'topologyKeys', topologyKeys: ['kubernetes.io/hostname', '*'] } })],
  }),
  'history': design({
    entities: [
      group('asg', 'abc', 3),
      storageClass('gp3'),
      workload('web', 4, { pins: { '0': 'asg-b-0', '1': 'asg-b-0', '3': 'asg-b-0' }, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] }),
      workload('db', 2, { type: 'StatefulSet', pins: { '1': 'asg-c-0' }, volumes: [{ name: 'data', storageClass: 'sc-gp3' }], podDisruptionBudget: { maxUnavailable: 1 } }),
    ],
  }),
} as const satisfies Readonly<Record<string, Design>>;
