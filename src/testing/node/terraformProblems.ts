import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from '@cdktf/hcl2json';
import type { ExportFile } from '../../export/exporter';

/** Arguments and nested blocks of one resource type. `t` is the type, `b` the kind of a nested block, `out` what AWS fills in. */
interface Argument {
  readonly t?: string;
  readonly b?: string;
  readonly req?: number;
  readonly max?: number;
  readonly args?: Arguments;
}
type Arguments = Readonly<Record<string, Argument>>;
interface TypeSchema {
  readonly args: Arguments;
  readonly out: Readonly<Record<string, string>>;
}

/** Provider hashicorp/aws 6.25.0, the types that exports use. */
const schema = JSON.parse(
  gunzipSync(readFileSync(new URL('../data/aws-provider-schema.json.gz', import.meta.url))).toString('utf8'),
) as { readonly resources: Readonly<Record<string, TypeSchema>>; readonly data: Readonly<Record<string, TypeSchema>> };

const metaArguments = new Set(['for_each', 'count', 'depends_on', 'provider']);
const metaBlocks = new Set(['lifecycle', 'dynamic', 'provisioner', 'connection']);

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}
type Labelled = Readonly<Record<string, readonly JsonObject[]>>;

interface Root {
  readonly terraform?: readonly JsonObject[];
  readonly provider?: Labelled;
  readonly locals?: readonly JsonObject[];
  readonly variable?: Labelled;
  readonly output?: Labelled;
  readonly resource?: Readonly<Record<string, Labelled>>;
  readonly data?: Readonly<Record<string, Labelled>>;
}

/** The JSON of each `.tf` file, as hcl2json reads it; a file that is no HCL throws. */
export async function readTerraform(files: readonly ExportFile[]): Promise<readonly Root[]> {
  return Promise.all(files.filter(({ path }) => path.endsWith('.tf')).map(async ({ path, text }) => (await parse(path, text)) as Root));
}

/**
 * What the provider's schema and Terraform's own rules object to in these files: unknown types, arguments and blocks, required
 * ones that are missing, literals of another type, references to what is not there, and variables that nothing uses.
 */
export async function terraformProblems(files: readonly ExportFile[]): Promise<readonly string[]> {
  const roots = await readTerraform(files);
  const problems: string[] = [];
  const declared = declarations(roots, problems);
  for (const [address, type, body] of declared.blocks) {
    const known = type.startsWith('data.') ? schema.data[type.slice(5)] : schema.resources[type];
    if (known === undefined) problems.push(`${address}: unknown type`);
    else checkBody(address, body, known.args, true, problems);
  }
  const used = new Set<string>();
  const paths = new Set(files.map(({ path }) => path));
  for (const expression of roots.flatMap((root) => [...expressionsIn(root as unknown as Json)])) {
    for (const [, path] of expression.matchAll(/\$\{path\.module\}\/([\w./-]+)/g)) {
      if (path !== undefined && !paths.has(path)) problems.push(`${path}: no such file`);
    }
    for (const [name, attribute] of referencesIn(expression)) {
      used.add(name);
      const type = declared.types.get(name);
      if (type === undefined) problems.push(`${name}: not declared, in ${expression}`);
      else if (attribute !== undefined && !hasAttribute(type, attribute)) problems.push(`${name}.${attribute}: no such attribute`);
    }
  }
  for (const name of declared.types.keys()) if (name.startsWith('var.') && !used.has(name)) problems.push(`${name}: never used`);
  return problems;
}

interface Declared {
  /** Address to type; `''` where there are no attributes to check. */
  readonly types: ReadonlyMap<string, string>;
  readonly blocks: readonly (readonly [address: string, type: string, body: JsonObject])[];
}

function declarations(roots: readonly Root[], problems: string[]): Declared {
  const types = new Map<string, string>();
  const blocks: [string, string, JsonObject][] = [];
  const declare = (address: string, type: string) => {
    if (types.has(address)) problems.push(`${address}: declared twice`);
    types.set(address, type);
  };
  for (const root of roots) {
    for (const key of Object.keys(root)) {
      if (!['terraform', 'provider', 'locals', 'variable', 'output', 'resource', 'data'].includes(key)) problems.push(`${key}: unknown kind of block`);
    }
    for (const locals of root.locals ?? []) for (const name of Object.keys(locals)) declare(`local.${name}`, '');
    for (const [name, bodies] of Object.entries(root.variable ?? {})) for (const body of bodies) {
      declare(`var.${name}`, '');
      if (typeof body['description'] !== 'string' || body['type'] === undefined) problems.push(`var.${name}: no description or type`);
    }
    for (const [name, bodies] of Object.entries(root.output ?? {})) for (const body of bodies) {
      declare(`output.${name}`, '');
      if (typeof body['description'] !== 'string') problems.push(`output.${name}: no description`);
    }
    for (const [kind, labelled] of [['', root.resource], ['data.', root.data]] as const) {
      for (const [type, names] of Object.entries(labelled ?? {})) for (const [name, bodies] of Object.entries(names)) for (const body of bodies) {
        declare(`${kind}${type}.${name}`, `${kind}${type}`);
        blocks.push([`${kind}${type}.${name}`, `${kind}${type}`, body]);
      }
    }
  }
  return { types, blocks };
}

