import type { Node, Pod, PodDisruptionBudget } from '../../kubernetes/objects';
import type { NodeInfo } from '../../scheduling/nodeInfo';
import type { PodInfo } from '../../scheduling/podInfo';
import { goSort } from '../goSort';
import { HintingSimulator } from '../hintingSimulator';
import type { NodeGroup } from '../nodeGroup';
import { groupsByNode } from '../nodeGroup';
import type { AutoscalerOptions } from '../options';
import { isDaemonSetPod } from '../podKinds';
import { isReady, TO_BE_DELETED } from '../readiness';
import type { SimulatedCluster } from '../simulatedCluster';
import { DisruptionBudgets } from './disruptionBudgets';
import type { BlockingReason, DrainContext } from './drainRules';
import { drainability } from './drainRules';
import type { Utilization } from './utilization';
import { utilizationOf } from './utilization';
import type { Workloads } from './workloads';

/** How long a node must have been unneeded before it goes (seconds): `--scale-down-unneeded-time`, `--scale-down-unready-time`. */
const UNNEEDED_SECONDS = 10 * 60;
const UNREADY_SECONDS = 20 * 60;
/** `--max-scale-down-parallelism`: no more unneeded nodes are looked for than two rounds of deletions need. */
const PARALLELISM = 10;

export type UnremovableReason =
  | 'CurrentlyBeingDeleted'
  | 'ScaleDownDisabledAnnotation'
  | 'UnexpectedError'
  | 'NotUnderutilized'
  | 'BlockedByPod'
  | 'NoPlaceToMovePods'
  | 'NotUnneededLongEnough'
  | 'NotUnreadyLongEnough'
  | 'NodeGroupMinSizeReached';

/** Why a node stays. */
export interface Unremovable {
  readonly reason: UnremovableReason;
  /** The pod in the way, and why it may not be moved. */
  readonly pod?: Pod;
  readonly blocking?: BlockingReason;
}

/** What one look at the cluster found. Nodes in the order in which they were looked at. */
export interface ScaleDownPlan {
  readonly candidates: readonly string[];
  readonly utilization: ReadonlyMap<string, Utilization>;
  readonly unneeded: readonly string[];
  readonly unremovable: ReadonlyMap<string, Unremovable>;
}

export interface Deletions {
  readonly empty: readonly string[];
  readonly drain: readonly string[];
  readonly unremovable: ReadonlyMap<string, Unremovable>;
}

export interface PlannerInput {
  readonly cluster: SimulatedCluster;
  /** In natural order. */
  readonly nodes: readonly Node[];
  readonly groups: readonly NodeGroup[];
  readonly budgets: readonly PodDisruptionBudget[];
  readonly workloads: Workloads;
  readonly options: AutoscalerOptions;
}

interface UnneededNode {
  readonly node: Node;
  /** Seconds since 1970. */
  readonly since: number;
  readonly isEmpty: boolean;
}

/**
 * Which nodes are not needed, loop after loop: `update` looks at the cluster, `nodesToDelete` says which have been
 * unneeded for long enough. Source: kubernetes/autoscaler cluster-autoscaler/core/scaledown/{planner,eligibility,unneeded}.
 */
export class ScaleDownPlanner {
  private readonly input: PlannerInput;
  private readonly simulator = new HintingSimulator();
  private readonly groupOf: ReadonlyMap<string, NodeGroup>;
  private unneeded: ReadonlyMap<string, UnneededNode> = new Map();

  constructor(input: PlannerInput) {
    this.input = input;
    this.groupOf = groupsByNode(input.groups);
  }

  update(now: number): ScaleDownPlan {
    const { nodes, options } = this.input;
    const cluster = this.input.cluster.fork();
    const context: DrainContext = { options, workloads: this.input.workloads, budgets: new DisruptionBudgets(this.input.budgets), now };
    const candidates = this.candidates(context);
    const utilization = new Map<string, Utilization>();
    const unremovable = new Map<string, Unremovable>();
    const eligible = candidates.filter((node) => {
      const info = cluster.node(node.metadata.name);
      const reason = info === undefined ? 'UnexpectedError' : ineligible(info, options, now, utilization);
      if (reason !== null) unremovable.set(node.metadata.name, { reason });
      return reason === null;
    });
    const destinations = new Set(nodes.map(({ metadata }) => metadata.name));
    const unneeded = new Map<string, UnneededNode>();
    let simulated = cluster;
    for (const node of eligible) {
      if (unneeded.size >= 2 * PARALLELISM) break;
      const { name } = node.metadata;
      const removal = this.simulateRemoval(simulated, node, destinations, context);
      if ('reason' in removal) {
        unremovable.set(name, removal);
        continue;
      }
      simulated = removal.after;
      destinations.delete(name);
      context.budgets.take(removal.moved.map(({ pod }) => pod));
      unneeded.set(name, { node, since: this.unneeded.get(name)?.since ?? now, isEmpty: removal.moved.length === 0 });
    }
    this.unneeded = unneeded;
    return { candidates: candidates.map(({ metadata }) => metadata.name), utilization, unneeded: [...unneeded.keys()], unremovable };
  }

