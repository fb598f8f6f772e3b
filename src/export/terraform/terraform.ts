import { compareBytes } from '../../byteOrder';
import type { Exported, Exporter, ExportFile, ExportInput } from '../exporter';
import { printFile } from '../hcl';
import { controlPlaneSection } from './controlPlane';
import { databaseSection } from './databases';
import { eksSection } from './eks';
import { fileSystemSection } from './fileSystems';
import { iamSection } from './iam';
import { loadBalancerSection } from './loadBalancers';
import { networkSection } from './network';
import { notExpressed } from './notExpressed';
import { planOf } from './plan';
import type { Plan } from './plan';
import { readme } from './readme';
import type { Section } from './section';
import { securityGroupSection } from './securityGroups';
import { settingsSection } from './settings';
import { workerSection } from './workers';
import { unsupportedText } from '../unsupported';

/** Each is a subject and a file; their variables and outputs are gathered. */
const sections: readonly ((plan: Plan) => Section)[] = [
  settingsSection,
  networkSection,
  securityGroupSection,
  iamSection,
  eksSection,
  controlPlaneSection,
  workerSection,
  loadBalancerSection,
  fileSystemSection,
  databaseSection,
];

export const terraform: Exporter = {
  id: 'terraform',
  title: 'Terraform',
  export: exportTerraform,
};

function exportTerraform({ design, catalog, language = 'en' }: ExportInput): Exported {
  const plan = planOf(design, catalog);
  const made = sections.map((make) => make(plan));
  const unsupported = [...made.flatMap((part) => part.unsupported), ...notExpressed(plan)];
  const texts = new Map<string, string>();
  for (const { file, blocks } of made) if (blocks.length > 0) texts.set(file, printFile(blocks));
  const variables = made.flatMap((part) => part.variables);
  const outputs = made.flatMap((part) => part.outputs);
  if (variables.length > 0) texts.set('variables.tf', printFile(variables));
  if (outputs.length > 0) texts.set('outputs.tf', printFile(outputs));
  for (const { path, text } of made.flatMap((part) => part.files)) texts.set(path, text);
  const paths = [...texts.keys()].sort(compareBytes);
  texts.set('README.md', readme(plan, paths, unsupportedText(unsupported, 'en')));
  const files: ExportFile[] = [...texts].map(([path, text]) => ({ path, text }));
  return { files: files.sort((a, b) => compareBytes(a.path, b.path)), unsupported: unsupportedText(unsupported, language) };
}
