import { entitiesOf } from '../../design/tree';
import { desiredHealthy } from '../../cluster/disruptionBudgets';
import type { Rule } from '../finding';
import { links } from '../links';

/** A PodDisruptionBudget that allows no disruption: drains and upgrades hang. */
export const pdbBlocksEviction: Rule = {
  code: 'pdb-blocks-eviction',
  severity: 'warning',
  link: links.disruptionBudget,
  find: ({ design }) =>
    entitiesOf(design, 'workload')
      .filter(({ type, replicas, podDisruptionBudget: budget }) => type !== 'DaemonSet' && budget !== undefined && replicas > 0 && desiredHealthy(budget, replicas) >= replicas)
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.pdbBlocksEviction({ workload: workload.name, replicas: workload.replicas }),
        fixes: [
          {
            id: 'allow-one',
            label: (say) => say.maxUnavailableOne({ workload: workload.name }),
            edit: { type: 'set', id: workload.id, fields: { podDisruptionBudget: { maxUnavailable: 1 } } },
          },
        ],
      })),
};
