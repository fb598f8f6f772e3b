import type { Edit } from '#engine/design/edit';
import { definitionOf } from '#engine/design/kinds/kinds';
import type { Kind } from '#engine/design/kinds/kinds';
import { newEntity } from '#engine/design/newEntity';
import { zonesOf } from '#engine/design/tree';
import { useNotices } from '../../components/notices';
import type { Translate } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { errorText } from '../inspector/useCommit';

/** Adds a thing of a kind to zones (none for what belongs to the region) and selects it. */
export function addEntity(kind: Kind, zones: readonly string[], t: Translate): void {
  const { design } = useDocument.getState();
  const fields = kind === 'zone' ? nextZone() : {};
  const made = newEntity(design, kind, zones, fields);
  if (!made.ok) {
    refuse(errorText(made.error, useSession.getState().language), t);
    return;
  }
  if (run({ type: 'add', entities: [made.value], links: [] }, 'step.add', t)) {
    useCanvas.getState().select([made.value.id]);
    useCanvas.getState().announce(t('outline.added', { name: made.value.id }));
  }
}

const alphabet: readonly string[] = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** The next letter that the region has and the design has not. */
function nextZone(): Readonly<Record<string, unknown>> {
  const taken = new Set(zonesOf(useDocument.getState().design).map((zone) => zone.letter));
  const letters = useEvaluation.getState().catalog?.zones ?? [];
  const letter = [...letters, ...alphabet].find((each) => !taken.has(each)) ?? 'z';
  return { id: `zone-${letter}`, letter };
}

/** One edit as one undoable step; a refusal is said. */
export function run(edit: Edit, label: string, t: Translate): boolean {
  const result = useDocument.getState().dispatch(edit, { label });
  if (!result.ok) refuse(errorText(result.error, useSession.getState().language), t);
  return result.ok;
}

/** Removes the entities and links that are selected, as one step. */
export function removeSelected(t: Translate): void {
  const { design } = useDocument.getState();
  const known = new Set([...design.entities, ...design.links].map((item) => item.id));
  const ids = useCanvas.getState().selection.filter((id) => known.has(id));
  if (ids.length > 0 && run({ type: 'remove', ids }, 'step.delete', t)) useCanvas.getState().select([]);
}

function refuse(reason: string, t: Translate): void {
  useNotices.getState().show({ text: t('outline.refused', { reason }), tone: 'warn' });
}

/** Kinds that can be added to a zone, or to the region. */
export function kindsFor(place: 'zone' | 'region', all: readonly Kind[]): readonly Kind[] {
  return all.filter((kind) => (definitionOf(kind).span === 'region') === (place === 'region'));
}
