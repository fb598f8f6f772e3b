import type { LocalityLbSetting, TrafficPolicy } from './destinationRule';
import { HOSTNAME_LABEL, NETWORK_LABEL, REGION_LABEL, SUBZONE_LABEL, ZONE_LABEL } from './workload';

/** `spec.trafficDistribution` of a Service, or the annotation `networking.istio.io/traffic-distribution` on it or its namespace. */
export type TrafficDistribution = 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';

/** The setting that applies; null: localities play no part. */
export interface EffectiveSetting {
  readonly setting: LocalityLbSetting | null;
  /** Levels of priority are made; without outlier detection only where the Service's traffic distribution asks for it. */
  readonly enableFailover: boolean;
}

const ZONE_FIRST = [NETWORK_LABEL, REGION_LABEL, ZONE_LABEL];

const FAILOVER_PRIORITY: Readonly<Record<TrafficDistribution, readonly string[]>> = {
  PreferClose: ZONE_FIRST,
  PreferSameZone: ZONE_FIRST,
  PreferSameNode: [...ZONE_FIRST, SUBZONE_LABEL, HOSTNAME_LABEL],
};

/** The DestinationRule's setting, else what the Service asks for, else the mesh's default, which is on and empty. Source: istio loadbalancer.go, `GetEffectiveLbSetting`. */
export function effectiveSetting({ loadBalancer, outlierDetection }: TrafficPolicy, distribution: TrafficDistribution | undefined): EffectiveSetting {
  const own = loadBalancer?.localityLbSetting;
  const enableFailover = outlierDetection !== undefined;
  if (own !== undefined) return { setting: own.enabled === false ? null : own, enableFailover };
  if (distribution !== undefined) return { setting: { failoverPriority: FAILOVER_PRIORITY[distribution] }, enableFailover: true };
  return { setting: {}, enableFailover };
}
