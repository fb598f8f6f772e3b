import { inByteOrder } from '../byteOrder';
import type { Catalog } from '../catalog/catalog';
import type { AutoScalingGroup, ControlPlaneNode, Design, Instance, Zone } from '../design/schema';
import { entitiesOf, entityById, zoneName, zonesOf } from '../design/tree';
import type { CSINode, Labels, Node, Taint } from '../kubernetes/objects';
import { instancesPerZone } from '../scaling/autoScalingGroup';
import type { ClusterNode } from './cluster';
import { hexOf } from './hash';
import { ebsAttachLimit, instanceTypeOf, nodeResources } from './instanceResources';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const CONTROL_PLANE_LABELS: Labels = { [CONTROL_PLANE]: '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' };
const CONTROL_PLANE_TAINTS: readonly Taint[] = [{ key: CONTROL_PLANE, effect: 'NoSchedule' }];
export const READY = [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' }];

/**
 * The design's Nodes: self-managed control-plane machines, then groups (zones by letter), then individual instances,
 * each by id. etcd-only machines and EKS's control plane are none. An entity in a zone that is gone has no node.
 */
export function clusterNodes(design: Design, catalog: Catalog): readonly ClusterNode[] {
  const nodes: ClusterNode[] = [];
  const taken = new Set<string>();
  if (design.settings.controlPlane === 'self-managed') {
    for (const machine of entitiesOf(design, 'controlPlaneNode')) {
      const zone = zoneOf(design, machine.zone);
      if (zone !== undefined) nodes.push(nodeOf(design, catalog, machine, zone, free(machine.id, taken)));
    }
  }
  const zones = zonesOf(design);
  for (const group of entitiesOf(design, 'autoScalingGroup')) {
    const counts = instancesPerZone(group, zones);
    for (const zone of zones) {
      const count = counts.get(zone.id) ?? 0;
      for (let i = 0; i < count; i++) nodes.push(nodeOf(design, catalog, group, zone, free(groupNodeName(group, zone, i), taken)));
    }
  }
  for (const instance of entitiesOf(design, 'instance')) {
    const zone = zoneOf(design, instance.zone);
    if (zone !== undefined) nodes.push(nodeOf(design, catalog, instance, zone, free(instance.id, taken)));
  }
  return nodes;
}

/**
 * Nodes that a group launches: their names go on where those of `existing` (names of nodes, living or dead) end.
 */
export function launchedNodes(
  design: Design,
  catalog: Catalog,
  group: AutoScalingGroup,
  launches: ReadonlyMap<string, number>,
  existing: ReadonlySet<string>,
): readonly ClusterNode[] {
  const nodes: ClusterNode[] = [];
  for (const zone of zonesOf(design)) {
    let index = 0;
    for (let n = launches.get(zone.id) ?? 0; n > 0; n--) {
      while (existing.has(groupNodeName(group, zone, index))) index++;
      nodes.push(nodeOf(design, catalog, group, zone, groupNodeName(group, zone, index)));
      index++;
    }
  }
  return nodes;
}

function groupNodeName(group: AutoScalingGroup, zone: Zone, index: number): string {
  return `${group.id}-${zone.letter}-${index}`;
}

function free(name: string, taken: Set<string>): string {
  let unique = name;
  while (taken.has(unique)) unique += '-x';
  taken.add(unique);
  return unique;
}

function zoneOf(design: Design, id: string): Zone | undefined {
  const zone = entityById(design, id);
  return zone?.kind === 'zone' ? zone : undefined;
}

type Machine = ControlPlaneNode | AutoScalingGroup | Instance;

/** Nodes already made, so that what did not change keeps its identity from one evaluation to the next. */
const made = new WeakMap<Catalog, WeakMap<Machine, Map<string, ClusterNode>>>();

function nodeOf(design: Design, catalog: Catalog, machine: Machine, zone: Zone, name: string): ClusterNode {
  let machines = made.get(catalog);
  if (machines === undefined) made.set(catalog, (machines = new WeakMap()));
  let nodes = machines.get(machine);
  if (nodes === undefined) machines.set(machine, (nodes = new Map()));
  const { region, kubernetesVersion, controlPlane, namePrefix } = design.settings;
  const key = `${name} ${zone.id} ${zone.letter} ${region} ${kubernetesVersion} ${controlPlane} ${namePrefix}`;
  let node = nodes.get(key);
  if (node === undefined) nodes.set(key, (node = makeNode(design, catalog, machine, zone, name)));
  return node;
}

function makeNode(design: Design, catalog: Catalog, machine: Machine, zone: Zone, name: string): ClusterNode {
  const { region, kubernetesVersion } = design.settings;
  const zoneOfNode = zoneName(design, zone);
  const instanceType = machine.kind === 'autoScalingGroup' ? (machine.instanceTypes[0] ?? 'm6i.large') : machine.instanceType;
  const type = instanceTypeOf(catalog, instanceType);
  const taints = machine.kind === 'controlPlaneNode' ? CONTROL_PLANE_TAINTS : uniqueTaints(machine.taints);
  const object: Node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: inByteOrder({
        ...(machine.kind === 'controlPlaneNode' ? CONTROL_PLANE_LABELS : machine.labels),
        ...managedLabels(design, machine),
        'kubernetes.io/arch': type.arch,
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': instanceType,
        'topology.ebs.csi.aws.com/zone': zoneOfNode,
        'topology.kubernetes.io/region': region,
        'topology.kubernetes.io/zone': zoneOfNode,
      }),
    },
    spec: { providerID: `aws:///${zoneOfNode}/${instanceId(name)}`, ...(taints.length === 0 ? {} : { taints }) },
    status: { ...nodeResources(type, machine.rootVolumeGiB), conditions: READY, nodeInfo: nodeInfo(name, type.arch, kubernetesVersion) },
  };
  return {
    name,
    role: machine.kind === 'controlPlaneNode' ? 'control-plane' : 'worker',
    entity: machine.id,
    group: machine.kind === 'autoScalingGroup' ? machine.id : null,
    zone: zone.id,
    zoneName: zoneOfNode,
    instanceType,
    object,
  };
}

