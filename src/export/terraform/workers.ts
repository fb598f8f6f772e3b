import { entitiesOf } from '../../design/tree';
import type { AutoScalingGroup, Instance } from '../../design/schema';
import { block, hcl, list, object, objectByKey, reference, resource } from '../hcl';
import type { Block, Expression } from '../hcl';
import { autoscalerTagProblems, autoscalerTags, managedGroupTags } from './autoscalerTags';
import { output } from './declarations';
import { hasSelfManagedWorkers } from './iam';
import { apiEndpoint, clusterTags, controlPlaneNodes, etcdNodes, metadataOptions } from './machines';
import { identifier, prefixed, shortId } from './names';
import { privateSubnet, privateSubnets } from './plan';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import { securityGroupIds } from './securityGroups';
import { bootstrapVariable, eksNodeTemplate, eksUserData, imageLookup, imageOf, nodeTemplate, selfManagedUserData } from './userData';
import { architectureOf, labelProblems, settableLabels, taintsOf, typesOf } from './workerLabels';
import type { Unsupported } from '../unsupported';

/** Auto Scaling groups (managed by EKS or not) and individual instances. */
export function workerSection(plan: Plan): Section {
  const groups = groupsOf(plan);
  const instances = instancesOf(plan);
  const selfManaged = groups.filter((group) => !isManaged(plan, group));
  const architectures = new Set([
    ...selfManaged.map((group) => architectureOf(plan.catalog, typesOf(plan.catalog, group)[0] ?? '')),
    ...instances.map((instance) => architectureOf(plan.catalog, instance.instanceType)),
    ...(plan.eks ? [] : [...controlPlaneNodes(plan), ...etcdNodes(plan)].map((machine) => architectureOf(plan.catalog, machine.instanceType))),
  ]);
  const images = imageLookup(plan.eks, [...architectures]);
  const any = plan.zones.length > 0 && hasSelfManagedWorkers(plan);
  return section('workers.tf', {
    blocks: [
      ...images.blocks,
      ...groups.flatMap((group) => (isManaged(plan, group) ? managedGroup(plan, group) : selfManagedGroup(plan, group))),
      ...instances.map((instance) => individualInstance(plan, instance)),
    ],
    variables: [...images.variables, ...(any && !plan.eks ? [bootstrapVariable('worker')] : [])],
    outputs:
      groups.length === 0
        ? []
        : [
            output(
              'autoscaling_group_names',
              'Auto Scaling groups by id in the design.',
              objectByKey(groups.map((group) => [group.id, groupName(plan, group)] as const)),
            ),
          ],
    files: any && selfManaged.length + instances.length > 0 ? [plan.eks ? eksNodeTemplate : nodeTemplate] : [],
    unsupported: [
      ...entitiesOf(plan.design, 'autoScalingGroup').flatMap((group) => groupProblems(plan, group)),
      ...entitiesOf(plan.design, 'instance').flatMap((instance): readonly Unsupported[] =>
        plan.lettersOf([instance.zone]).length === 0 ? [(say) => say.zoneWithoutSubnet(instance.id)] : labelProblems(instance),
      ),
    ],
  });
}

/** Groups with a subnet, by id. */
export function groupsOf(plan: Plan): readonly AutoScalingGroup[] {
  return entitiesOf(plan.design, 'autoScalingGroup').filter((group) => plan.lettersOf(group.zones).length > 0);
}

export function instancesOf(plan: Plan): readonly Instance[] {
  return entitiesOf(plan.design, 'instance').filter((instance) => plan.lettersOf([instance.zone]).length > 0);
}

export function isManaged(plan: Plan, group: AutoScalingGroup): boolean {
  return plan.eks && group.eksManaged;
}

/** Name of the Auto Scaling group, by reference; EKS makes that of a managed node group. */
export function groupName(plan: Plan, group: AutoScalingGroup): Expression {
  const name = identifier(group.id);
  return isManaged(plan, group)
    ? reference('aws_eks_node_group', name, 'resources[0]', 'autoscaling_groups[0]', 'name')
    : reference('aws_autoscaling_group', name, 'name');
}

