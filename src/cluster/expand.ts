import { compareBytes } from '../byteOrder';
import type { Catalog } from '../catalog/catalog';
import type { Design, Entity } from '../design/schema';
import { entitiesOf } from '../design/tree';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import { NO_OBJECTS } from '../kubernetes/clusterObjects';
import type { Namespace } from '../kubernetes/objects';
import { uniqueByName } from './classes';
import type { Cluster, ClusterNode, ClusterPod } from './cluster';
import { controllersOf } from './controllers';
import { disruptionBudget } from './disruptionBudgets';
import { clusterNodes, csiNode } from './nodes';
import { objectNames } from './objectNames';
import { workloadPods } from './pods';
import { clusterServices, governingServices } from './services';
import { claimsOf, csiDrivers, inventedFileSystemId, storageClasses } from './storage';
import type { WorkloadManifest } from './workloadManifest';
import { workloadManifest } from './workloadManifest';
import type { Note } from './notes';

/**
 * The design as Kubernetes would hold it before its pods are placed. Whatever is drawn expands: what refers to nothing
 * counts as absent, what the API would refuse is mended, and `unsupported` says so.
 */
export function expand(design: Design, catalog: Catalog): Cluster {
  const body = bodyOf(design, catalog);
  const { manifests, podsOf, nodes, pods, runtimeClasses } = body;
  const notes: Note[] = [...objectNames(design).notes, ...body.notes];
  const services = clusterServices(design, manifests, podsOf, notes);
  const objects: ClusterObjects = {
    ...body.objects,
    namespaces: namespacesOf(manifests, services.map(({ object }) => object.metadata.namespace ?? 'default')),
    services: services.map(({ object }) => object),
    ...controllersOf(manifests, governingServices(services)),
  };
  return { objects, runtimeClasses, manifests, nodes, pods, services, unsupported: notes };
}

/** Nodes, pods and their storage: what of a cluster does not follow from its Services. */
interface Body extends Pick<Cluster, 'objects' | 'runtimeClasses' | 'manifests' | 'nodes' | 'pods'> {
  readonly podsOf: ReadonlyMap<string, readonly ClusterPod[]>;
  readonly notes: readonly Note[];
}

interface KnownBody {
  readonly settings: string;
  readonly entities: readonly Entity[];
  readonly body: Body;
}

/** By catalog, then by the first entity: of the newest few designs that have it. */
const known = new WeakMap<Catalog, WeakMap<Entity, readonly KnownBody[]>>();
const KEPT = 4;

/** Kinds that no node and no pod is made of. */
const APART: ReadonlySet<Entity['kind']> = new Set(['service', 'loadBalancer', 'client', 'database', 'note']);

/** The same value as before while all that it is made of is: later stages keep what they find by identity. */
function bodyOf(design: Design, catalog: Catalog): Body {
  const { region, kubernetesVersion, controlPlane, namePrefix } = design.settings;
  const settings = `${region} ${kubernetesVersion} ${controlPlane} ${namePrefix}`;
  const entities = design.entities.filter(({ kind }) => !APART.has(kind));
  const [first] = entities;
  if (first === undefined) return makeBody(design, catalog);
  let ofCatalog = known.get(catalog);
  if (ofCatalog === undefined) known.set(catalog, (ofCatalog = new WeakMap()));
  const bodies = ofCatalog.get(first) ?? [];
  const same = bodies.find((each) => each.settings === settings && each.entities.length === entities.length && each.entities.every((entity, i) => entity === entities[i]));
  const newest = same ?? { settings, entities, body: makeBody(design, catalog) };
  ofCatalog.set(first, [newest, ...bodies.filter((each) => each !== same)].slice(0, KEPT));
  return newest.body;
}

function makeBody(design: Design, catalog: Catalog): Body {
  const nodes = clusterNodes(design, catalog);
  const notes: Note[] = unknownTypes(catalog, nodes).map((type) => (say) => say.unknownInstanceType(type));
  const manifests = entitiesOf(design, 'workload').map((workload) => workloadManifest(design, workload));
  for (const manifest of manifests) notes.push(...manifest.notes);

  const podsOf = new Map<string, readonly ClusterPod[]>();
  const nodeNames = new Set(nodes.map(({ name }) => name));
  const taken = new Set<string>();
  for (const manifest of manifests) podsOf.set(manifest.workload.id, workloadPods(manifest, nodes, nodeNames, taken, notes));
  const pods = inQueueOrder(manifests, podsOf);
  const { claims, volumes } = claimsOf(design, manifests, podsOf, nodes);
  const drivers = csiDrivers(design);
  const driverNames = drivers.map(({ metadata }) => metadata.name);

  const objects: ClusterObjects = {
    ...NO_OBJECTS,
    nodes: nodes.map(({ object }) => object),
    pods: pods.map(({ object }) => object),
    persistentVolumeClaims: claims,
    persistentVolumes: volumes,
    storageClasses: storageClasses(design, inventedFileSystemId),
    csiNodes: nodes.map((node) => csiNode(design, catalog, node, driverNames)),
    csiDrivers: drivers,
    podDisruptionBudgets: manifests.map((manifest) => budgetOf(manifest, podsOf)).filter((budget) => budget !== undefined),
    priorityClasses: uniqueByName(manifests.map(({ priorityClass }) => priorityClass).filter((c) => c !== undefined)),
  };
  const runtimeClasses = uniqueByName(manifests.map(({ runtimeClass }) => runtimeClass).filter((c) => c !== undefined));
  return { objects, runtimeClasses, manifests, nodes, pods, podsOf, notes };
}

/** By priority; among equals first what runs on every node, then workloads by id, then ordinals. */
function inQueueOrder(manifests: readonly WorkloadManifest[], podsOf: ReadonlyMap<string, readonly ClusterPod[]>): readonly ClusterPod[] {
  const daemon = (manifest: WorkloadManifest): number => (manifest.workload.type === 'DaemonSet' ? 0 : 1);
  return [...manifests]
    .sort((a, b) => b.workload.priority - a.workload.priority || daemon(a) - daemon(b) || compareBytes(a.workload.id, b.workload.id))
    .flatMap(({ workload }) => podsOf.get(workload.id) ?? []);
}

function unknownTypes(catalog: Catalog, nodes: readonly ClusterNode[]): readonly string[] {
  return [...new Set(nodes.map(({ instanceType }) => instanceType))].filter((type) => !catalog.instanceTypes.has(type)).sort(compareBytes);
}

function namespacesOf(manifests: readonly WorkloadManifest[], ofServices: readonly string[]): readonly Namespace[] {
  const names = new Set([...manifests.map(({ workload }) => workload.namespace), ...ofServices]);
  return [...names].sort(compareBytes).map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  }));
}

function budgetOf(manifest: WorkloadManifest, podsOf: ReadonlyMap<string, readonly ClusterPod[]>) {
  const pods = podsOf.get(manifest.workload.id) ?? [];
  return disruptionBudget(manifest, pods.filter(({ pinnedTo }) => pinnedTo !== null).length, pods.length);
}
