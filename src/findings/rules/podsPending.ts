import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Pods that wait although nothing has failed; gated ones wait on purpose. */
export const podsPending: Rule = {
  code: 'pods-pending',
  severity: 'error',
  link: links.kubernetesPending,
  find: ({ design, placed }) => {
    const messages = new Map(placed.pending.map(({ pod, message }) => [pod, message]));
    const pods = placed.cluster.pods.filter(({ key }) => messages.has(key));
    return entitiesOf(design, 'workload').flatMap((workload) => {
      if (workload.schedulingGates.length > 0) return [];
      const waiting = pods.filter((pod) => pod.workload === workload.id);
      const reason = messages.get(waiting[0]?.key ?? '');
      if (reason === undefined) return [];
      return [
        {
          entities: [workload.id],
          message: (say) => say.podsPending({ workload: workload.name, pending: waiting.length, reason }),
        },
      ];
    });
  },
};
