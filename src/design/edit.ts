import { err, ok, type Result } from '../result';
import { definitionOf } from './kinds/kinds';
import { issuesOf, referenceError } from './parse';
import { referencesOf, schemaOf, withoutReferences } from './references';
import { designSchema, type Design, type Entity, type EntityInput, type Layout, type Link, type Settings } from './schema';

/**
 * A change of a design as data. Everything that a user, a fix or an import does is one of these, so everything can be
 * previewed, undone and named. `applyEdit` is the only way from one design to the next.
 */
export type Edit =
  /** Entities may leave out what has a default. */
  | { readonly type: 'add'; readonly entities: readonly EntityInput[]; readonly links: readonly Link[] }
  /** Removes entities and links, with all that cannot be without them (links to them; what lies in a zone). */
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** Sets fields of an entity or a link; `undefined` takes an optional field away. */
  | { readonly type: 'set'; readonly id: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly type: 'settings'; readonly fields: { readonly [Key in keyof Settings]?: Settings[Key] | undefined } }
  | { readonly type: 'design'; readonly fields: { readonly name?: string; readonly description?: string } }
  /** Puts an entity in other zones: its only zone, or all the zones of a band. */
  | { readonly type: 'place'; readonly id: string; readonly zones: readonly string[] }
  | { readonly type: 'layout'; readonly fields: Partial<Layout> }
  | { readonly type: 'all'; readonly edits: readonly Edit[] };

/** Why an edit cannot be: the field and a sentence with the remedy; `code` is for translation. */
export interface EditError {
  readonly code: 'not-found' | 'invalid' | 'duplicate-id' | 'not-in-zones' | 'needs-zone' | 'wrong-kind' | 'managed-control-plane';
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type EditResult = Result<Design, EditError>;

/** The design after an edit, or why it cannot be. A design that an edit leaves as it is comes back as the same object. */
export function applyEdit(design: Design, edit: Edit): EditResult {
  switch (edit.type) {
    case 'add':
      return add(design, edit.entities, edit.links);
    case 'remove':
      return ok(remove(design, new Set(edit.ids)));
    case 'set':
      return set(design, edit.id, edit.fields);
    case 'place':
      return place(design, edit.id, edit.zones);
    case 'settings':
      return setTop(design, 'settings', withFields(design.settings, edit.fields));
    case 'layout':
      return setTop(design, 'layout', withFields(design.layout, edit.fields));
    case 'design':
      return parseTop(withFields(design, edit.fields));
    case 'all': {
      let result: EditResult = ok(design);
      for (const each of edit.edits) {
        if (!result.ok) return result;
        result = applyEdit(result.value, each);
      }
      return result;
    }
  }
}

/** Entities are checked one by one and against each other, since an addition may bring both ends of a reference. */
function add(design: Design, added: readonly EntityInput[], links: readonly Link[]): EditResult {
  // Complete when `checkItems` has filled in the defaults; until then only ids, kinds and letters are asked for.
  const entities = added as readonly Entity[];
  if (entities.length === 0 && links.length === 0) return ok(design);
  const taken = new Set([...design.entities, ...design.links].map((item) => item.id));
  for (const item of [...entities, ...links]) {
    if (taken.has(item.id)) return fail('duplicate-id', item.id, ['id'], `${item.id} is taken`);
    taken.add(item.id);
    const managed = managedError(design, item);
    if (managed !== null) return err(managed);
  }
  const next: Design = { ...design, entities: [...design.entities, ...entities], links: [...design.links, ...links] };
  const clash = letterClash(next);
  if (clash !== null) return err(clash);
  return checkItems(next, [...entities, ...links]);
}

/** With EKS the control plane is AWS's: there is none to add to. */
function managedError(design: Design, item: Entity | Link): EditError | null {
  if (design.settings.controlPlane !== 'eks' || !('kind' in item) || definitionOf(item.kind).lane !== 'control') return null;
  return { code: 'managed-control-plane', id: item.id, path: [], message: 'EKS runs the control plane; choose self-managed in the settings to place its nodes' };
}

function letterClash(design: Design): EditError | null {
  const letters = new Map<string, string>();
  for (const entity of design.entities) {
    if (!('letter' in entity)) continue;
    const other = letters.get(entity.letter);
    if (other !== undefined) return { code: 'duplicate-id', id: entity.id, path: ['letter'], message: `zone ${entity.letter} is there already` };
    letters.set(entity.letter, entity.id);
  }
  return null;
}

/** With an entity goes what cannot be without it; a list or an optional field only loses it. */
function remove(design: Design, ids: ReadonlySet<string>): Design {
  const gone = new Set([...design.entities, ...design.links].filter((item) => ids.has(item.id)).map((item) => item.id));
  if (gone.size === 0) return design;
  let entities = design.entities.filter((entity) => !gone.has(entity.id));
  let links = design.links.filter((link) => !gone.has(link.id));
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    entities = keepValid(entities, gone);
    links = keepValid(links, gone);
  }
  const isGone = (id: string) => gone.has(id);
  const layout = { order: design.layout.order.filter((id) => !isGone(id)), collapsed: design.layout.collapsed.filter((id) => !isGone(id)) };
  return { ...design, entities, links, layout };
}

