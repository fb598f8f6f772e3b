import type { ControlPlaneNode, EtcdNode } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { block, hcl, template } from '../hcl';
import type { Block, Expression } from '../hcl';
import type { Plan } from './plan';

/** A machine of a self-managed control plane. */
export type Machine = ControlPlaneNode | EtcdNode;

/** Control-plane nodes that have a subnet, by id. */
export function controlPlaneNodes(plan: Plan): readonly ControlPlaneNode[] {
  return entitiesOf(plan.design, 'controlPlaneNode').filter((node) => isPlaced(plan, node));
}

/** External etcd members that have a subnet, by id. */
export function etcdNodes(plan: Plan): readonly EtcdNode[] {
  return entitiesOf(plan.design, 'etcdNode').filter((node) => isPlaced(plan, node));
}

export function isPlaced(plan: Plan, machine: { readonly zone: string }): boolean {
  return plan.lettersOf([machine.zone]).length > 0;
}

/** `host:port` of the API server, as far as there is one. */
export function apiEndpoint(plan: Plan): Expression {
  return controlPlaneNodes(plan).length === 0 ? '' : template(hcl`aws_lb.api-server.dns_name`, ':6443');
}

/** IMDSv2 only; two hops, so that pods reach it through their own network namespace. */
export function metadataOptions(): Block {
  return block('metadata_options', [], { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 2 });
}

/** Tags of a machine: its name, and the cluster that it belongs to. */
export function clusterTags(name: Expression): Expression {
  return { type: 'object', entries: [['Name', name], [template('kubernetes.io/cluster/', hcl`local.cluster_name`), 'owned']] };
}
