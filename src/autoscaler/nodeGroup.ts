import type { Node } from '../kubernetes/objects';

/** A node group as the cloud provider reports it: on AWS an Auto Scaling group. */
export interface NodeGroup {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** Desired capacity; above the number of nodes where instances were asked for that have not joined. */
  readonly target: number;
  /** Names of its nodes that have joined. */
  readonly nodes: readonly string[];
  /** The node that the provider would build from the group's launch template and tags; null where it cannot. */
  readonly template: Node | null;
  /** Of the nodes still to come, those that an earlier scale-up of the autoscaler asked for; 0 after its start. */
  readonly awaited?: number;
}

/** Nodes by group, and the group of each. */
export function groupsByNode(groups: readonly NodeGroup[]): ReadonlyMap<string, NodeGroup> {
  return new Map(groups.flatMap((group) => group.nodes.map((name) => [name, group])));
}
