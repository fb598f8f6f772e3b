import type { Node } from '../kubernetes/objects';
import { amounts, isScalarResource } from '../kubernetes/podRequests';
import type { PodInfo } from './podInfo';

/** What a node offers; read once, shared by all copies. CPU in millicores, the rest in whole units. */
export interface NodeCapacity {
  readonly milliCpu: number;
  readonly memory: number;
  readonly ephemeralStorage: number;
  readonly pods: number;
  readonly scalars: ReadonlyMap<string, number>;
  /** Size in bytes by image name, as the node reports it. */
  readonly images: ReadonlyMap<string, number>;
}

/** A node with its pods and the sums of what they ask. Source: kubernetes/kubernetes pkg/scheduler/framework/types.go. */
export class NodeInfo {
  readonly node: Node;
  readonly name: string;
  readonly capacity: NodeCapacity;
  pods: PodInfo[];
  milliCpu = 0;
  memory = 0;
  ephemeralStorage = 0;
  nonZeroMilliCpu = 0;
  nonZeroMemory = 0;
  scalars: Map<string, number> = new Map();
  /** Volumes that its pods name, of any kind. */
  volumeCount = 0;

  constructor(node: Node, capacity: NodeCapacity = capacityOf(node), pods: PodInfo[] = []) {
    this.node = node;
    this.name = node.metadata.name;
    this.capacity = capacity;
    this.pods = pods;
  }

  clone(): NodeInfo {
    const copy = new NodeInfo(this.node, this.capacity, this.pods.slice());
    copy.milliCpu = this.milliCpu;
    copy.memory = this.memory;
    copy.ephemeralStorage = this.ephemeralStorage;
    copy.nonZeroMilliCpu = this.nonZeroMilliCpu;
    copy.nonZeroMemory = this.nonZeroMemory;
    copy.volumeCount = this.volumeCount;
    if (this.scalars.size > 0) copy.scalars = new Map(this.scalars);
    return copy;
  }

  add(pod: PodInfo): void {
    this.pods.push(pod);
    this.count(pod, 1);
  }

  /** False where the pod is not on this node. */
  remove(pod: PodInfo): boolean {
    const index = this.pods.findIndex(({ key }) => key === pod.key);
    if (index < 0) return false;
    this.pods.splice(index, 1);
    this.count(pod, -1);
    return true;
  }

  private count({ pod, requests }: PodInfo, sign: 1 | -1): void {
    this.volumeCount += sign * (pod.spec.volumes?.length ?? 0);
    this.milliCpu += sign * requests.milliCpu;
    this.memory += sign * requests.memory;
    this.ephemeralStorage += sign * requests.ephemeralStorage;
    this.nonZeroMilliCpu += sign * requests.nonZeroMilliCpu;
    this.nonZeroMemory += sign * requests.nonZeroMemory;
    for (const { resource, value } of requests.scalars) this.scalars.set(resource, (this.scalars.get(resource) ?? 0) + sign * value);
  }
}

const capacities = new WeakMap<Node, NodeCapacity>();

function capacityOf(node: Node): NodeCapacity {
  const known = capacities.get(node);
  if (known !== undefined) return known;
  const allocatable = amounts(node.status?.allocatable);
  const capacity: NodeCapacity = {
    milliCpu: allocatable.get('cpu') ?? 0,
    memory: allocatable.get('memory') ?? 0,
    ephemeralStorage: allocatable.get('ephemeral-storage') ?? 0,
    pods: allocatable.get('pods') ?? 0,
    scalars: new Map([...allocatable].filter(([name]) => isScalarResource(name))),
    images: new Map((node.status?.images ?? []).flatMap(({ names, sizeBytes }) => (names ?? []).map((name) => [name, sizeBytes ?? 0]))),
  };
  capacities.set(node, capacity);
  return capacity;
}

