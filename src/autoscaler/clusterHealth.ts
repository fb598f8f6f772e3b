import type { Node } from '../kubernetes/objects';
import type { NodeGroup } from './nodeGroup';
import { isReady, isStarting } from './readiness';

/** So many unready nodes are always fine. Source: `--ok-total-unready-count`. */
const OK_UNREADY = 3;
/** Above it, this share of all nodes is. Source: `--max-total-unready-percentage`. */
const MOST_UNREADY = 0.45;

/** Nodes that have joined, by state. Source: kubernetes/autoscaler cluster-autoscaler/clusterstate/clusterstate.go. */
interface Readiness {
  readonly ready: number;
  readonly unready: number;
  readonly starting: number;
}

function readinessOf(nodes: readonly Node[], now: number | null): Readiness {
  const ready = nodes.filter(isReady).length;
  const starting = nodes.filter((node) => isStarting(node, now)).length;
  return { ready, starting, unready: nodes.length - ready - starting };
}

/** The health of the cluster and of its groups. */
export class ClusterHealth {
  /** False: the loop ends before anything is scaled. */
  readonly isHealthy: boolean;
  private readonly byGroup: ReadonlyMap<string, Readiness>;

  constructor(nodes: readonly Node[], groups: readonly NodeGroup[], now: number | null) {
    const { unready } = readinessOf(nodes, now);
    this.isHealthy = unready <= OK_UNREADY || unready <= MOST_UNREADY * nodes.length;
    const byName = new Map(nodes.map((node) => [node.metadata.name, node]));
    const ofGroup = ({ nodes: names }: NodeGroup): Node[] => names.map((name) => byName.get(name)).filter((node) => node !== undefined);
    this.byGroup = new Map(groups.map((group) => [group.id, readinessOf(ofGroup(group), now)]));
  }

  private of({ id }: NodeGroup): Readiness {
    return this.byGroup.get(id) ?? { ready: 0, unready: 0, starting: 0 };
  }

  isGroupHealthy(group: NodeGroup): boolean {
    const { ready, unready, starting } = this.of(group);
    const expected = group.target - (group.awaited ?? 0);
    const joined = ready + unready + starting;
    if (joined === 0) return group.target === 0 || expected === 0;
    const missing = Math.max(0, expected - ready);
    return missing <= OK_UNREADY || missing <= MOST_UNREADY * joined;
  }

  /** Nodes that were asked for and are not there, or not ready yet. */
  upcoming(group: NodeGroup): number {
    const { ready, unready } = this.of(group);
    return Math.max(0, group.target - ready - unready);
  }
}
