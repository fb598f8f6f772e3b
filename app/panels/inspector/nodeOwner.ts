import type { Design } from '#engine/design/schema';
import { entityById } from '#engine/design/tree';

/** Id of what made a node, by its name: the id itself, or `GROUP-ZONE-NUMBER`; null where nothing did. */
export function groupOfNode(design: Design, node: string): string | null {
  if (entityById(design, node) !== undefined) return node;
  const group = node.replace(/-[a-z]-\d+(?:-x)*$/, '');
  return entityById(design, group) === undefined ? null : group;
}
