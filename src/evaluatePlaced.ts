import type { Placed } from './cluster/cluster';
import { requestsByWorkload, usageOf } from './cluster/usage';
import type { Aftermath, Evaluation, Placement, Progress } from './evaluation';
import { baselineOf } from './failure/baseline';
import { fail } from './failure/fail';
import { matrix } from './failure/matrix';
import type { Scenario } from './failure/scenario';
import { findings } from './findings/findings';
import type { Messages } from './findings/messages/en';
import type { Language } from './language';
import { quorum } from './quorum/quorum';
import { trafficOf } from './routing/traffic';
import { deschedulerOf, scalingOf } from './scaling/scaling';
import { once } from './once';

export interface EvaluateOptions {
  /** Draws what a real cluster leaves to chance; absent: the design's own seed; null: the first by name. */
  readonly seed?: number | null;
  /** Of findings, cost lines and what is not priced. */
  readonly language?: Language;
  /** A row of the matrix for every worker even where there are more than 100. */
  readonly nodeFailures?: boolean;
  /** A row of the matrix for every pair of zones (N-2). */
  readonly zonePairs?: boolean;
  /** Is told now and then how far it is; of use where an evaluation takes seconds. */
  readonly onProgress?: (progress: Progress) => void;
}

/** All stages after placement. `say`: what findings say in the language of the options, which is the baseline's too. */
export function evaluatePlaced(placed: Placed, options: EvaluateOptions, say: Messages, baseline = baselineOf(placed, options.language ?? 'en')): Evaluation {
  const { design, catalog } = placed;
  const controlPlane = quorum(design);
  const traffic = trafficOf(baseline.routed);
  const failures = matrix(baseline, options);
  return {
    design: { name: design.name, region: design.settings.region, kubernetesVersion: design.settings.kubernetesVersion },
    quorum: controlPlane,
    placement: placementOf(placed),
    scaling: scalingOf(placed),
    descheduler: deschedulerOf(placed),
    failures: failures.rows,
    traffic,
    cost: baseline.cost,
    findings: findings({ design, catalog, placed, quorum: controlPlane, zoneLosses: failures.zones, traffic, cost: baseline.cost }, say),
  };
}

/** The aftermath of a loss, of a cluster that is placed already. */
export function simulatePlaced(placed: Placed, scenario: Scenario): Aftermath {
  return fail(baselineOf(placed), scenario);
}

/** Designs may share a placement. */
const placementOf = once(
  ({ cluster, nodeOf, pending }: Placed): Placement => {
    const zones = new Map(cluster.nodes.map((node) => [node.name, node.zoneName]));
    return {
      nodes: cluster.nodes.map((node) => node.object),
      pods: cluster.pods.map(({ key, workload, ordinal }) => {
        const node = nodeOf.get(key) ?? null;
        return { pod: key, workload, ordinal, node, zone: zones.get(node ?? '') ?? null };
      }),
      running: nodeOf.size,
      pending,
      usage: usageOf(cluster.nodes, cluster.pods, nodeOf),
      requests: requestsByWorkload(cluster.pods),
    };
  },
  ({ nodeOf }) => nodeOf,
);
