import { hcl, template } from '../hcl';
import type { Expression } from '../hcl';
import { policyDocument } from './declarations';

/** https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md */
export function autoscalerPolicy(): Expression {
  return policyDocument([
    {
      Effect: 'Allow',
      Action: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'autoscaling:DescribeTags',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
        'eks:DescribeNodegroup',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
      Resource: '*',
      Condition: {
        type: 'object',
        entries: [
          ['StringEquals', { type: 'object', entries: [[template('aws:ResourceTag/k8s.io/cluster-autoscaler/', hcl`local.cluster_name`), 'owned']] }],
        ],
      },
    },
  ]);
}

/** What the AWS Load Balancer Controller does; it may change only what it made itself. https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/ */
export function loadBalancerControllerPolicy(): Expression {
  const tag = 'elbv2.k8s.aws/cluster';
  const made = { Null: { [`aws:ResourceTag/${tag}`]: 'false' } };
  const making = { Null: { [`aws:RequestTag/${tag}`]: 'false' } };
  return policyDocument([
    {
      Effect: 'Allow',
      Action: [
        'acm:DescribeCertificate',
        'acm:ListCertificates',
        'ec2:Describe*',
        'ec2:GetCoipPoolUsage',
        'ec2:GetSecurityGroupsForVpc',
        'elasticloadbalancing:Describe*',
        'iam:GetServerCertificate',
        'iam:ListServerCertificates',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
    },
    {
      Effect: 'Allow',
      Action: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateSecurityGroup', 'ec2:RevokeSecurityGroupIngress'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['ec2:CreateTags', 'ec2:DeleteTags'],
      Resource: template('arn:', hcl`data.aws_partition.current.partition`, ':ec2:*:*:security-group/*'),
    },
    { Effect: 'Allow', Action: 'ec2:DeleteSecurityGroup', Resource: '*', Condition: made },
    {
      Effect: 'Allow',
      Action: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
      Resource: '*',
      Condition: making,
    },
    {
      Effect: 'Allow',
      Action: ['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'],
      Resource: ['loadbalancer/app/*/*', 'loadbalancer/net/*/*', 'targetgroup/*/*', 'listener/app/*/*/*', 'listener/net/*/*/*', 'listener-rule/app/*/*/*', 'listener-rule/net/*/*/*'].map((path) =>
        template('arn:', hcl`data.aws_partition.current.partition`, `:elasticloadbalancing:*:*:${path}`),
      ),
    },
    {
      Effect: 'Allow',
      Action: [
        'elasticloadbalancing:AddListenerCertificates',
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteRule',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyListenerAttributes',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:RemoveListenerCertificates',
        'elasticloadbalancing:SetRulePriorities',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: [
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:DeregisterTargets',
        'elasticloadbalancing:ModifyCapacityReservation',
        'elasticloadbalancing:ModifyIpPools',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:RegisterTargets',
        'elasticloadbalancing:SetIpAddressType',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
      ],
      Resource: '*',
      Condition: made,
    },
  ]);
}

/** What the AWS cloud controller manager needs beside load balancers. https://cloud-provider-aws.sigs.k8s.io/prerequisites/ */
export function cloudControllerPolicy(): Expression {
  return policyDocument([
    {
      Effect: 'Allow',
      Action: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeTags',
        'ec2:AttachVolume',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateRoute',
        'ec2:CreateSecurityGroup',
        'ec2:CreateTags',
        'ec2:DeleteRoute',
        'ec2:DeleteSecurityGroup',
        'ec2:Describe*',
        'ec2:DetachVolume',
        'ec2:ModifyInstanceAttribute',
        'ec2:RevokeSecurityGroupIngress',
        'elasticloadbalancing:*',
        'kms:DescribeKey',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
    },
  ]);
}

/** What an EKS access entry associates to make somebody an administrator of the cluster. */
export const clusterAdminPolicy: Expression = template('arn:', hcl`data.aws_partition.current.partition`, ':eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy');
