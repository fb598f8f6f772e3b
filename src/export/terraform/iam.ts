import { data, hcl, list, reference, resource, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import { loadBalancerOwner } from '../loadBalancerOwner';
import { entitiesOf } from '../../design/tree';
import { assumeRolePolicy, policyDocument } from './declarations';
import { controlPlaneNodes, etcdNodes } from './machines';
import { prefixed } from './names';
import { has } from './plan';
import type { Plan } from './plan';
import { autoscalerPolicy, cloudControllerPolicy, loadBalancerControllerPolicy } from './policies';
import { section } from './section';
import type { Section } from './section';

/** Which parts of the cluster call AWS, by what the design uses. */
export interface Uses {
  readonly ebs: boolean;
  readonly efs: boolean;
  readonly clusterAutoscaler: boolean;
  readonly loadBalancerController: boolean;
}

export function usesOf(plan: Plan): Uses {
  const classes = entitiesOf(plan.design, 'storageClass');
  const workloads = entitiesOf(plan.design, 'workload');
  const classOf = (id: string | undefined) => classes.find((storageClass) => storageClass.id === id)?.provisioner;
  const volumes = workloads.flatMap((workload) => workload.volumes);
  return {
    ebs: classes.some((c) => c.provisioner === 'ebs.csi.aws.com') || volumes.some((v) => classOf(v.storageClass) === 'ebs.csi.aws.com'),
    efs: classes.some((c) => c.provisioner === 'efs.csi.aws.com') || volumes.some((v) => v.fileSystem !== undefined),
    clusterAutoscaler: plan.design.settings.addons.clusterAutoscaler !== undefined,
    loadBalancerController:
      // One that Terraform makes with addresses as targets has its pods registered by the controller.
      entitiesOf(plan.design, 'loadBalancer').some((lb) => lb.targetType === 'ip' || loadBalancerOwner(plan.design, lb) === 'kubernetes') ||
      entitiesOf(plan.design, 'service').some((service) => service.type === 'LoadBalancer'),
  };
}

function role(name: string, assume: Expression, policies: readonly string[]): readonly Block[] {
  const title = prefixed(name.replaceAll('_', '-'));
  return [
    resource('aws_iam_role', name, { name: title, assume_role_policy: assume }),
    ...(policies.length === 0
      ? []
      : [
          resource('aws_iam_role_policy_attachment', name, {
            for_each: hcl`toset(${list(policies)})`,
            role: reference('aws_iam_role', name, 'name'),
            policy_arn: template('arn:', hcl`data.aws_partition.current.partition`, ':iam::aws:policy/', hcl`each.key`),
          }),
        ]),
  ];
}

function instanceProfile(name: string): Block {
  return resource('aws_iam_instance_profile', name, { name: prefixed(name.replaceAll('_', '-')), role: reference('aws_iam_role', name, 'name') });
}

const nodePolicies = ['AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'];
const eksNodePolicies = [...nodePolicies, 'AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy'].sort();

/** Are there workers that EKS does not manage? */
export function hasSelfManagedWorkers(plan: Plan): boolean {
  return has(plan, 'instance') || entitiesOf(plan.design, 'autoScalingGroup').some((group) => !plan.eks || !group.eksManaged);
}

function hasManagedWorkers(plan: Plan): boolean {
  return plan.eks && entitiesOf(plan.design, 'autoScalingGroup').some((group) => group.eksManaged);
}

export function iamSection(plan: Plan): Section {
  const blocks: Block[] = [data('aws_partition', 'current')];
  if (plan.eks) {
    if (plan.zones.length > 0) blocks.push(...role('cluster', assumeRolePolicy('eks.amazonaws.com', 'sts:AssumeRole', 'sts:TagSession'), ['AmazonEKSClusterPolicy']));
    if (hasManagedWorkers(plan)) blocks.push(...role('nodes', assumeRolePolicy('ec2.amazonaws.com'), eksNodePolicies));
    if (hasSelfManagedWorkers(plan)) {
      blocks.push(...role('self_managed_nodes', assumeRolePolicy('ec2.amazonaws.com'), eksNodePolicies), instanceProfile('self_managed_nodes'));
    }
    if (plan.zones.length > 0) blocks.push(...podRoles(plan));
  } else {
    blocks.push(...selfManagedRoles(plan));
  }
  return section('iam.tf', { blocks });
}

/** EKS: a role for each part that calls AWS, assumed through EKS Pod Identity. */
function podRoles(plan: Plan): readonly Block[] {
  const uses = usesOf(plan);
  const podRole = (name: string, policies: readonly string[]) =>
    role(name, assumeRolePolicy('pods.eks.amazonaws.com', 'sts:AssumeRole', 'sts:TagSession'), policies);
  const association = (name: string, serviceAccount: string) =>
    resource('aws_eks_pod_identity_association', name, {
      cluster_name: hcl`aws_eks_cluster.main.name`,
      namespace: 'kube-system',
      service_account: serviceAccount,
      role_arn: reference('aws_iam_role', name, 'arn'),
    });
  return [
    ...(uses.ebs ? podRole('ebs_csi_driver', ['service-role/AmazonEBSCSIDriverPolicy']) : []),
    ...(uses.efs ? podRole('efs_csi_driver', ['service-role/AmazonEFSCSIDriverPolicy']) : []),
    ...(uses.clusterAutoscaler
      ? [
          ...podRole('cluster_autoscaler', []),
          inlinePolicy('cluster_autoscaler', 'cluster_autoscaler', autoscalerPolicy()),
          association('cluster_autoscaler', 'cluster-autoscaler'),
        ]
      : []),
    ...(uses.loadBalancerController
      ? [
          ...podRole('load_balancer_controller', []),
          inlinePolicy('load_balancer_controller', 'load_balancer_controller', loadBalancerControllerPolicy()),
          association('load_balancer_controller', 'aws-load-balancer-controller'),
        ]
      : []),
  ];
}

/** Without EKS pods call AWS as the machine they run on. */
function selfManagedRoles(plan: Plan): readonly Block[] {
  const uses = usesOf(plan);
  const blocks: Block[] = [];
  if (plan.zones.length === 0) return blocks;
  if (controlPlaneNodes(plan).length + etcdNodes(plan).length > 0) {
    blocks.push(
      ...role('control_plane', assumeRolePolicy('ec2.amazonaws.com'), nodePolicies),
      instanceProfile('control_plane'),
      inlinePolicy('control_plane_cloud_controller', 'control_plane', cloudControllerPolicy()),
    );
  }
  if (hasSelfManagedWorkers(plan)) {
    const policies = [
      ...nodePolicies,
      ...(uses.ebs ? ['service-role/AmazonEBSCSIDriverPolicy'] : []),
      ...(uses.efs ? ['service-role/AmazonEFSCSIDriverPolicy'] : []),
      'AmazonEKS_CNI_Policy',
    ].sort();
    blocks.push(
      ...role('nodes', assumeRolePolicy('ec2.amazonaws.com'), policies),
      instanceProfile('nodes'),
      inlinePolicy('nodes_describe', 'nodes', policyDocument([{ Effect: 'Allow', Action: ['ec2:DescribeInstances', 'ec2:DescribeRegions'], Resource: '*' }])),
      ...(uses.clusterAutoscaler ? [inlinePolicy('nodes_cluster_autoscaler', 'nodes', autoscalerPolicy())] : []),
      ...(uses.loadBalancerController ? [inlinePolicy('nodes_load_balancer_controller', 'nodes', loadBalancerControllerPolicy())] : []),
    );
  }
  return blocks;
}

function inlinePolicy(name: string, roleName: string, policy: Expression): Block {
  return resource('aws_iam_role_policy', name, { name: name.replaceAll('_', '-'), role: reference('aws_iam_role', roleName, 'id'), policy });
}
