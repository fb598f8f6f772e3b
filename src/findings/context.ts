import type { Catalog } from '../catalog/catalog';
import type { ClusterNode, Placed } from '../cluster/cluster';
import { compareBytes } from '../byteOrder';
import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { Cost, Quorum, Traffic } from '../evaluation';
import type { Outcome } from '../failure/outcome';
import { workloadName } from '../failure/workloads';
import { once } from '../once';

/** What the stages before found out. */
export interface Judged {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly placed: Placed;
  readonly quorum: Quorum;
  /** The outcome of every single zone's loss, by letter. */
  readonly zoneLosses: readonly Outcome[];
  readonly traffic: Traffic;
  readonly cost: Cost;
}

export interface RunningPod {
  /** `namespace/name` */
  readonly key: string;
  readonly node: string;
  /** Zone name. */
  readonly zone: string;
}

/** What the rules look at: the stages' results, and the joins that many of them need. */
export interface Context extends Judged {
  /** Drawn zones by letter. */
  readonly zones: readonly { readonly id: string; readonly name: string; readonly letter: string }[];
  /** Names of zones by id; the id itself where it is not drawn. */
  readonly zoneNames: (ids: readonly string[]) => readonly string[];
  readonly workers: readonly ClusterNode[];
  /** Names of the zones that have a worker, in byte order. */
  readonly workerZones: readonly string[];
  /** The running pods of a workload (entity id). */
  readonly runningPods: (workload: string) => readonly RunningPod[];
  /** The running pods that a Service (entity id) selects. */
  readonly endpointsOf: (service: string) => readonly RunningPod[];
  /** A workload's name in rows (`namespace/name`), by entity id. */
  readonly rowNames: ReadonlyMap<string, string>;
}

export function contextOf(judged: Judged): Context {
  const { design, placed } = judged;
  const zones = zonesOf(design).map((zone) => ({ id: zone.id, name: zoneName(design, zone), letter: zone.letter }));
  const nameOf = new Map(zones.map((zone) => [zone.id, zone.name]));
  const running = runningOf(placed);
  const workers = placed.cluster.nodes.filter((node) => node.role === 'worker');
  const selected = new Map(placed.cluster.services.map((service) => [service.service, service.workloads]));
  return {
    ...judged,
    zones,
    zoneNames: (ids) => ids.map((id) => nameOf.get(id) ?? id),
    workers,
    workerZones: [...new Set(workers.map((node) => node.zoneName))].sort(compareBytes),
    runningPods: (workload) => running.get(workload) ?? [],
    endpointsOf: (service) => (selected.get(service) ?? []).flatMap((workload) => running.get(workload) ?? []),
    rowNames: new Map(placed.cluster.manifests.map((manifest) => [manifest.workload.id, workloadName(manifest)])),
  };
}

/** By workload; designs may share a placement. */
const runningOf = once(runningByWorkload, ({ nodeOf }) => nodeOf);

function runningByWorkload({ cluster, nodeOf }: Placed): ReadonlyMap<string, readonly RunningPod[]> {
  const nodes = new Map(cluster.nodes.map((node) => [node.name, node]));
  const running = new Map<string, RunningPod[]>();
  for (const { key, workload } of cluster.pods) {
    const node = nodes.get(nodeOf.get(key) ?? '');
    if (node === undefined) continue;
    const pods = running.get(workload) ?? [];
    pods.push({ key, node: node.name, zone: node.zoneName });
    running.set(workload, pods);
  }
  return running;
}
