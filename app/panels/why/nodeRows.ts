import type { Explanation, NodeLine } from '#engine/explanation/explanation';

/** Nodes of which the same is said. */
export interface NodeRow {
  readonly key: string;
  readonly line: NodeLine;
  readonly nodes: readonly string[];
}

/** Up to this number of nodes each has a row of its own. */
const GROUP_FROM = 13;

/** `all`, `fits`, or the plugin that refuses. */
export type NodeFilter = string;

export function rowsOf({ nodes }: Explanation, filter: NodeFilter): readonly NodeRow[] {
  const rows = new Map<string, { readonly key: string; readonly line: NodeLine; readonly nodes: string[] }>();
  for (const line of nodes) {
    if (!passes(line, filter)) continue;
    const { zone, isChosen, isBest, refusal, scores } = line;
    const key = nodes.length < GROUP_FROM ? line.node : JSON.stringify([zone, isChosen, isBest, refusal, scores]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { key, line, nodes: [line.node] });
    else row.nodes.push(line.node);
  }
  return [...rows.values()];
}

function passes({ refusal }: NodeLine, filter: NodeFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'fits' ? refusal === null : refusal?.plugin === filter;
}

export interface FilterChoice {
  readonly filter: NodeFilter;
  readonly nodes: number;
}

/** All, those that fit, then each plugin that refuses some, the most frequent first. */
export function filtersOf({ nodes }: Explanation): readonly FilterChoice[] {
  const plugins = new Map<string, number>();
  for (const { refusal } of nodes) if (refusal !== null) plugins.set(refusal.plugin, (plugins.get(refusal.plugin) ?? 0) + 1);
  const fits = nodes.filter(({ refusal }) => refusal === null).length;
  return [
    { filter: 'all', nodes: nodes.length },
    { filter: 'fits', nodes: fits },
    ...[...plugins].map(([filter, count]) => ({ filter, nodes: count })).sort((a, b) => b.nodes - a.nodes),
  ];
}
