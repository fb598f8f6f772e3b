import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

const ZONE = 'topology.kubernetes.io/zone';
const HOSTNAME = 'kubernetes.io/hostname';

/**
 * In its estimate a pod may land on a node that exists, which is then counted as a new one.
 * Source: cluster-autoscaler estimator/binpacking_estimator.go, the retry for topology spread by hostname.
 */
export const autoscalerOverOrders: Rule = {
  code: 'autoscaler-over-orders',
  severity: 'info',
  link: links.clusterAutoscalerFaq,
  find: ({ design, rowNames }) => {
    if (design.settings.addons.clusterAutoscaler === undefined) return [];
    const workloads = entitiesOf(design, 'workload').filter(
      ({ topologySpreadConstraints: constraints }) =>
        constraints.some(({ topologyKey, whenUnsatisfiable }) => topologyKey === ZONE && whenUnsatisfiable === 'DoNotSchedule') && constraints.some(({ topologyKey }) => topologyKey === HOSTNAME),
    );
    if (workloads.length === 0) return [];
    const names = workloads.map(({ id, name }) => rowNames.get(id) ?? name);
    return [{ entities: workloads.map(({ id }) => id), message: (say) => say.autoscalerOverOrders({ workloads: names }) }];
  },
};
