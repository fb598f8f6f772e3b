import { compareBytes } from '../../byteOrder';
import type { ExportFile } from '../exporter';
import type { FileSystemTargets } from './clusterFiles';
import { UNKNOWN_FILE_SYSTEM } from './clusterFiles';
import type { ManifestFile } from './manifestFile';
import { clusterFolder } from './manifestFile';
import { yamlText } from './yamlText';

const HEAD = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' } as const;
const FILE_SYSTEMS = 'file-systems';

/** The kustomization.yaml of every folder and of the root, and the file that ids of file systems are filled in. */
export function kustomizations(files: readonly ManifestFile[], targets: FileSystemTargets): readonly ExportFile[] {
  const folders = new Map<string, string[]>();
  for (const { folder, name } of files) folders.set(folder, [...(folders.get(folder) ?? []), name]);
  const written: ExportFile[] = [kustomization('', { resources: [...folders.keys()].sort(compareBytes) })];
  for (const [folder, names] of folders) {
    const resources = names.sort(compareBytes);
    written.push(kustomization(`${folder}/`, folder === clusterFolder && targets.size > 0 ? { resources, ...fileSystems(targets) } : { resources }));
  }
  if (targets.size > 0) written.push({ path: `${clusterFolder}/${FILE_SYSTEMS}.env`, text: environment(targets) });
  return written;
}

function kustomization(folder: string, content: object): ExportFile {
  return { path: `${folder}kustomization.yaml`, text: yamlText([{ ...HEAD, ...content }]) };
}

/** One line a file system: its id in the design, and its id at AWS. */
function environment(targets: FileSystemTargets): string {
  const lines = [...targets.keys()].map((id) => `${id}=${UNKNOWN_FILE_SYSTEM}`);
  return ['# Ids of the EFS file systems: terraform output file_system_ids', ...lines, ''].join('\n');
}

/** The ids come from the env file; the ConfigMap that carries them is not applied. */
function fileSystems(targets: FileSystemTargets): object {
  return {
    configMapGenerator: [
      {
        name: FILE_SYSTEMS,
        envs: [`${FILE_SYSTEMS}.env`],
        options: { disableNameSuffixHash: true, annotations: { 'config.kubernetes.io/local-config': 'true' } },
      },
    ],
    replacements: [...targets].map(([id, places]) => ({
      source: { kind: 'ConfigMap', name: FILE_SYSTEMS, fieldPath: `data.${id}` },
      targets: places.map(({ kind, name, fieldPath }) => ({ select: { kind, name }, fieldPaths: [fieldPath] })),
    })),
  };
}
