import { compareBytes } from '../byteOrder';

/**
 * A small typed tree of HCL and its printer. What it prints is as `terraform fmt` would leave it, and no text can
 * break out of its string: program text comes from the tagged template `hcl` only, every value in it is escaped.
 */
export type Expression =
  | string
  | number
  | boolean
  | null
  /** Program text with values in it: `hcl`. */
  | { readonly type: 'code'; readonly text: readonly string[]; readonly values: readonly Expression[] }
  /** A string with interpolations: `template`. */
  | { readonly type: 'template'; readonly parts: readonly Expression[] }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] };

/** Arguments by name, in the order in which they are printed; `undefined` is left out. Names are identifiers. */
export interface Arguments {
  readonly [name: string]: Expression | undefined;
}

export interface Block {
  readonly type: 'block';
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly body: readonly Item[];
  /** A line above the block. */
  readonly comment?: string;
}

/** Arguments and nested blocks, printed in this order with an empty line between; `undefined` is left out. */
export type Item = Block | Arguments | undefined;

/** Program text: hcl`cidrsubnet(${vpc}, ${4}, each.value.index)`. The text is trusted, the values are printed as expressions. */
export function hcl(text: TemplateStringsArray, ...values: readonly Expression[]): Expression {
  return { type: 'code', text: [...text], values };
}

/** A path to something else, e.g. `reference('aws_vpc', 'main', 'id')`: identifiers, with an index in brackets at most. */
export function reference(...path: readonly string[]): Expression {
  for (const part of path) {
    if (!/^[A-Za-z_][A-Za-z0-9_-]*(\[\d+\])?$/.test(part)) throw new Error(`no identifier: ${part}`);
  }
  return { type: 'code', text: [path.join('.')], values: [] };
}

/** A string made of text and expressions; text parts are plain strings and are escaped. */
export function template(...parts: readonly Expression[]): Expression {
  return { type: 'template', parts };
}

export function list(items: readonly Expression[]): Expression {
  return { type: 'list', items };
}

/** An object with the keys in the order given: for keys that the program chooses. */
export function object(fields: Arguments): Expression {
  return {
    type: 'object',
    entries: Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  };
}

/** An object from keys that people chose, in byte order of the keys. */
export function objectByKey(entries: readonly (readonly [key: string, value: Expression])[]): Expression {
  return { type: 'object', entries: [...entries].sort(([a], [b]) => compareBytes(a, b)) };
}

export function block(keyword: string, labels: readonly string[], ...body: readonly Item[]): Block {
  return { type: 'block', keyword, labels, body };
}

export function resource(type: string, name: string, ...body: readonly Item[]): Block {
  return block('resource', [type, name], ...body);
}

export function data(type: string, name: string, ...body: readonly Item[]): Block {
  return block('data', [type, name], ...body);
}

/** The block with a comment above it, one line. */
export function commented(comment: string, commentedBlock: Block): Block {
  return { ...commentedBlock, comment };
}

/** A file of blocks, with an empty line between. */
export function printFile(blocks: readonly Block[]): string {
  return `${blocks.map((item) => printBlock(item, 0)).join('\n\n')}\n`;
}

function isBlock(item: Block | Arguments): item is Block {
  return 'body' in item && item.type === 'block';
}

function printBlock(item: Block, depth: number): string {
  const indent = '  '.repeat(depth);
  const comment = item.comment === undefined ? '' : `${indent}# ${item.comment.replace(/\s+/g, ' ')}\n`;
  const head = [item.keyword, ...item.labels.map((label) => quote(label))].join(' ');
  const parts: string[] = [];
  for (const part of item.body) {
    if (part === undefined) continue;
    const printed = isBlock(part) ? printBlock(part, depth + 1) : printArguments(part, depth + 1);
    if (printed !== '') parts.push(printed);
  }
  if (parts.length === 0) return `${comment}${indent}${head} {}`;
  return `${comment}${indent}${head} {\n${parts.join('\n\n')}\n${indent}}`;
}

function printArguments(fields: Arguments, depth: number): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [{ key: name, value: printExpression(value, depth) }],
  );
  return printPairs(pairs, depth);
}

/**
 * `key = value` lines with `=` aligned as `terraform fmt` aligns it: over neighbouring lines, where a value of several
 * lines ends the neighbourhood. A key beyond ASCII stands alone between empty lines, since how wide it is depends on
 * the Unicode version.
 */
