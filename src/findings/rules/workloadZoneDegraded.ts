import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { spreadOverZones } from '../fixes/spread';
import { links } from '../links';

/** A zone's loss leaves the workload running, but with fewer pods than it needs. */
export const workloadZoneDegraded: Rule = {
  code: 'workload-zone-degraded',
  severity: 'warning',
  link: links.kubernetesZones,
  find: (context) => {
    const zones = context.zoneLosses.map(({ row }) => ({
      zone: row.zones[0] ?? '',
      degraded: new Map(row.workloads.filter(({ verdict }) => verdict === 'degraded').map((each) => [each.name, each])),
    }));
    return entitiesOf(context.design, 'workload').flatMap((workload) => {
      const key = context.rowNames.get(workload.id) ?? '';
      const losses = zones.flatMap(({ zone, degraded }) => {
        const row = degraded.get(key);
        return row === undefined ? [] : [{ zone, row }];
      });
      const [worst] = [...losses].sort((a, b) => a.row.after - b.row.after);
      // What does not run in the first place is said by another rule.
      if (worst === undefined || worst.row.before < worst.row.needed) return [];
      return [
        {
          entities: [workload.id],
          message: (say) =>
            say.workloadZoneDegraded({
              workload: workload.name,
              zones: losses.map((loss) => loss.zone),
              after: worst.row.after,
              needed: worst.row.needed,
            }),
          fixes: context.workerZones.length > 1 ? spreadOverZones(workload) : [],
        },
      ];
    });
  },
};