/** The API demands every field of it; what the design does not know is left empty, as the API's own default is. */
export function nodeInfo(name: string, architecture: string, version: string): NonNullable<Node['status']['nodeInfo']> {
  return {
    architecture,
    bootID: '',
    containerRuntimeVersion: '',
    kernelVersion: '',
    kubeProxyVersion: '',
    kubeletVersion: `v${version}.0`,
    machineID: hexOf(name, 32),
    operatingSystem: 'linux',
    osImage: '',
    systemUUID: '',
  };
}

/** EKS labels the nodes of a managed group with its name. */
function managedLabels(design: Design, machine: Machine): Labels {
  const managed = machine.kind === 'autoScalingGroup' && machine.eksManaged && design.settings.controlPlane === 'eks';
  return managed ? { 'eks.amazonaws.com/nodegroup': nodeGroupName(design.settings.namePrefix, machine.id) } : {};
}

/** What the Terraform export calls the managed group; names of AWS end at 63 characters. */
function nodeGroupName(prefix: string, id: string): string {
  const name = `${prefix}-${id}`;
  return name.length <= 63 ? name : id;
}

/** The API refuses two taints of one key and effect: the first stays. */
function uniqueTaints(taints: readonly { readonly key: string; readonly value: string; readonly effect: Taint['effect'] }[]): readonly Taint[] {
  return taints
    .filter((taint, i) => taints.findIndex((other) => other.key === taint.key && other.effect === taint.effect) === i)
    .map(({ key, value, effect }) => (value === '' ? { key, effect } : { key, value, effect }));
}

function instanceId(nodeName: string): string {
  return `i-${hexOf(nodeName, 17)}`;
}

const EBS_TOPOLOGY = ['kubernetes.io/os', 'topology.ebs.csi.aws.com/zone', 'topology.kubernetes.io/zone'];

/** What the kubelet says of a node's CSI drivers; `drivers` are those that the design uses. */
export function csiNode(design: Design, catalog: Catalog, node: ClusterNode, drivers: readonly string[]): CSINode {
  const context = drivers.join();
  const known = csiNodes.get(node);
  if (known?.context === context) return known.object;
  const object = makeCsiNode(design, catalog, node, drivers);
  csiNodes.set(node, { context, object });
  return object;
}

const csiNodes = new WeakMap<ClusterNode, { readonly context: string; readonly object: CSINode }>();

function makeCsiNode(design: Design, catalog: Catalog, node: ClusterNode, drivers: readonly string[]): CSINode {
  const machine = entityById(design, node.entity);
  const etcdVolumes = machine?.kind === 'controlPlaneNode' && machine.etcd !== 'none' ? 1 : 0;
  const nodeID = instanceId(node.name);
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSINode',
    metadata: { name: node.name },
    spec: {
      drivers: drivers.map((name) =>
        name === 'ebs.csi.aws.com'
          ? {
              name,
              nodeID,
              topologyKeys: EBS_TOPOLOGY,
              allocatable: { count: ebsAttachLimit(instanceTypeOf(catalog, node.instanceType), etcdVolumes) },
            }
          : { name, nodeID },
      ),
    },
  };
}
