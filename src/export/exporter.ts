import type { Catalog } from '../catalog/catalog';
import type { Placed } from '../cluster/cluster';
import type { Design } from '../design/schema';

/** One file of an export: `path` relative to the folder that is written, with `/`; `text` ends in a newline. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
}

export interface ExportInput {
  readonly design: Design;
  readonly catalog: Catalog;
  /** The prediction, for what the README of an export says about it; exports do not depend on it otherwise. */
  readonly placed?: Placed;
}

export interface Exported {
  /** By path in byte order, README.md included. */
  readonly files: readonly ExportFile[];
  /** What the target cannot express, a sentence each, in a stable order. The README lists the same. */
  readonly unsupported: readonly string[];
}

/** A target that a design can be written for. Same design, same bytes. */
export interface Exporter {
  /** What the command line calls it: `--target ID`. */
  readonly id: string;
  readonly title: string;
  readonly export: (input: ExportInput) => Exported;
}
