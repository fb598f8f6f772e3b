import type { ClusterPod } from '../cluster/cluster';
import type { Watched } from '../scheduling/schedule';
import type { Verdict } from '../scheduling/verdict';
import type { Messages } from './messages/en';
import type { Moment } from './moment';

/** What happened to a pod, from the queue to its node. */
export function sentencesOf(moment: Moment, say: Messages): readonly string[] {
  const { pod, node, tries, isPinned, loss } = moment;
  const { outcome } = say;
  const from = loss?.from ?? '';
  if (loss?.fate === 'lost') return [loss.isFrozen ? outcome.lostFrozen({ node: from }) : outcome.lostDaemon({ node: from })];
  const sentences: string[] = [];
  if (loss?.fate === 'unchanged') sentences.push(outcome.unchanged({ node: from }));
  if (loss?.fate === 'frozen') sentences.push(node === null ? outcome.waitsFrozen() : outcome.frozen({ node }));
  if (loss?.fate === 'again' && from !== '' && from !== node) sentences.push(outcome.moved({ node: from }));
  if (isPinned) return [...sentences, outcome.pinned({ node: node ?? '' })];
  const [first] = tries;
  if (pod.pinnedTo !== null && loss?.fate !== 'again') sentences.push(outcome.evicted({ node: pod.pinnedTo }));
  // After a loss only some are queued again: a place among all would mean nothing.
  else if (first !== undefined && first.verdict.outcome !== 'gated' && loss?.fate !== 'again') sentences.push(queue(moment, first, outcome));
  for (const { verdict } of tries.slice(0, -1)) {
    if (verdict.node !== undefined) sentences.push(outcome.evicted({ node: verdict.node }));
    else if (verdict.preemption !== undefined) sentences.push(outcome.preempted(verdict.preemption));
  }
  const last = tries.at(-1);
  if (last === undefined) return sentences;
  const { verdict, before } = last;
  if (verdict.outcome === 'gated') return [...sentences, outcome.gated({ gates: (pod.object.spec.schedulingGates ?? []).map(({ name }) => name) })];
  const nodes = before.nodeCount;
  if (nodes === 0) return [...sentences, outcome.noNodes()];
  const daemon = daemonNode(pod);
  if (daemon !== undefined) sentences.push(outcome.daemon({ node: daemon }));
  const looked = verdict.evaluatedNodes;
  if (looked !== undefined && looked < nodes) sentences.push(outcome.sampled({ looked, nodes }));
  if (verdict.node === undefined) sentences.push(outcome.noneFits({ nodes }));
  else if (daemon === undefined) sentences.push(choice(verdict, outcome));
  return sentences;
}

function queue({ pod, pods }: Moment, { before }: Watched, say: Messages['outcome']): string {
  const placed = before.nodes().reduce((sum, info) => sum + info.pods.length, 0);
  const queued = pods.filter(({ pinnedTo }) => pinnedTo === null);
  return say.queue({ position: queued.indexOf(pod) + 1, pods: queued.length, placed });
}

/** How the node was chosen among those that fit. */
function choice(verdict: Verdict, say: Messages['outcome']): string {
  const node = verdict.node ?? '';
  const fitting = Object.values(verdict.nodes ?? {}).filter((of) => !('rejectedBy' in of));
  const chosen = verdict.nodes?.[node];
  const total = chosen !== undefined && 'total' in chosen ? chosen.total : undefined;
  if (total === undefined) return say.onlyOne({ node });
  const best = verdict.bestNodes?.length ?? 1;
  return best === 1 ? say.highest({ node, total, fitting: fitting.length }) : say.drawn({ node, total, best, fitting: fitting.length });
}

/** The node that a DaemonSet's pod is made for: no other pod names one in a field. */
function daemonNode({ object }: ClusterPod): string | undefined {
  const term = object.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms[0];
  return term?.matchFields?.[0]?.values?.[0];
}