function keepValid<Item extends Entity | Link>(items: readonly Item[], gone: Set<string>): Item[] {
  return items.flatMap((item) => {
    const cut = pruned(item, gone);
    if (cut === null) gone.add(item.id);
    return cut === null ? [] : [cut];
  });
}

function pruned<Item extends Entity | Link>(item: Item, gone: ReadonlySet<string>): Item | null {
  let cut = withoutReferences(item, (id) => gone.has(id));
  if (cut === null || cut === item) return cut;
  // A band that loses a zone loses what was set for that zone, too.
  if ('kind' in cut && 'zones' in cut) {
    const withZones = definitionOf(cut.kind).withZones;
    if (withZones !== undefined && 'zones' in item && cut.zones !== item.zones) cut = withZones(cut, cut.zones) as unknown as typeof cut;
  }
  return schemaOf(cut).safeParse(cut).success ? cut : null;
}

function set(design: Design, id: string, fields: Readonly<Record<string, unknown>>): EditResult {
  const item = find(design, id);
  if (item === undefined) return fail('not-found', id, [], `there is no ${id}`);
  if ('kind' in fields && fields['kind'] !== ('kind' in item ? item.kind : undefined)) return fail('wrong-kind', id, ['kind'], 'a kind cannot be changed');
  const next = withFields(item, fields);
  if (next === item) return ok(design);
  if (next.id !== id) return rename(design, item, next);
  return checkItems(replaceItem(design, id, next), [next]);
}

/** A new id is followed by everything that names the old one. */
function rename(design: Design, item: Entity | Link, next: Entity | Link): EditResult {
  if (find(design, next.id) !== undefined) return fail('duplicate-id', item.id, ['id'], `${next.id} is taken`);
  const follow = <Item extends Entity | Link>(other: Item): Item => {
    const places = referencesOf(other).filter((reference) => reference.id === item.id);
    return places.reduce<Item>((value, { path }) => replaceAt(value, path, item.id, next.id) as Item, other);
  };
  const swapped = replaceItem(design, item.id, next);
  const rewritten: Design = {
    ...swapped,
    entities: swapped.entities.map(follow),
    links: swapped.links.map(follow),
    layout: {
      order: design.layout.order.map((each) => (each === item.id ? next.id : each)),
      collapsed: design.layout.collapsed.map((each) => (each === item.id ? next.id : each)),
    },
  };
  return checkItems(rewritten, [next]);
}

function replaceAt(value: unknown, path: readonly (string | number)[], from: string, to: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, from, to) : item));
  const source = value as Readonly<Record<string, unknown>>;
  // The reference may be the key of a record itself.
  if (rest.length === 0 && step === from && typeof source[from] !== 'string') {
    return Object.fromEntries(Object.entries(source).map(([key, item]) => [key === from ? to : key, item]));
  }
  return { ...source, [step]: replaceAt(source[step], rest, from, to) };
}

