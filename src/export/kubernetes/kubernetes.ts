import { compareBytes } from '../../byteOrder';
import { clusterServices, governingServices } from '../../cluster/services';
import { workloadManifest } from '../../cluster/workloadManifest';
import { entitiesOf } from '../../design/tree';
import type { Exported, Exporter, ExportFile, ExportInput } from '../exporter';
import { clusterFiles, fileSystemTargets } from './clusterFiles';
import { kustomizations } from './kustomization';
import { ingressFiles } from './loadBalancers';
import { notExpressed } from './notExpressed';
import { readme } from './readme';
import { serviceFiles } from './serviceFiles';
import { workloadFile } from './workloadFiles';
import { yamlText } from './yamlText';
import { unsupportedText } from '../unsupported';

export const kubernetes: Exporter = {
  id: 'kubernetes',
  title: 'Kubernetes',
  export: exportKubernetes,
};

/** Which Service governs a StatefulSet does not depend on its pods one by one. */
const NO_PODS: ReadonlyMap<string, []> = new Map();

function exportKubernetes({ design, language = 'en' }: ExportInput): Exported {
  const manifests = entitiesOf(design, 'workload').map((workload) => workloadManifest(design, workload));
  const governing = governingServices(clusterServices(design, manifests, NO_PODS, []));
  const files = [
    ...clusterFiles(design, manifests),
    ...manifests.map((manifest) => workloadFile(manifest, governing.get(manifest.workload.id) ?? manifest.name)),
    ...serviceFiles(design),
    ...ingressFiles(design),
  ];
  const unsupported = notExpressed(design, manifests);
  const written: ExportFile[] = [
    ...files.map(({ folder, name, objects }) => ({ path: `${folder}/${name}`, text: yamlText(objects) })),
    ...kustomizations(files, fileSystemTargets(design, manifests)),
  ].sort((a, b) => compareBytes(a.path, b.path));
  const text = readme(design, written.map(({ path }) => path), unsupportedText(unsupported, 'en'));
  return { files: [...written, { path: 'README.md', text }].sort((a, b) => compareBytes(a.path, b.path)), unsupported: unsupportedText(unsupported, language) };
}
