import { entitiesOf, entityById, zoneName } from '../design/tree';
import type { Design } from '../design/schema';

/** A machine of the control plane: what dies with it, and where it stands. */
export interface ControlPlaneMachine {
  /** Entity id, which is also its Node's name. */
  readonly name: string;
  /** `ap-northeast-2a`; empty where its zone is not drawn. */
  readonly zone: string;
  /** Runs a voting etcd member. Learners get the log but have no vote. */
  readonly votes: boolean;
  /** Runs an API server. */
  readonly servesApi: boolean;
}

/**
 * The machines of a self-managed control plane, by name in byte order: stacked ones first, then external etcd. With EKS
 * there are none to see: AWS runs them.
 */
export function controlPlaneMachines(design: Design): readonly ControlPlaneMachine[] {
  if (design.settings.controlPlane === 'eks') return [];
  const zoneOf = (id: string) => {
    const zone = entityById(design, id);
    return zone?.kind === 'zone' ? zoneName(design, zone) : '';
  };
  return [
    ...entitiesOf(design, 'controlPlaneNode').map((node) => ({
      name: node.id,
      zone: zoneOf(node.zone),
      votes: node.etcd === 'voter',
      servesApi: true,
    })),
    ...entitiesOf(design, 'etcdNode').map((node) => ({
      name: node.id,
      zone: zoneOf(node.zone),
      votes: node.etcd === 'voter',
      servesApi: false,
    })),
  ];
}
