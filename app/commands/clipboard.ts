import type { Design, Entity, Link } from '#engine/design/schema';
import { entitySchema, linkSchema } from '#engine/design/schema';
import { definitionOf } from '#engine/design/kinds/kinds';
import { referencesOf, withoutReferences } from '#engine/design/references';
import { entityById, zonesOf } from '#engine/design/tree';
import { parseKey } from '../canvas/arrangement';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';

/** What goes over the clipboard, as text: so it works between tabs, and in an editor one sees what it is. */
interface Clip {
  readonly zonesketch: 'clip';
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
}

/** The chosen entities, and the links between them and from them. */
export function selectedClip(): Clip | null {
  const { design } = useDocument.getState();
  const ids = new Set(useCanvas.getState().selection.filter((key) => parseKey(key).type === 'entity'));
  const entities = design.entities.filter((entity) => ids.has(entity.id) && definitionOf(entity.kind).lane !== 'column');
  if (entities.length === 0) return null;
  return { zonesketch: 'clip', entities, links: design.links.filter((link) => ids.has(link.from)) };
}

export function selectionText(): string | null {
  const clip = selectedClip();
  return clip === null ? null : JSON.stringify(clip, null, 2);
}

export function cutSelection(): void {
  const clip = selectedClip();
  if (clip === null) return;
  useDocument.getState().dispatch({ type: 'remove', ids: clip.entities.map((entity) => entity.id) }, { label: 'step.cut' });
  useCanvas.getState().select([]);
}

/** Reads what was copied here or in another tab; false: the text is something else. */
export function pasteText(text: string): boolean {
  const clip = readClip(text);
  if (clip === null) return false;
  insert(clip, 'step.paste');
  return true;
}

export function duplicateSelection(): void {
  const clip = selectedClip();
  if (clip !== null) insert(clip, 'step.duplicate');
}

function insert(clip: Clip, label: 'step.paste' | 'step.duplicate'): void {
  const { design, dispatch } = useDocument.getState();
  const copy = adapted(clip, design);
  const result = dispatch({ type: 'add', entities: copy.entities, links: copy.links }, { label });
  if (result.ok) useCanvas.getState().select(copy.entities.map((entity) => entity.id));
}

function readClip(text: string): Clip | null {
  if (!text.includes('"clip"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('zonesketch' in value) || value.zonesketch !== 'clip') return null;
    const entities = entitySchema.array().safeParse('entities' in value ? value.entities : null);
    const links = linkSchema.array().safeParse('links' in value ? value.links : null);
    return entities.success && links.success ? { zonesketch: 'clip', entities: entities.data, links: links.data } : null;
  } catch {
    return null;
  }
}

/**
 * A clip as it fits into a design: new ids where the old ones are taken, names that no other has, zones that are there,
 * and no reference to what is not.
 */
export function adapted(clip: Clip, design: Design): Pick<Clip, 'entities' | 'links'> {
  const ids = new Map<string, string>();
  const taken = new Set([...design.entities, ...design.links].map((item) => item.id));
  for (const item of [...clip.entities, ...clip.links]) {
    const stem = item.id.replace(/-\d+$/, '');
    let id = item.id;
    for (let number = 1; taken.has(id); number++) id = `${stem}-${number}`;
    taken.add(id);
    ids.set(item.id, id);
  }
  const [firstZone] = zonesOf(design);
  const isThere = (id: string) => [...ids.values()].includes(id) || entityById(design, id) !== undefined || id === 'internet';
  const move = <Item extends Entity | Link>(item: Item): Item | null => {
    let moved: Item = { ...item, id: ids.get(item.id) ?? item.id };
    for (const { path, id, kinds } of referencesOf(item)) {
      const next = ids.get(id) ?? (kinds.includes('zone') && entityById(design, id) === undefined && firstZone !== undefined ? firstZone.id : id);
      moved = replaceAt(moved, path, id, next) as Item;
    }
    if ('zones' in moved) moved = { ...moved, zones: [...new Set(moved.zones)] };
    return withoutReferences(moved, (id) => !isThere(id));
  };
  const names = new Set(design.entities.flatMap((entity) => ('name' in entity ? [`${entity.kind} ${entity.name}`] : [])));
  return {
    entities: clip.entities.map(move).filter((item) => item !== null).map((entity) => withFreeName(entity, names)),
    links: clip.links.map(move).filter((item) => item !== null),
  };
}

function withFreeName(entity: Entity, names: Set<string>): Entity {
  if (!('name' in entity) || entity.name === '') return entity;
  const stem = entity.name.replace(/-\d+$/, '');
  let name = entity.name;
  for (let number = 2; names.has(`${entity.kind} ${name}`); number++) name = `${stem}-${number}`;
  names.add(`${entity.kind} ${name}`);
  return { ...entity, name };
}

function replaceAt(value: unknown, path: readonly (string | number)[], from: string, to: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? replaceAt(item, rest, from, to) : item));
  const source = value as Readonly<Record<string, unknown>>;
  // The reference may be a key of a record, such as a zone's weight.
  if (rest.length === 0 && step === from && source[from] !== from) {
    return Object.fromEntries(Object.entries(source).map(([key, item]) => [key === from ? to : key, item]));
  }
  return { ...source, [step]: replaceAt(source[step], rest, from, to) };
}