function printPairs(pairs: readonly { readonly key: string; readonly value: string }[], depth: number): string {
  const indent = '  '.repeat(depth);
  const lines: string[] = [];
  let run: { key: string; value: string }[] = [];
  const flush = () => {
    const width = Math.max(0, ...run.map(({ key }) => key.length));
    for (const { key, value } of run) lines.push(`${indent}${key.padEnd(width)} = ${value}`);
    run = [];
  };
  pairs.forEach((pair, index) => {
    const ascii = isAscii(pair.key);
    if (!ascii) {
      flush();
      if (index > 0 && lines[lines.length - 1] !== '') lines.push('');
      lines.push(`${indent}${pair.key} = ${pair.value}`);
      if (index < pairs.length - 1) lines.push('');
    } else if (pair.value.includes('\n')) {
      flush();
      lines.push(`${indent}${pair.key} = ${pair.value}`);
    } else {
      run.push(pair);
    }
  });
  flush();
  return lines.join('\n');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Lists longer than this are printed one item a line. */
const lineWidth = 100;

function printExpression(value: Expression, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  switch (value.type) {
    case 'code':
      return printCode(value.text, value.values, depth);
    case 'template':
      return printTemplate(value.parts, depth);
    case 'list':
      return printList(value.items, depth);
    case 'object':
      return printObject(value.entries, depth);
  }
}

function printCode(text: readonly string[], values: readonly Expression[], depth: number): string {
  return text
    .map((piece, index) => {
      const value = values[index];
      return piece + (value === undefined ? '' : printExpression(value, depth));
    })
    .join('');
}

function printTemplate(parts: readonly Expression[], depth: number): string {
  const only = parts.length === 1 ? parts[0] : undefined;
  // `terraform fmt` unwraps "${x}" to x.
  if (only !== undefined) return printExpression(only, depth);
  let printed = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      printed += escape(part);
    } else {
      // A `$` or `%` that stood before `${` would escape the interpolation.
      printed = printed.replace(/[$%]$/, (sign) => (sign === '$' ? '\\u0024' : '\\u0025'));
      printed += `\${${printExpression(part, depth)}}`;
    }
  }
  return `"${printed}"`;
}

function printList(items: readonly Expression[], depth: number): string {
  if (items.length === 0) return '[]';
  const line = `[${items.map((item) => printExpression(item, depth)).join(', ')}]`;
  if (!line.includes('\n') && line.length + 2 * depth <= lineWidth) return line;
  const indent = '  '.repeat(depth + 1);
  const lines = items.map((item) => `${indent}${printExpression(item, depth + 1)},`);
  return `[\n${lines.join('\n')}\n${'  '.repeat(depth)}]`;
}

function printObject(entries: readonly (readonly [Expression, Expression])[], depth: number): string {
  if (entries.length === 0) return '{}';
  const pairs = entries.map(([key, entry]) => ({ key: printKey(key, depth + 1), value: printExpression(entry, depth + 1) }));
  return `{\n${printPairs(pairs, depth + 1)}\n${'  '.repeat(depth)}}`;
}

function printKey(key: Expression, depth: number): string {
  if (typeof key === 'string' && isIdentifier(key)) return key;
  if (typeof key === 'object' && key !== null && key.type === 'code') return `(${printExpression(key, depth)})`;
  return printExpression(key, depth);
}

/** Words that are no plain key: `for` would begin a for expression. */
const reserved = new Set(['for', 'null', 'true', 'false', 'if', 'in', 'else', 'endif', 'endfor']);

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text) && !reserved.has(text);
}

function quote(text: string): string {
  return `"${escape(text)}"`;
}

const named: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** What cannot stand in a quoted string as it is: controls, line separators, byte order marks, direction marks, lone surrogates. */
const special =
  // oxlint-disable-next-line no-control-regex
  /["\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[$%]+\{|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text between the quotes of a quoted string. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
function escape(text: string): string {
  return text.replace(special, (found) => {
    const plain = named.get(found);
    if (plain !== undefined) return plain;
    if (found.endsWith('{')) return escapeSigns(found);
    const unit = found.charCodeAt(0);
    if (unit >= 0xd800 && unit <= 0xdfff) return '\ufffd';
    return `\\u${unit.toString(16).padStart(4, '0')}`;
  });
}

/** `${` is written `$${`; behind further signs, which would be read in pairs, the last sign is written by its number. */
function escapeSigns(found: string): string {
  const signs = found.slice(0, -1);
  const last = signs.slice(-1);
  if (signs.length === 1) return `${last}${last}{`;
  return `${signs.slice(0, -1)}${last === '$' ? '\\u0024' : '\\u0025'}{`;
}
