import type { Distribute } from './destinationRule';
import type { LocalityGroup } from './localityGroup';
import { localityMatches, type Locality } from './locality';

/**
 * Weights by the first entry that is for the proxy: each pattern's percent is divided among the groups that it takes, by
 * their weights, rounded up. Groups that no pattern takes lose their endpoints and keep their old weight. istiod walks
 * `to` in random order; patterns that overlap are taken here in the order in which they are written.
 * Source: istio loadbalancer.go, `applyLocalityWeights`.
 */
export function distribute(groups: readonly LocalityGroup[], proxy: Locality, entries: readonly Distribute[]): readonly LocalityGroup[] {
  const entry = entries.find(({ from }) => localityMatches(proxy, from));
  if (entry === undefined) return groups;
  const weights = new Map<LocalityGroup, number>();
  for (const [pattern, percent] of Object.entries(entry.to)) {
    const taken = groups.filter((group) => !weights.has(group) && localityMatches(group.locality, pattern));
    const total = taken.reduce((sum, { weight }) => sum + weight, 0);
    for (const group of taken) weights.set(group, Math.ceil((group.weight * percent) / total));
  }
  return groups.map((group) => {
    const weight = weights.get(group);
    return weight === undefined ? { ...group, endpoints: [] } : { ...group, weight };
  });
}
