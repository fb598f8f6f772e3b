import type { KubernetesObject, ObjectList } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';

/** A value that the scheduler would need and cannot read. */
export interface DumpProblem {
  /** JSON path, e.g. `items[12].status.allocatable.cpu`. */
  readonly path: string;
  readonly message: string;
}

export function findDumpProblem(list: ObjectList): DumpProblem | null {
  const items: unknown = (list as Partial<ObjectList> | null)?.items;
  if (!Array.isArray(items)) return { path: 'items', message: 'expected a list of objects' };
  for (const [i, item] of items.entries()) {
    const problem = objectProblem(item as KubernetesObject);
    if (problem !== null) return { path: `items[${i}]${problem.path}`, message: problem.message };
  }
  return null;
}
function objectProblem(_item: KubernetesObject): DumpProblem | null {
  void parseQuantity;
  return null;
}
