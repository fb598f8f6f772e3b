import type { PodRequests } from '../kubernetes/podRequests';
import { podInfoOf, type PodInfo } from '../scheduling/podInfo';
import { hasRoom, withPod, type Candidate, type Demand, type Refusal } from './candidate';
import type { InstanceOption, NodePool } from './nodePool';
import { relax } from './relax';
import { HOSTNAME, podRequirements, type Requirements } from './requirements';
import { oneOf } from './requirement';
import type { Topology } from './topology';

export interface NewNode extends Candidate {
  readonly options: readonly InstanceOption[];
}

export interface Solution {
  readonly newNodes: readonly NewNode[];
  /** Nodes that are there, with the pods that go to them. */
  readonly existing: readonly Candidate[];
  readonly refused: ReadonlyMap<string, Refusal>;
}

export interface Batch {
  readonly pods: readonly { readonly pod: PodInfo; readonly volumes: Requirements }[];
  /** By name. */
  readonly existing: readonly Candidate[];
  readonly pool: NodePool;
  /** vCPUs that the pool's limit leaves; undefined without one. */
  readonly cpuLeft: number | undefined;
  readonly topology: Topology;
}

/**
 * One batch: pods by CPU, then memory, largest first, each into the first of the nodes that are there (by name), then of
 * those to be launched (fewest pods first), else into a new one. A pod that fits nowhere is relaxed step by step; if that
 * is of no use it waits, as it was, until the others have been looked at, for as long as that gets any further.
 * Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/scheduler.go and queue.go.
 */
export function solve({ pods, existing: there, pool, cpuLeft, topology }: Batch): Solution {
  const existing = [...there];
  let newNodes: NewNode[] = [];
  let launched = 0;
  let left = cpuLeft;
  const refused = new Map<string, Refusal>();
  const queue = pods.toSorted(({ pod: a }, { pod: b }) => b.requests.milliCpu - a.requests.milliCpu || b.requests.memory - a.requests.memory);
  for (const { pod } of queue) topology.update(pod);
  const roomFor = new Map<PodRequests, readonly number[]>();
  const lengthAtLastPush = new Map<string, number>();
  for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
    const { pod, volumes } = entry;
    if (lengthAtLastPush.get(pod.key) === queue.length + 1) {
      queue.unshift(entry);
      break;
    }
    const refusal = tryRelaxing(pod, volumes);
    if (refusal === null) {
      refused.delete(pod.key);
      continue;
    }
    refused.set(pod.key, refusal);
    topology.update(pod);
    queue.push(entry);
    lengthAtLastPush.set(pod.key, queue.length);
  }
  return { newNodes, existing, refused };

  function tryRelaxing(pod: PodInfo, volumes: Requirements): Refusal | null {
    for (let asked = pod; ; ) {
      const refusal = add({ pod: asked, requirements: podRequirements(asked.pod.spec).all, volumes });
      if (refusal === null) return null;
      const less = relax(asked.pod);
      if (less === null) return refusal;
      asked = podInfoOf(less);
      topology.update(asked);
    }
  }

  function add(demand: Demand): Refusal | null {
    for (const i of withRoom(demand.pod)) {
      const candidate = existing[i];
      const added = candidate === undefined ? undefined : withPod(candidate, demand, topology);
      if (!added?.ok) continue;
      existing[i] = added.value;
      topology.record(demand.pod, added.value);
      return null;
    }
    newNodes = newNodes.toSorted((a, b) => a.pods.length - b.pods.length);
    for (const [i, candidate] of newNodes.entries()) {
      if (!hasRoom(candidate, demand.pod)) continue;
      const added = withPod(candidate, demand, topology);
      if (!added.ok) continue;
      newNodes[i] = added.value;
      topology.record(demand.pod, added.value);
      return null;
    }
    return addToNewNode(demand);
  }

  /** Places of nodes that are there and have room for such a pod: nodes only fill up, so what has none is not asked again. */
  function withRoom(pod: PodInfo): readonly number[] {
    const before = roomFor.get(pod.requests) ?? existing.map((_, i) => i);
    const left = before.filter((i) => existing[i] !== undefined && hasRoom(existing[i], pod));
    roomFor.set(pod.requests, left);
    return left;
  }

  function addToNewNode(demand: Demand): Refusal | null {
    const within = pool.options.filter(({ type }) => left === undefined || type.vcpu <= left);
    if (pool.options.length === 0) return { code: 'offering', message: 'nodepool requirements filtered out all available instance types' };
    if (within.length === 0) return { code: 'limits', message: 'all available instance types exceed limits for nodepool' };
    const name = `hostname-placeholder-${String(launched + 1).padStart(4, '0')}`;
    const empty: NewNode = {
      name,
      isNew: true,
      taints: [],
      running: [],
      pods: [],
      requirements: new Map([...pool.requirements, [HOSTNAME, oneOf([name])]]),
      requested: new Map(),
      options: within,
    };
    const added = withPod(empty, demand, topology);
    if (!added.ok) return added.error;
    launched++;
    topology.register(HOSTNAME, name);
    topology.record(demand.pod, added.value);
    newNodes.push(added.value);
    // Whatever it becomes, it must stay within the limit.
    if (left !== undefined) left -= Math.max(...added.value.options.map(({ type }) => type.vcpu));
    return null;
  }
}
