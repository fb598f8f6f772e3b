import type { Rule } from '../finding';
import { zonalGroups } from '../fixes/zonalGroups';
import { links } from '../links';
import { regionalGroupsWithVolumes } from './regionalGroupZonalVolume';

/** WaitForFirstConsumer makes the volume where the pod lands; from then on only that zone will do. */
export const regionalGroupBoundVolume: Rule = {
  code: 'regional-group-bound-volume',
  severity: 'warning',
  link: links.clusterAutoscaler,
  find: (context) =>
    regionalGroupsWithVolumes(context, false).map(({ group, workloads }) => ({
      entities: [group.id, ...workloads.map((workload) => workload.id)],
      message: (say) => say.regionalGroupBoundVolume({ group: group.id, workloads: workloads.map((workload) => workload.name) }),
      fixes: [zonalGroups(context, group)],
    })),
};
