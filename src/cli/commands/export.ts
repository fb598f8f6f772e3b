import type { Exported } from '../../export/exporter';
import { exporters } from '../../export/exporters';
import type { Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { staleFiles, writeExport } from '../exportFolder';
import { InputError, print, warn } from '../io';

const ids = exporters.map((exporter) => exporter.id);

export const exportCommand: Command = {
  name: 'export',
  summary: 'write a design as Terraform or Kubernetes files, or check that committed ones are not stale',
  usage: `${designUsage} --target ${ids.join('|')} (--out DIR [--force] | --check DIR)`,
  help: [
    `--target ${ids.join('|')}`,
    '--out DIR     write into DIR, which must be empty or new',
    '--force       replace the files of an earlier export there, and only those',
    '--check DIR   write nothing; exit 1 if the files there are not what this design exports now',
  ],
  options: { ...designOptions, target: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' }, check: { type: 'string' } },
  run: async (args) => {
    const target = args.text('target');
    const exporter = exporters.find((each) => each.id === target);
    if (exporter === undefined) throw new InputError(`--target: expected ${ids.join(' or ')}${target === undefined ? '' : `, not ${JSON.stringify(target)}`}`);
    const out = args.text('out');
    const check = args.text('check');
    if ((out === undefined) === (check === undefined)) throw new InputError('expected either --out DIR or --check DIR');
    const { design, catalog } = await readDesign(args);
    const exported: Exported = exporter.export({ design, catalog, language: args.language });
    if (check !== undefined) {
      const stale = staleFiles(check, exporter.id, exported.files);
      print(stale.length === 0 ? `${check} is what this design exports` : stale.map(({ path, why }) => `${why.padEnd(8)} ${path}`).join('\n'));
      return stale.length === 0 ? 0 : 1;
    }
    if (out === undefined) return 2;
    writeExport(out, exporter.id, exported.files, args.flag('force'));
    print(exported.files.map((file) => file.path).join('\n'));
    for (const sentence of exported.unsupported) warn(`not expressed: ${sentence}`);
    return 0;
  },
};
