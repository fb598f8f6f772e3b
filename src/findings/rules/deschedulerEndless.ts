import type { Rule } from '../finding';
import { links } from '../links';

/** What the descheduler evicts the scheduler puts back, so that pods are restarted at every interval. */
export const deschedulerEndless: Rule = {
  code: 'descheduler-endless',
  severity: 'warning',
  link: links.descheduler,
  find: ({ design, placed: { cluster, addons } }) => {
    const { evicted = [], isEndless = false } = addons?.descheduling ?? {};
    if (!isEndless) return [];
    const pods = new Set(evicted);
    const workloads = [...new Set(cluster.pods.filter(({ key }) => pods.has(key)).map(({ workload }) => workload))];
    const minutes = design.settings.addons.descheduler?.intervalMinutes ?? 0;
    return [{ entities: workloads, message: (say) => say.deschedulerEndless({ pods: pods.size, minutes }) }];
  },
};
