import { compareBytes } from '../../byteOrder';
import type { PodDisruptionBudget } from '../../kubernetes/objects';
import { compileLabelSelector, matchesLabels } from '../../kubernetes/selector';
import type { FilterRun, NodeRejection } from '../filterRun';
import { runFiltersWithNominated, startWhatIf } from '../filterRun';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Preemption } from '../verdict';

interface Candidate {
  readonly node: string;
  /** Most important first. */
  readonly victims: readonly PodInfo[];
  readonly violations: number;
}

const MIN_CANDIDATES = 100;
const MIN_CANDIDATES_SHARE = 0.1;
const PRIORITY_OFFSET = 2 ** 31;

/**
 * The node that preemption would free and the pods it would remove, or null where it cannot help. Upstream looks from
 * a random node on; here from the first. Source: kubernetes/kubernetes pkg/scheduler/framework/preemption/preemption.go,
 * plugins/defaultpreemption/default_preemption.go.
 */
export function preempt(run: FilterRun, rejections: ReadonlyMap<string, NodeRejection>): Preemption | null {
  const { snapshot, pod } = run.cycle;
  if (!mayPreempt(run, rejections)) return null;
  const nodes = snapshot.nodes().filter(({ name }) => rejections.get(name)?.resolvable === true);
  const enough = Math.max(MIN_CANDIDATES, Math.trunc(nodes.length * MIN_CANDIDATES_SHARE));
  const candidates: Candidate[] = [];
  let harmless = false;
  for (const node of nodes) {
    if (harmless && candidates.length >= enough) break;
    if (!node.pods.some(({ priority }) => priority < pod.priority)) continue;
    const candidate = victimsOn(run, node, snapshot.objects.podDisruptionBudgets);
    if (candidate === null) continue;
    candidates.push(candidate);
    harmless ||= candidate.violations === 0;
  }
  const best = pickCandidate(candidates);
  return best === undefined ? null : { node: best.node, victims: best.victims.map(({ key }) => key).sort(compareBytes) };
}

/** A pod whose earlier victims are still on their way out does not take more. */
function mayPreempt({ cycle }: FilterRun, rejections: ReadonlyMap<string, NodeRejection>): boolean {
  const { snapshot, pod } = cycle;
  if (pod.pod.spec.preemptionPolicy === 'Never') return false;
  const nominated = pod.pod.status?.nominatedNodeName;
  if (!nominated || rejections.get(nominated)?.resolvable === false) return true;
  const leaving = ({ priority, terminating, pod: other }: PodInfo): boolean =>
    priority < pod.priority &&
    terminating &&
    (other.status?.conditions ?? []).some(({ type, status, reason }) => type === 'DisruptionTarget' && status === 'True' && reason === 'PreemptionByScheduler');
  return !(snapshot.node(nominated)?.pods.some(leaving) ?? false);
}

/** The fewest and least important pods that must go, null where even all less important ones are not enough. */
function victimsOn(run: FilterRun, node: NodeInfo, budgets: readonly PodDisruptionBudget[]): Candidate | null {
  const { pod } = run.cycle;
  const whatIf = startWhatIf(run, node);
  const potential = node.pods.filter(({ priority }) => priority < pod.priority);
  for (const victim of potential) whatIf.remove(victim);
  if (runFiltersWithNominated(whatIf.run, whatIf.node) !== null) return null;
  potential.sort(byImportance);
  const { violating, others } = splitByBudgets(potential, budgets);
  const victims: PodInfo[] = [];
  const spare = (candidate: PodInfo): boolean => {
    whatIf.add(candidate);
    if (runFiltersWithNominated(whatIf.run, whatIf.node) === null) return true;
    whatIf.remove(candidate);
    victims.push(candidate);
    return false;
  };
  const violations = violating.filter((candidate) => !spare(candidate)).length;
  for (const candidate of others) spare(candidate);
  return { node: node.name, victims: victims.sort(byImportance), violations };
}

/** Higher priority first, then earlier start. */
function byImportance(a: PodInfo, b: PodInfo): number {
  return b.priority - a.priority || compareBytes(startTime(a), startTime(b));
}

/** RFC 3339 in UTC orders as text; a pod that has not started counts as starting now, after all others. */
function startTime({ pod }: PodInfo): string {
  return pod.status?.startTime ?? '~';
}

function splitByBudgets(pods: readonly PodInfo[], budgets: readonly PodDisruptionBudget[]): { readonly violating: PodInfo[]; readonly others: PodInfo[] } {
  const compiled = budgets.map(({ metadata, spec, status }) => ({
    namespace: metadata.namespace ?? 'default',
    selector: compileLabelSelector(spec.selector),
    disrupted: status?.disruptedPods ?? {},
    left: status?.disruptionsAllowed ?? 0,
  }));
  const violating: PodInfo[] = [];
  const others: PodInfo[] = [];
  for (const pod of pods) {
    let violates = false;
    for (const budget of Object.keys(pod.labels).length === 0 ? [] : compiled) {
      if (budget.namespace !== pod.namespace || budget.selector.kind !== 'requirements' || !matchesLabels(budget.selector, pod.labels)) continue;
      if (Object.hasOwn(budget.disrupted, pod.pod.metadata.name)) continue;
      budget.left--;
      violates ||= budget.left < 0;
    }
    (violates ? violating : others).push(pod);
  }
  return { violating, others };
}

/** Each rule keeps the candidates with the least value; the first of those that are left wins. */
function pickCandidate(candidates: readonly Candidate[]): Candidate | undefined {
  const rules: readonly ((candidate: Candidate) => number)[] = [
    ({ violations }) => violations,
    ({ victims }) => victims[0]?.priority ?? Number.NEGATIVE_INFINITY,
    ({ victims }) => victims.reduce((sum, { priority }) => sum + priority + PRIORITY_OFFSET, 0),
    ({ victims }) => victims.length,
  ];
  let left = candidates;
  for (const rule of rules) {
    const least = Math.min(...left.map(rule));
    left = left.filter((candidate) => rule(candidate) === least);
  }
  // The one whose most important victim started last.
  const start = ({ victims }: Candidate): string => victims.filter(({ priority }) => priority === victims[0]?.priority).map(startTime).sort(compareBytes)[0] ?? '';
  return left.reduce<Candidate | undefined>((best, candidate) => (best === undefined || compareBytes(start(candidate), start(best)) > 0 ? candidate : best), undefined);
}
