import { settledPlacement } from '../addons/settledPlacement';
import type { Catalog } from '../catalog/catalog';
import { compareBytes } from '../byteOrder';
import type { Design } from '../design/schema';
import { distributionOfNumbers, type Distribution } from '../draws/distribution';
import type { WorkloadVerdict } from '../evaluation';
import { controlPlaneMachines } from '../quorum/controlPlane';
import { drawOf } from '../scheduling/tieBreak';
import { baselineOf } from './baseline';
import { rowAfter } from './outcome';

/*
 * Several machines die at once, whichever they are: how likely it is that quorum holds and that each workload survives.
 *
 *   design, k ─> nodeFailuresOf ─> plan, outcomes() ─> NodeFailureOutcome, … ─> summarizeNodeFailures
 *                                  every set of k machines once, or many sets drawn with a seed
 */

/** Up to this number of sets every one of them is tried, each once; of more, some are drawn. */
export const MOST_ENUMERATED = 500;

export interface NodeFailureOptions {
  /** How many sets are drawn where there are too many to try all. */
  readonly samples?: number;
  readonly seed?: number;
}

export interface NodeFailurePlan {
  /** Machines that may die: workers, control-plane and etcd machines. */
  readonly machines: number;
  /** How many die at once. */
  readonly dead: number;
  /** How many different sets of that size there are. */
  readonly sets: number;
  /** Every set is tried once, and the shares below are exact; else they are those of the sets drawn. */
  readonly exact: boolean;
  /** Sets that are tried. */
  readonly tried: number;
}

/** What the death of one set of machines comes to, once it has settled. */
export interface NodeFailureOutcome {
  readonly nodes: readonly string[];
  readonly keepsQuorum: boolean;
  readonly podsPending: number;
  readonly workloads: readonly { readonly name: string; readonly verdict: WorkloadVerdict }[];
}

export interface NodeFailures {
  readonly plan: NodeFailurePlan;
  readonly outcomes: () => Generator<NodeFailureOutcome, void>;
}

/** Each set of machines is as likely as any other. The outcomes come one after the other, so that they can be stopped and followed. */
export function nodeFailuresOf(design: Design, catalog: Catalog, dead: number, { samples = 500, seed = 1 }: NodeFailureOptions = {}): NodeFailures {
  const baseline = baselineOf(settledPlacement(design, catalog));
  const { nodes } = baseline.placed.cluster;
  const names = [...new Set([...nodes, ...controlPlaneMachines(design)].map(({ name }) => name))].sort(compareBytes);
  const sets = setsOf(names.length, dead);
  const exact = sets <= MOST_ENUMERATED;
  return {
    plan: { machines: names.length, dead, sets, exact, tried: exact ? sets : samples },
    *outcomes() {
      for (const chosen of exact ? everySet(names, dead) : drawnSets(names, dead, samples, seed)) {
        const row = rowAfter(baseline, { zones: [], nodes: chosen });
        yield {
          nodes: row.nodes,
          keepsQuorum: row.keepsQuorum,
          podsPending: row.podsPendingAfter,
          workloads: row.workloads.map(({ name, verdict }) => ({ name, verdict })),
        };
      }
    },
  };
}

export interface NodeFailuresSummary extends NodeFailurePlan {
  /** Shares of the sets tried. */
  readonly keepsQuorum: number;
  /** Quorum holds and every workload survives. */
  readonly survives: number;
  /** By name. `survives`, `degraded` and `down` add up to 1. */
  readonly workloads: readonly { readonly name: string; readonly survives: number; readonly degraded: number; readonly down: number }[];
  /** Pods that wait for a node afterwards; `draws` counts sets. Null where nothing was tried. */
  readonly pending: Distribution<number> | null;
  /** The worst set: without quorum, then with the most workloads that do not survive; the first of them. */
  readonly worst: NodeFailureOutcome | null;
}

export function summarizeNodeFailures(plan: NodeFailurePlan, outcomes: readonly NodeFailureOutcome[]): NodeFailuresSummary {
  const share = (wanted: (outcome: NodeFailureOutcome) => boolean) => (outcomes.length === 0 ? 0 : outcomes.filter(wanted).length / outcomes.length);
  return {
    ...plan,
    tried: outcomes.length,
    keepsQuorum: share(({ keepsQuorum }) => keepsQuorum),
    survives: share((outcome) => badness(outcome) === 0),
    workloads: (outcomes[0]?.workloads ?? []).map(({ name }, i) => {
      const came = (verdict: WorkloadVerdict) => share(({ workloads }) => workloads[i]?.verdict === verdict);
      return { name, survives: came('survives'), degraded: came('degraded'), down: came('down') };
    }),
    pending: distributionOfNumbers(outcomes.map(({ podsPending }) => ({ seed: null, value: podsPending }))),
    worst: outcomes.reduce<NodeFailureOutcome | null>((worst, outcome) => (worst === null || badness(outcome) > badness(worst) ? outcome : worst), null),
  };
}

/** Downtime weighs more than degradation, and quorum more than all workloads together. */
function badness({ keepsQuorum, workloads }: NodeFailureOutcome): number {
  const weights = { survives: 0, degraded: 1, down: 1 + workloads.length };
  const most = workloads.length * weights.down + 1;
  return (keepsQuorum ? 0 : most) + workloads.reduce((sum, { verdict }) => sum + weights[verdict], 0);
}

/** Binomial coefficient; not exact beyond 2^53, where nobody counts. */
function setsOf(machines: number, dead: number): number {
  if (dead > machines) return 0;
  let sets = 1;
  for (let i = 1; i <= Math.min(dead, machines - dead); i++) sets = (sets * (machines - i + 1)) / i;
  return Math.round(sets);
}

/** In lexicographic order of places in the list. */
function* everySet(names: readonly string[], size: number, from = 0): Generator<readonly string[], void> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= names.length - size; i++) {
    for (const rest of everySet(names, size - 1, i + 1)) yield [names[i] ?? '', ...rest];
  }
}

/** Each by a partial Fisher-Yates shuffle. */
function* drawnSets(names: readonly string[], size: number, samples: number, seed: number): Generator<readonly string[], void> {
  const draw = drawOf({ kind: 'seed', seed }, () => undefined);
  for (let n = 0; n < samples; n++) {
    const left = [...names];
    yield Array.from({ length: size }, () => left.splice(draw(left.length), 1)[0] ?? '');
  }
}
