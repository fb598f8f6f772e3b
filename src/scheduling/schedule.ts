import { compareBytes } from '../byteOrder';
import type { Pod } from '../kubernetes/objects';
import type { CompiledPod } from './compiledPod';
import type { Search } from './cycle';
import { runCycle } from './cycle';
import { preFilterVerdict, verdictOf } from './explain';
import { isFast, runFastCycle } from './fast/fastCycle';
import { fitErrorMessage } from './fitError';
import type { VersionRules } from './framework';
import { rulesOf } from './framework';
import { podClaims } from './plugins/volumeBinding';
import { schedulingGatesMessage } from './plugins/schedulingGates';
import type { PodInfo } from './podInfo';
import { podInfoOf } from './podInfo';
import type { Snapshot } from './snapshot';
import type { Draw, TieBreak } from './tieBreak';
import { drawOf } from './tieBreak';
import type { Verdict } from './verdict';
import { bindPodVolumes } from './volumeBinder';

/*
 * How this folder hangs together:
 *
 *   objects ─> createSnapshot ─> scheduleSequence ─┬─ cycle.ts: filterRun.ts, scoreRun.ts over defaultPlugins.ts ─> explain.ts ─> Verdict
 *              (snapshot.ts)     schedulePod       └─ fast/: the same decision from numbers that the snapshot keeps up to date
 *
 * The plain way (cycle.ts) is the reference: it is checked against recorded verdicts, and the fast way against it.
 */

export interface ScheduleOptions {
  /** `1.30` to `1.36`, as a node's kubeletVersion or a design has it; rules of 1.34 where absent or unknown. */
  readonly kubernetesVersion?: string;
  /** The first of the best nodes by name where absent. */
  readonly tieBreak?: TieBreak;
  /** Adds the table of nodes with refusals and scores. */
  readonly detail?: boolean;
  /** Adds `bestNodes`, which `detail` has anyway. */
  readonly bestNodes?: boolean;
  /** `namespace/name` of a pod of a sequence that is told in detail, with the cluster as it was just before. */
  readonly watch?: string;
  /** Is told now and then how many pods of a sequence have been looked at. */
  readonly onPods?: (done: number) => void;
}

/** Pods from one report to the next. */
const REPORT_EVERY = 500;

/** From this number of nodes on, upstream stops looking once it has enough feasible ones. */
const SAMPLING_FROM = 100;

/** Decides where one pod would go; every node is looked at and the snapshot stays as it is. */
export function schedulePod(snapshot: Snapshot, pod: Pod, options: ScheduleOptions = {}): Verdict {
  return decide(sessionOf(snapshot, options, () => undefined), podInfoOf(pod), { sample: false, start: 0 }).verdict;
}

/** As `schedulePod` for many pods: each by itself. */
export function scheduleEach(snapshot: Snapshot, pods: readonly Pod[], options: ScheduleOptions = {}): readonly Verdict[] {
  const refusals: Refusals = new Map();
  return pods.map((pod) => decide(sessionOf(snapshot, options, () => {}, refusals), podInfoOf(pod), { sample: false, start: 0 }).verdict);
}

/** As `schedulePod`, with the table of nodes: why here, and why not there. */
export function explainPod(snapshot: Snapshot, pod: Pod, options: ScheduleOptions = {}): Verdict {
  return schedulePod(snapshot, pod, { ...options, detail: true });
}

export interface SequenceResult {
  /** One a pod, in the order given. */
  readonly verdicts: readonly Verdict[];
  /** Claims that were bound because their pod got a node: claim key to volume name. */
  readonly bound: ReadonlyMap<string, string>;
  /** How often a seed drew one of several best nodes; 0 where the first by name is taken. */
  readonly drawn: number;
  /** Of the pod to watch, if it was in the sequence. */
  readonly watched?: Watched;
}

/** A pod at the moment when the scheduler looked at it. */
export interface Watched {
  readonly pod: Pod;
  /** With its table of nodes. */
  readonly verdict: Verdict;
  /** The cluster just before; do not change it. */
  readonly before: Snapshot;
}

/**
 * Places pods one after the other, in the order given (see `queueOrder`). The snapshot takes each placed pod, and the
 * volumes made for its waiting claims. A preemption is told but not carried out.
 */
export function scheduleSequence(snapshot: Snapshot, pods: readonly Pod[], options: ScheduleOptions = {}): SequenceResult {
  let drawn = 0;
  const session = sessionOf(snapshot, options, () => void drawn++);
  const bound = new Map<string, string>();
  const verdicts: Verdict[] = [];
  let start = 0;
  let watched: Watched | undefined;
  for (const pod of pods) {
    if (options.onPods !== undefined && verdicts.length % REPORT_EVERY === 0) options.onPods(verdicts.length);
    const info = podInfoOf(pod);
    const isWatched = info.key === options.watch;
    const before = isWatched ? snapshot.clone() : snapshot;
    const { verdict, next } = decide(isWatched ? { ...session, detail: true, bestNodes: true } : session, info, { sample: true, start });
    start = next;
    verdicts.push(verdict);
    if (isWatched) watched = { pod, verdict, before };
    if (verdict.node === undefined) continue;
    for (const [claim, volume] of bindVolumes(snapshot, info, verdict.node)) bound.set(claim, volume);
    snapshot.assume(info, verdict.node);
    session.refusals.clear();
  }
  return { verdicts, bound: new Map([...bound].sort(([a], [b]) => compareBytes(a, b))), drawn, ...(watched === undefined ? {} : { watched }) };
}

