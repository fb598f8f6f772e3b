import type { NodeProps } from '@xyflow/react';
import type { BoardFlowNode } from '../reconcile';

/** A node component draws again when its id or size changes; where it is, React Flow's wrapper knows. */
export function sameNode(a: NodeProps<BoardFlowNode>, b: NodeProps<BoardFlowNode>): boolean {
  return a.id === b.id && a.width === b.width && a.height === b.height;
}
