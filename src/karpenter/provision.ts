import { compareBytes } from '../byteOrder';
import type { ClusterNode, Placed } from '../cluster/cluster';
import { snapshotOf } from '../cluster/place';
import { podInfoOf, type PodInfo } from '../scheduling/podInfo';
import { createSnapshot, type Snapshot } from '../scheduling/snapshot';
import { drawOf } from '../scheduling/tieBreak';
import type { Candidate, Refusal } from './candidate';
import { launch } from './newNode';
import { nodePoolOf, type CapacityType, type NodePool } from './nodePool';
import { fromLabels, HOSTNAME, NO_REQUIREMENTS, type Requirements } from './requirements';
import { sum, type Resources } from './resources';
import { solve, type Batch } from './solve';
import { Topology } from './topology';
import { volumeRequirements } from './volumes';

/** What Karpenter does for the pods that wait. */
export interface Provisioning {
  /** In the order in which they are launched. */
  readonly nodes: readonly ProvisionedNode[];
  /** Pods that it expects on nodes that are there once the new ones have changed what is allowed; in byte order. */
  readonly onExisting: readonly { readonly pod: string; readonly node: string }[];
  /** Pods that it cannot help with, in queue order. */
  readonly unhelped: readonly (Refusal & { readonly pod: string })[];
}

export interface ProvisionedNode {
  readonly node: ClusterNode;
  /** Zone name. */
  readonly zone: string;
  readonly instanceType: string;
  readonly capacityType: CapacityType;
  /** Keys of the pods that it is launched for; kube-scheduler decides where they really go. */
  readonly pods: readonly string[];
  /** 1 for what is launched at once; more where Karpenter must see a node before it can go on. */
  readonly batch: number;
}

/** A cluster with pods that wait: `Placed`, or what a loss has left of it. */
export interface Waiting {
  readonly placed: Placed;
  readonly snapshot: Snapshot;
  /** Keys of the pods that run nowhere, in queue order. */
  readonly pending: readonly string[];
  /** Names of zones where nothing starts; absent: none. */
  readonly lostZones?: ReadonlySet<string>;
}

/**
 * The nodes that Karpenter launches for pending pods, as its documentation and source describe it; nothing without the
 * add-on. It plans for all of them at once, launches, and looks again at those that were left.
 * Sources: karpenter.sh "Scheduling" and "NodePools"; kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling.
 */
export function provision(placed: Placed, lostZones: ReadonlySet<string> = new Set()): Provisioning {
  const snapshot = snapshotOf(placed) ?? createSnapshot(placed.objects);
  return provisionFor({ placed, snapshot, pending: placed.pending.map(({ pod }) => pod), lostZones });
}

/** As `provision`, for a cluster that is not the placed one any more. Neither of its parts is changed. */
export function provisionFor({ placed, snapshot: before, pending, lostZones }: Waiting): Provisioning {
  const nodes: ProvisionedNode[] = [];
  const onExisting: { pod: string; node: string }[] = [];
  const refusals = new Map<string, Refusal>();
  const helped = new Set<string>();
  if (placed.design.settings.addons.karpenter === undefined) return { nodes, onExisting, unhelped: [] };

  const pool = nodePoolOf(placed, lostZones);
  const snapshot = before.clone();
  const universe = universeOf(pool);
  const draw = drawOf(placed.seed === null ? { kind: 'first' } : { kind: 'seed', seed: placed.seed }, () => undefined);
  let waiting = podsToHelp(placed, snapshot, pending, refusals);
  let cpuLeft = pool.cpuLimit;
  /** By node name: what the DaemonSets' pods will ask that are not on the new nodes yet. */
  const daemonsOf = new Map<string, Resources>();
  for (let batch = 1; waiting.length > 0; batch++) {
    const { newNodes, existing, refused } = solve({ pods: waiting, existing: candidatesOf(snapshot, daemonsOf), pool, cpuLeft, topology: new Topology(snapshot, universe, draw) });
    for (const { name, pods } of existing) for (const pod of pods) settleOn(pod, name);
    const launchedBefore = nodes.length;
    for (const planned of newNodes) {
      const [cheapest] = planned.options;
      const taken = new Set([...snapshot.nodes().map(({ name }) => name), ...nodes.map(({ node }) => node.name)]);
      const launched = cheapest === undefined ? null : launch(placed, planned.requirements, cheapest, taken, draw);
      if (launched === null || cheapest === undefined) continue;
      const { node, capacityType } = launched;
      snapshot.addNode(node.object);
      daemonsOf.set(node.name, cheapest.daemons);
      if (cpuLeft !== undefined) cpuLeft -= cheapest.type.vcpu;
      nodes.push({ node, zone: node.zoneName, instanceType: node.instanceType, capacityType, pods: planned.pods.map(({ key }) => key), batch });
      for (const pod of planned.pods) {
        snapshot.assume(pod, node.name);
        helped.add(pod.key);
      }
    }
    for (const [key, refusal] of refused) refusals.set(key, refusal);
    const left = waiting.filter(({ pod }) => !helped.has(pod.key));
    if (nodes.length === launchedBefore || left.length === waiting.length) break;
    waiting = left;
  }
  return {
    nodes,
    onExisting: onExisting.sort((a, b) => compareBytes(a.pod, b.pod)),
    unhelped: pending.flatMap((pod) => {
      const refusal = helped.has(pod) ? undefined : refusals.get(pod);
      return refusal === undefined ? [] : [{ pod, ...refusal }];
    }),
  };

  function settleOn(pod: PodInfo, node: string): void {
    snapshot.assume(pod, node);
    helped.add(pod.key);
    const launched = nodes.findIndex((other) => other.node.name === node);
    const known = nodes[launched];
    if (known === undefined) onExisting.push({ pod: pod.key, node });
    else nodes[launched] = { ...known, pods: [...known.pods, pod.key] };
  }
}

