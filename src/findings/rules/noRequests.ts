import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Without requests the scheduler counts a container as nothing, and a node fills beyond what it can carry. */
export const noRequests: Rule = {
  code: 'no-requests',
  severity: 'info',
  link: links.requests,
  find: ({ design }) =>
    entitiesOf(design, 'workload')
      .filter(({ containers }) => containers.some(({ requests, limits }) => ['cpu', 'memory'].some((name) => !Object.hasOwn(requests, name) && !Object.hasOwn(limits, name))))
      .map((workload) => ({ entities: [workload.id], message: (say) => say.noRequests({ workload: workload.name }) })),
};
