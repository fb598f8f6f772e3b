import type { ClusterNode, ClusterPod } from '../cluster/cluster';
import type { Seconds } from '../units';
import type { Course } from './course';
import type { DeadNode, Joining } from './nodeTimes';
import type { Passage } from './passages';

/**
 * What a pod is at a moment. `unreachable`: its node is dead, Kubernetes has not noticed and keeps it as an endpoint ·
 * `notReady`: noticed, and out of the endpoints · `terminating`: deleted, its name not free yet · `pending`,
 * `containerCreating`, `running`: made anew · `lost`: gone for good.
 */
export type PodPhase = 'running' | 'unreachable' | 'notReady' | 'terminating' | 'pending' | 'containerCreating' | 'lost';

export interface PodState {
  /** `namespace/name` */
  readonly pod: string;
  /** Entity id. */
  readonly workload: string;
  readonly ordinal: number;
  readonly phase: PodPhase;
  /** Its node: the new one once it is made anew and scheduled. */
  readonly node: string | null;
  /** What it waits for while `containerCreating`. */
  readonly waitsFor: 'volume' | 'start' | null;
  /** The node on which the pod that it replaces still shows Terminating. */
  readonly terminatingOn: string | null;
}

/**
 * What a node is at a moment. `unreachable`: dead, and still Ready for Kubernetes · `notReady`: Ready is Unknown, tainted
 * NoSchedule · `tainted`: NoExecute too · `deleted`: its object is gone · `launching`, `booting`: on its way ·
 * `notJoined`: it runs, and there is no control plane to join.
 */
export type NodePhase = 'ready' | 'unreachable' | 'notReady' | 'tainted' | 'deleted' | 'launching' | 'booting' | 'notJoined';

export interface NodeState {
  readonly node: string;
  readonly zone: string;
  readonly phase: NodePhase;
}

/** Every pod of before and of after, in queue order; those of nodes to come are missing until they are made. */
export function podsAt(course: Course, at: Seconds): readonly PodState[] {
  const { placed, added, passageOf } = course;
  return [...placed.cluster.pods, ...added].flatMap((pod) => {
    const passage = passageOf.get(pod);
    return passage === undefined ? untouched(pod, placed.nodeOf.get(pod.key)) : (passed(passage, at) ?? []);
  });
}

function untouched(pod: ClusterPod, node: string | undefined): PodState {
  return stateOf(pod, node === undefined ? 'pending' : 'running', node);
}

function stateOf({ key, workload, ordinal }: ClusterPod, phase: PodPhase, node: string | undefined, more: Partial<Pick<PodState, 'waitsFor' | 'terminatingOn'>> = {}): PodState {
  return { pod: key, workload, ordinal, phase, node: node ?? null, waitsFor: null, terminatingOn: null, ...more };
}

/** null: it does not exist yet. */
function passed({ pod, reason, from, to, unreadyAt, deletedAt, goneAt, createdAt, scheduledAt, attachedAt, readyAt }: Passage, at: Seconds): PodState | null {
  if (at >= goneAt && at < createdAt) return stateOf(pod, 'lost', from);
  if (at >= goneAt && from === undefined) return stateOf(pod, 'lost', from);
  if (at >= createdAt) {
    const terminatingOn = at < goneAt ? (from ?? null) : null;
    if (at < scheduledAt) return stateOf(pod, 'pending', undefined, { terminatingOn });
    if (at < readyAt) return stateOf(pod, 'containerCreating', to, { waitsFor: at < attachedAt ? 'volume' : 'start', terminatingOn });
    return stateOf(pod, 'running', to, { terminatingOn });
  }
  if (reason === 'new') return null;
  if (at >= deletedAt) return stateOf(pod, 'terminating', from);
  if (reason === 'preempted') return stateOf(pod, 'running', from);
  return stateOf(pod, at >= unreadyAt ? 'notReady' : 'unreachable', from);
}

/** The nodes of before, then those that join, from the moment in which they are ordered. */
export function nodesAt({ placed, nodes }: Course, at: Seconds): readonly NodeState[] {
  const state = ({ name, zoneName }: ClusterNode, phase: NodePhase): NodeState => ({ node: name, zone: zoneName, phase });
  return [
    ...placed.cluster.nodes.map((node) => {
      const dead = nodes.dead.get(node.name);
      return state(node, dead === undefined ? 'ready' : deadPhase(dead, at));
    }),
    ...nodes.joining.filter(({ orderedAt }) => at >= orderedAt).map((joining) => state(joining.node, joiningPhase(joining, at))),
  ];
}

function deadPhase({ unknownAt, taintedAt, deletedAt }: DeadNode, at: Seconds): NodePhase {
  if (at >= deletedAt) return 'deleted';
  if (at >= taintedAt) return 'tainted';
  return at >= unknownAt ? 'notReady' : 'unreachable';
}

function joiningPhase({ launchedAt, bootedAt, readyAt }: Joining, at: Seconds): NodePhase {
  if (at >= readyAt) return 'ready';
  if (at < launchedAt) return 'launching';
  return at >= bootedAt && !Number.isFinite(readyAt) ? 'notJoined' : 'booting';
}
