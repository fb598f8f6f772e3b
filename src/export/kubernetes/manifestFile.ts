/** A file of the export before it is written: where it goes, and the objects in it. */
export interface ManifestFile {
  /** `cluster`, or `namespaces/NAME`. */
  readonly folder: string;
  readonly name: string;
  readonly objects: readonly object[];
}

export const clusterFolder = 'cluster';

export function namespaceFolder(namespace: string): string {
  return `namespaces/${namespace}`;
}
