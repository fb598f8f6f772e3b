import type { Failover } from './destinationRule';
import { renumbered, type LocalityGroup } from './localityGroup';
import { localityDistance, type Locality } from './locality';

/**
 * Levels by nearness: own zone, rest of the region, other regions; of those the one that `failover` names for the
 * proxy's region comes before the others. Levels of failoverPriority stay above it. Source: istio loadbalancer.go, `applyLocalityFailover`.
 */
export function failover(groups: readonly LocalityGroup[], proxy: Locality, regions: readonly Failover[]): readonly LocalityGroup[] {
  const preferred = regions.find(({ from }) => from === proxy.region)?.to;
  return renumbered(
    groups.map((group) => {
      const distance = localityDistance(proxy, group.locality);
      const last = distance === 3 && preferred !== undefined && group.locality.region !== preferred;
      return { ...group, priority: 5 * group.priority + (last ? 4 : distance) };
    }),
  );
}
