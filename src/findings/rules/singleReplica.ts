import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** A Service with one pod: until that is placed anew, nobody answers. */
export const singleReplica: Rule = {
  code: 'single-replica',
  severity: 'warning',
  link: links.kubernetesZones,
  find: ({ design, placed }) => {
    const selected = new Map<string, string>();
    for (const service of placed.cluster.services) {
      const [only, ...others] = service.workloads;
      if (only !== undefined && others.length === 0) selected.set(only, service.key);
    }
    return entitiesOf(design, 'workload')
      .filter((workload) => workload.type !== 'DaemonSet' && workload.replicas === 1 && selected.has(workload.id))
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.singleReplica({ workload: workload.name }),
        fixes: workload.volumes.length > 0 ? [] : [
          {
            id: 'more-replicas',
            label: (say) => say.setReplicas({ workload: workload.name, replicas: 3 }),
            edit: { type: 'set', id: workload.id, fields: { replicas: 3 } },
          },
        ],
      }));
  },
};
