import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareBytes } from '../byteOrder';
import type { ExportFile } from '../export/exporter';
import { callerPath, InputError, reasonOf, warn } from './io';

/** Lists the files of the last export with their checksums, so that `--force` replaces those and nothing else. */
const manifestName = '.zonesketch-export.json';

interface Manifest {
  readonly target: string;
  /** Path -> SHA-256 of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes an export into a folder that is empty or new, or, with `force`, over the files of the export before. A file
 * that an export did not write is never touched: where one is in the way that is an error, and nothing is written.
 */
export function writeExport(folder: string, target: string, files: readonly ExportFile[], force: boolean): void {
  const root = callerPath(folder);
  try {
    const before = checkFolder(root, folder, files, force);
    mkdirSync(root, { recursive: true });
    for (const file of files) {
      const path = join(root, ...file.path.split('/'));
      mkdirSync(dirname(path), { recursive: true });
      // Whole or not at all: a reader never sees half a file.
      writeFileSync(`${path}.partial`, file.text);
      renameSync(`${path}.partial`, path);
    }
    const written = new Set(files.map((file) => file.path));
    for (const path of Object.keys(before?.files ?? {})) if (!written.has(path)) rmSync(join(root, ...path.split('/')), { force: true });
    const manifest: Manifest = { target, files: Object.fromEntries(files.map((file) => [file.path, checksum(file.text)])) };
    writeFileSync(join(root, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${folder}: ${reasonOf(error)}`);
  }
}

function checkFolder(root: string, folder: string, files: readonly ExportFile[], force: boolean): Manifest | null {
  if (!existsSync(root) || readdirSync(root).length === 0) return null;
  const manifest = readManifest(root);
  if (!force) throw new InputError(`${folder}: expected an empty folder${manifest === null ? '' : '; --force replaces the files of the last export'}`);
  if (manifest === null) throw new InputError(`${folder}: expected an empty folder, or one that an export wrote (with ${manifestName})`);
  for (const { path } of files) {
    const present = join(root, ...path.split('/'));
    if (manifest.files[path] === undefined && existsSync(present)) throw new InputError(`${folder}/${path}: not written by the last export; move it away first`);
  }
  const changed = Object.entries(manifest.files).filter(([path, sum]) => {
    const present = join(root, ...path.split('/'));
    return existsSync(present) && checksum(readFileSync(present, 'utf8')) !== sum;
  });
  if (changed.length > 0) warn(`zonesketch: replaced, though changed since the last export: ${changed.map(([path]) => path).join(', ')}`);
  return manifest;
}

function readManifest(root: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(root, manifestName), 'utf8'));
    const isManifest = typeof value === 'object' && value !== null && 'files' in value && typeof value.files === 'object' && value.files !== null;
    if (!isManifest) return null;
    // A path that leads out of the folder is none that an export wrote.
    const files = Object.entries(value.files as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].split('/').includes('..') && !entry[0].startsWith('/'),
    );
    return { target: 'target' in value ? String(value.target) : '', files: Object.fromEntries(files) };
  } catch {
    return null;
  }
}

export interface StaleFile {
  readonly path: string;
  readonly why: 'missing' | 'changed' | 'leftover';
}

/** The files there that are not what would be written now: missing, changed, or left over from an export before. */
export function staleFiles(folder: string, target: string, files: readonly ExportFile[]): readonly StaleFile[] {
  const root = callerPath(folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new InputError(`${folder}: expected a folder with an export`);
  const now = new Map(files.map((file) => [file.path, file.text]));
  const manifest = readManifest(root);
  if (manifest !== null && manifest.target !== target) throw new InputError(`${folder}: holds an export for ${manifest.target}, not ${target}`);
  const leftover = Object.keys(manifest?.files ?? {})
    .filter((path) => !now.has(path) && existsSync(join(root, ...path.split('/'))))
    .map((path): StaleFile => ({ path, why: 'leftover' }));
  const stale = files.flatMap(({ path, text }): readonly StaleFile[] => {
    const present = join(root, ...path.split('/'));
    if (!existsSync(present)) return [{ path, why: 'missing' }];
    return readFileSync(present, 'utf8') === text ? [] : [{ path, why: 'changed' }];
  });
  return [...stale, ...leftover].sort((a, b) => compareBytes(a.path, b.path));
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
