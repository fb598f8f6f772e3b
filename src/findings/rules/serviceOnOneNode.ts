import { entitiesOf, entityById } from '../../design/tree';
import type { Rule } from '../finding';
import { spreadOverNodes } from '../fixes/spread';
import { links } from '../links';

/** Several pods behind a Service, all on one node. */
export const serviceOnOneNode: Rule = {
  code: 'service-on-one-node',
  severity: 'error',
  link: links.podAntiAffinity,
  find: (context) =>
    entitiesOf(context.design, 'service').flatMap((service) => {
      const pods = context.endpointsOf(service.id);
      const node = pods[0]?.node;
      if (node === undefined || pods.length < 2 || pods.some((pod) => pod.node !== node)) return [];
      const workloads = (context.placed.cluster.services.find((s) => s.service === service.id)?.workloads ?? []).flatMap((id) => {
        const entity = entityById(context.design, id);
        return entity?.kind === 'workload' && context.runningPods(id).length > 1 ? [entity] : [];
      });
      return [
        {
          entities: [service.id, ...workloads.map((workload) => workload.id)],
          message: (say) => say.serviceOnOneNode({ service: service.name, pods: pods.length, node }),
          // With one worker there is nowhere else to go.
          fixes: context.workers.length < 2 ? [] : workloads.slice(0, 1).flatMap(spreadOverNodes),
        },
      ];
    }),
};
