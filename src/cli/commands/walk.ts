import { settledPlacement } from '../../addons/settledPlacement';
import { baselineOf } from '../../failure/baseline';
import { walk } from '../../requestWalk/walk';
import { walkable } from '../../requestWalk/walkable';
import { oneOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { walkText } from '../format/walkText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

export const walkCommand: Command = {
  name: 'walk',
  summary: 'one request hop by hop: the ways at each fork with their probabilities, and the rule',
  usage: `${designUsage} --link LINK [--take WAY,WAY,...] [--without ZONE] [--format text|json]`,
  help: [
    '--link LINK          id of the link that the request belongs to',
    '--take WAY,...       the way to go at each fork in turn (an only way is taken by itself); up to the first fork without one',
    '--without ZONE       after the zone is lost and all has settled',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, link: { type: 'string' }, take: { type: 'string' }, without: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const { design, catalog } = await readDesign(args);
    const links = design.links.map(({ id }) => id);
    const link = args.text('link') ?? (links.length === 1 ? links[0] : undefined);
    if (link === undefined || !links.includes(link)) throw new InputError(`--link: expected one of ${links.join(', ') || 'the links of the design, which has none'}${link === undefined ? '' : `, not ${JSON.stringify(link)}`}`);
    const lost = args.text('without');
    const zone = lost === undefined ? null : zoneNamed(design, lost);
    if (zone === undefined) throw new InputError(`--without: there is no zone ${JSON.stringify(lost)}; the zones are ${zonesListed(design)}`);
    const choices = (args.text('take') ?? '').split(',').filter((each) => each !== '');
    const found = walk(walkable(baselineOf(settledPlacement(design, catalog)), zone === null ? null : { zones: [zone], nodes: [] }), link, choices);
    const untaken = found === null ? undefined : choices.find((choice) => !found.steps.some(({ chosen }) => chosen === choice));
    if (untaken !== undefined) {
      const open = found?.steps.at(-1)?.options.map(({ id }) => id) ?? [];
      throw new InputError(`--take: ${JSON.stringify(untaken)} is no way there; the ways are ${open.join(', ')}`);
    }
    const { region, kubernetesVersion } = design.settings;
    print(format === 'json' ? JSON.stringify({ design: { name: design.name, region, kubernetesVersion }, walk: found }, null, 2) : walkText(found, args.language));
    return 0;
  },
};
