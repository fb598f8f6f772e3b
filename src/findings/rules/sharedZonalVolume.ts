import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { moveToEfs } from '../fixes/efs';
import { links } from '../links';
import { ebsClassOf, ebsClassesOf } from '../volumes';

/** All replicas of a Deployment share its claim, and an EBS volume attaches to one node. */
export const sharedZonalVolume: Rule = {
  code: 'shared-zonal-volume',
  severity: 'warning',
  link: links.accessModes,
  find: (context) =>
    entitiesOf(context.design, 'workload')
      .filter((workload) => workload.type === 'Deployment' && workload.replicas > 1 && ebsClassesOf(context.design, workload).length > 0)
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.sharedZonalVolume({ workload: workload.name, replicas: workload.replicas }),
        fixes: [
          ...moveToEfs(context, workload, (volume) => ebsClassOf(context.design, volume) !== undefined),
          {
            id: 'use-stateful-set',
            label: (say) => say.useStatefulSet({ workload: workload.name }),
            edit: { type: 'set', id: workload.id, fields: { type: 'StatefulSet' } },
          },
        ],
      })),
};
