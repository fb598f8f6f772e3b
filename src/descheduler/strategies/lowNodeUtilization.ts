import { z } from 'zod';
import { count, flag, optional } from '../fields';
import { evictFromSources, isOver, isUnder, resourcesOf, roomLimit, usageOf, type NodeUsage, type Thresholds } from '../nodeUtilization';
import { strategy } from '../strategy';
import { thresholds, utilizationFields } from '../utilizationFields';

const args = z
  .strictObject({
    ...utilizationFields,
    targetThresholds: thresholds,
    useDeviationThresholds: flag,
    evictionLimits: optional(z.strictObject({ node: optional(count) })),
    metricsUtilization: optional(z.strictObject({})),
  })
  .superRefine(({ thresholds, targetThresholds, useDeviationThresholds }, context) => {
    const names = Object.keys(thresholds);
    if (names.length !== Object.keys(targetThresholds).length || names.some((name) => !Object.hasOwn(targetThresholds, name))) {
      context.addIssue({ code: 'custom', path: ['targetThresholds'], message: `expected the resources of thresholds: ${names.join(', ')}` });
      return;
    }
    const above = names.find((name) => !useDeviationThresholds && (thresholds[name] ?? 0) > (targetThresholds[name] ?? 0));
    if (above !== undefined) context.addIssue({ code: 'custom', path: ['thresholds', above], message: `expected at most targetThresholds, ${targetThresholds[above] ?? 0}` });
  });

/** Evicts from busy nodes while idle ones have room. Source: pkg/framework/plugins/nodeutilization/lownodeutilization.go. */
export const lowNodeUtilization = strategy({
  name: 'LowNodeUtilization',
  extensionPoint: 'balance',
  args,
  // Upstream has no default; these are those of its Helm chart.
  designArgs: { thresholds: { cpu: 20, memory: 20, pods: 20 }, targetThresholds: { cpu: 50, memory: 50, pods: 50 } },
  run({ evictionLimits, ...given }, handle) {
    const resources = resourcesOf(given.thresholds);
    const nodes = handle.nodes.map((node) => usageOf(node, resources));
    const { low, high } = given.useDeviationThresholds ? deviating(given, nodes) : fixed(given);
    const under = nodes.filter((usage) => usage.node.node.spec?.unschedulable !== true && isUnder(usage, low));
    const over = nodes.filter((usage) => !under.includes(usage) && isOver(usage, high));
    if (under.length <= given.numberOfNodes || under.length === nodes.length || over.length === 0) return;
    evictFromSources(
      {
        sources: over,
        destinations: under,
        ascending: false,
        resources,
        limits: high,
        evictableNamespaces: given.evictableNamespaces,
        isRemovable: handle.filter,
        hasToGive: (source, usage) => resources.some((resource) => (usage.get(resource) ?? 0) > roomLimit(source, high, resource)),
        mostOfANode: evictionLimits?.node ?? null,
      },
      handle,
    );
  },
});

interface Spans {
  readonly thresholds: Thresholds;
  readonly targetThresholds: Thresholds;
}

interface LowAndHigh {
  readonly low: ReadonlyMap<string, number>;
  readonly high: ReadonlyMap<string, number>;
}

function fixed({ thresholds, targetThresholds }: Spans): LowAndHigh {
  return { low: new Map(Object.entries(thresholds)), high: new Map(Object.entries(targetThresholds)) };
}

/** Around the average of the nodes, each with the same weight, that list the resource; where none does there is no threshold. */
function deviating({ thresholds, targetThresholds }: Spans, nodes: readonly NodeUsage[]): LowAndHigh {
  const low = new Map<string, number>();
  const high = new Map<string, number>();
  for (const resource of Object.keys(thresholds)) {
    const percents = nodes.flatMap(({ percent }) => percent.get(resource) ?? []);
    if (percents.length === 0) continue;
    const average = percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
    low.set(resource, clamped(average - (thresholds[resource] ?? 0)));
    high.set(resource, clamped(average + (targetThresholds[resource] ?? 0)));
  }
  return { low, high };
}

function clamped(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
