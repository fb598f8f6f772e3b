import type { Catalog } from '../catalog/catalog';
import type { Cluster, Placed } from '../cluster/cluster';
import { settledPlacement } from '../addons/settledPlacement';
import { eligibleNodes } from '../cluster/pods';
import { compareBytes } from '../byteOrder';
import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { FailureRow, WorkloadVerdict } from '../evaluation';
import { baselineOf } from '../failure/baseline';
import { outcomeOf } from '../failure/outcome';
import { brokenServices, brokenWorkloads } from '../failure/requirements';
import { workloadName } from '../failure/workloads';

/** What one draw comes to: every tie of the scheduler broken by one seed. */
export interface DrawOutcome {
  /** Evaluates to this outcome; null: the first node by name, which draws nothing. */
  readonly seed: number | null;
  /** How often several nodes were equally good: in placing the pods, and in placing them again after each zone's loss; and how often hints had a choice. */
  readonly drawn: { readonly placing: number; readonly afterLoss: number; readonly hints: number };
  /** Pods that wait for a node while all is well. */
  readonly pending: number;
  /** Traffic skew of the Service whose pods are served least evenly, to two decimals; null without traffic. */
  readonly skew: number | null;
  /** By workload (`namespace/name`): pods in its fullest zone less pods in its emptiest. DaemonSets follow the nodes and are left out. */
  readonly zoneSkews: readonly { readonly workload: string; readonly skew: number }[];
  /** Of the worst zone's loss; `degraded` also where requests are dropped or the control plane is lost. */
  readonly verdict: WorkloadVerdict;
  /** What does not survive, by zone. */
  readonly weakSpots: readonly WeakSpot[];
}

/** Something that a zone's loss breaks: the requirements of `check --require`. */
export interface WeakSpot {
  /** Zone name. */
  readonly zone: string;
  readonly kind: 'quorum' | 'workload' | 'service';
  /** `namespace/name`; '' for quorum. */
  readonly name: string;
  readonly verdict: Exclude<WorkloadVerdict, 'survives'>;
}

/**
 * One outcome a seed: first the pods are placed, then every zone is lost once. What seeds cannot change is worked out once.
 * Source of the ties: kubernetes/kubernetes pkg/scheduler/schedule_one.go, selectHost (the best nodes are drawn from evenly).
 */
export function drawsOf(design: Design, catalog: Catalog): (seed: number | null) => DrawOutcome {
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  let domains: ReadonlyMap<string, readonly string[]> | undefined;
  return (seed) => {
    const placed = settledPlacement(design, catalog, { seed });
    const baseline = baselineOf(placed);
    const losses = zones.map((zone) => outcomeOf(baseline, { zones: [zone], nodes: [] }));
    const weakSpots = losses.flatMap(({ row, loss }) => weakSpotsOf(row, loss.frozen));
    return {
      seed,
      drawn: { placing: placed.drawn, afterLoss: losses.reduce((sum, { drawn }) => sum + drawn, 0), hints: losses.reduce((sum, { routed }) => sum + routed.drawn, baseline.routed.drawn) },
      pending: placed.pending.length,
      skew: worstSkew(baseline.services),
      zoneSkews: zoneSkews(placed, (domains ??= zonesByWorkload(placed.cluster))),
      verdict: weakSpots.length === 0 ? 'survives' : weakSpots.some(({ verdict }) => verdict === 'down') ? 'down' : 'degraded',
      weakSpots,
    };
  };
}

function weakSpotsOf(row: FailureRow, frozen: boolean): readonly WeakSpot[] {
  const [zone = ''] = row.zones;
  return [
    ...(frozen ? [{ zone, kind: 'quorum', name: '', verdict: 'degraded' } as const] : []),
    ...brokenWorkloads(row).map(({ name, verdict }) => ({ zone, kind: 'workload', name, verdict }) as const),
    ...brokenServices(row).map(({ name }) => ({ zone, kind: 'service', name, verdict: 'degraded' }) as const),
  ];
}

function worstSkew(services: FailureRow['services']): number | null {
  const skews = services.map(({ skew }) => skew).filter((skew) => skew !== null);
  return skews.length === 0 ? null : Math.round(Math.max(...skews) * 100) / 100;
}

/** The zones that have a node for a workload, by entity id; those of a single zone have no skew. */
function zonesByWorkload({ manifests, nodes }: Cluster): ReadonlyMap<string, readonly string[]> {
  const zones = new Map<string, readonly string[]>();
  for (const manifest of manifests) {
    if (manifest.workload.type === 'DaemonSet') continue;
    const own = [...new Set(eligibleNodes(manifest, nodes).map(({ zoneName: zone }) => zone))];
    if (own.length > 1) zones.set(manifest.workload.id, own);
  }
  return zones;
}

function zoneSkews({ cluster, nodeOf }: Placed, domains: ReadonlyMap<string, readonly string[]>): DrawOutcome['zoneSkews'] {
  const zoneOf = new Map(cluster.nodes.map((node) => [node.name, node.zoneName]));
  const counts = new Map([...domains].map(([workload, zones]) => [workload, new Map(zones.map((zone) => [zone, 0]))]));
  for (const { key, workload } of cluster.pods) {
    const zone = zoneOf.get(nodeOf.get(key) ?? '');
    const count = counts.get(workload);
    if (zone !== undefined && count !== undefined) count.set(zone, (count.get(zone) ?? 0) + 1);
  }
  return cluster.manifests
    .flatMap((manifest) => {
      const count = counts.get(manifest.workload.id);
      return count === undefined ? [] : [{ workload: workloadName(manifest), skew: Math.max(...count.values()) - Math.min(...count.values()) }];
    })
    .sort((a, b) => compareBytes(a.workload, b.workload));
}
