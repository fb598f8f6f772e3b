import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Requests that reach nobody although nothing has failed. What topologyKeys do is said by their own rule. */
export const trafficDropped: Rule = {
  code: 'traffic-dropped',
  severity: 'error',
  link: links.service,
  find: ({ design, traffic }) =>
    entitiesOf(design, 'service').flatMap((service) => {
      const dropped = traffic.services.find((candidate) => candidate.service === service.id)?.dropped ?? 0;
      if (dropped <= 0 || service.topology.mode === 'topologyKeys') return [];
      return [{ entities: [service.id], message: (say) => say.trafficDropped({ service: service.name, dropped }) }];
    }),
};