  /** Nodes of groups above their minimum: those without pods to move first, then those that were unneeded in the last loop. */
  private candidates(context: DrainContext): readonly Node[] {
    const { cluster, nodes } = this.input;
    // Upstream looks up no controllers and no budgets for this order.
    const plain: DrainContext = { ...context, workloads: null, budgets: new DisruptionBudgets([]) };
    const above = nodes.filter(({ metadata }) => {
      const group = this.groupOf.get(metadata.name);
      return group !== undefined && group.target > group.min;
    });
    const rank = new Map(
      above.map((node) => {
        const info = cluster.node(node.metadata.name);
        const moves = info === undefined ? null : podsToMove(info, plain);
        const isEmpty = Array.isArray(moves) && moves.length === 0;
        return [node, isEmpty ? 0 : this.unneeded.has(node.metadata.name) ? 1 : 2] as const;
      }),
    );
    return goSort(above, (a, b) => (rank.get(a) ?? 0) < (rank.get(b) ?? 0));
  }

  /** The cluster without the node, whose pods are elsewhere; or why that cannot be. */
  private simulateRemoval(cluster: SimulatedCluster, { metadata: { name } }: Node, destinations: ReadonlySet<string>, context: DrainContext): Removal | Unremovable {
    const info = cluster.node(name);
    if (info === undefined) return { reason: 'UnexpectedError' };
    const moved = podsToMove(info, context);
    if ('reason' in moved) return moved;
    const after = cluster.fork();
    for (const pod of moved) after.takeOff(pod);
    // While its pods look for a place the node is still a domain to spread over, but takes none.
    after.replaceNode({ ...info.node, spec: { ...info.node.spec, taints: [...(info.node.spec?.taints ?? []), { key: TO_BE_DELETED, effect: 'NoSchedule' }] } });
    const placed = this.simulator.trySchedule(after, moved, (other) => other !== name && destinations.has(other), true);
    if (placed.size < moved.length) return { reason: 'NoPlaceToMovePods' };
    after.removeNode(name);
    return { after, moved };
  }

  /** Of the last look: the nodes to delete now, while their groups stay above the minimum; and why the others stay. */
  nodesToDelete(now: number): Deletions {
    const sizes = new Map(this.input.groups.map(({ id, target }) => [id, target]));
    const unremovable = new Map<string, Unremovable>();
    const removable = ([name, unneeded]: readonly [string, UnneededNode]): boolean => {
      const reason = this.reasonToWait(name, unneeded, sizes, now);
      if (reason !== null) unremovable.set(name, { reason });
      return reason === null;
    };
    const all = [...this.unneeded];
    const empty = all.filter(([, { isEmpty }]) => isEmpty).filter(removable);
    const drain = all.filter(([, { isEmpty }]) => !isEmpty).filter(removable);
    return { empty: empty.map(([name]) => name), drain: drain.map(([name]) => name), unremovable };
  }

  private reasonToWait(name: string, { node, since }: UnneededNode, sizes: Map<string, number>, now: number): UnremovableReason | null {
    const ready = isReady(node);
    if (since + (ready ? UNNEEDED_SECONDS : UNREADY_SECONDS) >= now) return ready ? 'NotUnneededLongEnough' : 'NotUnreadyLongEnough';
    const group = this.groupOf.get(name);
    const size = sizes.get(group?.id ?? '') ?? 0;
    if (size <= (group?.min ?? 0)) return 'NodeGroupMinSizeReached';
    sizes.set(group?.id ?? '', size - 1);
    return null;
  }
}

interface Removal {
  readonly after: SimulatedCluster;
  readonly moved: readonly PodInfo[];
}

/** Null where the node may be looked at further; its utilization is noted. */
function ineligible(info: NodeInfo, options: AutoscalerOptions, now: number, utilization: Map<string, Utilization>): UnremovableReason | null {
  const { metadata, spec } = info.node;
  if (spec?.taints?.some(({ key }) => key === TO_BE_DELETED)) return 'CurrentlyBeingDeleted';
  if (metadata.annotations?.['cluster-autoscaler.kubernetes.io/scale-down-disabled'] === 'true') return 'ScaleDownDisabledAnnotation';
  const used = utilizationOf(info, options, now);
  if (used === null) return 'UnexpectedError';
  utilization.set(info.name, used);
  return used.value <= options.scaleDownUtilizationThreshold ? null : 'NotUnderutilized';
}

/** The pods that must find another node, or the first that may not be moved. */
function podsToMove({ pods }: NodeInfo, context: DrainContext): PodInfo[] | Unremovable {
  const moved: PodInfo[] = [];
  for (const info of pods) {
    const answer = drainability(info.pod, context);
    if (typeof answer === 'object') return { reason: 'BlockedByPod', pod: info.pod, blocking: answer.blocking };
    if (answer === 'ok' && !isDaemonSetPod(info.pod)) moved.push(info);
  }
  return moved;
}
