import { loadBalancersOf } from '../../cluster/serviceType';
import { entitiesOf, entityById } from '../../design/tree';
import { targetTypeOf } from '../../routing/loadBalancer';
import type { Rule } from '../finding';
import { spreadOverNodes } from '../fixes/spread';
import { links } from '../links';
import { NOTICEABLE_SKEW } from '../noticeableSkew';

/** Local shares by node, so that pods on fuller nodes get less than those on emptier ones. Behind ip targets it shares nothing. */
export const localPolicySkew: Rule = {
  code: 'local-policy-skew',
  severity: 'warning',
  link: links.externalTrafficPolicy,
  find: (context) =>
    entitiesOf(context.design, 'service').flatMap((service) => {
      const traffic = context.traffic.services.find((candidate) => candidate.service === service.id);
      if (service.externalTrafficPolicy !== 'Local' || service.type === 'ClusterIP') return [];
      const inFront = loadBalancersOf(context.design, service);
      if (inFront.length > 0 && inFront.every((balancer) => targetTypeOf(balancer) === 'ip')) return [];
      const skew = traffic?.skew ?? null;
      if (traffic === undefined || skew === null || skew < NOTICEABLE_SKEW) return [];
      const workloads = (context.placed.cluster.services.find((s) => s.service === service.id)?.workloads ?? []).flatMap((id) => {
        const entity = entityById(context.design, id);
        return entity?.kind === 'workload' ? [entity] : [];
      });
      return [
        {
          entities: [service.id, ...workloads.map((workload) => workload.id)],
          message: (say) => say.localPolicySkew({ service: service.name, skew, largest: Math.max(...Object.values(traffic.podShares)) }),
          fixes: [
            ...workloads.slice(0, 1).flatMap(spreadOverNodes),
            {
              id: 'use-cluster-policy',
              label: (say) => say.useClusterPolicy({ service: service.name }),
              edit: { type: 'set', id: service.id, fields: { externalTrafficPolicy: 'Cluster' } },
            },
          ],
        },
      ];
    }),
};
