import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

const META = '#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/** node.k8s.io is not among the recorded groups; written from kubernetes/api node/v1/types.go. */
const RUNTIME_CLASS: Schema = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { $ref: META },
    handler: { type: 'string' },
    overhead: { type: 'object', properties: { podFixed: { type: 'object', additionalProperties: { type: 'string' } } } },
  },
  required: ['handler'],
};

const file = new URL('../data/kubernetes-1.34-openapi-schemas.json.gz', import.meta.url);
const { schemas } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { schemas: Readonly<Record<string, Schema>> };

const byKind = new Map<string, Schema>([['node.k8s.io/v1 RuntimeClass', RUNTIME_CLASS]]);
for (const schema of Object.values(schemas)) {
  for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
    byKind.set(`${group === '' ? '' : `${group}/`}${version} ${kind}`, schema);
  }
}

/** What a Kubernetes 1.34 API server with strict field checking would find wrong with an object's shape: `PATH: PROBLEM`. */
export function apiProblems(object: unknown): readonly string[] {
  const { apiVersion, kind } = object as { readonly apiVersion?: string; readonly kind?: string };
  const schema = byKind.get(`${apiVersion ?? ''} ${kind ?? ''}`);
  if (schema === undefined) return [`no kind ${String(kind)} in ${String(apiVersion)}`];
  const problems: string[] = [];
  check(object, schema, `${kind ?? ''} ${nameOf(object)}`, problems);
  return problems;
}

function nameOf(object: unknown): string {
  return (object as { readonly metadata?: { readonly name?: string } }).metadata?.name ?? '?';
}

function check(value: unknown, schema: Schema, path: string, problems: string[]): void {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.replace('#/components/schemas/', '')];
    if (target === undefined) throw new Error(`${path}: no schema ${schema.$ref}`);
    return check(value, target, path, problems);
  }
  for (const part of schema.allOf ?? []) check(value, part, path, problems);
  if (schema.oneOf !== undefined && !schema.oneOf.some((option) => fits(value, option.type))) problems.push(`${path}: ${JSON.stringify(value)} fits no alternative`);
  if (schema.type === undefined) return;
  if (!fits(value, schema.type)) {
    problems.push(`${path}: expected ${schema.type}, got ${JSON.stringify(value)}`);
    return;
  }
  if (schema.type === 'array') for (const [i, item] of (value as unknown[]).entries()) check(item, schema.items ?? {}, `${path}[${i}]`, problems);
  if (schema.type === 'object') checkFields(value as Readonly<Record<string, unknown>>, schema, path, problems);
}

function checkFields(value: Readonly<Record<string, unknown>>, schema: Schema, path: string, problems: string[]): void {
  for (const name of schema.required ?? []) if (value[name] === undefined) problems.push(`${path}: no ${name}`);
  if (schema.properties === undefined && schema.additionalProperties === undefined) return;
  for (const [name, field] of Object.entries(value)) {
    const known = schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
    if (known === undefined) problems.push(`${path}: unknown field ${name}`);
    else check(field, known, `${path}.${name}`, problems);
  }
}

function fits(value: unknown, type: string | undefined): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case undefined:
      return true;
    default:
      return typeof value === type;
  }
}
