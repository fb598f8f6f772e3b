import type { Node } from '@xyflow/react';
import type { Arrangement, Box } from './arrangement';

/** `data` holds the key alone: whatever else a card shows it reads from the stores, so results never make new nodes. */
export type BoardFlowNode = Node<{ readonly key: string }, Box['type']>;

const layers: Readonly<Record<Box['type'], number>> = { zone: 0, traffic: 1, workers: 2, band: 2, card: 3, cell: 3, instance: 3, volumes: 3, managed: 3, tray: 3 };
/** The board handles pointers itself; React Flow would switch them off on what it cannot drag or select. */
const style = { pointerEvents: 'all' } as const;
const noHandles: [] = [];
const domAttributes = { 'aria-roledescription': undefined } as const;

/** React Flow's nodes for an arrangement; a box that stayed as it was keeps its very node. */
export function reconcile(arrangement: Arrangement, previous: readonly BoardFlowNode[]): readonly BoardFlowNode[] {
  const before = new Map(previous.map((node) => [node.id, node]));
  const next = arrangement.boxes.map((box) => {
    const node = before.get(box.key);
    return node !== undefined && isSame(node, box) ? node : flowNode(box);
  });
  return next.length === previous.length && next.every((node, index) => node === previous[index]) ? previous : next;
}

function isSame(node: BoardFlowNode, box: Box): boolean {
  return node.type === box.type && node.position.x === box.x && node.position.y === box.y && node.width === box.width && node.height === box.height;
}

function flowNode(box: Box): BoardFlowNode {
  return {
    id: box.key,
    type: box.type,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    data: { key: box.key },
    zIndex: layers[box.type],
    handles: noHandles,
    style,
    domAttributes,
  };
}