function managedGroup(plan: Plan, group: AutoScalingGroup): readonly Block[] {
  const name = identifier(group.id);
  const types = typesOf(plan.catalog, group).slice(0, mostManagedTypes);
  const arm = architectureOf(plan.catalog, types[0] ?? '') === 'arm64';
  const labels = managedLabels(group);
  return [
    launchTemplate(plan, group),
    resource(
      'aws_eks_node_group',
      name,
      {
        cluster_name: hcl`aws_eks_cluster.main.name`,
        node_group_name: prefixed(shortId(group.id, 38)),
        node_role_arn: hcl`aws_iam_role.nodes.arn`,
        version: hcl`aws_eks_cluster.main.version`,
        ami_type: arm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD',
        capacity_type: group.onDemandShare >= 0.5 ? 'ON_DEMAND' : 'SPOT',
        instance_types: list(types),
        subnet_ids: privateSubnets(plan, plan.lettersOf(group.zones)),
        labels: labels.length === 0 ? undefined : objectByKey(labels),
      },
      block('scaling_config', [], { min_size: group.min, desired_size: group.desired, max_size: Math.max(1, group.max) }),
      block('update_config', [], { max_unavailable: 1 }),
      block('launch_template', [], {
        id: reference('aws_launch_template', name, 'id'),
        version: reference('aws_launch_template', name, 'latest_version'),
      }),
      ...taintsOf(group.taints).map((taint) =>
        block('taint', [], { key: taint.key, value: taint.value === '' ? undefined : taint.value, effect: eksEffect[taint.effect] }),
      ),
      ...(isAutoscaled(plan) ? [block('lifecycle', [], { ignore_changes: hcl`[scaling_config[0].desired_size]` })] : []),
      { depends_on: list([hcl`aws_iam_role_policy_attachment.nodes`, hcl`aws_eks_addon.vpc_cni`, hcl`aws_eks_addon.kube_proxy`]) },
    ),
    ...managedGroupTags(plan, group, labels),
  ];
}

/** Instance types that EKS takes for a managed node group. */
const mostManagedTypes = 20;

const eksEffect = { NoSchedule: 'NO_SCHEDULE', PreferNoSchedule: 'PREFER_NO_SCHEDULE', NoExecute: 'NO_EXECUTE' } as const;

/** EKS takes no label without a value. */
function managedLabels(group: AutoScalingGroup) {
  return settableLabels(group.labels).filter(([, value]) => value !== '');
}

function isAutoscaled(plan: Plan): boolean {
  return plan.design.settings.addons.clusterAutoscaler !== undefined;
}

/** Root volume, security group and tags; without EKS's management also image, role and user data. */
function launchTemplate(plan: Plan, group: AutoScalingGroup): Block {
  const managed = isManaged(plan, group);
  const title = prefixed(shortId(group.id, 80));
  const [type = ''] = typesOf(plan.catalog, group);
  const tags = hcl`merge(var.tags, ${clusterTags(title)})`;
  return resource(
    'aws_launch_template',
    identifier(group.id),
    {
      name: title,
      update_default_version: true,
      image_id: managed ? undefined : imageOf(architectureOf(plan.catalog, type)),
      instance_type: managed ? undefined : type,
      vpc_security_group_ids: securityGroupIds('nodes'),
      user_data: managed ? undefined : hcl`base64encode(${userData(plan, group)})`,
    },
    managed ? undefined : block('iam_instance_profile', [], { arn: reference('aws_iam_instance_profile', plan.eks ? 'self_managed_nodes' : 'nodes', 'arn') }),
    block('block_device_mappings', [], { device_name: '/dev/xvda' }, block('ebs', [], { volume_size: group.rootVolumeGiB, volume_type: 'gp3', encrypted: true, delete_on_termination: true })),
    metadataOptions(),
    ...['instance', 'volume'].map((type_) => block('tag_specifications', [], { resource_type: type_, tags })),
  );
}

function userData(plan: Plan, worker: AutoScalingGroup | Instance): Expression {
  return plan.eks ? eksUserData(worker) : selfManagedUserData({ role: 'worker', apiEndpoint: apiEndpoint(plan), worker });
}

