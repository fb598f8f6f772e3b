import { create } from 'zustand';
import type { Design } from '#engine/design/schema';
import { entityById, zoneIdsOf } from '#engine/design/tree';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { parseKey } from './arrangement';
import { arrange } from './arrange';
import type { Arrangement, BoardNode } from './arrangement';
import { boardNodes, zoneNames } from './boardNodes';
import { reconcile } from './reconcile';
import type { BoardFlowNode } from './reconcile';
import { volumesByZone } from './volumes';
import type { ZoneVolumes } from './volumes';
import { waitingPods } from './waiting';
import type { Waiting } from './waiting';

/** What the board draws, derived from the stores: nobody writes it but `refresh`. */
export interface BoardView {
  readonly arrangement: Arrangement;
  readonly nodes: readonly BoardFlowNode[];
  readonly waiting: readonly Waiting[];
  /** By zone name. */
  readonly volumes: ReadonlyMap<string, readonly ZoneVolumes[]>;
  /** Zone id -> zone name. */
  readonly zoneNames: ReadonlyMap<string, string>;
}

export const useBoardView = create<BoardView>()(() => viewOf([]));

function viewOf(previous: readonly BoardFlowNode[]): BoardView {
  const { design } = useDocument.getState();
  const { evaluation, index, aftermath } = useEvaluation.getState();
  const names = zoneNames(design);
  const volumes = volumesByZone(design, evaluation);
  const pending = aftermath?.pending ?? evaluation?.placement.pending ?? [];
  const waiting = waitingPods(pending, (pod) => index.pods.get(pod)?.workload);
  const arrangement = arrange({
    design,
    nodes: boardNodes(design, evaluation, aftermath),
    volumeZones: [...names].filter(([, name]) => volumes.has(name)).map(([id]) => id),
    waiting: waiting.length,
    traffic: useCanvas.getState().traffic,
    unfolded: useCanvas.getState().unfolded,
  });
  return { arrangement, nodes: reconcile(arrangement, previous), waiting, volumes, zoneNames: names };
}

/** Where things would be in another design; instances go where their owner goes. */
export function arrangeDesign(design: Design): Arrangement {
  const present = useDocument.getState().design;
  const { evaluation, aftermath } = useEvaluation.getState();
  const { volumes, waiting } = useBoardView.getState();
  return arrange({
    design,
    nodes: follow(boardNodes(present, evaluation, aftermath), design),
    volumeZones: [...zoneNames(design)].filter(([, name]) => volumes.has(name)).map(([id]) => id),
    waiting: waiting.length,
    traffic: useCanvas.getState().traffic,
    unfolded: useCanvas.getState().unfolded,
  });
}

function follow(nodes: readonly BoardNode[], design: Design): readonly BoardNode[] {
  return nodes.flatMap((node) => {
    const owner = entityById(design, node.owner);
    const zones = owner === undefined ? [] : zoneIdsOf(owner);
    const zone = zones.includes(node.zone) ? node.zone : zones[0];
    return zone === undefined ? [] : [{ ...node, zone }];
  });
}

/** Shows the board as it would be with the thing that is held let go: others make room for it. null: as it is. */
export function showRoom(arrangement: Arrangement | null): void {
  const view = useBoardView.getState();
  if (arrangement === null) useBoardView.setState(viewOf(view.nodes));
  else if (arrangement !== view.arrangement) useBoardView.setState({ arrangement, nodes: reconcile(arrangement, view.nodes) });
}

/** What was chosen in each state of the document: undo brings it back. */
const selections = new WeakMap<Design, readonly string[]>();

function keepSelection(before: Design, now: Design): void {
  const { selection, select } = useCanvas.getState();
  selections.set(before, selection);
  const exists = (key: string) => parseKey(key).type !== 'entity' || entityById(now, key) !== undefined || now.links.some((link) => link.id === key);
  const kept = (selections.get(now) ?? selection).filter(exists);
  select(kept);
}

/** A field that is gone cannot hold the focus: the board as a whole gets it back. */
function forgetFocus(): void {
  const { focus, setFocus } = useCanvas.getState();
  if (focus === null || parseKey(focus).type === 'pod') return;
  if (!useBoardView.getState().arrangement.byKey.has(focus)) setFocus(null);
}

/** Keeps the view in step with the stores; answers how to stop. */
export function followStores(): () => void {
  const refresh = () => {
    useBoardView.setState(viewOf(useBoardView.getState().nodes));
    forgetFocus();
  };
  refresh();
  const stops = [
    useDocument.subscribe((state, before) => {
      if (state.design === before.design) return;
      refresh();
      keepSelection(before.design, state.design);
    }),
    useEvaluation.subscribe((state, before) => {
      if (state.evaluation !== before.evaluation || state.aftermath !== before.aftermath) refresh();
    }),
    useCanvas.subscribe((state, before) => {
      if (state.traffic !== before.traffic || state.unfolded !== before.unfolded) refresh();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
