import { Background, MiniMap, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import type { ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useRef } from 'react';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useEvaluation } from '../stores/evaluation';
import styles from './Board.module.css';
import { BoardMenu } from './BoardMenu';
import { BoardToolbar } from './BoardToolbar';
import { followStores, useBoardView } from './boardView';
import { GhostLayer } from './GhostLayer';
import { Lanes } from './Lanes';
import { nodeTypes } from './nodeTypes';
import { Paths } from './Paths';
import type { BoardFlowNode } from './reconcile';
import { SlotMark } from './SlotMark';
import { useBoardKeyboard } from './useBoardKeyboard';
import { useBoardPointer } from './useBoardPointer';
import { attachViewport, fitBoard, onViewportMove } from './viewport';

const noEdges: [] = [];
const many = 300;
const proOptions = { hideAttribution: true } as const;
const panButtons = [0, 1, 2];
const mapColour = (node: BoardFlowNode) => (node.type === 'zone' ? 'var(--column)' : node.type === 'group' ? 'var(--surface-3)' : 'var(--line-strong)');

/** The board: everything in its column and lane, with the means to change it. */
export function Board() {
  return (
    <ReactFlowProvider>
      <BoardArea />
    </ReactFlowProvider>
  );
}

function BoardArea() {
  const t = useT();
  const area = useRef<HTMLDivElement>(null);
  const nodes = useBoardView((view) => view.nodes);
  const depth = useCanvas((canvas) => canvas.depth);
  const killing = useCanvas((canvas) => canvas.killing);
  const hasFocus = useCanvas((canvas) => canvas.focus !== null);
  const isLoading = useEvaluation((state) => state.status === 'loading');

  useEffect(followStores, []);
  useBoardKeyboard(area);
  const { box, ghost } = useBoardPointer(area);

  return (
    <section
      ref={area}
      id="board"
      className={styles.board}
      data-depth={depth}
      data-killing={killing || undefined}
      data-loading={isLoading || undefined}
      aria-label={t('board.label')}
      aria-describedby="board-help"
      // The whole board is one stop of the Tab key; its fields are reached with the arrows.
      tabIndex={hasFocus ? -1 : 0}
    >
      <p id="board-help" hidden>
        {t('board.help')}
      </p>
      <ReactFlow
        nodes={nodes as BoardFlowNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onInit={onInit}
        onMove={onViewportMove}
        minZoom={0.1}
        maxZoom={2.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode="Space"
        zoomActivationKeyCode={null}
        panOnScroll
        panOnDrag={panButtons}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > many}
        proOptions={proOptions}
      >
        <Background gap={20} size={1} color="var(--column-line)" />
        <ViewportPortal>
          <Lanes />
          <Paths />
          <SlotMark />
        </ViewportPortal>
        <MiniMap className={styles.map ?? ''} nodeColor={mapColour} maskColor="var(--scrim)" pannable zoomable ariaLabel={t('board.map')} />
      </ReactFlow>
      <div ref={box} className={styles.box} hidden />
      <GhostLayer ghost={ghost} />
      <BoardToolbar />
      <BoardMenu area={area} />
      <Announcer />
    </section>
  );
}

function onInit(instance: ReactFlowInstance<BoardFlowNode>): void {
  attachViewport(instance);
  fitBoard({ animated: false });
}

/** Says what happened to those who do not see it. */
function Announcer() {
  const announcement = useCanvas((canvas) => canvas.announcement);
  return (
    <p role="status" aria-live="polite" className="visually-hidden">
      {announcement}
    </p>
  );
}
