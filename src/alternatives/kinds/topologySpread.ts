import { evenOver, HOST, isEvenOver, ZONE } from '../../findings/fixes/spread';
import type { AlternativeKind, Proposal } from '../alternative';

/** The pods behind a Service spread evenly over zones, or over nodes, as hard as the API allows. */
export const topologySpread: AlternativeKind = {
  field: 'topologySpreadConstraints',
  propose: ({ workloads }) =>
    workloads.flatMap((workload): readonly Proposal[] => {
      if (workload.type === 'DaemonSet' || workload.replicas < 2) return [];
      return [
        ...(isEvenOver(workload, ZONE) ? [] : [{ id: `spread=${workload.id}/zones`, label: (say) => say.spreadOverZones(workload.name), edit: evenOver(workload, ZONE) } satisfies Proposal]),
        ...(isEvenOver(workload, HOST) ? [] : [{ id: `spread=${workload.id}/nodes`, label: (say) => say.spreadOverNodes(workload.name), edit: evenOver(workload, HOST) } satisfies Proposal]),
      ];
    }),
};
