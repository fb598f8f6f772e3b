import { drawOutcomes, summarizeDraws } from '../../draws/draws';
import { drawsOf } from '../../draws/drawOutcome';
import { oneOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { drawsText } from '../format/drawsText';
import { InputError, print } from '../io';

const MOST_DRAWS = 100_000;

export const drawsCommand: Command = {
  name: 'draws',
  summary: 'how placement and any one zone’s loss may come out, over many draws of the scheduler’s random ties',
  usage: `${designUsage} [--draws N] [--format text|json]`,
  help: ['--draws N            how many (200), with the seeds 1 to N; evaluate --seed shows any of them', '--format text|json   text for people (default), json with stable keys'],
  options: { ...designOptions, draws: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const draws = drawsWanted(args);
    const { design, catalog } = await readDesign(args);
    const summary = summarizeDraws(drawsOf(design, catalog)(null), [...drawOutcomes(design, catalog, draws)]);
    const { region, kubernetesVersion } = design.settings;
    print(format === 'json' ? JSON.stringify({ design: { name: design.name, region, kubernetesVersion }, ...summary }, null, 2) : drawsText(design, summary, args.language));
    return 0;
  },
};

function drawsWanted(args: Arguments): number {
  const text = args.text('draws') ?? '200';
  const draws = Number(text);
  if (!/^\d+$/.test(text) || draws < 1 || draws > MOST_DRAWS) throw new InputError(`--draws: expected a whole number from 1 to ${MOST_DRAWS}, not ${JSON.stringify(text)}`);
  return draws;
}
