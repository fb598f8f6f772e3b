import type { Pod } from '../kubernetes/objects';
import { quantityMilliValue, quantityValue } from '../kubernetes/quantity';
import type { NodeRejection } from '../scheduling/filterRun';
import { HOSTNAME, TOO_SKEWED } from '../scheduling/plugins/podTopologySpread';
import { podInfoOf } from '../scheduling/podInfo';
import type { EquivalenceGroup } from './equivalenceGroups';
import { goSort } from './goSort';
import type { NodeGroup } from './nodeGroup';
import type { SimulatedCluster } from './simulatedCluster';
import type { Template } from './templates';
import { instanceOf } from './templates';

export interface Estimate {
  /** Nodes that received a pod, an existing one among them where the spread over hosts led there. */
  readonly nodes: number;
  readonly pods: readonly Pod[];
}

/** What limits an estimate, besides the sizes of the groups; 0: no limit. */
export interface EstimateLimits {
  readonly maxNodesPerScaleUp: number;
  readonly maxNodesTotal: number;
  /** Ready and upcoming nodes. */
  readonly currentNodes: number;
}

/** How many new nodes an estimate may have. Source: cluster-autoscaler/estimator/{sng_capacity,cluster_capacity,static}_threshold.go. */
export function nodeLimit(groups: readonly NodeGroup[], { maxNodesPerScaleUp, maxNodesTotal, currentNodes }: EstimateLimits): number {
  const room = groups.reduce((sum, { max, target }) => sum + max - target, 0);
  const limits = [room, ...(maxNodesPerScaleUp > 0 ? [maxNodesPerScaleUp] : []), ...(maxNodesTotal > 0 ? [maxNodesTotal - currentNodes] : [])];
  return Math.max(0, Math.min(...limits));
}

/**
 * How many copies of the template the pods need: first fit, the biggest first. The cluster is left as it was.
 * Source: kubernetes/autoscaler cluster-autoscaler/estimator/{binpacking_estimator,decreasing_pod_orderer}.go.
 */
export function estimate(cluster: SimulatedCluster, template: Template, groups: readonly EquivalenceGroup[], limit: number): Estimate {
  const binPacking = new BinPacking(cluster.fork(), template, limit);
  const scored = groups.map((group) => ({ group, score: scoreOf(group, template) }));
  for (const { group } of goSort(scored, (a, b) => a.score > b.score)) binPacking.add(group);
  return { nodes: binPacking.nodesWithPods.size, pods: binPacking.pods };
}

/** The share of an empty node that the first pod's containers ask for, of cpu and memory together; init containers and overhead do not count. */
function scoreOf([{ spec }]: EquivalenceGroup, { node }: Template): number {
  const requests = (spec.containers ?? []).map(({ resources }) => resources?.requests);
  const milliCpu = requests.reduce((sum, list) => sum + quantityMilliValue(list?.['cpu']), 0);
  const memory = requests.reduce((sum, list) => sum + quantityValue(list?.['memory']), 0);
  const allocatable = node.status.allocatable;
  const [cores, bytes] = [quantityMilliValue(allocatable?.['cpu']), quantityValue(allocatable?.['memory'])];
  return (cores > 0 ? milliCpu / cores : 0) + (bytes > 0 ? memory / bytes : 0);
}

class BinPacking {
  readonly nodesWithPods = new Set<string>();
  readonly pods: Pod[] = [];
  private readonly cluster: SimulatedCluster;
  private readonly template: Template;
  private readonly limit: number;
  /** New nodes come after all others in the list. */
  private readonly firstNew: number;
  private newest: string | null = null;
  private added = 0;
  private isFull = false;

  constructor(cluster: SimulatedCluster, template: Template, limit: number) {
    this.cluster = cluster;
    this.template = template;
    this.limit = limit;
    this.firstNew = cluster.size;
  }

  add(group: EquivalenceGroup): void {
    let next = 0;
    while (next < group.length && this.fitsNewNode(group[next] as Pod)) next++;
    while (!this.isFull && next < group.length && this.fitsFurtherNode(group[next] as Pod)) next++;
  }

  private placed(pod: Pod, node: string): true {
    this.nodesWithPods.add(node);
    this.pods.push(pod);
    return true;
  }

  private fitsNewNode(pod: Pod): boolean {
    const node = this.cluster.scheduleAnywhere(podInfoOf(pod), { from: this.firstNew, to: this.cluster.size });
    return node !== null && this.placed(pod, node);
  }

  /** False: a further node would not help either, or may not be added. */
  private fitsFurtherNode(pod: Pod): boolean {
    const info = podInfoOf(pod);
    if (this.newest !== null) {
      const rejection = this.cluster.schedule(info, this.newest);
      if (rejection === null) return this.placed(pod, this.newest);
      if (spreadsOverHosts(pod) && isTooSkewed(rejection)) {
        // Existing nodes too, and they are counted as if they were new.
        const node = this.cluster.scheduleAnywhere(info, { from: 0, to: this.cluster.size - 1 });
        if (node !== null) return this.placed(pod, node);
      }
      if (!this.nodesWithPods.has(this.newest)) return false;
    }
    if (this.added >= this.limit) {
      this.isFull = true;
      return false;
    }
    const { node, pods } = instanceOf(this.template, `e-${this.added++}`);
    this.cluster.addNode(node, pods);
    this.newest = node.metadata.name;
    return this.cluster.schedule(info, this.newest) === null && this.placed(pod, this.newest);
  }
}

function spreadsOverHosts({ spec }: Pod): boolean {
  return spec.topologySpreadConstraints?.some(({ topologyKey }) => topologyKey === HOSTNAME) ?? false;
}

function isTooSkewed({ reasons }: NodeRejection): boolean {
  return reasons.some((reason) => TOO_SKEWED.reasons.includes(reason));
}
