import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { spreadOverZones } from '../fixes/spread';
import { links } from '../links';

/** Not one pod of the workload runs once all has settled after a zone's loss. */
export const workloadZoneLoss: Rule = {
  code: 'workload-zone-loss',
  severity: 'error',
  link: links.kubernetesZones,
  find: (context) => {
    const rows = context.zoneLosses.map(({ row }) => ({ row, down: new Set(row.workloads.filter(({ verdict }) => verdict === 'down').map(({ name }) => name)) }));
    return entitiesOf(context.design, 'workload').flatMap((workload) => {
      const key = context.rowNames.get(workload.id);
      const fatal = rows.filter(({ down }) => down.has(key ?? '')).map(({ row }) => row);
      if (fatal.length === 0) return [];
      return [
        {
          entities: [workload.id],
          message: (say) =>
            say.workloadZoneLoss({
              workload: workload.name,
              zones: fatal.flatMap((row) => row.zones),
              frozen: fatal.every((row) => !row.keepsQuorum),
            }),
          fixes: context.workerZones.length > 1 ? spreadOverZones(workload) : [],
        },
      ];
    });
  },
};
