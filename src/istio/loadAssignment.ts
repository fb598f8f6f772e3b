import { distribute } from './distribute';
import type { EffectiveSetting } from './effectiveSetting';
import { failover } from './failover';
import { failoverPriorities } from './failoverPriority';
import { byLocality, type LocalityGroup } from './localityGroup';
import type { IstioEndpoint, Proxy } from './workload';

/** What istiod sends one proxy of a service's endpoints. Source: istio loadbalancer.go, `ApplyLocalityLoadBalancer`. */
export function loadAssignment(endpoints: readonly IstioEndpoint[], proxy: Proxy, { setting, enableFailover }: EffectiveSetting): readonly LocalityGroup[] {
  const groups = byLocality(endpoints);
  if (setting === null) return groups;
  if (setting.distribute !== undefined && setting.distribute.length > 0) return distribute(groups, proxy.locality, setting.distribute);
  if (!enableFailover) return groups;
  const { failover: regions = [], failoverPriority: labels = [] } = setting;
  if (labels.length === 0) return failover(groups, proxy.locality, regions);
  const prioritized = failoverPriorities(groups, proxy.label, labels);
  return regions.length === 0 ? prioritized : failover(prioritized, proxy.locality, regions);
}
