import type { Edit } from '../../design/edit';
import type { Design, Workload } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { evenOver, isEvenOver, ZONE } from '../../findings/fixes/spread';
import type { Dimension } from '../variant';
import { all } from './all';

/** Pods of every workload even over zones, as hard as the API allows, or where the scheduler's defaults put them. */
export const spread: Dimension = {
  id: 'spread',
  options: [
    { id: 'zones', edit: (design) => all(spreadable(design).filter((workload) => !isEvenOver(workload, ZONE)).map((workload) => evenOver(workload, ZONE))) },
    {
      id: 'none',
      edit: (design) =>
        all(
          spreadable(design)
            .filter(({ topologySpreadConstraints }) => topologySpreadConstraints.length > 0)
            .map(({ id }): Edit => ({ type: 'set', id, fields: { topologySpreadConstraints: [] } })),
        ),
    },
  ],
};

function spreadable(design: Design): readonly Workload[] {
  return entitiesOf(design, 'workload').filter(({ type, replicas }) => type !== 'DaemonSet' && replicas > 1);
}
