import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { ScheduleOptions } from '../scheduling/schedule';
import type { Snapshot } from '../scheduling/snapshot';
import { createSnapshot } from '../scheduling/snapshot';
import type { TieBreak } from '../scheduling/tieBreak';
import type { ClusterPod, Placed } from './cluster';
import { expand } from './expand';
import { placedObjects } from './placedObjects';
import { placePods } from './placePods';

export interface PlaceOptions {
  /** Draws what a real cluster leaves to chance; absent: the design's own seed; null: the first by name. */
  readonly seed?: number | null;
  /** `namespace/name` of a pod whose way through the scheduler is told. */
  readonly watch?: string;
}

/** The design's cluster once its pods are placed and preemption has settled. */
export function place(design: Design, catalog: Catalog, options: PlaceOptions = {}): Placed {
  const seed = options.seed === undefined ? design.settings.seed : options.seed;
  const cluster = expand(design, catalog);
  const snapshot = createSnapshot(cluster.objects);
  const waiting = cluster.pods.filter(({ pinnedTo }) => pinnedTo === null);
  const watch = options.watch === undefined ? {} : { watch: options.watch };
  const { pending, preempted, drawn, watched } = placePods(snapshot, waiting, () => podsByKey(cluster.pods), { ...scheduleOptions(design, seed), ...watch });
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
    watched,
  };
  snapshots.set(placed, snapshot);
  return placed;
}

const snapshots = new WeakMap<Placed, Snapshot>();

/** What a placed cluster looks like to its scheduler; copy it before changing it. */
export function snapshotOf(placed: Placed): Snapshot | undefined {
  return snapshots.get(placed);
}

export function scheduleOptions(design: Design, seed: number | null): ScheduleOptions & { readonly tieBreak: TieBreak } {
  return {
    kubernetesVersion: design.settings.kubernetesVersion,
    tieBreak: seed === null ? { kind: 'first' } : { kind: 'seed', seed },
  };
}

export function podsByKey(pods: readonly ClusterPod[]): ReadonlyMap<string, ClusterPod> {
  return new Map(pods.map((pod) => [pod.key, pod]));
}

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
