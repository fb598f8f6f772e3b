import { z } from 'zod';
import type { DeschedulerPod } from '../cluster';
import { optionalList } from '../fields';
import { evictFromSources, isUnder, resourcesOf, usageOf } from '../nodeUtilization';
import { strategy } from '../strategy';
import { utilizationFields } from '../utilizationFields';

/** Empties idle nodes while the others have room. Source: pkg/framework/plugins/nodeutilization/highnodeutilization.go. */
export const highNodeUtilization = strategy({
  name: 'HighNodeUtilization',
  extensionPoint: 'balance',
  args: z.strictObject({ ...utilizationFields, evictionModes: optionalList(z.enum(['OnlyThresholdingResources'])) }),
  // Upstream has no default; these are those of its documentation.
  designArgs: { thresholds: { cpu: 20, memory: 20, pods: 20 } },
  run({ thresholds, numberOfNodes, evictableNamespaces, evictionModes = [] }, handle) {
    const resources = resourcesOf(thresholds);
    const named = Object.keys(thresholds);
    const low = new Map(Object.entries(thresholds));
    const nodes = handle.nodes.map((node) => usageOf(node, resources));
    const under = nodes.filter((usage) => isUnder(usage, low));
    const schedulable = nodes.filter((usage) => !under.includes(usage) && usage.node.node.spec?.unschedulable !== true);
    if (under.length <= numberOfNodes || under.length === nodes.length || schedulable.length === 0) return;
    evictFromSources(
      {
        sources: under,
        destinations: schedulable,
        ascending: true,
        resources,
        limits: new Map(named.map((resource) => [resource, 100])),
        evictableNamespaces,
        isRemovable: (pod) => handle.filter(pod) && (evictionModes.length === 0 || requestsAny(pod, named)),
        hasToGive: () => true,
        mostOfANode: null,
      },
      handle,
    );
  },
});

function requestsAny({ pod: { spec } }: DeschedulerPod, resources: readonly string[]): boolean {
  return [...(spec.containers ?? []), ...(spec.initContainers ?? [])].some((container) => resources.some((resource) => Object.hasOwn(container.resources?.requests ?? {}, resource)));
}
