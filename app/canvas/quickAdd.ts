import { create } from 'zustand';
import { translator } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';
import { boxKeyOf, focusCell } from './focus';
import { centerOf } from './geometry';
import type { Point } from './geometry';
import { placeContext, refusalText } from './gesture';
import { dropAt } from './place';
import { paletteItems } from './palette';
import type { PaletteItem } from './palette';
import { useBoardView } from './boardView';

/** Where what is chosen in the quick-add will go; null: at a sensible place. */
export const useQuickAdd = create<{ readonly point: Point | null }>()(() => ({ point: null }));

export function openQuickAdd(point: Point | null): void {
  useQuickAdd.setState({ point });
  useSession.getState().openDialog('quickAdd');
}

/** The point of the field that has the focus. */
export function focusPoint(): Point | null {
  const { focus } = useCanvas.getState();
  const box = focus === null ? undefined : useBoardView.getState().arrangement.byKey.get(boxKeyOf(focus));
  return box === undefined ? null : centerOf(box.type === 'zone' ? { ...box, height: 40 } : box);
}

/** Places an item at a point, or in the column that has the fewest of its kind: spreading is what zones are for. */
export function placeItem(item: PaletteItem, point: Point | null): boolean {
  const context = placeContext();
  const drop = dropAt(context, { type: 'new', item }, point ?? sensiblePoint(item));
  const { announce, select } = useCanvas.getState();
  const t = translator(useSession.getState().language);
  if (drop.edit === null) {
    announce(refusalText(drop.refusal ?? 'needs-zone'));
    return false;
  }
  const result = useDocument.getState().dispatch(drop.edit, { label: drop.label });
  if (!result.ok) return false;
  if (drop.subject !== null) {
    select([drop.subject]);
    focusCell(drop.subject);
  }
  announce(t('board.said.placed', { name: t(`palette.${item.id}`) }));
  return true;
}

/** Adds the next zone of the region. */
export function addZone(): void {
  const zone = paletteItems.find((item) => item.id === 'zone');
  if (zone !== undefined) placeItem(zone, null);
}

function sensiblePoint(item: PaletteItem): Point {
  const { design, arrangement } = placeContext();
  let best = arrangement.columns[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const column of arrangement.columns) {
    const count = design.entities.filter((entity) => entity.kind === item.kind && (('zone' in entity && entity.zone === column.zone) || ('zones' in entity && entity.zones.includes(column.zone)))).length;
    if (count < fewest) {
      fewest = count;
      best = column;
    }
  }
  return best === undefined ? { x: 0, y: 0 } : { x: best.x + best.width / 2, y: 20 };
}
