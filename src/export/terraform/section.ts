import type { Block } from '../hcl';
import type { ExportFile } from '../exporter';
import type { Unsupported } from '../unsupported';

/** One subject of the export: a file of blocks, with what it needs from `variables.tf` and `outputs.tf`. */
export interface Section {
  /** Name of its file, e.g. `network.tf`; without blocks no file is written. */
  readonly file: string;
  readonly blocks: readonly Block[];
  readonly variables: readonly Block[];
  readonly outputs: readonly Block[];
  /** Templates and the like. */
  readonly files: readonly ExportFile[];
  /** What of its subject Terraform cannot say. */
  readonly unsupported: readonly Unsupported[];
}

/** A section with nothing for what is not given. */
export function section(file: string, parts: Partial<Omit<Section, 'file'>>): Section {
  return { file, blocks: [], variables: [], outputs: [], files: [], unsupported: [], ...parts };
}
