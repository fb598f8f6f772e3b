import { parseAllDocuments } from 'yaml';
import { InputError, nameOf, readText } from './io';
import { yamlParts, type YamlPart } from './yamlParts';

/** One dump, or the lines of a file that ends in `.ndjson` (or `.ndjson.gz`): an answer a line. */
export type DumpInput =
  | { readonly type: 'one'; readonly value: unknown }
  | { readonly type: 'lines'; readonly lines: readonly string[] };

/** Reads a JSON or YAML dump; several YAML documents are the items of one list. */
export function readDumpInput(path: string): DumpInput {
  const text = readText(path);
  if (/\.ndjson(\.gz)?$/.test(path)) return { type: 'lines', lines: text.trimEnd() === '' ? [] : text.trimEnd().split('\n') };
  return { type: 'one', value: parseText(text, nameOf(path)) };
}

function parseText(text: string, name: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (error) {
      // YAML's flow style begins like JSON; if it is neither, the JSON message is the one that helps.
      const documents = yamlDocuments(text);
      if (documents.ok) return documents.value;
      throw new InputError(`${name}: JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const documents = yamlDocuments(text);
  if (!documents.ok) throw new InputError(`${name}: YAML: ${documents.message}`);
  return documents.value;
}

type Documents = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function yamlDocuments(text: string): Documents {
  const inParts = readYaml(yamlParts(text));
  if (inParts.ok) return inParts;
  // What is wrong, if anything is, is where the whole text says it is.
  return readYaml([{ kind: 'document', text }]);
}

function readYaml(parts: readonly YamlPart[]): Documents {
  try {
    const values: unknown[] = [];
    for (const { kind, text } of parts) {
      for (const document of parseAllDocuments(text)) {
        const error = document.errors[0];
        if (error !== undefined) return { ok: false, message: error.message.split('\n')[0] ?? 'not readable' };
        // Aliases that would explode are an error of the library: at most 100 of them are followed.
        const value: unknown = document.toJS({ maxAliasCount: 100 });
        if (kind === 'envelope' || value === null || value === undefined) continue;
        values.push(kind === 'items' ? { items: value } : value);
      }
    }
    if (values.length === 0) return { ok: false, message: 'expected a v1.List; there is nothing' };
    return { ok: true, value: values.length === 1 ? values[0] : { apiVersion: 'v1', kind: 'List', items: values.flatMap(itemsOf) } };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  const isList = typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
  return isList ? (value.items as readonly unknown[]) : [value];
}

/** `{"cluster": List, "mode": ...}` or a List: what a line of an `.ndjson` may be. */
export function parseLine(line: string): { readonly cluster: unknown; readonly mode: unknown } {
  const value = parseJson(line);
  if (typeof value === 'object' && value !== null && 'cluster' in value) return { cluster: value.cluster, mode: 'mode' in value ? value.mode : undefined };
  return { cluster: value, mode: undefined };
}

/** The value of a line. */
export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new InputError(`JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
