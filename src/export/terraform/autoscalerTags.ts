import type { AutoScalingGroup } from '../../design/schema';
import { block, hcl, reference, resource, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import { identifier } from './names';
import { zoneNameOf } from './plan';
import type { Plan } from './plan';
import { settableLabels, taintsOf } from './workerLabels';
import type { Unsupported } from '../unsupported';

/** How long the key of a tag may be. */
const longestKey = 128;
const nodeTemplatePrefix = 'k8s.io/cluster-autoscaler/node-template';

/**
 * The tags by which the cluster autoscaler finds a group and knows what a node of it would be like while it has none: labels and
 * taints, and of a zonal group the zone. A group over several zones gets no zone: its next node may be in any of them.
 * undefined without the autoscaler.
 */
export function autoscalerTags(plan: Plan, group: AutoScalingGroup, labels: readonly (readonly [string, string])[]): Expression | undefined {
  if (plan.design.settings.addons.clusterAutoscaler === undefined) return undefined;
  const letters = plan.lettersOf(group.zones);
  const [letter] = letters;
  const zone = letter !== undefined && letters.length === 1 ? zoneNameOf(letter) : undefined;
  return {
    type: 'object',
    entries: [
      ['k8s.io/cluster-autoscaler/enabled', 'true'],
      [template('k8s.io/cluster-autoscaler/', hcl`local.cluster_name`), 'owned'],
      ...labels
        .map(([key, value]) => [`${nodeTemplatePrefix}/label/${key}`, value] as const)
        .filter(([key]) => key.length <= longestKey && !(zone !== undefined && zoneKeys.includes(key))),
      ...taintsOf(group.taints)
        .map((taint) => [`${nodeTemplatePrefix}/taint/${taint.key}`, `${taint.value}:${taint.effect}`] as const)
        .filter(([key]) => key.length <= longestKey),
      ...(zone === undefined ? [] : zoneKeys.map((key) => [key, zone] as const)),
    ],
  };
}

/** Labels and taints whose tag would be too long. */
export function autoscalerTagProblems(plan: Plan, group: AutoScalingGroup): readonly Unsupported[] {
  if (plan.design.settings.addons.clusterAutoscaler === undefined) return [];
  const keys = [
    ...settableLabels(group.labels).map(([key]) => `${nodeTemplatePrefix}/label/${key}`),
    ...taintsOf(group.taints).map(({ key }) => `${nodeTemplatePrefix}/taint/${key}`),
  ];
  return keys
    .filter((key) => key.length > longestKey)
    .map((key) => (say) => say.tagKeyTooLong(group.id, key, longestKey));
}

const zoneKeys = [`${nodeTemplatePrefix}/label/topology.ebs.csi.aws.com/zone`, `${nodeTemplatePrefix}/label/topology.kubernetes.io/zone`];

/** EKS does not pass a managed node group's tags on to its Auto Scaling group: they are set on it by resources of their own. */
export function managedGroupTags(plan: Plan, group: AutoScalingGroup, labels: readonly (readonly [string, string])[]): readonly Block[] {
  const tags = autoscalerTags(plan, group, labels);
  if (tags === undefined) return [];
  const name = identifier(group.id);
  return [
    resource(
      'aws_autoscaling_group_tag',
      name,
      { for_each: tags, autoscaling_group_name: reference('aws_eks_node_group', name, 'resources[0]', 'autoscaling_groups[0]', 'name') },
      block('tag', [], { key: hcl`each.key`, value: hcl`each.value`, propagate_at_launch: false }),
    ),
  ];
}