function selfManagedGroup(plan: Plan, group: AutoScalingGroup): readonly Block[] {
  const name = identifier(group.id);
  const types = typesOf(plan.catalog, group);
  const mixed = types.length > 1 || group.onDemandShare < 1;
  const title = prefixed(shortId(group.id, 80));
  const version = { version: reference('aws_launch_template', name, 'latest_version') };
  const autoscaler = autoscalerTags(plan, group, settableLabels(group.labels));
  return [
    launchTemplate(plan, group),
    resource(
      'aws_autoscaling_group',
      name,
      {
        name: title,
        min_size: group.min,
        desired_capacity: group.desired,
        max_size: group.max,
        vpc_zone_identifier: privateSubnets(plan, plan.lettersOf(group.zones)),
        suspended_processes: group.azRebalance ? undefined : list(['AZRebalance']),
        capacity_rebalance: group.onDemandShare < 1 ? true : undefined,
      },
      block('availability_zone_distribution', [], { capacity_distribution_strategy: group.distribution }),
      mixed
        ? block(
            'mixed_instances_policy',
            [],
            block('instances_distribution', [], {
              on_demand_base_capacity: 0,
              on_demand_percentage_above_base_capacity: Math.round(group.onDemandShare * 100),
              spot_allocation_strategy: 'price-capacity-optimized',
            }),
            block(
              'launch_template',
              [],
              block('launch_template_specification', [], { launch_template_id: reference('aws_launch_template', name, 'id'), ...version }),
              ...types.map((type) => block('override', [], { instance_type: type })),
            ),
          )
        : block('launch_template', [], { id: reference('aws_launch_template', name, 'id'), ...version }),
      dynamicTags(hcl`merge(var.tags, ${clusterTags(title)})`, true),
      autoscaler === undefined ? undefined : dynamicTags(autoscaler, false),
      block('lifecycle', [], {
        ignore_changes: isAutoscaled(plan) ? hcl`[desired_capacity, load_balancers, target_group_arns]` : hcl`[load_balancers, target_group_arns]`,
      }),
      plan.eks ? { depends_on: list([hcl`aws_eks_access_entry.self_managed_nodes`, hcl`aws_iam_role_policy_attachment.self_managed_nodes`, hcl`aws_eks_addon.vpc_cni`]) } : undefined,
    ),
  ];
}

function dynamicTags(tags: Expression, propagate: boolean): Block {
  return block('dynamic', ['tag'], { for_each: tags }, block('content', [], { key: hcl`tag.key`, value: hcl`tag.value`, propagate_at_launch: propagate }));
}

function individualInstance(plan: Plan, instance: Instance): Block {
  const title = prefixed(shortId(instance.id, 80));
  return resource(
    'aws_instance',
    identifier(instance.id),
    {
      ami: imageOf(architectureOf(plan.catalog, instance.instanceType)),
      instance_type: instance.instanceType,
      subnet_id: privateSubnet(plan.lettersOf([instance.zone])[0] ?? ''),
      vpc_security_group_ids: securityGroupIds('nodes'),
      iam_instance_profile: plan.eks ? hcl`aws_iam_instance_profile.self_managed_nodes.name` : hcl`aws_iam_instance_profile.nodes.name`,
      user_data: userData(plan, instance),
      tags: clusterTags(title),
    },
    block('root_block_device', [], { volume_size: instance.rootVolumeGiB, volume_type: 'gp3', encrypted: true, tags: object({ Name: title }) }),
    metadataOptions(),
    block('lifecycle', [], { ignore_changes: hcl`[ami, user_data]` }),
    plan.eks ? { depends_on: list([hcl`aws_eks_access_entry.self_managed_nodes`, hcl`aws_iam_role_policy_attachment.self_managed_nodes`, hcl`aws_eks_addon.vpc_cni`]) } : undefined,
  );
}

function groupProblems(plan: Plan, group: AutoScalingGroup): readonly Unsupported[] {
  const { id } = group;
  const letters = plan.lettersOf(group.zones);
  if (letters.length === 0) return [(say) => say.zonesWithoutSubnet(id)];
  const problems = [...labelProblems(group), ...autoscalerTagProblems(plan, group)];
  const left = group.instanceTypes.filter((type) => !typesOf(plan.catalog, group).includes(type));
  if (left.length > 0) problems.push((say) => say.otherArchitecture(id, architectureOf(plan.catalog, group.instanceTypes[0] ?? ''), left.join(', ')));
  if (group.instancesPerZone !== undefined && letters.length > 1) {
    problems.push((say) => say.instancesPerZone(id, group.desired));
  }
  if (!isManaged(plan, group)) return problems;
  const types = typesOf(plan.catalog, group);
  if (types.length > mostManagedTypes) problems.push((say) => say.tooManyTypes(id, mostManagedTypes, types.length - mostManagedTypes));
  if (group.max === 0) problems.push((say) => say.emptyManagedGroup(id));
  if (group.onDemandShare > 0 && group.onDemandShare < 1) {
    problems.push((say) => say.mixedManagedGroup(id, group.onDemandShare));
  }
  if (letters.length > 1 && group.distribution !== 'balanced-best-effort') {
    problems.push((say) => say.managedDistribution(id, group.distribution));
  }
  if (letters.length > 1 && !group.azRebalance) {
    problems.push((say) => say.managedAzRebalance(id));
  }
  for (const [key, value] of settableLabels(group.labels)) {
    if (value === '') problems.push((say) => say.emptyLabel(id, key));
  }
  return problems;
}
