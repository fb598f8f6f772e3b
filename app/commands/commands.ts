import { applyEdit } from '#engine/design/edit';
import { entityById, zoneIdsOf } from '#engine/design/tree';
import { definitionOf } from '#engine/design/kinds/kinds';
import { parseKey } from '../canvas/arrangement';
import { useBoardView } from '../canvas/boardView';
import { boxKeyOf, focusCell, openInspector } from '../canvas/focus';
import { beginKeyboardMove } from '../canvas/keyboardMove';
import { columnAt } from '../canvas/place';
import { addZone, focusPoint, openQuickAdd } from '../canvas/quickAdd';
import { kill } from '../canvas/useBoardPointer';
import { fitBoard, fitRect, zoomBy, zoomTo } from '../canvas/viewport';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import { cutSelection, duplicateSelection, pasteText, selectedClip, selectionText } from './clipboard';
import type { Command } from './command';
import { drawAgain } from './draw';
import { openWhy, podInView } from './openWhy';

const always = () => true;

function chosenIds(): readonly string[] {
  const { selection, focus } = useCanvas.getState();
  const keys = selection.length > 0 ? selection : focus === null ? [] : [focus];
  const { design } = useDocument.getState();
  return keys.filter((key) => parseKey(key).type === 'entity' && (entityById(design, key) !== undefined || design.links.some((link) => link.id === key)));
}

/** What `x` kills: the zone, node or machine that has the focus or is chosen. */
function mortal(): string | undefined {
  const { selection, focus } = useCanvas.getState();
  const { arrangement } = useBoardView.getState();
  return [focus, ...selection].find((key): key is string => {
    const box = key === null ? undefined : arrangement.byKey.get(boxKeyOf(key));
    return box !== undefined && (box.type === 'zone' || box.type === 'cell' || box.node !== null);
  });
}

function remove(): void {
  const ids = chosenIds();
  const { dispatch, design } = useDocument.getState();
  const edit = { type: 'remove', ids } as const;
  if (!applyEdit(design, edit).ok) return;
  dispatch(edit, { label: 'step.delete' });
  useCanvas.getState().select([]);
}

/** Moves what is chosen one place forward or back in the order of the board. */
function shift(by: -1 | 1): void {
  const [id] = chosenIds();
  const { design, dispatch } = useDocument.getState();
  const entity = id === undefined ? undefined : entityById(design, id);
  if (id === undefined || entity === undefined) return;
  const own = useBoardView.getState().arrangement.byKey.get(id);
  const section = useBoardView
    .getState()
    .arrangement.boxes.filter((box) => {
      const other = entityById(design, box.key);
      return other !== undefined && box.lane === own?.lane && (other.kind === entity.kind || (definitionOf(other.kind).span === 'zone' && definitionOf(entity.kind).span === 'zone' && zoneIdsOf(other)[0] === zoneIdsOf(entity)[0]));
    })
    .map((box) => box.key);
  const from = section.indexOf(id);
  const to = from + by;
  if (to < 0 || to >= section.length) return;
  const moved = section.filter((key) => key !== id);
  moved.splice(to, 0, id);
  dispatch({ type: 'layout', fields: { order: [...design.layout.order.filter((each) => !moved.includes(each)), ...moved] } }, { label: 'step.reorder', coalesce: `shift ${id}` });
  focusCell(id);
}

async function pasteFromMenu(): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText());
  } catch {
    // Not allowed: the keys still work, they need no permission.
  }
}

function copyFromMenu(): void {
  const text = selectionText();
  if (text !== null) void navigator.clipboard.writeText(text).catch(() => undefined);
}

const hasClip = () => selectedClip() !== null;

/** Zone ids of the chosen entity's band that the focus column could join or leave. */
function focusColumn(): string | undefined {
  const point = focusPoint();
  return point === null ? undefined : columnAt(useBoardView.getState().arrangement, point.x)?.zone;
}

