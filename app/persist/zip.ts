import { strToU8, zipSync } from 'fflate';
import type { ExportFile } from '#engine/export/exporter';

/** The first moment that a zip can name: the same files give the same bytes. */
const epoch = new Date(1980, 0, 1);

export function zipFiles(files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files.map((file) => [file.path, [strToU8(file.text), { mtime: epoch, level: 6 }]])));
}
