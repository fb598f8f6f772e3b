import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { Language } from '../language';

/** One file of an export: `path` relative to the folder that is written, with `/`; `text` ends in a newline. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
}

export interface ExportInput {
  readonly design: Design;
  readonly catalog: Catalog;
  /** Of `unsupported`; the files are in English whatever it is. Default: English. */
  readonly language?: Language;
}

export interface Exported {
  /** By path in byte order, README.md included. */
  readonly files: readonly ExportFile[];
  /** What the target cannot express, a sentence each, in a stable order. The README lists the same in English. */
  readonly unsupported: readonly string[];
}

/** A target that a design can be written for. Same design, same bytes. */
export interface Exporter {
  /** What the command line calls it: `--target ID`. */
  readonly id: string;
  readonly title: string;
  readonly export: (input: ExportInput) => Exported;
}
