import { compareBytes } from '../byteOrder';
import type { InstanceType } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import { instanceTypeOf, nodeResources } from '../cluster/instanceResources';
import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { PodSpec } from '../kubernetes/objects';
import { amounts, podRequests } from '../kubernetes/podRequests';
import { CAPACITY_TYPE, ROOT_VOLUME_GIB } from './entity';
import { oneOf } from './requirement';
import { conflict, both, fromExpressions, fromLabels, ZONE, type Requirements } from './requirements';
import { resourcesOf, sum, type Resources } from './resources';

export type CapacityType = 'on-demand' | 'spot';

/** One instance type that the NodePool may launch. */
export interface InstanceOption {
  readonly type: InstanceType;
  /** What a node of it is, or may be. */
  readonly requirements: Requirements;
  readonly allocatable: Resources;
  /** What the pods of DaemonSets ask that run on it. */
  readonly daemons: Resources;
  /** On-demand, an hour: what spot costs is not in the catalog. */
  readonly usdPerHour: number;
}

/** The one NodePool that a design has. */
export interface NodePool {
  readonly requirements: Requirements;
  /** Cheapest first, then by name. */
  readonly options: readonly InstanceOption[];
  /** vCPUs that its nodes may have together; undefined: any number. */
  readonly cpuLimit: number | undefined;
}

/**
 * What the settings say, and where they say nothing the NodePool of Karpenter's "Getting Started": amd64, categories c,
 * m and r from their third generation on, on-demand, every zone of the design. Nothing is launched in lost zones (by name).
 */
export function nodePoolOf({ design, catalog, cluster }: Placed, lostZones: ReadonlySet<string> = new Set()): NodePool {
  const { instanceTypes, zones: letters, capacityTypes, limits } = design.settings.addons.karpenter ?? {};
  const zones = zonesOf(design).filter((zone) => (letters === undefined || letters.includes(zone.letter)) && !lostZones.has(zoneName(design, zone)));
  const requirements: Requirements = new Map([
    [ZONE, oneOf(zones.map((zone) => zoneName(design, zone)))],
    [CAPACITY_TYPE, oneOf(capacityTypes ?? ['on-demand'])],
    ['karpenter.sh/nodepool', oneOf(['default'])],
  ]);
  const daemonSets = cluster.manifests.filter(({ workload }) => workload.type === 'DaemonSet').map(({ admitted }) => admitted);
  if (zones.length === 0) return { requirements, options: [], cpuLimit: limits?.cpu };
  const names = instanceTypes ?? [...catalog.instanceTypes.values()].filter(isDefault).map(({ type }) => type);
  const options = [...new Set(names)].flatMap((name): readonly InstanceOption[] => {
    const price = catalog.prices.ec2(name);
    if (!catalog.instanceTypes.has(name) || price === null) return [];
    const type = instanceTypeOf(catalog, name);
    const known = both(requirements, labelsOf(type, design));
    return [
      {
        type,
        requirements: known,
        allocatable: amounts(nodeResources(type, ROOT_VOLUME_GIB).allocatable),
        daemons: sum(...daemonSets.filter((spec) => runsOn(spec, known)).map((spec) => resourcesOf(podRequests({ apiVersion: 'v1', kind: 'Pod', metadata: { name: '' }, spec })))),
        usdPerHour: price.usd,
      },
    ];
  });
  return {
    requirements,
    options: options.sort((a, b) => a.usdPerHour - b.usdPerHour || compareBytes(a.type.type, b.type.type)),
    cpuLimit: limits?.cpu,
  };
}

const FAMILY = /^([a-z]+)(\d+)/;

function isDefault({ type, arch }: InstanceType): boolean {
  const [, category = '', generation = ''] = FAMILY.exec(type) ?? [];
  return arch === 'amd64' && ['c', 'm', 'r'].includes(category) && Number(generation) > 2;
}

/** Labels that Karpenter gives every node of a type; those of processors, networks and disks are left out. */
export function typeLabels(type: InstanceType): Readonly<Record<string, string>> {
  const [family = '', size = ''] = type.type.split('.');
  const [, category = '', generation = ''] = FAMILY.exec(type.type) ?? [];
  return {
    'karpenter.k8s.aws/instance-category': category,
    'karpenter.k8s.aws/instance-cpu': String(type.vcpu),
    'karpenter.k8s.aws/instance-family': family,
    'karpenter.k8s.aws/instance-generation': generation,
    'karpenter.k8s.aws/instance-memory': String(type.memoryMiB),
    'karpenter.k8s.aws/instance-size': size,
    'kubernetes.io/arch': type.arch,
    'kubernetes.io/os': 'linux',
    'node.kubernetes.io/instance-type': type.type,
  };
}

function labelsOf(type: InstanceType, design: Design): Requirements {
  return fromLabels({ ...typeLabels(type), 'topology.kubernetes.io/region': design.settings.region });
}

/** The DaemonSet controller looks at required terms only; any of them may suit. */
function runsOn(spec: PodSpec, node: Requirements): boolean {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const selected = fromLabels(spec.nodeSelector ?? {});
  const wanted = terms.length === 0 ? [selected] : terms.map((term) => both(selected, fromExpressions(term.matchExpressions ?? [])));
  return wanted.some((requirements) => conflict(node, requirements, true) === null);
}
