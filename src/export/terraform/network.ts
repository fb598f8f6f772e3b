import { block, commented, hcl, list, object, objectByKey, resource, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import { variable } from './declarations';
import { existingNetwork } from './existingNetwork';
import { prefixed } from './names';
import { networkOutputs, zoneName } from './networkShared';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';

/** VPC, a private and a public subnet per zone, internet gateway, NAT gateways, routes; or an existing VPC and its subnets. */
export function networkSection(plan: Plan): Section {
  return plan.design.settings.network.existing === undefined ? newNetwork(plan) : existingNetwork(plan);
}

function newNetwork(plan: Plan): Section {
  const { settings } = plan.design;
  const { subnets } = plan;
  if (subnets.zones.length === 0) return emptyNetwork(plan);
  return section('network.tf', {
    blocks: [
      block('locals', [], {
        zones: objectByKey(
          subnets.zones.map(({ letter, index }) => [letter, object({ name: zoneName(letter), index })] as const),
        ),
        nat_zones: hcl`{ for key, zone in local.zones : key => zone if var.nat_gateways == "per-zone" || (var.nat_gateways == "single" && key == keys(local.zones)[0]) }`,
        zone_slots: hcl`max([for zone in local.zones : zone.index]...) + 1`,
        vpc_prefix: hcl`tonumber(split("/", var.vpc_cidr)[1])`,
        private_bits: hcl`var.private_subnet_prefix - local.vpc_prefix`,
        public_bits: hcl`var.public_subnet_prefix - local.vpc_prefix`,
        vpc_id: hcl`aws_vpc.main.id`,
        private_subnet_ids: hcl`{ for key, subnet in aws_subnet.private : key => subnet.id }`,
        public_subnet_ids: hcl`{ for key, subnet in aws_subnet.public : key => subnet.id }`,
      }),
      vpc(true),
      commented(
        'Private subnets from the start of the VPC by the number of their zone, public ones from its end: they never overlap, and a new zone moves none.',
        resource('aws_subnet', 'private', {
          for_each: hcl`local.zones`,
          vpc_id: hcl`aws_vpc.main.id`,
          availability_zone: hcl`each.value.name`,
          cidr_block: hcl`cidrsubnet(var.vpc_cidr, local.private_bits, each.value.index)`,
          tags: subnetTags(plan, 'private', 'internal-elb'),
        }),
      ),
      resource('aws_subnet', 'public', {
        for_each: hcl`local.zones`,
        vpc_id: hcl`aws_vpc.main.id`,
        availability_zone: hcl`each.value.name`,
        cidr_block: hcl`cidrsubnet(var.vpc_cidr, local.public_bits, pow(2, local.public_bits) - 1 - each.value.index)`,
        map_public_ip_on_launch: true,
        tags: subnetTags(plan, 'public', 'elb'),
      }),
      ...routes(),
      ...(settings.nat === 'none' ? endpoints(plan) : []),
    ],
    variables: [
      vpcCidrVariable(plan),
      variable('private_subnet_prefix', hcl`number`, "Prefix length of each zone's private subnet; pods take their addresses from it.", subnets.privatePrefix, {
        condition: hcl`var.private_subnet_prefix >= 16 && var.private_subnet_prefix <= 28`,
        message: 'The prefix length must be 16 to 28.',
      }),
      variable('public_subnet_prefix', hcl`number`, "Prefix length of each zone's public subnet, for load balancers and NAT gateways.", subnets.publicPrefix, {
        condition: hcl`var.public_subnet_prefix >= 16 && var.public_subnet_prefix <= 28`,
        message: 'The prefix length must be 16 to 28.',
      }),
      variable(
        'nat_gateways',
        hcl`string`,
        'NAT gateways: per-zone (each zone has its own), single (one for all: cheaper, and lost with its zone), none (private subnets cannot reach the internet).',
        settings.nat,
        {
          condition: hcl`contains(["per-zone", "single", "none"], var.nat_gateways)`,
          message: 'One of per-zone, single, none.',
        },
      ),
    ],
    outputs: networkOutputs,
    unsupported: subnets.fits
      ? []
      : [
          (say) =>
            say.subnetsDoNotFit({
              zones: subnets.zones.length,
              drawn: { privatePrefix: settings.network.privateSubnetPrefix, publicPrefix: settings.network.publicSubnetPrefix, vpcCidr: settings.network.vpcCidr },
              used: subnets,
            }),
        ],
  });
}

/** The VPC alone: there is no zone yet. */
function emptyNetwork(plan: Plan): Section {
  return section('network.tf', {
    blocks: [
      block('locals', [], {
        vpc_id: hcl`aws_vpc.main.id`,
        private_subnet_ids: object({}),
        public_subnet_ids: object({}),
      }),
      vpc(false),
    ],
    variables: [vpcCidrVariable(plan)],
    outputs: networkOutputs,
  });
}

function vpc(zones: boolean): Block {
  return resource(
    'aws_vpc',
    'main',
    {
      cidr_block: hcl`var.vpc_cidr`,
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: object({ Name: hcl`var.name_prefix` }),
    },
    zones
      ? block(
          'lifecycle',
          [],
          block('precondition', [], {
            condition: hcl`local.zone_slots * (pow(2, 32 - var.private_subnet_prefix) + pow(2, 32 - var.public_subnet_prefix)) <= pow(2, 32 - local.vpc_prefix)`,
            error_message: 'The subnets of all zones do not fit into the VPC: choose longer prefixes or a larger vpc_cidr.',
          }),
        )
      : undefined,
  );
}

function vpcCidrVariable(plan: Plan): Block {
  return variable('vpc_cidr', hcl`string`, 'IPv4 range of the VPC.', plan.subnets.vpcCidr, {
    condition: hcl`can(cidrhost(var.vpc_cidr, 0)) && can(regex("/(1[6-9]|2[0-8])$", var.vpc_cidr))`,
    message: 'The range must be an IPv4 CIDR of /16 to /28.',
  });
}

function subnetTags(plan: Plan, kind: string, role: string): Expression {
  return {
    type: 'object',
    entries: [
      ['Name', template(hcl`var.name_prefix`, `-${kind}-`, hcl`each.key`)],
      [`kubernetes.io/role/${role}`, '1'],
      [template('kubernetes.io/cluster/', hcl`local.cluster_name`), 'shared'],
      ...(plan.design.settings.addons.karpenter !== undefined && kind === 'private'
        ? [['karpenter.sh/discovery', hcl`local.cluster_name`] as const]
        : []),
    ],
  };
}

function routes(): readonly Block[] {
  const named = (kind: string) => object({ Name: template(hcl`var.name_prefix`, `-${kind}-`, hcl`each.key`) });
  return [
    resource('aws_internet_gateway', 'main', { vpc_id: hcl`aws_vpc.main.id`, tags: object({ Name: hcl`var.name_prefix` }) }),
    resource('aws_eip', 'nat', { for_each: hcl`local.nat_zones`, domain: 'vpc', tags: named('nat') }),
    resource('aws_nat_gateway', 'main', {
      for_each: hcl`local.nat_zones`,
      allocation_id: hcl`aws_eip.nat[each.key].id`,
      subnet_id: hcl`aws_subnet.public[each.key].id`,
      tags: named('nat'),
      depends_on: list([hcl`aws_internet_gateway.main`]),
    }),
    resource('aws_route_table', 'public', { vpc_id: hcl`aws_vpc.main.id`, tags: object({ Name: prefixed('public') }) }),
    resource('aws_route', 'public_internet', {
      route_table_id: hcl`aws_route_table.public.id`,
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: hcl`aws_internet_gateway.main.id`,
    }),
    resource('aws_route_table_association', 'public', {
      for_each: hcl`local.zones`,
      subnet_id: hcl`aws_subnet.public[each.key].id`,
      route_table_id: hcl`aws_route_table.public.id`,
    }),
    resource('aws_route_table', 'private', { for_each: hcl`local.zones`, vpc_id: hcl`aws_vpc.main.id`, tags: named('private') }),
    resource('aws_route', 'private_nat', {
      for_each: hcl`{ for key, zone in local.zones : key => zone if var.nat_gateways != "none" }`,
      route_table_id: hcl`aws_route_table.private[each.key].id`,
      destination_cidr_block: '0.0.0.0/0',
      nat_gateway_id: hcl`aws_nat_gateway.main[var.nat_gateways == "single" ? keys(local.zones)[0] : each.key].id`,
    }),
    resource('aws_route_table_association', 'private', {
      for_each: hcl`local.zones`,
      subnet_id: hcl`aws_subnet.private[each.key].id`,
      route_table_id: hcl`aws_route_table.private[each.key].id`,
    }),
  ];
}

/** What nodes must reach of AWS to work without a NAT gateway. https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html */
const endpointServices = ['autoscaling', 'ec2', 'ecr.api', 'ecr.dkr', 'eks', 'eks-auth', 'elasticloadbalancing', 'logs', 'ssm', 'ssmmessages', 'sts'];

function endpoints(plan: Plan): readonly Block[] {
  const services = endpointServices.filter((service) => plan.eks || !service.startsWith('eks'));
  return [
    commented(
      'Without a NAT gateway the nodes reach AWS through these.',
      resource('aws_vpc_endpoint', 'interface', {
        for_each: hcl`toset(${list(services)})`,
        vpc_id: hcl`aws_vpc.main.id`,
        service_name: template('com.amazonaws.', hcl`var.region`, '.', hcl`each.key`),
        vpc_endpoint_type: 'Interface',
        private_dns_enabled: true,
        subnet_ids: hcl`values(local.private_subnet_ids)`,
        security_group_ids: list([hcl`aws_security_group.endpoints.id`]),
        tags: object({ Name: template(hcl`var.name_prefix`, '-', hcl`each.key`) }),
      }),
    ),
    resource('aws_vpc_endpoint', 's3', {
      vpc_id: hcl`aws_vpc.main.id`,
      service_name: template('com.amazonaws.', hcl`var.region`, '.s3'),
      vpc_endpoint_type: 'Gateway',
      route_table_ids: hcl`[for table in aws_route_table.private : table.id]`,
      tags: object({ Name: prefixed('s3') }),
    }),
    resource('aws_security_group', 'endpoints', {
      name: prefixed('endpoints'),
      description: 'Interface endpoints of AWS services',
      vpc_id: hcl`local.vpc_id`,
      tags: object({ Name: prefixed('endpoints') }),
    }),
    resource('aws_vpc_security_group_ingress_rule', 'endpoints_from_vpc', {
      security_group_id: hcl`aws_security_group.endpoints.id`,
      description: 'HTTPS from the VPC',
      cidr_ipv4: hcl`var.vpc_cidr`,
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    }),
  ];
}
