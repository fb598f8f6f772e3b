import { entityById } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** A selector that no workload's labels match. */
export const serviceWithoutPods: Rule = {
  code: 'service-without-pods',
  severity: 'warning',
  link: links.service,
  find: ({ design, placed }) =>
    placed.cluster.services.flatMap(({ service, workloads }) => {
      const entity = workloads.length > 0 ? undefined : entityById(design, service);
      if (entity?.kind !== 'service') return [];
      return [
        {
          entities: [service],
          message: (say) => say.serviceWithoutPods({ service: entity.name, empty: Object.keys(entity.selector).length === 0 }),
        },
      ];
    }),
};