function place(design: Design, id: string, zones: readonly string[]): EditResult {
  const item = find(design, id);
  if (item === undefined || !('kind' in item)) return fail('not-found', id, [], `there is no ${id}`);
  const definition = definitionOf(item.kind);
  switch (definition.span) {
    case 'region':
      return fail('not-in-zones', id, [], `a ${item.kind} belongs to the region, not to a zone`);
    case 'zone': {
      const [zone, ...others] = zones;
      if (zone === undefined || others.length > 0) return fail('needs-zone', id, ['zone'], `a ${item.kind} is in exactly one zone`);
      return set(design, id, { zone });
    }
    case 'zones': {
      if (zones.length === 0) return fail('needs-zone', id, ['zones'], `a ${item.kind} needs at least one zone`);
      if ('zones' in item && sameList(item.zones, zones)) return ok(design);
      const next = (definition.withZones?.(item, zones) ?? { ...item, zones }) as Entity;
      return checkItems(replaceItem(design, id, next), [next]);
    }
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function setTop(design: Design, key: 'settings' | 'layout', value: Design['settings'] | Design['layout']): EditResult {
  return value === design[key] ? ok(design) : parseTop({ ...design, [key]: value });
}

/** Checks name, description, settings and layout; entities and links stay the objects that they are. */
function parseTop(next: Design): EditResult {
  const { entities: _entities, links: _links, ...top } = next;
  const parsed = designSchema.safeParse(top);
  if (!parsed.success) {
    const issue = issuesOf(parsed.error)[0];
    return fail('invalid', '', issue?.path ?? [], issue?.message ?? 'not valid');
  }
  return ok({ ...(parsed.data as Design), entities: next.entities, links: next.links });
}

/** Checks the changed items by their schema (which fills in defaults) and what they name. */
function checkItems(design: Design, changed: readonly (Entity | Link)[]): EditResult {
  const byId = new Map<string, Entity | Link>([...design.entities, ...design.links].map((item) => [item.id, item]));
  let next = design;
  for (const item of changed) {
    const parsed = schemaOf(item).safeParse(item);
    if (!parsed.success) {
      const issue = issuesOf(parsed.error)[0];
      return fail('invalid', item.id, issue?.path ?? [], issue?.message ?? 'not valid');
    }
    for (const reference of referencesOf(item)) {
      const message = referenceError(reference.id, reference.kinds, byId);
      if (message !== null) return fail('invalid', item.id, reference.path, message);
    }
    next = replaceItem(next, item.id, parsed.data as Entity | Link);
  }
  const clash = letterClash(next);
  return clash === null ? ok(next) : err(clash);
}

function find(design: Design, id: string): Entity | Link | undefined {
  return design.entities.find((entity) => entity.id === id) ?? design.links.find((link) => link.id === id);
}

function replaceItem(design: Design, id: string, next: Entity | Link): Design {
  if ('kind' in next) return { ...design, entities: design.entities.map((entity) => (entity.id === id ? next : entity)) };
  return { ...design, links: design.links.map((link) => (link.id === id ? next : link)) };
}

/** A copy with fields set, or the same object where each has that value; `undefined` takes a field away. */
function withFields<T extends object>(value: T, fields: Readonly<Record<string, unknown>>): T {
  const source = value as Record<string, unknown>;
  const changes = Object.entries(fields).filter(([name, field]) => source[name] !== field);
  if (changes.length === 0) return value;
  const next = { ...source };
  for (const [name, field] of changes) {
    if (field === undefined) delete next[name];
    else next[name] = field;
  }
  return next as T;
}

function fail(code: EditError['code'], id: string, path: readonly (string | number)[], message: string): Result<never, EditError> {
  return err({ code, id, path, message });
}
