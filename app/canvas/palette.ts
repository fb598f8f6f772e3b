import type { Kind } from '#engine/design/kinds/kinds';
import type { IconName } from '../icons/iconName';

/** Something that can be placed: a kind, with what makes a useful beginning of it. */
export interface PaletteItem {
  readonly id: PaletteId;
  readonly kind: Kind;
  readonly icon: IconName | null;
  /** Which zones a new one gets: the one under the pointer, all, or that one and the next. */
  readonly zones: 'one' | 'two' | 'all';
  readonly fields: Readonly<Record<string, unknown>>;
}

const ids = [
  'zone', 'controlPlaneNode', 'etcdNode', 'zonalGroup', 'regionalGroup', 'instance', 'deployment', 'statefulSet', 'daemonSet',
  'service', 'networkLoadBalancer', 'applicationLoadBalancer', 'client', 'storageClass', 'fileSystem', 'database', 'note',
] as const;
export type PaletteId = (typeof ids)[number];

const container = { name: 'app', requests: { cpu: '250m', memory: '256Mi' }, ports: [{ containerPort: 8080 }] };

/** In the order in which the palette shows them. */
export const paletteGroups: readonly { readonly id: 'zones' | 'workloads' | 'traffic' | 'storage' | 'notes'; readonly items: readonly PaletteItem[] }[] = [
  {
    id: 'zones',
    items: [
      { id: 'zone', kind: 'zone', icon: null, zones: 'one', fields: {} },
      { id: 'controlPlaneNode', kind: 'controlPlaneNode', icon: 'control-plane', zones: 'one', fields: {} },
      { id: 'etcdNode', kind: 'etcdNode', icon: 'etcd', zones: 'one', fields: {} },
      { id: 'zonalGroup', kind: 'autoScalingGroup', icon: 'asg', zones: 'one', fields: { desired: 2, max: 4 } },
      { id: 'regionalGroup', kind: 'autoScalingGroup', icon: 'asg', zones: 'all', fields: { desired: 3, max: 6 } },
      { id: 'instance', kind: 'instance', icon: 'ec2', zones: 'one', fields: {} },
    ],
  },
  {
    id: 'workloads',
    items: [
      { id: 'deployment', kind: 'workload', icon: 'deploy', zones: 'all', fields: {} },
      { id: 'statefulSet', kind: 'workload', icon: 'sts', zones: 'all', fields: { name: 'db', type: 'StatefulSet', containers: [container] } },
      { id: 'daemonSet', kind: 'workload', icon: 'ds', zones: 'all', fields: { name: 'agent', type: 'DaemonSet', replicas: 1, containers: [{ name: 'app', requests: { cpu: '50m', memory: '64Mi' } }] } },
    ],
  },
  {
    id: 'traffic',
    items: [
      { id: 'client', kind: 'client', icon: 'client', zones: 'all', fields: {} },
      { id: 'networkLoadBalancer', kind: 'loadBalancer', icon: 'nlb', zones: 'all', fields: { type: 'nlb' } },
      { id: 'applicationLoadBalancer', kind: 'loadBalancer', icon: 'alb', zones: 'all', fields: { type: 'alb', crossZone: true } },
      { id: 'service', kind: 'service', icon: 'svc', zones: 'all', fields: {} },
    ],
  },
  {
    id: 'storage',
    items: [
      { id: 'storageClass', kind: 'storageClass', icon: 'sc', zones: 'all', fields: {} },
      { id: 'fileSystem', kind: 'fileSystem', icon: 'efs', zones: 'all', fields: {} },
      { id: 'database', kind: 'database', icon: 'rds', zones: 'two', fields: {} },
    ],
  },
  { id: 'notes', items: [{ id: 'note', kind: 'note', icon: null, zones: 'all', fields: {} }] },
];

export const paletteItems: readonly PaletteItem[] = paletteGroups.flatMap((group) => group.items);
