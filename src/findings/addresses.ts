import type { Catalog } from '../catalog/catalog';

/** A worker with what it carries. */
export interface LoadedNode {
  readonly zone: string;
  readonly instanceType: string;
  readonly pods: number;
}

/**
 * Addresses that workers take from their zone's private subnet, by zone name, with the VPC CNI as it is delivered: whole
 * network interfaces with all their secondary addresses, enough for the node's pods and a warm one beside them. Every
 * interface's first address is the node's own. Types that the catalog lacks take one address a pod.
 * Source: aws/amazon-vpc-cni-k8s docs/eni-and-ip-target.md (WARM_ENI_TARGET 1).
 */
export function addressesByZone(catalog: Catalog, nodes: readonly LoadedNode[]): ReadonlyMap<string, number> {
  const byZone = new Map<string, number>();
  for (const { zone, instanceType, pods } of nodes) {
    const type = catalog.instanceTypes.get(instanceType);
    const taken =
      type === undefined ? pods + 1 : Math.min(type.enis, Math.max(1, Math.ceil(pods / Math.max(1, type.ipv4PerEni - 1))) + 1) * type.ipv4PerEni;
    byZone.set(zone, (byZone.get(zone) ?? 0) + taken);
  }
  return byZone;
}