/** What holds for all pods of one call. */
interface Session {
  readonly snapshot: Snapshot;
  readonly rules: VersionRules;
  readonly draw: Draw;
  readonly detail: boolean;
  readonly bestNodes: boolean;
  /** Whether the draw needs all of the best nodes, not only the first. */
  readonly drawsFromAll: boolean;
  readonly refusals: Refusals;
}

/**
 * What was said of pods that found no node, while the snapshot stays as it is: a thousand replicas that find no room, or
 * would have to preempt, need the answer once. Pods with volumes have claims of their own and are not here.
 */
type Refusals = Map<CompiledPod, Verdict>;

function sessionOf(
  snapshot: Snapshot,
  { kubernetesVersion, tieBreak = { kind: 'first' }, detail = false, bestNodes = detail }: ScheduleOptions,
  onDraw: () => void,
  refusals: Refusals = new Map(),
): Session {
  return { snapshot, refusals, rules: rulesOf(kubernetesVersion), draw: drawOf(tieBreak, onDraw), detail, bestNodes, drawsFromAll: tieBreak.kind !== 'first' };
}

interface Decision {
  readonly verdict: Verdict;
  /** Where the next pod's search starts. */
  readonly next: number;
}

function decide(session: Session, pod: PodInfo, search: Search): Decision {
  const { snapshot, detail, refusals } = session;
  const gates = schedulingGatesMessage(pod.pod);
  if (gates !== null) return { verdict: { pod: pod.key, outcome: 'gated', preFilterMessage: gates }, next: search.start };
  const counts = search.sample && snapshot.nodeCount >= SAMPLING_FROM;
  const isLikeOthers = !detail && !pod.compiled.hasVolumes && pod.requests === pod.compiled.requests && pod.pod.status?.nominatedNodeName === undefined;
  const known = isLikeOthers ? refusals.get(pod.compiled) : undefined;
  // All nodes were looked at, which brings the next search back to where this one starts.
  if (known !== undefined) return { verdict: { ...known, pod: pod.key }, next: search.start };
  const light = detail || !isFast(snapshot, pod) ? null : decideFast(session, pod, search, counts);
  const decision = light ?? decidePlainly(session, pod, search, counts);
  if (isLikeOthers && decision.verdict.node === undefined && decision.next === search.start) refusals.set(pod.compiled, decision.verdict);
  return decision;
}

function decidePlainly({ snapshot, rules, draw, detail, bestNodes }: Session, pod: PodInfo, search: Search, counts: boolean): Decision {
  const result = runCycle(snapshot, pod, rules, search);
  const next = result.kind === 'searched' ? result.next : search.start;
  return { verdict: verdictOf(snapshot, pod.key, result, draw, { detail, bestNodes, counts }), next };
}

/** Null where preemption may help, which the plain way finds out. */
function decideFast({ snapshot, rules, draw, bestNodes, drawsFromAll }: Session, pod: PodInfo, search: Search, counts: boolean): Decision | null {
  const result = runFastCycle(snapshot, pod, rules, search, bestNodes || drawsFromAll);
  if (result.kind === 'preFilterRejected') return { verdict: preFilterVerdict(snapshot, pod.key, result.rejection), next: search.start };
  const { best, evaluated, feasible, reasons, next } = result;
  const looked = counts ? { evaluatedNodes: evaluated, feasibleNodes: feasible } : {};
  const node = best[draw(best.length)];
  if (node !== undefined) {
    return { verdict: { pod: pod.key, outcome: 'scheduled', node, ...(bestNodes ? { bestNodes: best } : {}), ...looked }, next };
  }
  if (snapshot.leastPriority < pod.priority && pod.pod.spec.preemptionPolicy !== 'Never') return null;
  return { verdict: { pod: pod.key, outcome: 'unschedulable', message: fitErrorMessage(snapshot.nodeCount, reasons), ...looked }, next };
}

function bindVolumes(snapshot: Snapshot, pod: PodInfo, nodeName: string): ReadonlyMap<string, string> {
  const node = snapshot.node(nodeName)?.node;
  const claims = pod.compiled.hasVolumes && node !== undefined ? podClaims({ snapshot, pod }) : null;
  if (claims === null || node === undefined || 'resolvable' in claims || claims.waiting.length === 0) return NOTHING_BOUND;
  return bindPodVolumes(snapshot.storage, claims, node);
}

const NOTHING_BOUND: ReadonlyMap<string, string> = new Map();
