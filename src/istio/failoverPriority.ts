import { renumbered, totalWeight, type LocalityGroup } from './localityGroup';
import { NETWORK_LABEL, type IstioEndpoint, type LabelOf } from './workload';

/**
 * Levels by labels that an endpoint shares with the proxy, the most important label first; a group is split where its
 * endpoints differ. A label that neither has is shared. Source: istio loadbalancer.go, `applyFailoverPriorities`.
 */
export function failoverPriorities(groups: readonly LocalityGroup[], proxy: LabelOf, entries: readonly string[]): readonly LocalityGroup[] {
  const priorityOf = priorityBy(proxy, entries);
  return renumbered(
    groups.flatMap((group) => {
      const values = group.endpoints.map(priorityOf);
      return [...new Set(values)]
        .sort((a, b) => a - b)
        .map((priority) => {
          const endpoints = group.endpoints.filter((_, index) => values[index] === priority);
          return { locality: group.locality, priority, weight: totalWeight(endpoints), endpoints };
        });
    }),
  );
}

/** 0 where all labels agree, more the earlier the first that does not; of another network, where that comes first, all of it again. */
function priorityBy(proxy: LabelOf, entries: readonly string[]): (endpoint: IstioEndpoint) => number {
  const pairs = entries.map((entry) => entry.split('='));
  const keys = pairs.map(([key = '']) => key);
  // A key that is there twice has its last value in both places.
  const given = new Map(pairs.flatMap(([key = '', value, ...more]) => (value === undefined || more.length > 0 ? [] : [[key, value] as const])));
  const wanted = keys.map((key) => given.get(key) ?? proxy(key));
  return ({ label }) => {
    const differs = keys.map((key, index) => label(key) !== wanted[index]);
    const otherNetwork = entries[0] === NETWORK_LABEL && differs[0] === true;
    const first = differs.indexOf(true, otherNetwork ? 1 : 0);
    return (otherNetwork ? entries.length : 0) + (first === -1 ? 0 : entries.length - first);
  };
}
