import { catalogFor } from '../catalog/catalogFor';
import type { Catalog } from '../catalog/catalog';
import { regions } from '../catalog/regions';
import { parseDesign, parseDesignText, pathText, type DesignError } from '../design/parse';
import type { Design } from '../design/schema';
import { templates } from '../templates/templates';
import { InputError, nameOf, readText } from './io';
import { noMorePositionals, type Arguments, type OptionSpecs } from './command';

/** Every command that takes a DESIGN takes these. */
export const designOptions: OptionSpecs = { template: { type: 'string' } };
export const designUsage = '(DESIGN | - | --template ID)';

export interface DesignInput {
  readonly design: Design;
  readonly catalog: Catalog;
}

/** The design that the arguments name, and the sheet of its region. */
export async function readDesign(args: Arguments): Promise<DesignInput> {
  const template = args.text('template');
  const path = args.positionals[0];
  noMorePositionals(args, 1);
  if (template !== undefined && path !== undefined) throw new InputError('expected a DESIGN or --template ID, not both');
  if (template !== undefined) return withCatalog(await readTemplate(template), `template ${template}`);
  if (path === undefined) throw new InputError('expected a DESIGN: a file, - for standard input, or --template ID');
  const parsed = parseDesignText(readText(path));
  if (!parsed.ok) throw new InputError(problems(nameOf(path), parsed.error));
  return withCatalog(parsed.value, nameOf(path));
}

/** A built-in template by its id. */
export async function readTemplate(id: string): Promise<Design> {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new InputError(`there is no template ${JSON.stringify(id)}; expected one of ${templates.map((each) => each.id).join(', ')}`);
  const parsed = parseDesign(await template.load());
  if (!parsed.ok) throw new InputError(problems(`template ${id}`, parsed.error));
  return parsed.value;
}

function withCatalog(design: Design, name: string): DesignInput {
  const catalog = catalogFor(design.settings.region);
  if (catalog === null) {
    throw new InputError(`${name}: settings.region: expected one of ${regions.map((region) => region.id).join(', ')}; not ${JSON.stringify(design.settings.region)}`);
  }
  return { design, catalog };
}

/** One message: the first place, and how many more there are. */
function problems(name: string, errors: readonly DesignError[]): string {
  const lines = errors.slice(0, 10).map((error) => `${name}: ${error.path.length > 0 ? `${pathText(error.path)}: ` : ''}${error.message}`);
  return errors.length > 10 ? [...lines, `… and ${errors.length - 10} more`].join('\n') : lines.join('\n');
}
