import { podsByKey } from '../../cluster/place';
import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Pods that wait although nothing has failed; gated ones wait on purpose. */
export const podsPending: Rule = {
  code: 'pods-pending',
  severity: 'error',
  link: links.kubernetesPending,
  find: ({ design, placed }) => {
    const pods = podsByKey(placed.cluster.pods);
    const waiting = new Map<string, { readonly reason: string; pending: number }>();
    for (const { pod, message: reason } of placed.pending) {
      const workload = pods.get(pod)?.workload ?? '';
      const first = waiting.get(workload);
      if (first === undefined) waiting.set(workload, { reason, pending: 1 });
      else first.pending++;
    }
    return entitiesOf(design, 'workload').flatMap((workload) => {
      const waits = waiting.get(workload.id);
      if (waits === undefined || workload.schedulingGates.length > 0) return [];
      return [{ entities: [workload.id], message: (say) => say.podsPending({ workload: workload.name, ...waits }) }];
    });
  },
};
