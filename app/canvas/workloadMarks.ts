import { entitiesOf } from '#engine/design/tree';
import type { Design } from '#engine/design/schema';

export type PodShape = 'circle' | 'square' | 'diamond';

/** How a workload's pods are told apart: by colour, and for those who see none by shape and letter. */
export interface WorkloadMark {
  /** 0 to 7: custom property `--workload-N`. */
  readonly colour: number;
  /** One letter, unique as long as the alphabet lasts. */
  readonly letter: string;
  readonly shape: PodShape;
}

export const workloadColours = 8;

const shapes: Readonly<Record<string, PodShape>> = { Deployment: 'circle', StatefulSet: 'square', DaemonSet: 'diamond' };
const known = new WeakMap<Design['entities'], ReadonlyMap<string, WorkloadMark>>();

/** Workload id -> its mark. The same workloads have the same marks, whatever else changes. */
export function workloadMarks(design: Design): ReadonlyMap<string, WorkloadMark> {
  let marks = known.get(design.entities);
  if (marks === undefined) {
    const taken = new Set<string>();
    marks = new Map(
      entitiesOf(design, 'workload').map((workload, index) => {
        const wanted = (workload.name.toUpperCase().replace(/[^A-Z]/g, '') + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ').split('');
        const letter = wanted.find((each) => !taken.has(each)) ?? wanted[0] ?? 'A';
        taken.add(letter);
        return [workload.id, { colour: index % workloadColours, letter, shape: shapes[workload.type] ?? 'circle' }];
      }),
    );
    known.set(design.entities, marks);
  }
  return marks;
}
