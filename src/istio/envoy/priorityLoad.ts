/** The hosts of one level of priority. */
export interface LevelHosts {
  readonly hosts: number;
  /** Said to be healthy, and not ejected. */
  readonly healthy: number;
}

/** What of a cluster's requests a level gets. */
export interface PriorityLoad extends LevelHosts {
  /** Percent, with the overprovisioning factor; 100 at most. */
  readonly health: number;
  /** Percent of all requests. */
  readonly load: number;
  /** It uses all its hosts, ill or not. */
  readonly panic: boolean;
}

/** Percent: a level is held to be whole as long as 1/1.4 of it is healthy. Source: Envoy, `kDefaultOverProvisioningFactor`. */
export const OVERPROVISIONING_FACTOR = 140;

/** Percent. Source: Envoy, `common_lb_config.healthy_panic_threshold`. */
const DEFAULT_PANIC_THRESHOLD = 50;

/**
 * Envoy's load of each level, in whole percents as it computes them; hosts are counted, not weighed. At least one level
 * must be given. Source: Envoy load_balancer_impl.cc, `recalculatePerPriorityState`, `recalculatePerPriorityPanic`.
 */
export function priorityLoads(levels: readonly LevelHosts[], panicThreshold: number | null): readonly PriorityLoad[] {
  const threshold = panicThreshold ?? DEFAULT_PANIC_THRESHOLD;
  const health = levels.map(({ hosts, healthy }) => (hosts === 0 ? 0 : Math.min(100, Math.floor((OVERPROVISIONING_FACTOR * healthy) / hosts))));
  const available = Math.min(100, sum(health));
  const panics = levels.map(({ hosts, healthy }) => available < 100 && (hosts === 0 ? 0 : (100 * healthy) / hosts) < threshold);
  const loads = panics.every(Boolean) ? loadsByHosts(levels) : loadsByHealth(health, available);
  return levels.map((level, index) => ({ ...level, health: health[index] ?? 0, load: loads[index] ?? 0, panic: panics[index] ?? false }));
}

/** Each level as far as it is healthy, in their order, until all is given. */
function loadsByHealth(health: readonly number[], available: number): number[] {
  if (available === 0) return firstGets(health, 0, 100);
  let left = 100;
  const loads = health.map((percent) => {
    const load = Math.min(left, Math.floor((percent * 100) / available));
    left -= load;
    return load;
  });
  return firstGets(loads, health.findIndex((percent) => percent > 0), left);
}

/** Where every level panics health says nothing any more. */
function loadsByHosts(levels: readonly LevelHosts[]): number[] {
  const all = sum(levels.map(({ hosts }) => hosts));
  const loads = levels.map(({ hosts }) => (all === 0 ? 0 : Math.floor((100 * hosts) / all)));
  return firstGets(loads, Math.max(0, levels.findIndex(({ hosts }) => hosts > 0)), 100 - sum(loads));
}

/** What truncation leaves over goes to one level. */
function firstGets(loads: readonly number[], level: number, rest: number): number[] {
  return loads.map((load, index) => (index === level ? load + rest : load));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
