import type { ClusterPod, Placed } from '../cluster/cluster';
import { daemonNode, type Move } from '../cluster/replace';
import type { Settled } from '../failure/settle';
import { after, earliest, latest, never, type Seconds } from '../units';
import type { NodeTimes } from './nodeTimes';
import type { Timers } from './timers';
import { podTraits, type PodTraits } from './podTraits';

/**
 * The way of one pod through a loss, from its old node to the one that it has once all has settled; `never` for what does
 * not happen to it. Where it goes is what `settle` says, so that the end is the settled aftermath: this says when. A real
 * scheduler may put a pod on a node that is left before the one that is counted on here has joined.
 */
export interface Passage {
  readonly pod: ClusterPod;
  readonly traits: PodTraits;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** `lost`: its node died · `preempted`: it gave way · `waiting`: it had no node · `new`: a DaemonSet made it for a new node. */
  readonly reason: 'lost' | 'preempted' | 'waiting' | 'new';
  /** It is NotReady, or Terminating, and leaves its Services' endpoints. */
  readonly unreadyAt: Seconds;
  /** It is deleted at the API server, and Terminating from then on. */
  readonly deletedAt: Seconds;
  /** Its object, and with it its name, is free. */
  readonly goneAt: Seconds;
  /** It is Pending: made anew by its controller. */
  readonly createdAt: Seconds;
  readonly scheduledAt: Seconds;
  /** Kubernetes lets the volume of the dead node go; 0 where there is nothing to wait for. */
  readonly detachedAt: Seconds;
  /** Its volumes are there; `scheduledAt` where it has none that is attached. */
  readonly attachedAt: Seconds;
  readonly readyAt: Seconds;
}

/** Everything that is not where it was. */
export function passages(placed: Placed, settled: Settled, nodes: NodeTimes, timers: Timers): readonly Passage[] {
  const { deadNodes, frozen } = settled.loss;
  const moves = [...settled.moves, ...goneUnplaced(placed, settled)];
  const traitsOf = podTraits(placed, timers);
  const joined = new Map(nodes.joining.map(({ node, readyAt }) => [node.name, readyAt]));
  const lastDeletion = latest(...[...nodes.dead.values()].map(({ deletedAt }) => deletedAt));
  const before = beforeTheLoss(placed);

  const startOf = ({ pod, from }: Move): Start => {
    const traits = traitsOf(pod.workload);
    const died = from === undefined ? undefined : nodes.dead.get(from);
    if (died !== undefined) {
      const { unknownAt, taintedAt, collectedAt } = died;
      if (frozen) return { ...NOTHING, reason: 'lost', traits };
      const evictedAt = traits.type === 'DaemonSet' ? never : after(taintedAt, traits.tolerationSeconds);
      const deletedAt = earliest(evictedAt, collectedAt);
      const createdAt = traits.type === 'DaemonSet' ? never : traits.type === 'StatefulSet' ? collectedAt : deletedAt;
      return { reason: 'lost', traits, unreadyAt: unknownAt, deletedAt, goneAt: collectedAt, createdAt };
    }
    if (before(pod)) {
      // The DaemonSet controller deletes what has no Node to wait for.
      const goneAt = traits.type === 'DaemonSet' ? (nodes.dead.get(daemonNode(pod))?.deletedAt ?? never) : never;
      return { ...NOTHING, reason: 'waiting', traits, goneAt, createdAt: 0 as Seconds };
    }
    return { ...NOTHING, reason: 'new', traits, createdAt: joined.get(daemonNode(pod)) ?? never };
  };

  const isPreempted = ({ from }: Move) => from !== undefined && !deadNodes.has(from);
  const starts = new Map<Move, Start>(moves.filter((move) => !isPreempted(move)).map((move) => [move, startOf(move)]));
  const victims = moves.filter(isPreempted);
  for (const move of [...victims].sort((a, b) => priorityOf(b) - priorityOf(a))) starts.set(move, preempted(move, starts, traitsOf(move.pod.workload), joined, lastDeletion, timers));
  const leaving = leavingByNode(victims, starts);

  return moves.flatMap((move): Passage[] => {
    const start = starts.get(move);
    if (start === undefined) return [];
    const { pod, from, to } = move;
    const { traits, reason, createdAt, goneAt } = start;
    const scheduledAt = to === undefined || createdAt === never ? never : scheduled(move, start, { joined, leaving, lastDeletion });
    // The volume of a dead node is held until its pod is gone, and then until the controller no longer waits for the unmount.
    const detachedAt = !traits.attaches || to === undefined ? (0 as Seconds) : reason === 'lost' ? after(goneAt, timers.forceDetach.value) : reason === 'preempted' ? goneAt : (0 as Seconds);
    const attachedAt = traits.attaches ? after(latest(scheduledAt, detachedAt), timers.volumeAttach.value) : scheduledAt;
    return [{ ...start, pod, from, to, scheduledAt, detachedAt, attachedAt, readyAt: after(attachedAt, timers.podStart.value) }];
  });
}

