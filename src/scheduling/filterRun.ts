import { compareBytes } from '../byteOrder';
import { DEFAULT_PLUGINS } from './defaultPlugins';
import type { Cycle, Plugin, Rejection } from './framework';
import type { NodeInfo } from './nodeInfo';
import type { PodInfo } from './podInfo';

/** The plugins that take part in filtering a pod, each with its state. */
export interface FilterRun {
  readonly cycle: Cycle;
  readonly steps: readonly FilterStep[];
}

/** A plugin with what its PreFilter found out. */
export interface FilterStep {
  readonly plugin: Plugin;
  readonly state: unknown;
}

/** The first plugin that keeps the pod off a node. */
export interface NodeRejection extends Rejection {
  readonly plugin: string;
}

export type PreFilterOutcome =
  | { readonly kind: 'run'; readonly run: FilterRun; readonly restriction: NodeRestriction | null }
  | { readonly kind: 'rejected'; readonly rejection: NodeRejection };

/** The only nodes that may be looked at, and the plugins that said so. */
export interface NodeRestriction {
  readonly names: ReadonlySet<string>;
  readonly plugins: readonly string[];
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/runtime/framework.go, RunPreFilterPlugins. */
export function runPreFilters(cycle: Cycle): PreFilterOutcome {
  const steps: FilterStep[] = [];
  let restriction: NodeRestriction | null = null;
  for (const plugin of DEFAULT_PLUGINS) {
    const result = plugin.preFilter?.(cycle) ?? { kind: 'run' as const, state: undefined };
    if (result.kind === 'reject') return { kind: 'rejected', rejection: { plugin: plugin.name, ...result.rejection } };
    if (result.kind === 'skip') continue;
    if (plugin.filter !== undefined) steps.push({ plugin, state: result.state });
    if (result.nodeNames !== undefined) restriction = restrict(restriction, result.nodeNames, plugin.name);
  }
  return { kind: 'run', run: { cycle, steps }, restriction };
}

function restrict(before: NodeRestriction | null, names: ReadonlySet<string>, plugin: string): NodeRestriction {
  if (before === null) return { names, plugins: [plugin] };
  return { names: new Set([...before.names].filter((name) => names.has(name))), plugins: [...before.plugins, plugin].sort(compareBytes) };
}

/** The verdict on one node without regard to nominated pods. */
function runFilters({ cycle, steps }: FilterRun, node: NodeInfo): NodeRejection | null {
  for (const { plugin, state } of steps) {
    const rejection = plugin.filter?.(state, cycle, node) ?? null;
    if (rejection !== null) return { plugin: plugin.name, ...rejection };
  }
  return null;
}

/**
 * The verdict on one node: it must suit both with and without the pods that are nominated to it and at least as
 * important. Source: schedule_one.go and framework.go, RunFilterPluginsWithNominatedPods.
 */
export function runFiltersWithNominated(run: FilterRun, node: NodeInfo): NodeRejection | null {
  const { pod, snapshot } = run.cycle;
  const nominated = snapshot.nominatedTo(node.name).filter((other) => other.priority >= pod.priority && other.key !== pod.key);
  if (nominated.length === 0) return runFilters(run, node);
  const whatIf = startWhatIf(run, node);
  for (const other of nominated) whatIf.add(other);
  return runFilters(whatIf.run, whatIf.node) ?? runFilters(run, node);
}

/** A copy of a node and of the plugins' states, to try what removing or adding pods would do. */
export interface WhatIf {
  readonly run: FilterRun;
  readonly node: NodeInfo;
  add(pod: PodInfo): void;
  remove(pod: PodInfo): void;
}

export function startWhatIf({ cycle, steps }: FilterRun, original: NodeInfo): WhatIf {
  const node = original.clone();
  const copies = steps.map(({ plugin, state }) => ({ plugin, state: plugin.cloneState ? plugin.cloneState(state) : state }));
  const update = (pod: PodInfo, delta: 1 | -1): void => {
    for (const { plugin, state } of copies) plugin.updateState?.(state, cycle, node, pod, delta);
  };
  return {
    run: { cycle, steps: copies },
    node,
    add(pod) {
      node.add(pod);
      update(pod, 1);
    },
    remove(pod) {
      node.remove(pod);
      update(pod, -1);
    },
  };
}
