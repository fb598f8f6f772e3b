import type { Kind } from '#engine/design/kinds/kinds';
import type { Entity } from '#engine/design/schema';
import type { IconName } from './iconName';

/** The icon of a kind in the palette. */
export const iconOfKind: Readonly<Record<Kind, IconName | null>> = {
  zone: null,
  controlPlaneNode: 'control-plane',
  etcdNode: 'etcd',
  autoScalingGroup: 'asg',
  instance: 'ec2',
  workload: 'deploy',
  service: 'svc',
  loadBalancer: 'nlb',
  client: 'client',
  storageClass: 'sc',
  fileSystem: 'efs',
  database: 'rds',
  note: null,
};

const iconOfType: Readonly<Record<string, IconName>> = { Deployment: 'deploy', StatefulSet: 'sts', DaemonSet: 'ds', nlb: 'nlb', alb: 'alb', clb: 'clb' };

/** The icon of an entity: some kinds have one for each type. */
export function iconOf(entity: Entity): IconName | null {
  if ('type' in entity) return iconOfType[entity.type] ?? iconOfKind[entity.kind];
  if ('from' in entity && entity.from === 'internet') return 'internet';
  return iconOfKind[entity.kind];
}
