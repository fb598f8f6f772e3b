import { withCostDetail } from '../../cost/detail/costDetail';
import { evaluate } from '../../evaluate';
import { oneOf, seedOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { costText } from '../format/costText';
import { print } from '../io';

export const costCommand: Command = {
  name: 'cost',
  summary: 'the bill of a month, how each line came about, what it would be otherwise, and what is estimated beside it',
  usage: `${designUsage} [--format text|json] [--seed N]`,
  help: ['--format text|json   text for people (default), json with stable keys', '--seed N             draw among equal nodes instead of taking the first by name'],
  options: { ...designOptions, format: { type: 'string' }, seed: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const seed = seedOf(args);
    const { design, catalog } = await readDesign(args);
    const evaluation = evaluate(design, catalog, { language: args.language, ...(seed !== undefined && { seed }) });
    const detailed = withCostDetail(evaluation, design, catalog, args.language);
    print(format === 'json' ? JSON.stringify({ design: detailed.design, cost: detailed.cost }, null, 2) : costText(detailed, args.language));
    return 0;
  },
};
