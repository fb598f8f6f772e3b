import type { PlacedPod } from '#engine/evaluation';
import { podPosition, sizes } from './geometry';
import type { PodShape, WorkloadMark } from './workloadMarks';

/** An SVG path of one shape with its top left corner at x, y. */
export function shapePath(shape: PodShape, x: number, y: number, size: number): string {
  const r = size / 2;
  switch (shape) {
    case 'circle':
      return `M${x} ${y + r}a${r} ${r} 0 1 0 ${size} 0a${r} ${r} 0 1 0 ${-size} 0z`;
    case 'square':
      return `M${x} ${y}h${size}v${size}h${-size}z`;
    case 'diamond':
      return `M${x + r} ${y}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
  }
}

/** How a pod is drawn: filled, hollow (it is lost or was here), outlined (it moved here), or dashed (it starts here). */
export type PodLook = 'here' | 'moved' | 'gone' | 'starting';

export interface PodGroup {
  readonly key: string;
  readonly colour: number;
  readonly look: PodLook;
  /** 0 to 3 by share of the traffic; 3 where it is not shown. */
  readonly level: number;
  /** One path for all pods of the group: thousands are drawn. */
  readonly path: string;
}

/** The pods of a card as one path for each colour and look. */
export function podPaths(
  pods: readonly PlacedPod[],
  marks: ReadonlyMap<string, WorkloadMark>,
  lookOf: (pod: PlacedPod) => PodLook,
  levelOf: (pod: PlacedPod) => number,
): readonly PodGroup[] {
  const groups = new Map<string, { colour: number; look: PodLook; level: number; path: string }>();
  pods.forEach((pod, index) => {
    const place = podPosition(index);
    const mark = marks.get(pod.workload);
    if (place === null || mark === undefined) return;
    const look = lookOf(pod);
    const level = levelOf(pod);
    const key = `${mark.colour} ${look} ${level}`;
    const inset = look === 'here' ? 0 : 1;
    const path = shapePath(mark.shape, place.x + inset, place.y + inset, sizes.pod.size - 2 * inset);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { colour: mark.colour, look, level, path });
    else group.path += path;
  });
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
