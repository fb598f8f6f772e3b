import { compareBytes } from '../../byteOrder';
import type { AutoScalingGroup } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** Groups of one instance type that the autoscaler is told to keep even, and does not: a label of their nodes differs. */
export const nodeGroupsNotSimilar: Rule = {
  code: 'node-groups-not-similar',
  severity: 'warning',
  link: links.clusterAutoscalerFaq,
  find: ({ design }) => {
    if (design.settings.addons.clusterAutoscaler?.balanceSimilarNodeGroups !== true) return [];
    const all = entitiesOf(design, 'autoScalingGroup');
    return [...new Set(all.map(typeOf))].flatMap((type) => {
      const groups = all.filter((group) => typeOf(group) === type);
      const labels = differingLabels(groups);
      if (labels.length === 0 || coversOneZone(groups)) return [];
      const ids = groups.map(({ id }) => id);
      return [{ entities: ids, message: (say) => say.nodeGroupsNotSimilar({ groups: ids, labels }) }];
    });
  },
};

function typeOf({ instanceTypes }: AutoScalingGroup): string {
  return instanceTypes[0] ?? '';
}

/** Keys that not all of them have with one value. */
function differingLabels(groups: readonly AutoScalingGroup[]): readonly string[] {
  const keys = new Set(groups.flatMap(({ labels }) => Object.keys(labels)));
  return [...keys].filter((key) => groups.some(({ labels }) => labels[key] !== groups[0]?.labels[key])).sort(compareBytes);
}

/** Then nobody expects them to be kept even. */
function coversOneZone(groups: readonly AutoScalingGroup[]): boolean {
  return new Set(groups.flatMap(({ zones }) => zones)).size < 2;
}
