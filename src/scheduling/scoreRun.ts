import { DEFAULT_PLUGINS } from './defaultPlugins';
import type { Cycle } from './framework';
import type { NodeInfo } from './nodeInfo';

/** One plugin's weighted, normalised scores, in the order of the feasible nodes. */
export interface PluginScores {
  readonly plugin: string;
  readonly scores: readonly number[];
}

/** The scores of every plugin that has something to say. Source: kubernetes/kubernetes pkg/scheduler/framework/runtime/framework.go, RunScorePlugins. */
export function runScores(cycle: Cycle, feasible: readonly NodeInfo[]): PluginScores[] {
  const result: PluginScores[] = [];
  for (const plugin of DEFAULT_PLUGINS) {
    if (plugin.score === undefined) continue;
    const state = plugin.preScore ? plugin.preScore(cycle, feasible) : undefined;
    if (state === null) continue;
    const scores = feasible.map((node) => plugin.score?.(state, cycle, node) ?? 0);
    plugin.normalize?.(state, scores, feasible);
    result.push({ plugin: plugin.name, scores: scores.map((score) => score * plugin.weight) });
  }
  return result;
}