function hasAttribute(type: string, attribute: string): boolean {
  if (type === '') return true;
  const known = type.startsWith('data.') ? schema.data[type.slice(5)] : schema.resources[type];
  return known === undefined || attribute === 'id' || Object.hasOwn(known.args, attribute) || Object.hasOwn(known.out, attribute);
}

function checkBody(address: string, body: JsonObject, args: Arguments, top: boolean, problems: string[]): void {
  const dynamic = (isObject(body['dynamic']) ? body['dynamic'] : {}) as Readonly<Record<string, readonly JsonObject[]>>;
  for (const [name, generated] of Object.entries(dynamic)) {
    const nested = args[name];
    if (nested?.args === undefined) problems.push(`${address}: no block ${name} to generate`);
    else for (const block of generated) for (const content of (block['content'] ?? []) as readonly JsonObject[]) checkBody(`${address}.${name}`, content, nested.args, false, problems);
  }
  for (const [name, value] of Object.entries(body)) {
    if (top && metaArguments.has(name)) continue;
    if ((top && metaBlocks.has(name)) || name === 'dynamic') continue;
    const argument = args[name];
    if (argument === undefined) problems.push(`${address}: no argument ${name}`);
    else if (argument.args !== undefined) checkBlocks(`${address}.${name}`, value, argument, problems);
    else checkType(`${address}.${name}`, value, argument.t ?? '', problems);
  }
  for (const [name, argument] of Object.entries(args)) {
    if (argument.req === 1 && !Object.hasOwn(body, name) && !Object.hasOwn(dynamic, name)) problems.push(`${address}: ${name} is missing`);
  }
}

function checkBlocks(address: string, value: Json, block: Argument, problems: string[]): void {
  if (!Array.isArray(value) || !value.every(isObject)) {
    problems.push(`${address}: a block, not an argument`);
    return;
  }
  const bodies = value as readonly JsonObject[];
  if (block.max !== undefined && bodies.length > block.max) problems.push(`${address}: at most ${block.max}`);
  for (const body of bodies) checkBody(address, body, block.args ?? {}, false, problems);
}

function checkType(address: string, value: Json, type: string, problems: string[]): void {
  const isExpression = typeof value === 'string' && /(^|[^$])\$\{/.test(value);
  if (value === null || isExpression) return;
  // Terraform turns a number or a boolean into a string where one is wanted.
  const fits = /^(list|set)\(/.test(type)
    ? Array.isArray(value)
    : type.startsWith('map(')
      ? isObject(value)
      : type === 'number'
        ? typeof value === 'number'
        : type === 'bool'
          ? typeof value === 'boolean'
          : !isObject(value) && !Array.isArray(value);
  if (!fits) problems.push(`${address}: ${JSON.stringify(value)} is no ${type}`);
}

/** Every string in the JSON that holds an interpolation, keys included. */
function* expressionsIn(json: Json): Generator<string> {
  if (typeof json === 'string') {
    if (json.includes('${')) yield json;
  } else if (Array.isArray(json)) {
    for (const item of json as readonly Json[]) yield* expressionsIn(item);
  } else if (isObject(json)) {
    for (const [key, value] of Object.entries(json)) {
      if (key === 'ignore_changes') continue;
      if (key.includes('${')) yield key;
      yield* expressionsIn(value);
    }
  }
}

/** `[address, attribute]` of everything that the code in a string names; what `$${` escapes is no code. */
function* referencesIn(text: string): Generator<readonly [string, string | undefined]> {
  const code = text.replaceAll(/\$\$\{/g, '').replaceAll(/"(?:[^"\\$]|\\.|\$(?!\{))*"/g, '""');
  if (!code.includes('${')) return;
  for (const [, name, attribute] of code.matchAll(/(?<![\w.-])((?:var|local)\.[\w-]+|(?:data\.)?aws_\w+\.[\w-]+)(?:\[[^\]]*\])?(?:\.([a-z_]+))?/g)) {
    if (name !== undefined) yield [name, name.startsWith('var.') || name.startsWith('local.') ? undefined : attribute];
  }
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
