import type { NodeInfo } from './nodeInfo';
import type { PodInfo } from './podInfo';
import type { Snapshot } from './snapshot';

/**
 * The extension points of the scheduling framework that decide where a pod goes. A plugin is one file in `plugins/`,
 * named as upstream, and one line in `defaultPlugins.ts`. Source: kubernetes/kubernetes pkg/scheduler/framework (1.34).
 */
export interface Plugin<FilterState = unknown, ScoreState = unknown> {
  readonly name: string;
  /** Weight of its score; 0 for a plugin that does not score. */
  readonly weight: number;
  /** Runs once a pod. Without it the plugin's filter always runs, with an undefined state. */
  preFilter?(cycle: Cycle): PreFilterResult<FilterState>;
  /** Null where the pod may run on the node as far as this plugin is concerned. */
  filter?(state: FilterState, cycle: Cycle, node: NodeInfo): Rejection | null;
  /** For "what if": the state that preemption and nominated pods may change without touching the original. */
  cloneState?(state: FilterState): FilterState;
  /** The pod was added to (+1) or removed from (-1) the node that is being looked at. */
  updateState?(state: FilterState, cycle: Cycle, node: NodeInfo, pod: PodInfo, delta: 1 | -1): void;
  /** Null: the plugin says nothing about any node (Skip). Without it the score always runs. */
  preScore?(cycle: Cycle, feasible: readonly NodeInfo[]): ScoreState | null;
  score?(state: ScoreState, cycle: Cycle, node: NodeInfo): number;
  /** Brings the raw scores of the feasible nodes to 0..100, in place. */
  normalize?(state: ScoreState, scores: number[], feasible: readonly NodeInfo[]): void;
}

/** One pod's way through the plugins. */
export interface Cycle {
  readonly snapshot: Snapshot;
  readonly pod: PodInfo;
  readonly rules: VersionRules;
}

/** What differs between the Kubernetes versions that the engine knows (1.30 to 1.36). */
export interface VersionRules {
  /** 1.36: NodeResourcesBalancedAllocation looks at the change that the pod makes, kubernetes/kubernetes#135573. */
  readonly relativeBalancedAllocation: boolean;
  /** 1.33: NodeResourcesBalancedAllocation says nothing about pods that ask for neither cpu nor memory, kubernetes/kubernetes#130260. */
  readonly skipsBestEffort: boolean;
}

type PreFilterResult<State> =
  | { readonly kind: 'run'; readonly state: State; readonly nodeNames?: ReadonlySet<string> }
  | { readonly kind: 'skip' }
  | { readonly kind: 'reject'; readonly rejection: Rejection };

/** Why a node does not suit. `resolvable`: removing other pods could help (upstream: Unschedulable, else UnschedulableAndUnresolvable). */
export interface Rejection {
  readonly reasons: readonly string[];
  readonly resolvable: boolean;
}

export const SKIP = { kind: 'skip' } as const;

export function reject(reason: string, resolvable: boolean): Rejection {
  return { reasons: [reason], resolvable };
}

export const MAX_NODE_SCORE = 100;

const UNTIL_32: VersionRules = { relativeBalancedAllocation: false, skipsBestEffort: false };
const FROM_33: VersionRules = { relativeBalancedAllocation: false, skipsBestEffort: true };
const FROM_36: VersionRules = { relativeBalancedAllocation: true, skipsBestEffort: true };

/** The same object for the same rules. */
export function rulesOf(kubernetesVersion: string | undefined): VersionRules {
  const minor = Number(/^v?1\.(\d+)/.exec(kubernetesVersion ?? '')?.[1]);
  if (minor === 36) return FROM_36;
  return minor >= 30 && minor < 33 ? UNTIL_32 : FROM_33;
}
