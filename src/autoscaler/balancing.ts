import { goSort } from './goSort';
import type { NodeGroup } from './nodeGroup';

interface Share {
  readonly group: NodeGroup;
  size: number;
}

/**
 * Hands new nodes to groups, the smallest first until all are equal, then in turn. Groups that get none are left out.
 * Source: kubernetes/autoscaler cluster-autoscaler/processors/nodegroupset/balancing_processor.go.
 */
export function balance(groups: readonly NodeGroup[], count: number): ReadonlyMap<string, number> {
  const shares: Share[] = goSort(
    groups.filter(({ target, max }) => target !== max),
    (a, b) => a.target < b.target,
  ).map((group) => ({ group, size: group.target }));
  const room = shares.reduce((sum, { group }) => sum + Math.max(0, group.max - group.target), 0);
  let start = 0;
  let current = 0;
  for (let left = Math.min(count, room); left > 0; ) {
    const share = shares[current];
    const first = shares[start];
    if (share === undefined || first === undefined) break;
    if (share.size < share.group.max) {
      share.size++;
      left--;
    } else {
      shares[start++] = share;
      shares[current] = first;
    }
    const next = shares[current + 1];
    current = next !== undefined && (shares[current]?.size ?? 0) > next.size ? current + 1 : start;
  }
  return new Map(shares.filter(({ group, size }) => size !== group.target).map(({ group, size }) => [group.id, size - group.target]));
}