/** Karpenter leaves alone what kube-scheduler has not looked at, pods of DaemonSets, and pods whose claims are not in order. */
function podsToHelp({ cluster }: Placed, snapshot: Snapshot, pending: readonly string[], refusals: Map<string, Refusal>): Batch['pods'] {
  const wanted = new Set(pending);
  const daemonSets = new Set(cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ workload }) => workload.id));
  return cluster.pods.flatMap(({ key, workload, object }) => {
    if (!wanted.has(key)) return [];
    const ignore = (code: Refusal['code'], message: string): [] => {
      refusals.set(key, { code, message });
      return [];
    };
    if (daemonSets.has(workload)) return ignore('ignored', 'pods of DaemonSets are not provisioned for');
    if (object.spec.schedulingGates !== undefined) return ignore('ignored', 'waiting for scheduling gates');
    const { nodeName: _, ...spec } = object.spec;
    const pod = podInfoOf(object.spec.nodeName === undefined ? object : { ...object, spec });
    const volumes = volumeRequirements(snapshot, pod);
    return typeof volumes === 'string' ? ignore('volumes', volumes) : [{ pod, volumes }];
  });
}

/** Domains that the pool's nodes may be in, by label. */
function universeOf({ options }: NodePool): ReadonlyMap<string, readonly string[]> {
  const domains = new Map<string, Set<string>>();
  for (const { requirements } of options) {
    for (const [label, { complement, values }] of requirements) {
      if (complement) continue;
      const known = domains.get(label) ?? new Set();
      for (const value of values) known.add(value);
      domains.set(label, known);
    }
  }
  return new Map([...domains].map(([label, values]) => [label, [...values].sort(compareBytes)]));
}

/** The nodes that are there and take pods, by name, with the room that is left on them. */
function candidatesOf(snapshot: Snapshot, daemonsOf: ReadonlyMap<string, Resources>): readonly Candidate[] {
  return snapshot
    .nodes()
    .filter(({ node }) => node.spec?.unschedulable !== true)
    .map((info): Candidate => {
      const { name, node, capacity, pods, milliCpu, memory, ephemeralStorage, scalars } = info;
      const requirements: Requirements = new Map([[HOSTNAME, { complement: false, values: new Set([name]) }], ...fromLabels(node.metadata.labels ?? {})]);
      const left = new Map([
        ['cpu', capacity.milliCpu - milliCpu],
        ['memory', capacity.memory - memory],
        ['ephemeral-storage', capacity.ephemeralStorage - ephemeralStorage],
        ['pods', capacity.pods - pods.length],
        ...[...capacity.scalars].map(([resource, amount]) => [resource, amount - (scalars.get(resource) ?? 0)] as const),
      ]);
      return { name, isNew: false, taints: node.spec?.taints ?? [], running: pods, pods: [], requirements, requested: sum(), options: [{ requirements: NO_REQUIREMENTS, allocatable: left, daemons: daemonsOf.get(name) ?? sum() }] };
    })
    .sort((a, b) => compareBytes(a.name, b.name));
}
