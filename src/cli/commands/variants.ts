import { variantsOf, type Variants } from '../../variants/variants';
import { oneOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { variantsText } from '../format/variantsText';
import { print } from '../io';

export const variantsCommand: Command = {
  name: 'variants',
  summary: 'what resilience costs: zones, spread, headroom, policy and hints combined, a month’s bill against the worst zone’s loss',
  usage: `${designUsage} [--format text|json]`,
  help: ['--format text|json   text for people (default), the cheapest first; json with stable keys, each with the edit that makes it'],
  options: { ...designOptions, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const { design, catalog } = await readDesign(args);
    let last: Variants = { variants: [], done: 0, wanted: 0, leftOut: 0 };
    for (const soFar of variantsOf(design, catalog)) last = soFar;
    const { name, settings } = design;
    const { variants, wanted, leftOut } = last;
    print(
      format === 'json'
        ? JSON.stringify({ design: { name, region: settings.region, kubernetesVersion: settings.kubernetesVersion }, combinations: { tried: wanted, leftOut }, variants }, null, 2)
        : variantsText(last, args.language),
    );
    return 0;
  },
};
