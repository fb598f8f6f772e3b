import { compareBytes } from '../byteOrder';
import type { Pod } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { Result } from '../result';
import { ok } from '../result';
import type { DumpProblem } from '../scheduling/readDump';
import { createSnapshot, type Snapshot } from '../scheduling/snapshot';
import { isExpendable } from './filterPods';
import { readCase, type AutoscalerCase } from './readCase';
import type { Unremovable } from './scaleDown/planner';
import { ScaleDownPlanner } from './scaleDown/planner';
import type { Utilization } from './scaleDown/utilization';
import { Workloads } from './scaleDown/workloads';
import { scaleUpOnce, type ScaleUpOutcome } from './scaleUp';
import { SimulatedCluster } from './simulatedCluster';

/** From the first look to the second (seconds): past the ten minutes that a node must have been unneeded. */
const SECOND_LOOK_SECONDS = 11 * 60;

/** Two looks at a cluster, and what would be deleted at the second. Lists of names are in byte order. */
export interface ScaleDownOutcome {
  readonly candidates: readonly string[];
  readonly utilization: Readonly<Record<string, Utilization>>;
  readonly unneeded: readonly string[];
  readonly unremovable: Readonly<Record<string, UnremovableSummary>>;
  readonly deleteEmpty: readonly string[];
  readonly deleteDrain: readonly string[];
  readonly unremovableLater: Readonly<Record<string, UnremovableSummary>>;
}

interface UnremovableSummary {
  readonly reason: string;
  readonly pod?: string;
  readonly blocking?: string;
}

export interface AutoscalerAnswer {
  readonly outcome: ScaleUpOutcome | ScaleDownOutcome;
  /** Options of the case that play no part. */
  readonly ignored: readonly string[];
}

/** What the cluster autoscaler does on a case; of several possible answers the one in natural order. */
export function autoscaleCase(value: unknown): Result<AutoscalerAnswer, DumpProblem> {
  const read = readCase(value);
  if (!read.ok) return read;
  return ok({ outcome: read.value.kind === 'scaleUp' ? scaleUp(read.value) : scaleDown(read.value), ignored: read.value.ignored });
}

function scaleUp(input: AutoscalerCase): ScaleUpOutcome {
  const { objects, groups, options, now } = input;
  return scaleUpOnce({ snapshot: snapshotOf(input), nodes: objects.nodes, groups, daemonSets: objects.daemonSets, pending: objects.pods.filter(isUnschedulable), options, now });
}

/** The pods that run; those below the cutoff are no reason to keep or to add a node. */
function snapshotOf({ objects, options }: AutoscalerCase): Snapshot {
  return createSnapshot({ ...objects, pods: objects.pods.filter((pod) => Boolean(pod.spec.nodeName) && !isExpendable(pod, options)) });
}

/** The scheduler has tried it and said so; gated pods and those not tried yet are left alone. */
function isUnschedulable({ metadata, spec, status }: Pod): boolean {
  if (spec.nodeName || metadata.deletionTimestamp !== undefined || status?.phase === 'Succeeded' || status?.phase === 'Failed') return false;
  return status?.conditions?.some(({ type, status: is, reason }) => type === 'PodScheduled' && is === 'False' && reason === 'Unschedulable') ?? false;
}

function scaleDown(input: AutoscalerCase): ScaleDownOutcome {
  const { objects, groups, options, now } = input;
  const first = now ?? 0;
  const cluster = new SimulatedCluster(snapshotOf(input), objects.nodes.map(({ metadata }) => metadata.name), { last: 0 });
  const workloads = new Workloads(objects, input.jobs);
  const planner = new ScaleDownPlanner({ cluster, nodes: objects.nodes, groups, budgets: objects.podDisruptionBudgets, workloads, options });
  const plan = planner.update(first);
  const later = planner.update(first + SECOND_LOOK_SECONDS);
  const { empty, drain, unremovable } = planner.nodesToDelete(first + SECOND_LOOK_SECONDS);
  return {
    candidates: sorted(plan.candidates),
    utilization: recordOf(plan.utilization, (used) => used),
    unneeded: sorted(plan.unneeded),
    unremovable: recordOf(plan.unremovable, summaryOf),
    deleteEmpty: sorted(empty),
    deleteDrain: sorted(drain),
    unremovableLater: recordOf(new Map([...later.unremovable, ...unremovable]), summaryOf),
  };
}

function summaryOf({ reason, pod, blocking }: Unremovable): UnremovableSummary {
  return { reason, ...(pod === undefined ? {} : { pod: objectKey(pod) }), ...(blocking === undefined ? {} : { blocking }) };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort(compareBytes);
}

function recordOf<From, To>(map: ReadonlyMap<string, From>, summary: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries([...map].sort(([a], [b]) => compareBytes(a, b)).map(([name, value]) => [name, summary(value)]));
}
