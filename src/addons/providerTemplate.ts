import { inByteOrder } from '../byteOrder';
import type { Catalog } from '../catalog/catalog';
import type { AutoScalingGroup, Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { Node } from '../kubernetes/objects';

const MIB = 1024 * 1024;
/** The AWS provider's, whatever the network plugin allows. */
const PODS = '110';

/**
 * What the cluster autoscaler's AWS provider takes a node of a group without nodes to be; null where it cannot build one.
 * Its zone is the group's first, nothing is reserved, and labels and taints come from the tags that the Terraform sets.
 * Source: kubernetes/autoscaler cluster-autoscaler 1.34, cloudprovider/aws/aws_manager.go, buildNodeFromTemplate.
 */
export function providerTemplate(design: Design, catalog: Catalog, group: AutoScalingGroup): Node | null {
  const zone = zonesOf(design).find(({ id }) => group.zones.includes(id));
  const instanceType = group.instanceTypes[0] ?? '';
  const type = catalog.instanceTypes.get(instanceType);
  if (zone === undefined || type === undefined) return null;
  const name = `${group.id}-asg`;
  const zoneOfNode = zoneName(design, zone);
  const resources = { cpu: String(type.vcpu), memory: String(type.memoryMiB * MIB), 'nvidia.com/gpu': '0', pods: PODS };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: inByteOrder({
        'kubernetes.io/arch': type.arch,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': instanceType,
        'topology.ebs.csi.aws.com/zone': zoneOfNode,
        'topology.kubernetes.io/region': design.settings.region,
        'topology.kubernetes.io/zone': zoneOfNode,
        'kubernetes.io/hostname': name,
        ...group.labels,
      }),
    },
    spec: group.taints.length === 0 ? {} : { taints: group.taints.map(({ key, value, effect }) => (value === '' ? { key, effect } : { key, value, effect })) },
    status: { capacity: resources, allocatable: resources, conditions: [{ type: 'Ready', status: 'True' }] },
  };
}
