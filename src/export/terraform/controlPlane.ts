import { entitiesOf } from '../../design/tree';
import type { ControlPlaneNode } from '../../design/schema';
import { block, hcl, list, object, objectByKey, reference, resource, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import { output, variable } from './declarations';
import { apiEndpoint, clusterTags, controlPlaneNodes, etcdNodes, isPlaced, metadataOptions } from './machines';
import type { Machine } from './machines';
import { apiServerName, identifier, prefixed, shortId } from './names';
import { privateSubnet, zoneNameOf } from './plan';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import { ingress, securityGroup, securityGroupIds, tcp } from './securityGroups';
import { bootstrapVariable, imageOf, nodeTemplate, selfManagedUserData } from './userData';
import { architectureOf } from './workerLabels';
import type { Messages } from '../messages/en';
import type { Unsupported } from '../unsupported';

/** Self-managed control plane: machines in their zones with etcd volumes, and a load balancer before the API servers. */
export function controlPlaneSection(plan: Plan): Section {
  const nodes = controlPlaneNodes(plan);
  const etcd = etcdNodes(plan);
  if (plan.eks) {
    return section('control-plane.tf', {
      unsupported: [...entitiesOf(plan.design, 'controlPlaneNode'), ...entitiesOf(plan.design, 'etcdNode')].map(
        ({ id }): Unsupported => (say) => say.machineOfEks(id),
      ),
    });
  }
  const machines = [...nodes, ...etcd];
  return section('control-plane.tf', {
    blocks: [...(nodes.length === 0 ? [] : apiLoadBalancer(plan, nodes)), ...machines.flatMap((machine) => machineBlocks(plan, machine))],
    variables: [
      ...(nodes.length === 0
        ? []
        : [
            variable('api_access_cidrs', hcl`set(string)`, 'From where, beside nodes, the API server can be reached through its internal load balancer; empty means the VPC.', list([]), {
              condition: hcl`alltrue([for cidr in var.api_access_cidrs : can(cidrhost(cidr, 0))])`,
              message: 'Each must be a CIDR.',
            }),
            bootstrapVariable('control-plane'),
          ]),
      ...(etcd.length === 0 ? [] : [bootstrapVariable('etcd')]),
    ],
    outputs: [
      ...(nodes.length === 0
        ? []
        : [
            output('api_endpoint', 'Address of the API server: host and port of its load balancer.', template(hcl`aws_lb.api-server.dns_name`, ':6443')),
            output('control_plane_private_ips', 'Addresses of the control-plane nodes.', addresses(nodes)),
          ]),
      ...(etcd.length === 0 ? [] : [output('etcd_private_ips', 'Addresses of the external etcd members.', addresses(etcd))]),
    ],
    files: machines.length === 0 ? [] : [nodeTemplate],
    unsupported: [
      ...[...entitiesOf(plan.design, 'controlPlaneNode'), ...entitiesOf(plan.design, 'etcdNode')]
        .filter((node) => !isPlaced(plan, node))
        .map(({ id }): Unsupported => (say) => say.zoneWithoutSubnet(id)),
      ...(machines.length === 0 ? [] : [(say: Messages) => say.bootstrapScripts()]),
      ...machines.filter((machine) => machine.etcd === 'learner').map(({ id }): Unsupported => (say) => say.learner(id)),
      ...(nodes.length === 0 ? [(say: Messages) => say.noControlPlaneNode()] : []),
    ],
  });
}

function addresses(machines: readonly Machine[]): Expression {
  return objectByKey(machines.map(({ id }) => [id, reference('aws_instance', identifier(id), 'private_ip')] as const));
}

function apiLoadBalancer(plan: Plan, nodes: readonly ControlPlaneNode[]): readonly Block[] {
  return [
    ...securityGroup('api', 'Load balancer before the API servers'),
    ingress('api_from_nodes', 'api', { group: 'nodes' }, tcp(6443), 'API server, from nodes and pods'),
    ingress('api_from_control_plane', 'api', { group: 'control_plane' }, tcp(6443), 'API server, from the control plane'),
    resource('aws_vpc_security_group_ingress_rule', 'api_access', {
      for_each: hcl`length(var.api_access_cidrs) > 0 ? var.api_access_cidrs : toset([${vpcCidr(plan)}])`,
      security_group_id: hcl`aws_security_group.api.id`,
      description: 'API server, from clients',
      cidr_ipv4: hcl`each.value`,
      ip_protocol: 'tcp',
      from_port: 6443,
      to_port: 6443,
    }),
    ingress('control_plane_from_api', 'control_plane', { group: 'api' }, tcp(6443), 'API server, from its load balancer'),
    // Identifiers of entities have no hyphen: none can be this one.
    resource('aws_lb', 'api-server', {
      name: apiServerName(),
      load_balancer_type: 'network',
      internal: true,
      subnets: hcl`values(local.private_subnet_ids)`,
      security_groups: securityGroupIds('api'),
      enable_cross_zone_load_balancing: true,
    }),
    resource(
      'aws_lb_target_group',
      'api',
      {
        name: apiServerName(),
        port: 6443,
        protocol: 'TCP',
        vpc_id: hcl`local.vpc_id`,
        target_type: 'instance',
        // A control-plane node that calls the load balancer may be sent to itself, which fails with its own address as the source.
        preserve_client_ip: 'false',
      },
      block('health_check', [], { protocol: 'HTTPS', path: '/readyz', port: 'traffic-port' }),
    ),
    resource(
      'aws_lb_listener',
      'api',
      { load_balancer_arn: hcl`aws_lb.api-server.arn`, port: 6443, protocol: 'TCP' },
      block('default_action', [], { type: 'forward', target_group_arn: hcl`aws_lb_target_group.api.arn` }),
    ),
    resource('aws_lb_target_group_attachment', 'api', {
      for_each: objectByKey(nodes.map(({ id }) => [id, reference('aws_instance', identifier(id), 'id')] as const)),
      target_group_arn: hcl`aws_lb_target_group.api.arn`,
      target_id: hcl`each.value`,
    }),
  ];
}

function vpcCidr(plan: Plan): Expression {
  return plan.design.settings.network.existing === undefined ? hcl`var.vpc_cidr` : hcl`data.aws_vpc.main.cidr_block`;
}

function machineBlocks(plan: Plan, machine: Machine): readonly Block[] {
  const name = identifier(machine.id);
  const title = prefixed(shortId(machine.id, 80));
  const letter = plan.lettersOf([machine.zone])[0] ?? '';
  const withEtcd = machine.etcd !== 'none';
  const control = machine.kind === 'controlPlaneNode';
  const instance = resource(
    'aws_instance',
    name,
    {
      ami: imageOf(architectureOf(plan.catalog, machine.instanceType)),
      instance_type: machine.instanceType,
      subnet_id: privateSubnet(letter),
      vpc_security_group_ids: securityGroupIds(...(control ? ['control_plane'] : []), ...(withEtcd ? ['etcd'] : [])),
      iam_instance_profile: hcl`aws_iam_instance_profile.control_plane.name`,
      user_data: selfManagedUserData({
        role: control ? 'control-plane' : 'etcd',
        apiEndpoint: apiEndpoint(plan),
        etcdRole: machine.etcd,
        ...(withEtcd ? { etcdVolume: reference('aws_ebs_volume', name, 'id') } : {}),
      }),
      tags: clusterTags(title),
    },
    block('root_block_device', [], { volume_size: machine.rootVolumeGiB, volume_type: 'gp3', encrypted: true, tags: object({ Name: title }) }),
    metadataOptions(),
    block('lifecycle', [], { ignore_changes: hcl`[ami, user_data]` }),
  );
  if (!withEtcd) return [instance];
  return [
    instance,
    resource('aws_ebs_volume', name, {
      availability_zone: zoneNameOf(letter),
      size: machine.etcdVolumeGiB,
      type: 'gp3',
      encrypted: true,
      tags: object({ Name: prefixed(`${shortId(machine.id, 70)}-etcd`) }),
    }),
    resource('aws_volume_attachment', name, {
      device_name: '/dev/sdf',
      instance_id: reference('aws_instance', name, 'id'),
      volume_id: reference('aws_ebs_volume', name, 'id'),
      stop_instance_before_detaching: true,
    }),
  ];
}