type Start = Pick<Passage, 'reason' | 'traits' | 'unreadyAt' | 'deletedAt' | 'goneAt' | 'createdAt'>;

const NOTHING = { unreadyAt: never, deletedAt: never, goneAt: never, createdAt: never };

function priorityOf({ pod }: Move): number {
  return pod.object.spec.priority ?? 0;
}

/** A pod that gave way is deleted when the first more important one is scheduled to its node; it has its grace period. */
function preempted(move: Move, starts: ReadonlyMap<Move, Start>, traits: PodTraits, joined: ReadonlyMap<string, Seconds>, lastDeletion: Seconds, timers: Timers): Start {
  let here = never;
  let anywhere = never;
  for (const [other, { createdAt }] of starts) {
    if (priorityOf(other) <= priorityOf(move) || other.to === undefined) continue;
    const at = latest(createdAt, joined.get(other.to) ?? createdAt);
    anywhere = earliest(anywhere, at);
    if (other.to === move.from) here = earliest(here, at);
  }
  const deletedAt = here < never ? here : anywhere < never ? anywhere : lastDeletion;
  const goneAt = after(deletedAt, timers.terminationGracePeriod.value);
  return { reason: 'preempted', traits, unreadyAt: deletedAt, deletedAt, goneAt, createdAt: traits.type === 'Deployment' ? deletedAt : goneAt };
}

interface Leaving {
  readonly priority: number;
  readonly deletedAt: Seconds;
  readonly goneAt: Seconds;
}

function leavingByNode(victims: readonly Move[], starts: ReadonlyMap<Move, Start>): ReadonlyMap<string, readonly Leaving[]> {
  const leaving = new Map<string, Leaving[]>();
  for (const move of victims) {
    const start = starts.get(move);
    if (start === undefined || move.from === undefined) continue;
    leaving.set(move.from, [...(leaving.get(move.from) ?? []), { priority: priorityOf(move), deletedAt: start.deletedAt, goneAt: start.goneAt }]);
  }
  return leaving;
}

interface Room {
  /** When new nodes are Ready, by name. */
  readonly joined: ReadonlyMap<string, Seconds>;
  readonly leaving: ReadonlyMap<string, readonly Leaving[]>;
  readonly lastDeletion: Seconds;
}

function scheduled(move: Move, { reason, createdAt }: Start, { joined, leaving, lastDeletion }: Room): Seconds {
  const { to = '' } = move;
  const readyAt = joined.get(to);
  // What waited before finds a place on an old node only since dead Nodes no longer count.
  const at = latest(createdAt, readyAt ?? (reason === 'waiting' ? lastDeletion : createdAt));
  const madeWay = (leaving.get(to) ?? []).filter(({ priority, deletedAt, goneAt }) => priority < priorityOf(move) && deletedAt <= at && at < goneAt);
  return madeWay.length === 0 ? at : latest(at, earliest(...madeWay.map(({ goneAt }) => goneAt)));
}

function beforeTheLoss({ cluster }: Placed): (pod: ClusterPod) => boolean {
  let known: ReadonlySet<ClusterPod> | undefined;
  return (pod) => (known ??= new Set(cluster.pods)).has(pod);
}

/** DaemonSet pods that waited for a node that is dead: they go with it. */
function goneUnplaced({ cluster, pending }: Placed, { pods, loss }: Settled): readonly Move[] {
  if (pending.length === 0 || loss.frozen || pods === cluster.pods) return [];
  const left = new Set(pods.map(({ key }) => key));
  const gone = new Set(pending.map(({ pod }) => pod).filter((pod) => !left.has(pod)));
  return gone.size === 0 ? [] : cluster.pods.filter(({ key }) => gone.has(key)).map((pod) => ({ pod, from: undefined, to: undefined }));
}
