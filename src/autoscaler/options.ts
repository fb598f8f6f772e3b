import type { ExpanderName } from './expanders/expanders';

/** The autoscaler's flags that decide something here, under their own names. */
export interface AutoscalerOptions {
  /** `--expander`: each filters what the one before left. */
  readonly expander: readonly ExpanderName[];
  /** Of the ConfigMap `cluster-autoscaler-priority-expander`: number to regular expressions; null where it is missing or wrong. */
  readonly priorities: ReadonlyMap<number, readonly RegExp[]> | null;
  readonly balanceSimilarNodeGroups: boolean;
  readonly balancingIgnoreLabels: readonly string[];
  readonly balancingLabels: readonly string[];
  /** 0: no limit. */
  readonly maxNodesTotal: number;
  /** 0: no limit. */
  readonly maxNodesPerScaleUp: number;
  readonly maxCoresTotal: number;
  readonly maxMemoryTotalGiB: number;
  readonly expendablePodsPriorityCutoff: number;
  readonly forceDaemonSets: boolean;
  readonly scaleDownUtilizationThreshold: number;
  readonly ignoreDaemonSetsUtilization: boolean;
  readonly ignoreMirrorPodsUtilization: boolean;
  readonly skipNodesWithSystemPods: boolean;
  readonly skipNodesWithLocalStorage: boolean;
  readonly skipNodesWithCustomControllerPods: boolean;
  readonly minReplicaCount: number;
}

/** Source: kubernetes/autoscaler cluster-autoscaler/config/flags/flags.go (1.34). */
export const DEFAULT_OPTIONS: AutoscalerOptions = {
  expander: ['least-waste'],
  priorities: null,
  balanceSimilarNodeGroups: false,
  balancingIgnoreLabels: [],
  balancingLabels: [],
  maxNodesTotal: 0,
  maxNodesPerScaleUp: 1000,
  maxCoresTotal: 320_000,
  maxMemoryTotalGiB: 6_400_000,
  expendablePodsPriorityCutoff: -10,
  forceDaemonSets: false,
  scaleDownUtilizationThreshold: 0.5,
  ignoreDaemonSetsUtilization: false,
  ignoreMirrorPodsUtilization: false,
  skipNodesWithSystemPods: true,
  skipNodesWithLocalStorage: true,
  skipNodesWithCustomControllerPods: true,
  minReplicaCount: 0,
};
