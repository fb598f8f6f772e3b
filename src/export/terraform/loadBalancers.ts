import type { LoadBalancer, ServiceEntity } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { block, hcl, list, object, objectByKey, reference, resource } from '../hcl';
import type { Block, Expression } from '../hcl';
import { loadBalancerOwner, nodePortsOf, serviceOf } from '../loadBalancerOwner';
import { output, variable } from './declarations';
import { identifier, prefixed, prefixedShort, shortId, tagText } from './names';
import { privateSubnets, publicSubnets } from './plan';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import { ingress, securityGroup, securityGroupIds, tcp } from './securityGroups';
import { groupName, groupsOf, instancesOf } from './workers';
import type { Unsupported } from '../unsupported';

/** A port of a load balancer: where it listens and which node port it sends to. */
interface Port {
  readonly port: number;
  /** null: pods are registered by their address. */
  readonly nodePort: number | null;
  readonly targetPort: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** Load balancers that Terraform owns, with target groups, listeners and the groups that are registered. */
export function loadBalancerSection(plan: Plan): Section {
  const all = entitiesOf(plan.design, 'loadBalancer');
  const mine = all.filter((lb) => loadBalancerOwner(plan.design, lb) === 'terraform');
  const made = mine.filter((lb) => subnetLetters(plan, lb).length > 0);
  const tls = made.some((lb) => lb.type === 'alb' && portsOf(plan, lb).some(({ port }) => isTls(port)));
  return section('load-balancers.tf', {
    blocks: [...targets(plan, made), ...made.flatMap((lb) => (lb.type === 'clb' ? classic(plan, lb) : elastic(plan, lb)))],
    variables: tls
      ? [
          variable('certificate_arn', hcl`string`, 'ACM certificate of the HTTPS listeners; empty: they speak HTTP on their port.', '', {
            condition: hcl`var.certificate_arn == "" || startswith(var.certificate_arn, "arn:")`,
            message: 'The ARN of a certificate, or empty.',
          }),
        ]
      : [],
    outputs:
      made.length === 0
        ? []
        : [
            output(
              'load_balancer_dns_names',
              'Names of the load balancers by id in the design.',
              objectByKey(made.map((lb) => [lb.id, reference(lb.type === 'clb' ? 'aws_elb' : 'aws_lb', identifier(lb.id), 'dns_name')] as const)),
            ),
          ],
    unsupported: all.flatMap((lb): readonly Unsupported[] =>
      loadBalancerOwner(plan.design, lb) === 'kubernetes'
        ? [(say) => say.balancerOfController(lb.id, serviceOf(plan.design, lb)?.id ?? null)]
        : problems(plan, lb),
    ),
  });
}

/** What load balancers with instance targets send to: every worker, since kube-proxy opens a node port on each. */
function targets(plan: Plan, made: readonly LoadBalancer[]): readonly Block[] {
  if (!made.some((lb) => portsOf(plan, lb).some(({ nodePort }) => nodePort !== null))) return [];
  const groups = groupsOf(plan);
  const instances = instancesOf(plan);
  if (groups.length + instances.length === 0) return [];
  return [
    block('locals', [], {
      autoscaling_group_names:
        groups.length === 0 ? undefined : objectByKey(groups.map((group) => [group.id, groupName(plan, group)] as const)),
      individual_instance_ids:
        instances.length === 0 ? undefined : objectByKey(instances.map(({ id }) => [id, reference('aws_instance', identifier(id), 'id')] as const)),
    }),
  ];
}

function subnetLetters(plan: Plan, lb: LoadBalancer): readonly string[] {
  const letters = plan.lettersOf(lb.zones);
  return lb.scheme === 'internal' ? letters : letters.filter((letter) => plan.publicZones.includes(letter));
}

function subnetsOf(plan: Plan, lb: LoadBalancer): Expression {
  const letters = subnetLetters(plan, lb);
  return lb.scheme === 'internal' ? privateSubnets(plan, letters) : publicSubnets(plan, letters);
}

function portsOf(plan: Plan, lb: LoadBalancer): readonly Port[] {
  const service = serviceOf(plan.design, lb);
  if (service === undefined) return [];
  const nodePorts = nodePortsOf(plan.design, service);
  const seen = new Set<number>();
  return service.ports.flatMap((port, index) => {
    if (!canListen(lb, port.protocol)) return [];
    // A listener has one protocol: TCP and UDP on one port are one listener of an NLB only as TCP_UDP, to one target port.
    if (seen.has(port.port)) return [];
    const byAddress = lb.targetType === 'ip' && lb.type !== 'clb';
    const nodePort = byAddress ? null : (nodePorts[index] ?? null);
    if (nodePort === null && !byAddress) return [];
    seen.add(port.port);
    return [{ port: port.port, nodePort, targetPort: port.targetPort ?? port.port, protocol: port.protocol }];
  });
}

function canListen(lb: LoadBalancer, protocol: ServiceEntity['ports'][number]['protocol']): protocol is 'TCP' | 'UDP' {
  return protocol === 'TCP' || (protocol === 'UDP' && lb.type === 'nlb');
}

function nameTag(lb: LoadBalancer): Expression {
  const name = tagText(lb.name);
  return object({ Name: name === '' ? prefixed(shortId(lb.id, 80)) : name });
}

function groupOf(lb: LoadBalancer): string {
  return `load_balancer_${identifier(lb.id)}`;
}

/** The load balancer's own security group, and its way to the nodes. */
function security(plan: Plan, lb: LoadBalancer): readonly Block[] {
  const ports = portsOf(plan, lb);
  const group = groupOf(lb);
  const clients: Expression =
    lb.scheme === 'internet-facing'
      ? '0.0.0.0/0'
      : plan.design.settings.network.existing === undefined
        ? hcl`var.vpc_cidr`
        : hcl`data.aws_vpc.main.cidr_block`;
  return [
    ...securityGroup(group, `Load balancer ${lb.id}`),
    ...ports.map(({ port, protocol }) =>
      ingress(`${group}_${port}`, group, { cidr: clients }, { protocol: protocol === 'UDP' ? 'udp' : 'tcp', from: port, to: port }, 'Clients'),
    ),
    ...ports.map(({ port, nodePort, targetPort, protocol }) =>
      ingress(
        `nodes_from_${group}_${port}`,
        'nodes',
        { group },
        { protocol: protocol === 'UDP' ? 'udp' : 'tcp', from: nodePort ?? targetPort, to: nodePort ?? targetPort },
        nodePort === null ? `Pods, from load balancer ${lb.id}` : `Node port, from load balancer ${lb.id}`,
      ),
    ),
    // UDP ports are health-checked by TCP, on the kubelet's port.
    ...(ports.some(({ protocol }) => protocol === 'UDP') ? [ingress(`nodes_health_from_${group}`, 'nodes', { group }, tcp(10250), `Health checks of load balancer ${lb.id}`)] : []),
  ];
}

/** Application and network load balancers. */
function elastic(plan: Plan, lb: LoadBalancer): readonly Block[] {
  const name = identifier(lb.id);
  const nlb = lb.type === 'nlb';
  return [
    ...security(plan, lb),
    resource('aws_lb', name, {
      name: prefixedShort(lb.id),
      load_balancer_type: nlb ? 'network' : 'application',
      internal: lb.scheme === 'internal',
      subnets: subnetsOf(plan, lb),
      security_groups: securityGroupIds(groupOf(lb)),
      enable_cross_zone_load_balancing: nlb ? lb.crossZone : undefined,
      dns_record_client_routing_policy: nlb ? lb.clientRoutingPolicy : undefined,
      tags: nameTag(lb),
    }),
    ...portsOf(plan, lb).flatMap((port) => listener(plan, lb, port)),
  ];
}

function isTls(port: number): boolean {
  return port === 443 || port === 8443;
}

function listener(plan: Plan, lb: LoadBalancer, { port, nodePort, targetPort, protocol }: Port): readonly Block[] {
  const name = `${identifier(lb.id)}_${port}`;
  const nlb = lb.type === 'nlb';
  const secure = !nlb && isTls(port);
  const byIp = nodePort === null;
  const health = nlb
    ? block('health_check', [], { protocol: 'TCP', port: protocol === 'UDP' ? '10250' : 'traffic-port' })
    : block('health_check', [], { protocol: 'HTTP', path: '/', port: 'traffic-port', matcher: '200-399' });
  const targetGroup = reference('aws_lb_target_group', name, 'arn');
  return [
    resource(
      'aws_lb_target_group',
      name,
      {
        name: prefixedShort(`${lb.id}-${port}`),
        port: nodePort ?? targetPort,
        protocol: nlb ? protocol : 'HTTP',
        vpc_id: hcl`local.vpc_id`,
        target_type: lb.targetType,
        // An ALB's own setting cannot be off; its target groups' can.
        load_balancing_cross_zone_enabled: nlb ? 'use_load_balancer_configuration' : String(lb.crossZone),
      },
      health,
    ),
    resource(
      'aws_lb_listener',
      name,
      {
        load_balancer_arn: reference('aws_lb', identifier(lb.id), 'arn'),
        port,
        protocol: nlb ? protocol : secure ? hcl`var.certificate_arn == "" ? "HTTP" : "HTTPS"` : 'HTTP',
        certificate_arn: secure ? hcl`var.certificate_arn == "" ? null : var.certificate_arn` : undefined,
        ssl_policy: secure ? hcl`var.certificate_arn == "" ? null : "ELBSecurityPolicy-TLS13-1-2-2021-06"` : undefined,
      },
      block('default_action', [], { type: 'forward', target_group_arn: targetGroup }),
    ),
    ...(byIp
      ? []
      : [
          groupsOf(plan).length === 0
            ? undefined
            : resource('aws_autoscaling_attachment', name, {
                for_each: hcl`local.autoscaling_group_names`,
                autoscaling_group_name: hcl`each.value`,
                lb_target_group_arn: targetGroup,
              }),
          instancesOf(plan).length === 0
            ? undefined
            : resource('aws_lb_target_group_attachment', name, {
                for_each: hcl`local.individual_instance_ids`,
                target_group_arn: targetGroup,
                target_id: hcl`each.value`,
              }),
        ].filter((block) => block !== undefined)),
  ];
}

/** A classic load balancer registers groups by attachment, and individual instances in its own list. */
function classic(plan: Plan, lb: LoadBalancer): readonly Block[] {
  const name = identifier(lb.id);
  const ports = portsOf(plan, lb);
  const instances = instancesOf(plan);
  const [first] = ports;
  // Without a listener AWS makes none: one on port 80 stands in until there is a Service.
  const listeners = first === undefined ? [{ port: 80, nodePort: 30_080 }] : ports;
  return [
    ...security(plan, lb),
    resource(
      'aws_elb',
      name,
      {
        name: prefixedShort(lb.id),
        internal: lb.scheme === 'internal',
        subnets: subnetsOf(plan, lb),
        security_groups: securityGroupIds(groupOf(lb)),
        cross_zone_load_balancing: lb.crossZone,
        instances: instances.length === 0 ? undefined : list(instances.map(({ id }) => reference('aws_instance', identifier(id), 'id'))),
        tags: nameTag(lb),
      },
      ...listeners.map(({ port, nodePort }) =>
        block('listener', [], { lb_port: port, lb_protocol: 'tcp', instance_port: nodePort ?? port, instance_protocol: 'tcp' }),
      ),
      block('health_check', [], {
        target: `TCP:${listeners[0]?.nodePort ?? 30_080}`,
        interval: 10,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 2,
      }),
      groupsOf(plan).length === 0 ? undefined : block('lifecycle', [], { ignore_changes: hcl`[instances]` }),
    ),
    ...(first === undefined || groupsOf(plan).length === 0
      ? []
      : [
          resource('aws_autoscaling_attachment', name, {
            for_each: hcl`local.autoscaling_group_names`,
            autoscaling_group_name: hcl`each.value`,
            elb: reference('aws_elb', name, 'name'),
          }),
        ]),
  ];
}

function problems(plan: Plan, lb: LoadBalancer): readonly Unsupported[] {
  const letters = subnetLetters(plan, lb);
  if (letters.length === 0) return [(say) => say.balancerWithoutSubnet(lb.id, lb.scheme === 'internal')];
  const service = serviceOf(plan.design, lb);
  const found: Unsupported[] = [];
  if (lb.type === 'alb' && letters.length < 2) found.push((say) => say.albInOneZone(lb.id));
  if (service === undefined) {
    found.push((say) => say.balancerWithoutService(lb.id, lb.service ?? null, lb.type === 'clb'));
    return found;
  }
  found.push(...portProblems(lb, service));
  if (lb.type !== 'nlb' && lb.clientRoutingPolicy !== 'any_availability_zone') found.push((say) => say.clientRoutingPolicy(lb.id));
  return found;
}

function portProblems(lb: LoadBalancer, service: ServiceEntity): readonly Unsupported[] {
  const found: Unsupported[] = [];
  const ports = new Set<number>();
  for (const { port, protocol } of service.ports) {
    if (!canListen(lb, protocol)) {
      found.push((say) => say.noListener(lb.id, { service: service.id, port, protocol }));
      continue;
    }
    if (ports.has(port)) found.push((say) => say.secondProtocol(lb.id, service.id, port));
    ports.add(port);
  }
  if (lb.targetType === 'ip') {
    found.push((say) => (lb.type === 'clb' ? say.classicTargets(lb.id) : say.podTargets(lb.id)));
  }
  return found;
}
