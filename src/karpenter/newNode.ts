import { inByteOrder } from '../byteOrder';
import type { Placed, ClusterNode } from '../cluster/cluster';
import { hexOf } from '../cluster/hash';
import { nodeResources } from '../cluster/instanceResources';
import { nodeInfo, READY } from '../cluster/nodes';
import { zoneName, zonesOf } from '../design/tree';
import type { Labels } from '../kubernetes/objects';
import type { Draw } from '../scheduling/tieBreak';
import { CAPACITY_TYPE, KARPENTER, ROOT_VOLUME_GIB } from './entity';
import { typeLabels, type CapacityType, type InstanceOption } from './nodePool';
import { requirement, ZONE, type Requirements } from './requirements';

/** A node that Karpenter launches. */
export interface LaunchedNode {
  readonly node: ClusterNode;
  readonly capacityType: CapacityType;
}

/**
 * Launches what a set of requirements has come to: the cheapest type that is left (`options` are by price), spot where
 * it is allowed, in the first of its zones by letter or one that is drawn. EC2 Fleet chooses among zones by price, which
 * is the same in all of them here. Source: aws/karpenter-provider-aws pkg/providers/instance/instance.go.
 */
export function launch({ design }: Placed, requirements: Requirements, option: InstanceOption, taken: ReadonlySet<string>, draw: Draw): LaunchedNode | null {
  const allowed = requirement(requirements, ZONE).values;
  const zones = zonesOf(design).filter((zone) => allowed.has(zoneName(design, zone)));
  const zone = zones[draw(zones.length)];
  if (zone === undefined) return null;
  const capacityType: CapacityType = requirement(requirements, CAPACITY_TYPE).values.has('spot') ? 'spot' : 'on-demand';
  const { region, kubernetesVersion } = design.settings;
  const name = freeName(zone.letter, taken);
  const inZone = zoneName(design, zone);
  const { type } = option;
  const labels: Labels = {
    ...chosen(requirements),
    ...typeLabels(type),
    [CAPACITY_TYPE]: capacityType,
    'karpenter.sh/nodepool': 'default',
    'kubernetes.io/hostname': name,
    'topology.ebs.csi.aws.com/zone': inZone,
    'topology.kubernetes.io/region': region,
    [ZONE]: inZone,
  };
  return {
    capacityType,
    node: {
      name,
      role: 'worker',
      entity: KARPENTER,
      group: null,
      zone: zone.id,
      zoneName: inZone,
      instanceType: type.type,
      object: {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name, labels: inByteOrder(labels) },
        spec: { providerID: `aws:///${inZone}/i-${hexOf(name, 17)}` },
        status: {
          ...nodeResources(type, ROOT_VOLUME_GIB),
          conditions: READY,
          nodeInfo: nodeInfo(name, type.arch, kubernetesVersion),
        },
      },
    },
  };
}

/** Labels that have come down to one value. */
function chosen(requirements: Requirements): Labels {
  return Object.fromEntries([...requirements].flatMap(([label, { complement, values }]) => (complement || values.size !== 1 ? [] : [[label, [...values].join('')]])));
}

function freeName(letter: string, taken: ReadonlySet<string>): string {
  for (let index = 0; ; index++) {
    const name = `karpenter-${letter}-${index}`;
    if (!taken.has(name)) return name;
  }
}
