import type { SimpleLb, TrafficPolicy } from './destinationRule';
import type { EffectiveSetting, TrafficDistribution } from './effectiveSetting';

/** The settings of an Envoy cluster that decide shares. */
export interface ClusterSettings {
  /** Envoy looks at the weights of localities; else it takes all healthy hosts of a level as one. */
  readonly localityWeighted: boolean;
  /** Percent of healthy hosts below which Envoy no longer tells healthy from ill; null: not sent, Envoy's own 50. */
  readonly panicThreshold: number | null;
  readonly outlierDetection: boolean;
  readonly lbPolicy: 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM';
}

/** What of a service and of istiod's own settings decides which endpoints are sent. */
export interface Sending {
  readonly trafficDistribution: TrafficDistribution | undefined;
  /** PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS, on by default since Istio 1.31. */
  readonly sendUnready: boolean;
}

/** Whether pods that are not ready are sent too, as UNHEALTHY. Source: istio endpoint_builder.go, `supportsUnhealthyEndpoints`. */
export function sendsUnready({ outlierDetection }: TrafficPolicy, { trafficDistribution, sendUnready }: Sending): boolean {
  return trafficDistribution !== undefined || (sendUnready && (outlierDetection?.minHealthPercent ?? 0) === 0);
}

/** Source: istio cluster_traffic_policy.go, `applyLoadBalancer`, `applyOutlierDetection`. */
export function clusterSettings(policy: TrafficPolicy, { setting, enableFailover }: EffectiveSetting, sending: Sending): ClusterSettings {
  const has = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
  return {
    localityWeighted: has(setting?.distribute) || (enableFailover && (has(setting?.failover) || has(setting?.failoverPriority))),
    panicThreshold: panicThreshold(policy, sending),
    outlierDetection: policy.outlierDetection !== undefined,
    lbPolicy: lbPolicy(policy.loadBalancer?.simple),
  };
}

/** Endpoints that may be ill on purpose must not be used in a panic. */
function panicThreshold(policy: TrafficPolicy, sending: Sending): number | null {
  if (policy.outlierDetection === undefined) return sendsUnready(policy, sending) ? 0 : null;
  return sending.trafficDistribution === undefined ? (policy.outlierDetection.minHealthPercent ?? 0) : 0;
}

function lbPolicy(simple: SimpleLb = 'UNSPECIFIED'): ClusterSettings['lbPolicy'] {
  return simple === 'UNSPECIFIED' || simple === 'LEAST_CONN' ? 'LEAST_REQUEST' : simple;
}
