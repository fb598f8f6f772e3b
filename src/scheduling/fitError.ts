import { compareBytes } from '../byteOrder';

/** Source: kubernetes/kubernetes pkg/scheduler/framework/types.go, FitError. `reasons`: how many nodes gave each. */
export function fitErrorMessage(nodeCount: number, reasons: ReadonlyMap<string, number>): string {
  const texts = [...reasons].map(([reason, count]) => `${count} ${reason}`).sort(compareBytes);
  return `0/${nodeCount} nodes are available:${texts.length === 0 ? '' : ` ${texts.join(', ')}.`}`;
}

/** Where a PreFilter said no for all nodes at once. */
export function preFilterMessage(nodeCount: number, message: string): string {
  return `0/${nodeCount} nodes are available: ${message}.`;
}

export const NO_NODES = 'no nodes available to schedule pods';

/** For nodes that were not looked at, since these plugins' PreFilters had left them out. */
export function leftOutReason(plugins: readonly string[]): string {
  return `node(s) didn't satisfy plugin(s) [${plugins.join(' ')}]`;
}
