import type { AddonReport } from '../addons/report';
import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import type { Node, Pod, RuntimeClass, Service } from '../kubernetes/objects';
import type { Watched } from '../scheduling/schedule';
import type { WorkloadManifest } from './workloadManifest';
import type { Note } from './notes';

/** A design as Kubernetes would hold it, before anything is placed: what `expand` answers. */
export interface Cluster {
  /** Everything, `nodes` and `pods` below included, as the scheduler takes it. */
  readonly objects: ClusterObjects;
  /** What the scheduler does not read: where the overhead of pods comes from. */
  readonly runtimeClasses: readonly RuntimeClass[];
  /** The workloads by entity id in byte order. */
  readonly manifests: readonly WorkloadManifest[];
  readonly nodes: readonly ClusterNode[];
  /** In the scheduler's queue order. */
  readonly pods: readonly ClusterPod[];
  readonly services: readonly ClusterService[];
  /** What this Kubernetes API cannot say, a sentence each. */
  readonly unsupported: readonly Note[];
}

export interface ClusterNode {
  /** The Node object's name. */
  readonly name: string;
  readonly role: 'worker' | 'control-plane';
  /** Entity id of its Auto Scaling group, or of the instance or control-plane node itself; `karpenter.sh` where Karpenter launched it. */
  readonly entity: string;
  /** Entity id of its Auto Scaling group; null without one. */
  readonly group: string | null;
  /** Entity id of its zone. */
  readonly zone: string;
  /** `ap-northeast-2a` */
  readonly zoneName: string;
  readonly instanceType: string;
  readonly object: Node;
}

export interface ClusterPod {
  /** `namespace/name` */
  readonly key: string;
  /** Entity id of its workload. */
  readonly workload: string;
  readonly ordinal: number;
  /** Without `spec.nodeName` unless a pin put it somewhere. */
  readonly object: Pod;
  readonly pinnedTo: string | null;
}

export interface ClusterService {
  /** `namespace/name` */
  readonly key: string;
  /** Entity id. */
  readonly service: string;
  readonly object: Service;
  /** Entity ids of the workloads whose pods it selects. */
  readonly workloads: readonly string[];
}

/** A cluster whose pods have been placed, as far as they can be. */
export interface Placed {
  readonly design: Design;
  readonly catalog: Catalog;
  /** What draws among equals; null: the first by name. */
  readonly seed: number | null;
  readonly cluster: Cluster;
  /** Pod key -> node name, for the pods that run. */
  readonly nodeOf: ReadonlyMap<string, string>;
  /** In queue order; the message is Kubernetes' own. */
  readonly pending: readonly { readonly pod: string; readonly message: string }[];
  /** Keys of pods that preemption took off their node at least once, whether they found another or not. */
  readonly preempted: readonly string[];
  /** How often the seed drew one of several best nodes; 0 without a seed, and where each pod had one best node. */
  readonly drawn: number;
  /** As a dump of the settled cluster: pods with node, address and conditions, claims and volumes that placement bound included. */
  readonly objects: ClusterObjects;
  /** What the add-ons did since; null where the design has none that acts on nodes or pods. */
  readonly addons: AddonReport | null;
  /** Every time that the scheduler looked at the pod to watch; empty where none is watched, or where a pin placed it. */
  readonly watched: readonly Watched[];
}
