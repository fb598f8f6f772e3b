import type { CycleResult, CycleSearch } from './cycle';
import type { NodeRejection, NodeRestriction } from './filterRun';
import { fitErrorMessage, leftOutReason, NO_NODES, preFilterMessage } from './fitError';
import { preempt } from './plugins/defaultPreemption';
import type { Snapshot } from './snapshot';
import type { Draw } from './tieBreak';
import type { NodeVerdict, Verdict } from './verdict';

/** What a verdict tells besides the outcome. */
export interface Telling {
  /** The table of nodes. */
  readonly detail: boolean;
  readonly bestNodes: boolean;
  /** How many nodes were looked at. */
  readonly counts: boolean;
}

/** Puts a cycle's result into words. */
export function verdictOf(snapshot: Snapshot, pod: string, result: CycleResult, draw: Draw, { detail, bestNodes, counts }: Telling): Verdict {
  if (result.kind === 'noNodes') return { pod, outcome: 'unschedulable', message: NO_NODES };
  if (result.kind === 'preFilterRejected') return preFilterVerdict(snapshot, pod, result.rejection);
  const looked = counts ? { evaluatedNodes: result.evaluated, feasibleNodes: result.feasible.length } : {};
  const nodes = detail ? { nodes: nodeTable(snapshot, result) } : {};
  const { best } = result;
  const node = best[draw(best.length)];
  if (node !== undefined) return { pod, outcome: 'scheduled', node, ...(bestNodes ? { bestNodes: best } : {}), ...nodes, ...looked };
  const preemption = preempt(result.run, result.rejections);
  return {
    pod,
    outcome: 'unschedulable',
    ...nodes,
    message: fitErrorMessage(snapshot.nodeCount, reasonCounts(snapshot, result)),
    ...looked,
    ...(preemption === null ? {} : { preemption }),
  };
}

export function preFilterVerdict(snapshot: Snapshot, pod: string, { plugin, reasons }: NodeRejection): Verdict {
  const message = reasons.join(', ');
  return {
    pod,
    outcome: 'unschedulable',
    preFilterRejectedBy: [plugin],
    preFilterMessage: message,
    message: preFilterMessage(snapshot.nodeCount, message),
  };
}

function reasonCounts(snapshot: Snapshot, { rejections, restriction }: CycleSearch): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (reason: string, times: number): void => void counts.set(reason, (counts.get(reason) ?? 0) + times);
  for (const { reasons } of rejections.values()) for (const reason of reasons) count(reason, 1);
  const unasked = snapshot.nodeCount - rejections.size;
  if (restriction !== null && unasked > 0) count(leftOut(restriction).reasons[0] ?? '', unasked);
  return counts;
}

function leftOut({ plugins }: NodeRestriction): NodeRejection {
  return { plugin: plugins.join(', '), reasons: [leftOutReason(plugins)], resolvable: false };
}

function nodeTable(snapshot: Snapshot, { feasible, rejections, restriction, scores, totals }: CycleSearch): Record<string, NodeVerdict> {
  // Without a prototype any node name is safe, and V8 makes a hash table at once instead of a shape a node.
  const table = Object.create(null) as Record<string, NodeVerdict>;
  for (let i = 0; i < feasible.length; i++) {
    const byPlugin: Record<string, number> = {};
    for (const { plugin, scores: ofPlugin } of scores) byPlugin[plugin] = ofPlugin[i] ?? 0;
    table[feasible[i]?.name ?? ''] = scores.length === 0 ? {} : { scores: byPlugin, total: totals[i] ?? 0 };
  }
  for (const [name, { plugin, reasons, resolvable }] of rejections) table[name] = { rejectedBy: plugin, reasons, resolvable };
  if (restriction !== null) {
    const { plugin, reasons, resolvable } = leftOut(restriction);
    for (const { name } of snapshot.nodes()) table[name] ??= { rejectedBy: plugin, reasons, resolvable };
  }
  return table;
}
