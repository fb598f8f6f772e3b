import type { Plugin } from '../framework';
import { MAX_NODE_SCORE } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';
import type { Snapshot } from '../snapshot';

const MIB = 1024 * 1024;
const MIN_THRESHOLD = 23 * MIB;
const MAX_CONTAINER_THRESHOLD = 1000 * MIB;

/** Prefers nodes that already have the pod's images. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/imagelocality/image_locality.go. */
export const imageLocality: Plugin<undefined, true> = {
  name: 'ImageLocality',
  weight: 1,
  score(_state, { snapshot, pod }, node) {
    return imageLocalityScore(snapshot, pod, node);
  },
};

export function imageLocalityScore(snapshot: Snapshot, pod: PodInfo, node: NodeInfo): number {
  if (node.capacity.images.size === 0) return 0;
  const spread = snapshot.imageSpread();
  let sum = 0;
  for (const name of pod.compiled.images) {
    const image = node.capacity.images.has(name) ? spread.get(name) : undefined;
    if (image !== undefined) sum += Math.trunc(image.size * (image.nodes / snapshot.nodeCount));
  }
  const max = MAX_CONTAINER_THRESHOLD * pod.compiled.containerCount;
  const clamped = Math.min(Math.max(sum, MIN_THRESHOLD), max);
  return Math.floor((MAX_NODE_SCORE * (clamped - MIN_THRESHOLD)) / (max - MIN_THRESHOLD));
}

/** An image without a tag has the tag `latest`. */
export function normalizedImageName(name: string): string {
  return name.lastIndexOf(':') <= name.lastIndexOf('/') ? `${name}:latest` : name;
}
