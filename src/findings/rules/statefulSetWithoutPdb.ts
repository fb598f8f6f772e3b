import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Members of a StatefulSet often need a majority; a drain may take several at once. */
export const statefulSetWithoutPdb: Rule = {
  code: 'stateful-set-without-pdb',
  severity: 'info',
  link: links.disruptionBudget,
  find: ({ design }) =>
    entitiesOf(design, 'workload')
      .filter(({ type, replicas, podDisruptionBudget }) => type === 'StatefulSet' && replicas > 1 && podDisruptionBudget === undefined)
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.statefulSetWithoutPdb({ workload: workload.name }),
        fixes: [
          {
            id: 'allow-one',
            label: (say) => say.maxUnavailableOne({ workload: workload.name }),
            edit: { type: 'set', id: workload.id, fields: { podDisruptionBudget: { maxUnavailable: 1 } } },
          },
        ],
      })),
};
