import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { Progress } from '../evaluation';
import type { ScheduleOptions } from '../scheduling/schedule';
import type { Snapshot } from '../scheduling/snapshot';
import { createSnapshot } from '../scheduling/snapshot';
import { tieBreakOf, type TieBreak } from '../scheduling/tieBreak';
import type { Cluster, ClusterPod, Placed } from './cluster';
import { expand } from './expand';
import { placedObjects } from './placedObjects';
import { placePods } from './placePods';
import { once } from '../once';

export interface PlaceOptions {
  /** Draws what a real cluster leaves to chance; absent: the design's own seed; null: the first by name. */
  readonly seed?: number | null;
  /** `namespace/name` of a pod whose way through the scheduler is told. */
  readonly watch?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** The design's cluster once its pods are placed and preemption has settled. */
export function place(design: Design, catalog: Catalog, options: PlaceOptions = {}): Placed {
  return placeCluster(design, catalog, expand(design, catalog), options);
}

/** The seed that the options give, else the design's own. */
export function seedOf({ settings }: Design, { seed }: PlaceOptions): number | null {
  return seed === undefined ? settings.seed : seed;
}

/** As `place`, for who has expanded the design already. */
export function placeCluster(design: Design, catalog: Catalog, cluster: Cluster, options: PlaceOptions): Placed {
  const seed = seedOf(design, options);
  const snapshot = createSnapshot(cluster.objects);
  const waiting = cluster.pods.filter(({ pinnedTo }) => pinnedTo === null);
  const watch = options.watch === undefined ? {} : { watch: options.watch };
  const { onProgress } = options;
  const report = onProgress === undefined ? {} : { onPods: (done: number) => onProgress({ stage: 'placement', done, total: waiting.length }) };
  const { pending, preempted, drawn, watched } = placePods(snapshot, waiting, () => podsByKey(cluster.pods), { ...scheduleOptions(design, seed), ...watch, ...report });
  const nodeOf = nodesOf(snapshot, cluster.pods);
  const placed: Placed = {
    design,
    catalog,
    seed,
    cluster,
    nodeOf,
    pending: pendingInOrder(cluster.pods, pending),
    preempted,
    drawn,
    objects: placedObjects(cluster.objects, snapshot, cluster.pods, nodeOf, pending, cluster.manifests),
    addons: null,
    watched,
  };
  snapshots.set(nodeOf, snapshot);
  return placed;
}

/** The placement of before for a design whose cluster looks the same to the scheduler (`looksAlike`). */
export function placeAlike(before: Placed, design: Design, cluster: Cluster): Placed {
  const snapshot = snapshotOf(before);
  if (snapshot === undefined) return placeCluster(design, before.catalog, cluster, { seed: before.seed });
  const { nodes, pods, manifests } = before.cluster;
  const next = { ...before, design, cluster: { ...cluster, nodes, pods } };
  if (cluster.manifests === manifests) {
    const { pods: placedPods, persistentVolumeClaims, persistentVolumes, podDisruptionBudgets } = before.objects;
    return { ...next, objects: { ...cluster.objects, pods: placedPods, persistentVolumeClaims, persistentVolumes, podDisruptionBudgets } };
  }
  const pending = new Map(before.pending.map(({ pod, message }) => [pod, message]));
  return { ...next, objects: placedObjects(cluster.objects, snapshot, pods, before.nodeOf, pending, cluster.manifests) };
}

/** By placement, which designs may share. */
const snapshots = new WeakMap<Placed['nodeOf'], Snapshot>();

/** What a placed cluster looks like to its scheduler; copy it before changing it. */
export function snapshotOf(placed: Placed): Snapshot | undefined {
  return snapshots.get(placed.nodeOf);
}

export function scheduleOptions(design: Design, seed: number | null): ScheduleOptions & { readonly tieBreak: TieBreak } {
  return {
    kubernetesVersion: design.settings.kubernetesVersion,
    tieBreak: tieBreakOf(seed),
  };
}

/** Made once for each list. */
export const podsByKey = once((pods: readonly ClusterPod[]): ReadonlyMap<string, ClusterPod> => new Map(pods.map((pod) => [pod.key, pod])));

/** Pod key -> node name, in the order of the pods. */
function nodesOf(snapshot: Snapshot, pods: readonly ClusterPod[]): ReadonlyMap<string, string> {
  const nodes = new Map<string, string>();
  for (const { key } of pods) {
    const node = snapshot.nodeNameOf(key);
    if (node !== undefined) nodes.set(key, node);
  }
  return nodes;
}

function pendingInOrder(pods: readonly ClusterPod[], pending: ReadonlyMap<string, string>): Placed['pending'] {
  return pods.filter(({ key }) => pending.has(key)).map(({ key }) => ({ pod: key, message: pending.get(key) ?? '' }));
}
