import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';
import { ebsClassesOf } from '../volumes';

/** What an EBS volume means for a zone's loss, where that is no surprise but still true. */
export const volumeTiesPods: Rule = {
  code: 'volume-ties-pods',
  severity: 'info',
  link: links.ebs,
  find: (context) =>
    entitiesOf(context.design, 'workload')
      .filter((workload) => workload.type !== 'DaemonSet' && ebsClassesOf(context.design, workload).length > 0 && context.runningPods(workload.id).length > 0)
      .map((workload) => ({
        entities: [workload.id],
        message: (say) => say.volumeTiesPods({ workload: workload.name }),
      })),
};