/** Every operation, in the order of the lists that show them. */
export const commands: readonly Command[] = [
  { id: 'commands', label: 'command.commands', group: 'view', keys: ['Mod+K'], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('commands') },
  { id: 'find', label: 'command.find', group: 'view', keys: ['Mod+F'], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('find') },
  { id: 'shortcuts', label: 'command.shortcuts', group: 'view', keys: ['?'], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('shortcuts') },

  { id: 'undo', label: 'command.undo', group: 'edit', keys: ['Mod+Z'], scope: 'page', isEnabled: () => useDocument.getState().history.past.length > 0, run: () => useDocument.getState().undo() },
  { id: 'redo', label: 'command.redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], scope: 'page', isEnabled: () => useDocument.getState().history.future.length > 0, run: () => useDocument.getState().redo() },
  { id: 'cut', label: 'command.cut', group: 'edit', keys: ['Mod+X'], scope: 'browser', isEnabled: hasClip, run: () => { copyFromMenu(); cutSelection(); } },
  { id: 'copy', label: 'command.copy', group: 'edit', keys: ['Mod+C'], scope: 'browser', isEnabled: hasClip, run: copyFromMenu },
  { id: 'paste', label: 'command.paste', group: 'edit', keys: ['Mod+V'], scope: 'browser', isEnabled: always, run: () => void pasteFromMenu() },
  { id: 'duplicate', label: 'command.duplicate', group: 'edit', keys: ['Mod+D'], scope: 'board', isEnabled: hasClip, run: duplicateSelection },
  { id: 'delete', label: 'command.delete', group: 'edit', keys: ['Delete', 'Backspace'], scope: 'board', isEnabled: () => chosenIds().length > 0, run: remove },
  { id: 'selectAll', label: 'command.selectAll', group: 'edit', keys: ['Mod+A'], scope: 'board', isEnabled: always, run: () => useCanvas.getState().select(useDocument.getState().design.entities.filter((entity) => definitionOf(entity.kind).lane !== 'column').map((entity) => entity.id)) },

  { id: 'edit', label: 'command.edit', group: 'board', keys: ['Enter'], scope: 'browser', isEnabled: () => chosenIds().length > 0, run: openInspector },
  { id: 'add', label: 'command.add', group: 'board', keys: ['N'], scope: 'board', isEnabled: always, run: () => openQuickAdd(focusPoint()) },
  { id: 'move', label: 'command.move', group: 'board', keys: ['M'], scope: 'board', isEnabled: () => useCanvas.getState().focus !== null, run: () => void beginKeyboardMove() },
  { id: 'earlier', label: 'command.earlier', group: 'board', keys: ['['], scope: 'board', isEnabled: () => chosenIds().length > 0, run: () => shift(-1) },
  { id: 'later', label: 'command.later', group: 'board', keys: [']'], scope: 'board', isEnabled: () => chosenIds().length > 0, run: () => shift(1) },
  { id: 'addZone', label: 'command.addZone', group: 'board', keys: [], scope: 'board', isEnabled: always, run: addZone },
  {
    id: 'toggleZoneOfBand',
    label: 'command.toggleZoneOfBand',
    group: 'board',
    keys: ['Z'],
    scope: 'board',
    isEnabled: () => {
      const entity = entityById(useDocument.getState().design, chosenIds()[0] ?? '');
      return entity !== undefined && 'zones' in entity && focusColumn() !== undefined;
    },
    run: () => {
      const { design, dispatch } = useDocument.getState();
      const entity = entityById(design, chosenIds()[0] ?? '');
      const zone = focusColumn();
      if (entity === undefined || !('zones' in entity) || zone === undefined) return;
      const zones = entity.zones.includes(zone) ? entity.zones.filter((each) => each !== zone) : [...entity.zones, zone];
      dispatch({ type: 'place', id: entity.id, zones }, { label: 'step.stretch' });
    },
  },

  { id: 'drawAgain', label: 'command.drawAgain', group: 'board', keys: [], scope: 'board', isEnabled: () => (useEvaluation.getState().evaluation?.placement.pods.length ?? 0) > 0, run: drawAgain },

  { id: 'why', label: 'command.why', group: 'view', keys: ['W'], scope: 'board', isEnabled: () => podInView() !== undefined, run: () => { const pod = podInView(); if (pod !== undefined) openWhy(pod); } },

  { id: 'kill', label: 'command.kill', group: 'failure', keys: ['X'], scope: 'board', isEnabled: () => mortal() !== undefined, run: () => { const key = mortal(); if (key !== undefined) kill(boxKeyOf(key)); } },
  { id: 'reviveAll', label: 'command.reviveAll', group: 'failure', keys: ['0'], scope: 'board', isEnabled: () => { const { zones, nodes } = useSession.getState().scenario; return zones.length + nodes.length > 0; }, run: () => useSession.getState().reviveAll() },
  { id: 'killing', label: 'command.killing', group: 'failure', keys: ['K'], scope: 'board', isEnabled: always, run: () => { const { killing, setKilling } = useCanvas.getState(); setKilling(!killing); } },

  { id: 'fit', label: 'command.fit', group: 'view', keys: ['F'], scope: 'board', isEnabled: always, run: () => fitBoard({ animated: true }) },
  { id: 'fitSelection', label: 'command.fitSelection', group: 'view', keys: ['Shift+F'], scope: 'board', isEnabled: () => useCanvas.getState().selection.length > 0, run: () => { const box = useBoardView.getState().arrangement.byKey.get(boxKeyOf(useCanvas.getState().selection[0] ?? '')); if (box !== undefined) fitRect(box); } },
  { id: 'zoomIn', label: 'command.zoomIn', group: 'view', keys: ['Mod+='], scope: 'board', isEnabled: always, run: () => zoomBy(1.25) },
  { id: 'zoomOut', label: 'command.zoomOut', group: 'view', keys: ['Mod+-'], scope: 'board', isEnabled: always, run: () => zoomBy(1 / 1.25) },
  { id: 'zoomActual', label: 'command.zoomActual', group: 'view', keys: ['Mod+0'], scope: 'board', isEnabled: always, run: () => zoomTo(1) },
  { id: 'traffic', label: 'command.traffic', group: 'view', keys: ['T'], scope: 'board', isEnabled: () => useEvaluation.getState().evaluation !== null, run: () => { const { traffic, setTraffic } = useCanvas.getState(); setTraffic(!traffic); } },
  { id: 'flow', label: 'command.flow', group: 'view', keys: ['Shift+T'], scope: 'board', isEnabled: always, run: () => { const { isFlowing, setFlowing } = useCanvas.getState(); setFlowing(!isFlowing); } },
  { id: 'escape', label: 'command.escape', group: 'board', keys: ['Escape'], scope: 'board', isEnabled: always, run: () => { const { selection, select, setFocus, setKilling, killing } = useCanvas.getState(); if (killing) setKilling(false); else if (selection.length > 0) select([]); else { setFocus(null); if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); } } },

  { id: 'export', label: 'command.export', group: 'file', keys: ['Mod+E'], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('export') },
  { id: 'gallery', label: 'command.gallery', group: 'file', keys: [], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('gallery') },
  { id: 'designs', label: 'command.designs', group: 'file', keys: ['Mod+O'], scope: 'page', isEnabled: always, run: () => useSession.getState().openDialog('designs') },
];
