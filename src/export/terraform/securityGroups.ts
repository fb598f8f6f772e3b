import { hcl, list, reference, resource, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import { controlPlaneNodes, etcdNodes } from './machines';
import { prefixed } from './names';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';

/** Who may reach a security group: another one, or a range of addresses. */
export type Source = { readonly group: string } | { readonly cidr: Expression };

/** Protocol and ports of a rule; `all` is every protocol. */
export type Traffic = 'all' | { readonly protocol: 'tcp' | 'udp'; readonly from: number; readonly to: number };

export function tcp(from: number, to: number = from): Traffic {
  return { protocol: 'tcp', from, to };
}

/** A security group that lets everything out. `name` is its identifier and, with hyphens, its name. */
export function securityGroup(name: string, description: string, extraTags: readonly (readonly [Expression, Expression])[] = []): readonly Block[] {
  const title = prefixed(name.replaceAll('_', '-'));
  return [
    resource('aws_security_group', name, {
      name: title,
      description,
      vpc_id: hcl`local.vpc_id`,
      tags: { type: 'object', entries: [['Name', title], ...extraTags] },
    }),
    resource('aws_vpc_security_group_egress_rule', `${name}_all`, {
      security_group_id: reference('aws_security_group', name, 'id'),
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: '-1',
    }),
  ];
}

/** One rule as a resource of its own, so that rules can be added beside it. */
export function ingress(name: string, group: string, source: Source, traffic: Traffic, description: string): Block {
  return resource('aws_vpc_security_group_ingress_rule', name, {
    security_group_id: reference('aws_security_group', group, 'id'),
    description,
    cidr_ipv4: 'cidr' in source ? source.cidr : undefined,
    referenced_security_group_id: 'group' in source ? reference('aws_security_group', source.group, 'id') : undefined,
    ip_protocol: traffic === 'all' ? '-1' : traffic.protocol,
    from_port: traffic === 'all' ? undefined : traffic.from,
    to_port: traffic === 'all' ? undefined : traffic.to,
  });
}

/** Does any etcd member run on machines of the design? */
function hasEtcd(plan: Plan): boolean {
  return etcdNodes(plan).length > 0 || controlPlaneNodes(plan).some((node) => node.etcd !== 'none');
}

/** Security groups of the control plane, etcd and the nodes; those of load balancers and storage are with these. */
export function securityGroupSection(plan: Plan): Section {
  const control = plan.eks || controlPlaneNodes(plan).length > 0;
  const blocks: Block[] = [
    ...securityGroup('nodes', 'Nodes and their pods', [
      [template('kubernetes.io/cluster/', hcl`local.cluster_name`), 'owned'],
      ...(plan.design.settings.addons.karpenter === undefined ? [] : [['karpenter.sh/discovery', hcl`local.cluster_name`] as const]),
    ]),
    ingress('nodes_from_nodes', 'nodes', { group: 'nodes' }, 'all', 'Nodes and pods among each other'),
  ];
  if (control) {
    const port = plan.eks ? 443 : 6443;
    blocks.push(
      ...securityGroup('control_plane', 'Control plane'),
      ingress('control_plane_from_nodes', 'control_plane', { group: 'nodes' }, tcp(port), 'API server, from nodes and pods'),
      ingress('nodes_kubelet_from_control_plane', 'nodes', { group: 'control_plane' }, tcp(10250), 'Kubelet, from the API server'),
      ingress('nodes_https_from_control_plane', 'nodes', { group: 'control_plane' }, tcp(443), 'Webhooks and aggregated APIs on 443'),
      ingress('nodes_webhooks_from_control_plane', 'nodes', { group: 'control_plane' }, tcp(1025, 10249), 'Webhooks and aggregated APIs'),
      ingress('nodes_webhooks_high_from_control_plane', 'nodes', { group: 'control_plane' }, tcp(10251, 65535), 'Webhooks and aggregated APIs'),
    );
    if (!plan.eks) {
      blocks.push(
        ingress('control_plane_api', 'control_plane', { group: 'control_plane' }, tcp(6443), 'API server, from the other control-plane nodes'),
        ingress('control_plane_kubelet', 'control_plane', { group: 'control_plane' }, tcp(10250), 'Kubelet, from the API servers'),
        ingress('control_plane_kubelet_from_nodes', 'control_plane', { group: 'nodes' }, tcp(10250), 'Kubelet, from monitoring in the cluster'),
      );
    }
  }
  if (!plan.eks && hasEtcd(plan)) {
    blocks.push(
      ...securityGroup('etcd', 'etcd members'),
      ingress('etcd_from_etcd', 'etcd', { group: 'etcd' }, tcp(2379, 2380), 'etcd clients and peers'),
      ...(control ? [ingress('etcd_from_control_plane', 'etcd', { group: 'control_plane' }, tcp(2379), 'etcd clients: the API servers')] : []),
    );
  }
  return section('security-groups.tf', { blocks });
}

export function securityGroupIds(...names: readonly string[]): Expression {
  return list(names.map((name) => reference('aws_security_group', name, 'id')));
}
