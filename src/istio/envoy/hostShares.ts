import type { ClusterSettings } from '../clusterSettings';
import type { LocalityGroup } from '../localityGroup';
import type { IstioEndpoint } from '../workload';
import { priorityLoads, type LevelHosts, type PriorityLoad } from './priorityLoad';

/** How one Envoy shares its requests, as long-run averages. */
export interface HostShares {
  /** By level of priority. */
  readonly priorities: readonly PriorityLoad[];
  /** Part of all requests by endpoint name; one that gets none is absent. */
  readonly shares: ReadonlyMap<string, number>;
  /** Part that finds no host and is answered 503. */
  readonly unserved: number;
}

/** As `kDefaultOverProvisioningFactor`, here for the weight of a locality that is partly ill. */
const OVERPROVISIONING = 1.4;

/** Source: Envoy load_balancer_impl.cc, `chooseHost`; locality_wrr.cc. */
export function hostShares(groups: readonly LocalityGroup[], settings: Omit<ClusterSettings, 'outlierDetection'>, isHealthy: (endpoint: IstioEndpoint) => boolean): HostShares {
  const counted = groups.map((group) => ({ ...group, healthy: group.endpoints.filter(isHealthy) }));
  // Envoy has a level 0 even where nothing was sent.
  const levels = Array.from({ length: Math.max(0, ...groups.map(({ priority }) => priority)) + 1 }, (_, level) => counted.filter(({ priority }) => priority === level));
  const priorities = priorityLoads(levels.map(hostsOf), settings.panicThreshold);
  const weigh = settings.lbPolicy === 'RANDOM' ? () => 1 : ({ weight }: IstioEndpoint) => weight;
  const shares = new Map<string, number>();
  let unserved = 0;
  priorities.forEach(({ load, panic }, level) => {
    const picked = pickedFrom(levels[level] ?? [], panic, settings.localityWeighted);
    const total = picked.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) unserved += load / 100;
    if (total === 0 || load === 0) return;
    for (const { hosts, weight } of picked) {
      const all = hosts.reduce((sum, host) => sum + weigh(host), 0);
      for (const host of hosts) shares.set(host.name, ((load / 100) * (weight / total) * weigh(host)) / all);
    }
  });
  return { priorities, shares, unserved };
}

interface CountedGroup extends LocalityGroup {
  readonly healthy: readonly IstioEndpoint[];
}

function hostsOf(groups: readonly CountedGroup[]): LevelHosts {
  return { hosts: count(groups.map(({ endpoints }) => endpoints)), healthy: count(groups.map(({ healthy }) => healthy)) };
}

function count(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

interface Picked {
  readonly hosts: readonly IstioEndpoint[];
  readonly weight: number;
}

/** The sets of hosts among which a level's requests are shared, by the weight of each set. In a panic localities play no part. */
function pickedFrom(groups: readonly CountedGroup[], panic: boolean, localityWeighted: boolean): readonly Picked[] {
  const sets = panic || !localityWeighted ? [{ hosts: groups.flatMap((group) => (panic ? group.endpoints : group.healthy)), weight: 1 }] : groups.map(weighted);
  return sets.filter(({ hosts }) => hosts.length > 0);
}

function weighted({ weight, endpoints, healthy }: CountedGroup): Picked {
  return { hosts: healthy, weight: weight * Math.min(1, (OVERPROVISIONING * healthy.length) / endpoints.length) };
}
