import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { spreadOverNodes, spreadOverZones, spreadsItself } from '../fixes/spread';
import { links } from '../links';

/** Several replicas that only the scheduler's soft defaults keep apart. */
export const noAntiAffinity: Rule = {
  code: 'no-anti-affinity',
  severity: 'warning',
  link: links.topologySpread,
  find: (context) =>
    entitiesOf(context.design, 'workload')
      .filter((workload) => workload.type !== 'DaemonSet' && workload.replicas > 1 && !spreadsItself(workload))
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.noAntiAffinity({ workload: workload.name, replicas: workload.replicas }),
        fixes: [...(context.workerZones.length > 1 ? spreadOverZones(workload) : []), ...spreadOverNodes(workload)],
      })),
};
