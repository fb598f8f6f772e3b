import type { Catalog, InstanceType } from '../catalog/catalog';
import type { ResourceList } from '../kubernetes/objects';
import { formatBytes, formatMilliCpu } from '../kubernetes/quantity';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

/** Counted for an instance type that the catalog does not have, so that a drawing still evaluates. */
const UNKNOWN: Omit<InstanceType, 'type'> = {
  vcpu: 2,
  memoryMiB: 8192,
  arch: 'amd64',
  enis: 3,
  ipv4PerEni: 10,
  maxPods: 29,
  ebsAttachLimit: { table: 27, shared: true },
  networkGbps: 0.75,
};

export function instanceTypeOf(catalog: Catalog, type: string): InstanceType {
  return catalog.instanceTypes.get(type) ?? { type, ...UNKNOWN };
}

/** aws-node (25m) and kube-proxy (100m) run on every node and are not listed: their requests and pod slots are taken off. */
const DAEMONS = { milliCpu: 125, pods: 2 };

/**
 * What a node of this type reports. Memory that the machine sees is taken as 92.5 % of what AWS names (Karpenter's
 * VM_MEMORY_OVERHEAD_PERCENT, an assumption); the kubelet keeps 255 MiB + 11 MiB a pod, 100 MiB before it evicts, and
 * 6 % of the first core, 1 % of the second, 0.5 % of the next two and 0.25 % of the rest; of the disk 1 GiB and 10 %.
 * Source: aws/karpenter-provider-aws pkg/providers/instancetype/types.go; the EKS AMI uses the same formulas.
 */
export function nodeResources(type: InstanceType, rootVolumeGiB: number): { readonly capacity: ResourceList; readonly allocatable: ResourceList } {
  const memoryMiB = Math.floor((type.memoryMiB * 925) / 1000);
  const allocatableMiB = Math.max(0, memoryMiB - (255 + 11 * type.maxPods) - 100);
  const milliCpu = Math.max(0, type.vcpu * 1000 - reservedMilliCpu(type.vcpu) - DAEMONS.milliCpu);
  const disk = rootVolumeGiB * GIB;
  return {
    capacity: {
      cpu: String(type.vcpu),
      memory: `${memoryMiB}Mi`,
      'ephemeral-storage': `${rootVolumeGiB}Gi`,
      pods: String(type.maxPods),
    },
    allocatable: {
      cpu: formatMilliCpu(milliCpu),
      memory: `${allocatableMiB}Mi`,
      'ephemeral-storage': formatBytes(Math.max(0, Math.floor(disk * 0.9) - GIB)),
      pods: String(Math.max(0, type.maxPods - DAEMONS.pods)),
    },
  };
}

function reservedMilliCpu(vcpu: number): number {
  const cores = [60, 10, 5, 5];
  let reserved = 0;
  for (let core = 0; core < vcpu; core++) reserved += cores[core] ?? 2.5;
  return Math.floor(reserved);
}

/**
 * EBS volumes that the CSI driver may attach: its table less the root volume and other disks; where disks share the
 * limit with network interfaces, also less the second interface that the VPC CNI attaches.
 * Source: kubernetes-sigs/aws-ebs-csi-driver pkg/driver/node.go, getVolumesLimit.
 */
export function ebsAttachLimit(type: InstanceType, otherVolumes: number): number {
  return Math.max(1, type.ebsAttachLimit.table - 1 - otherVolumes - (type.ebsAttachLimit.shared ? 1 : 0));
}
