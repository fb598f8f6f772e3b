import { alternativesOf } from '../../alternatives/alternatives';
import { drawAlternatives, summarizeAlternatives } from '../../alternatives/drawAlternatives';
import { endpointCounts } from '../../alternatives/endpointCounts';
import { messagesIn } from '../../alternatives/languages';
import type { ServiceEntity } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { called } from '../called';
import { oneOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign, type DesignInput } from '../designInput';
import { alternativesText, type AlternativesAnswer } from '../format/alternativesText';
import { InputError, print } from '../io';

const MOST_DRAWS = 10_000;

export const alternativesCommand: Command = {
  name: 'alternatives',
  summary: 'what else a Service could be (policy, distribution, spread, load balancer), each with its figures beside today’s',
  usage: `${designUsage} [--service NAME] [--draws N] [--hints] [--format text|json]`,
  help: [
    '--service NAME       a Service by id, name or namespace/name (all)',
    '--draws N            how the figures are distributed over the seeds 1 to N',
    '--hints              for which numbers of endpoints topology hints hold or vanish in this cluster',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, service: { type: 'string' }, draws: { type: 'string' }, hints: { type: 'boolean' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const draws = drawsWanted(args);
    const input = await readDesign(args);
    const { region, kubernetesVersion } = input.design.settings;
    const services = servicesMeant(args, input).flatMap(({ id }) => answer(args, input, id, draws));
    print(format === 'json' ? JSON.stringify({ design: { name: input.design.name, region, kubernetesVersion }, services }, null, 2) : alternativesText(services, args.language));
    return 0;
  },
};

function answer(args: Arguments, { design, catalog }: DesignInput, service: string, draws: number | null): readonly AlternativesAnswer[] {
  const last = [...alternativesOf(design, catalog, service, messagesIn(args.language))].at(-1);
  if (last === undefined) return [];
  const { wanted: _wanted, ...all } = last;
  return [
    {
      ...all,
      ...(draws === null ? {} : { drawn: summarizeAlternatives([...drawAlternatives(design, catalog, service, draws)]) }),
      ...(args.flag('hints') ? { endpointCounts: [...endpointCounts(design, catalog, service)] } : {}),
    },
  ];
}

function servicesMeant(args: Arguments, { design }: DesignInput): readonly ServiceEntity[] {
  const text = args.text('service');
  const services = entitiesOf(design, 'service');
  if (text === undefined) return services;
  const meant = called(services, text);
  if (meant.length > 0) return meant;
  throw new InputError(`--service: there is no Service ${JSON.stringify(text)}; there ${services.length === 1 ? 'is' : 'are'} ${services.map(({ namespace, name }) => `${namespace}/${name}`).join(', ') || 'none'}`);
}

function drawsWanted(args: Arguments): number | null {
  const text = args.text('draws');
  if (text === undefined) return null;
  const draws = Number(text);
  if (!/^\d+$/.test(text) || draws < 1 || draws > MOST_DRAWS) throw new InputError(`--draws: expected a whole number from 1 to ${MOST_DRAWS}, not ${JSON.stringify(text)}`);
  return draws;
}
