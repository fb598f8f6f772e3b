import { writeFileSync } from 'node:fs';
import { serializeDesign } from '../../design/serialize';
import { templates } from '../../templates/templates';
import { noMorePositionals, oneOf, type Command } from '../command';
import { readTemplate } from '../designInput';
import { callerPath, InputError, print, reasonOf } from '../io';

export const templatesCommand: Command = {
  name: 'templates',
  summary: 'list the built-in templates, or write one as a design file',
  usage: '[--format text|json] | ID [--out FILE]',
  help: ['--format text|json   how the list is printed (text)', '--out FILE           write the template ID to FILE instead of standard output'],
  options: { format: { type: 'string' }, out: { type: 'string' } },
  run: async (args) => {
    const [id] = args.positionals;
    noMorePositionals(args, 1);
    const out = args.text('out');
    if (id === undefined) {
      if (out !== undefined) throw new InputError('--out: expected a template ID before it');
      const rows = templates.map((template) => ({ id: template.id, title: template.title[args.language] }));
      const width = Math.max(...rows.map((row) => row.id.length));
      print(oneOf(args, 'format', ['text', 'json'], 'text') === 'json' ? JSON.stringify(rows, null, 2) : rows.map((row) => `${row.id.padEnd(width)}  ${row.title}`).join('\n'));
      return 0;
    }
    const text = serializeDesign(await readTemplate(id));
    if (out === undefined) print(text);
    else writeOut(out, text);
    return 0;
  },
};

function writeOut(path: string, text: string): void {
  try {
    writeFileSync(callerPath(path), text);
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error)}`);
  }
}
