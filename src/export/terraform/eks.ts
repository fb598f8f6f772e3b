import { cidrsOverlap } from '../../design/network';
import { block, hcl, list, reference, resource } from '../hcl';
import type { Block, Expression } from '../hcl';
import { output, variable } from './declarations';
import { hasSelfManagedWorkers, usesOf } from './iam';
import { identifier } from './names';
import type { Plan } from './plan';
import { clusterAdminPolicy } from './policies';
import { section } from './section';
import type { Section } from './section';
import { securityGroupIds } from './securityGroups';
import { groupsOf, instancesOf, isManaged } from './workers';

/** The EKS cluster, who may enter it, and its add-ons. */
export function eksSection(plan: Plan): Section {
  if (!plan.eks) return section('eks.tf', {});
  if (plan.zones.length === 0) {
    return section('eks.tf', { unsupported: [(say) => say.eksWithoutZones()] });
  }
  const { settings } = plan.design;
  return section('eks.tf', {
    blocks: [cluster(), ...access(plan), ...addons(plan)],
    variables: [
      variable('service_cidr', hcl`string`, 'Addresses of Services; must not overlap with the VPC.', serviceCidr(plan), {
        condition: hcl`can(cidrhost(var.service_cidr, 0))`,
        message: 'The range must be an IPv4 CIDR.',
      }),
      variable('support_type', hcl`string`, 'EKS support policy: STANDARD, or EXTENDED, which costs more.', settings.eksSupport.toUpperCase(), {
        condition: hcl`contains(["STANDARD", "EXTENDED"], var.support_type)`,
        message: 'STANDARD or EXTENDED.',
      }),
      variable('endpoint_public_access', hcl`bool`, 'Can the API server be reached from the internet (by who is allowed to)?', true),
      variable('public_access_cidrs', hcl`set(string)`, 'From where the public endpoint can be reached.', list(['0.0.0.0/0']), {
        condition: hcl`alltrue([for cidr in var.public_access_cidrs : can(cidrhost(cidr, 0))])`,
        message: 'Each must be a CIDR.',
      }),
      variable('cluster_admin_arns', hcl`set(string)`, 'IAM principals that are cluster administrators, beside the one that makes the cluster.', list([]), {
        condition: hcl`alltrue([for arn in var.cluster_admin_arns : startswith(arn, "arn:")])`,
        message: 'Each must be the ARN of an IAM principal.',
      }),
    ],
    outputs: [
      output('cluster_name', 'Name of the EKS cluster.', hcl`aws_eks_cluster.main.name`),
      output('cluster_endpoint', 'Address of the API server.', hcl`aws_eks_cluster.main.endpoint`),
      output('kubeconfig_command', 'Writes the cluster into your kubeconfig.', {
        type: 'template',
        parts: ['aws eks update-kubeconfig --region ', hcl`var.region`, ' --name ', hcl`aws_eks_cluster.main.name`],
      }),
    ],
    unsupported: plan.zones.length < 2 ? [(say) => say.eksInOneZone()] : [],
  });
}

/** AWS's own default, or its other one where the VPC is in that range. */
function serviceCidr(plan: Plan): string {
  return plan.design.settings.network.existing === undefined && cidrsOverlap(plan.subnets.vpcCidr, '172.20.0.0/16') ? '10.100.0.0/16' : '172.20.0.0/16';
}

function cluster(): Block {
  return resource(
    'aws_eks_cluster',
    'main',
    {
      name: hcl`local.cluster_name`,
      role_arn: hcl`aws_iam_role.cluster.arn`,
      version: hcl`var.kubernetes_version`,
      bootstrap_self_managed_addons: false,
      enabled_cluster_log_types: list(['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']),
    },
    block('access_config', [], { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: true }),
    block('kubernetes_network_config', [], { service_ipv4_cidr: hcl`var.service_cidr` }),
    block('upgrade_policy', [], { support_type: hcl`var.support_type` }),
    block('vpc_config', [], {
      subnet_ids: hcl`values(local.private_subnet_ids)`,
      security_group_ids: securityGroupIds('control_plane'),
      endpoint_private_access: true,
      endpoint_public_access: hcl`var.endpoint_public_access`,
      public_access_cidrs: hcl`var.endpoint_public_access ? var.public_access_cidrs : null`,
    }),
    { depends_on: list([hcl`aws_iam_role_policy_attachment.cluster`]) },
  );
}

function access(plan: Plan): readonly Block[] {
  return [
    resource('aws_eks_access_entry', 'admins', {
      for_each: hcl`var.cluster_admin_arns`,
      cluster_name: hcl`aws_eks_cluster.main.name`,
      principal_arn: hcl`each.value`,
    }),
    resource(
      'aws_eks_access_policy_association',
      'admins',
      {
        for_each: hcl`aws_eks_access_entry.admins`,
        cluster_name: hcl`aws_eks_cluster.main.name`,
        principal_arn: hcl`each.value.principal_arn`,
        policy_arn: clusterAdminPolicy,
      },
      block('access_scope', [], { type: 'cluster' }),
    ),
    ...(hasSelfManagedWorkers(plan)
      ? [
          resource('aws_eks_access_entry', 'self_managed_nodes', {
            cluster_name: hcl`aws_eks_cluster.main.name`,
            principal_arn: hcl`aws_iam_role.self_managed_nodes.arn`,
            type: 'EC2_LINUX',
          }),
        ]
      : []),
  ];
}

/** Network add-ons come before the nodes, which need them to be ready; the others after them, since their pods need nodes. */
function addons(plan: Plan): readonly Block[] {
  const uses = usesOf(plan);
  const addon = (name: string, ...rest: readonly (Block | undefined)[]) =>
    resource(
      'aws_eks_addon',
      name.replaceAll('-', '_'),
      {
        cluster_name: hcl`aws_eks_cluster.main.name`,
        addon_name: name,
        resolve_conflicts_on_create: 'OVERWRITE',
        resolve_conflicts_on_update: 'PRESERVE',
      },
      ...rest,
      nodeDependent.has(name) && nodeResources(plan).length > 0 ? { depends_on: list(nodeResources(plan)) } : undefined,
    );
  const identity = (role: string, serviceAccount: string) =>
    block('pod_identity_association', [], { role_arn: reference('aws_iam_role', role, 'arn'), service_account: serviceAccount });
  return [
    addon('vpc-cni'),
    addon('kube-proxy'),
    addon('eks-pod-identity-agent'),
    addon('coredns'),
    ...(uses.ebs ? [addon('aws-ebs-csi-driver', identity('ebs_csi_driver', 'ebs-csi-controller-sa'))] : []),
    ...(uses.efs ? [addon('aws-efs-csi-driver', identity('efs_csi_driver', 'efs-csi-controller-sa'))] : []),
  ];
}

const nodeDependent = new Set(['coredns', 'aws-ebs-csi-driver', 'aws-efs-csi-driver']);

/** Everything that launches nodes, by id. */
function nodeResources(plan: Plan): readonly Expression[] {
  return [
    ...groupsOf(plan).map((group) => reference(isManaged(plan, group) ? 'aws_eks_node_group' : 'aws_autoscaling_group', identifier(group.id))),
    ...instancesOf(plan).map((instance) => reference('aws_instance', identifier(instance.id))),
  ];
}
