import type { z } from 'zod';
import { err, ok, type Result } from '../result';
import { internet } from './internet';
import { kindNames } from './kinds/kinds';
import { migrate } from './migrations';
import { referencesOf } from './references';
import { designSchema, type Design, type Entity, type Link } from './schema';

/** One thing that is wrong with a file: where, and what was expected there. */
export interface DesignError {
  /** e.g. `['entities', 3, 'zone']`; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A design of 10,000 entities is about 3 MB; beyond this a file is something else. */
const maxBytes = 20 * 1024 * 1024;
const maxDepth = 40;
/** More errors than anyone reads. */
const maxErrors = 100;

/** Reads a design file. Any text gives a design or at least one error, never an exception. */
export function parseDesignText(text: string): Result<Design, readonly DesignError[]> {
  if (text.length > maxBytes) return fail([], `a design file of at most ${maxBytes / 1024 / 1024} MiB`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err([{ path: [], message: `JSON: ${syntaxError(text, error)}` }]);
  }
  return parseDesign(value);
}

/** Checks an unknown value and migrates it to the newest version; defaults are filled in. */
export function parseDesign(value: unknown): Result<Design, readonly DesignError[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail([], 'an object with "zonesketch", "entities" and "links"');
  const unsafe = findUnsafe(value);
  if (unsafe !== null) return err([unsafe]);
  const migrated = migrate(value as Readonly<Record<string, unknown>>);
  if (!migrated.ok) return fail(['zonesketch'], migrated.error);
  const parsed = designSchema.safeParse(migrated.value.document);
  if (!parsed.success) return err(issuesOf(parsed.error).slice(0, maxErrors));
  const design: Design = parsed.data;
  const errors = referenceErrors(design);
  return errors.length > 0 ? err(errors.slice(0, maxErrors)) : ok(design);
}

/** `entities[3].zone` */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

function fail(path: readonly (string | number)[], expected: string): { readonly ok: false; readonly error: readonly DesignError[] } {
  return err([{ path, message: `expected ${expected}` }]);
}

/** zod's issues as errors; those inside a union's branches at their own place. */
export function issuesOf(error: z.core.$ZodError): readonly DesignError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'invalid_union' && path[0] === 'entities' && issue.errors.length === 0) {
      return [{ path, message: `expected one of the kinds ${kindNames.join(', ')}` }];
    }
    return [{ path, message: messageOf(issue) }];
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `expected no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'too_small':
      return `expected ${issue.origin === 'number' || issue.origin === 'int' ? 'a number of' : 'a length of'} at least ${issue.minimum}`;
    case 'too_big':
      return `expected ${issue.origin === 'number' || issue.origin === 'int' ? 'a number of' : 'a length of'} at most ${issue.maximum}`;
    case 'invalid_value':
      return `expected ${issue.values.map((v) => JSON.stringify(v)).join(' or ')}`;
    default:
      return issue.message.startsWith('Invalid') ? issue.message.replace(/^Invalid/, 'expected a valid') : `expected ${issue.message}`;
  }
}

/** Keys that would be a prototype, and nesting that would exhaust the stack: refused before anything walks the value. */
function findUnsafe(root: object): DesignError | null {
  const queue: { readonly value: object; readonly path: readonly (string | number)[] }[] = [{ value: root, path: [] }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next.path.length > maxDepth) return { path: next.path.slice(0, 4), message: `expected at most ${maxDepth} levels of nesting` };
    const isArray = Array.isArray(next.value);
    for (const [key, child] of Object.entries(next.value)) {
      if (key === '__proto__') return { path: [...next.path, key], message: 'expected no field "__proto__"' };
      if (typeof child === 'object' && child !== null) queue.push({ value: child, path: [...next.path, isArray ? Number(key) : key] });
    }
  }
  return null;
}

function referenceErrors(design: Design): readonly DesignError[] {
  const errors: DesignError[] = [];
  const byId = new Map<string, Entity | Link>();
  const letters = new Set<string>();
  for (const [list, items] of [['entities', design.entities], ['links', design.links]] as const) {
    items.forEach((item, index) => {
      if (byId.has(item.id) || item.id === internet) {
        errors.push({ path: [list, index, 'id'], message: `expected an id that nothing else has; ${JSON.stringify(item.id)} is taken` });
      }
      byId.set(item.id, item);
      if ('letter' in item) {
        if (letters.has(item.letter)) errors.push({ path: [list, index, 'letter'], message: `expected one zone ${item.letter}, this is a second` });
        letters.add(item.letter);
      }
    });
  }
  for (const [list, items] of [['entities', design.entities], ['links', design.links]] as const) {
    items.forEach((item, index) => {
      for (const reference of referencesOf(item)) {
        const message = referenceError(reference.id, reference.kinds, byId);
        if (message !== null) errors.push({ path: [list, index, ...reference.path], message });
      }
      if ('on' in item && containsItself(item, byId)) {
        errors.push({ path: [list, index, 'on'], message: 'expected no cycle: this is inside itself' });
      }
    });
  }
  return errors;
}

/** What is wrong with naming `id` where one of `kinds` is expected; null if nothing. */
export function referenceError(id: string, kinds: readonly string[], byId: ReadonlyMap<string, Entity | Link>): string | null {
  if (id === internet && kinds.includes('loadBalancer')) return null;
  const target = byId.get(id);
  const wanted = kinds.length === 0 ? 'entity' : kinds.join(' or ');
  if (target === undefined || !('kind' in target)) return `expected the id of a ${wanted}; there is no ${JSON.stringify(id)}`;
  if (kinds.length > 0 && !kinds.includes(target.kind)) return `expected the id of a ${wanted}; ${JSON.stringify(id)} is a ${target.kind}`;
  return null;
}

function containsItself(start: Entity | Link, byId: ReadonlyMap<string, Entity | Link>): boolean {
  const seen = new Set<string>();
  for (let item: Entity | Link | undefined = start; item !== undefined; ) {
    if (seen.has(item.id)) return true;
    seen.add(item.id);
    item = 'on' in item && item.on !== undefined ? byId.get(item.on) : undefined;
  }
  return false;
}

/** V8, SpiderMonkey and JavaScriptCore word it differently; the place is what helps. */
function syntaxError(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined || message.includes('line')) return message.slice(0, 200);
  const before = text.slice(0, Number(position));
  const line = before.split('\n').length;
  return `${message.slice(0, 200)} (line ${line} column ${before.length - before.lastIndexOf('\n')})`;
}
