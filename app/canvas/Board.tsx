import { Background, MiniMap, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import type { ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useRef } from 'react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { useT } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import styles from './Board.module.css';
import { BoardMenu } from './BoardMenu';
import { BoardToolbar } from './BoardToolbar';
import { addZone } from './quickAdd';
import { useReadOnly } from './readOnly';
import { followStores, useBoardView } from './boardView';
import { GhostLayer } from './GhostLayer';
import { Lanes } from './Lanes';
import { nodeTypes } from './nodeTypes';
import { Paths } from './Paths';
import type { BoardFlowNode } from './reconcile';
import { SlotMark } from './SlotMark';
import { useBoardKeyboard } from './useBoardKeyboard';
import { useBoardPointer } from './useBoardPointer';
import { attachViewport, fitBoard, keepWhole, onViewportEnd, onViewportMove, onViewportStart, showWholeNext } from './viewport';

const noEdges: [] = [];
const many = 300;
const proOptions = { hideAttribution: true } as const;
/** React Flow draws the map in these px. */
const mapSize = { width: 168, height: 112 } as const;
/** The board describes itself, in the language of the page. */
const noDescriptions = { 'node.a11yDescription.default': '', 'node.a11yDescription.keyboardDisabled': '', 'edge.a11yDescription.default': '' } as const;
const panButtons = [0, 1, 2];
const mapColour = (node: BoardFlowNode) => (node.type === 'zone' ? 'var(--column)' : node.type === 'workers' ? 'var(--surface-3)' : 'var(--line-strong)');

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
  const hasZones = useBoardView((view) => view.arrangement.columns.length > 0);
  const isReading = useReadOnly();

  useEffect(() => keepInSight(area.current), []);
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
        onMoveStart={onViewportStart}
        onMove={onViewportMove}
        onMoveEnd={onViewportEnd}
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
        ariaLabelConfig={noDescriptions}
        noPanClassName={isReading ? 'never' : 'nopan'}
      >
        <Background gap={20} size={1} color="var(--column-line)" />
        <ViewportPortal>
          <Lanes />
          <Paths />
          <SlotMark />
        </ViewportPortal>
        {hasZones && <MiniMap className={styles.map ?? ''} nodeColor={mapColour} maskColor="var(--map-mask)" style={mapSize} pannable zoomable ariaLabel={t('board.map')} />}
      </ReactFlow>
      <div ref={box} className={styles.box} hidden />
      <GhostLayer ghost={ghost} />
      {!hasZones && (
        <div className={styles.empty} data-overlay>
          <EmptyState title={t('board.noZones')} action={<Button onPress={addZone}>{t('command.addZone')}</Button>}>
            {t('board.noZonesText')}
          </EmptyState>
        </div>
      )}
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

/** Shows a newly opened design whole, and keeps it so while nobody has moved the view. */
function keepInSight(board: HTMLElement | null): () => void {
  const isFresh = () => {
    const { history } = useDocument.getState();
    return history.past.length === 0 && history.future.length === 0;
  };
  const stops = [
    useDocument.subscribe((state, before) => {
      if (state.history !== before.history && isFresh()) showWholeNext();
    }),
    useBoardView.subscribe((state, before) => {
      const { width, height } = state.arrangement;
      // While something is held the view stays: what one aims at must not move away.
      if (useCanvas.getState().gesture !== null) return;
      if (width !== before.arrangement.width || height !== before.arrangement.height) keepWhole({ isFresh: isFresh() });
    }),
    useCanvas.subscribe((state, before) => {
      if (state.gesture === null && before.gesture !== null) keepWhole({ isFresh: isFresh() });
    }),
  ];
  const observer = new ResizeObserver(() => keepWhole({ isFresh: true }));
  if (board !== null) observer.observe(board);
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
  };
}

/** Says what happened to those who do not see it. */
function Announcer() {
  const announcement = useCanvas((canvas) => canvas.announcement);
  return (
    <output aria-live="polite" className="visually-hidden">
      {announcement}
    </output>
  );
}
