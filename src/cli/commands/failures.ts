import { settledPlacement } from '../../addons/settledPlacement';
import { baselineOf } from '../../failure/baseline';
import { headroom } from '../../failure/headroom';
import { nodeFailuresOf, summarizeNodeFailures } from '../../failure/nodeFailures';
import { zoneAndNode } from '../../failure/pairs';
import { fixIn } from '../../findings/findings';
import { findingMessages } from '../../findings/languages';
import { headroomFix } from '../../findings/fixes/headroom';
import { oneOf, seedOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign, type DesignInput } from '../designInput';
import { headroomText, nodeFailuresText, rowsText } from '../format/failuresText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

const MOST_SAMPLES = 100_000;

export const failuresCommand: Command = {
  name: 'failures',
  summary: 'more than one loss at once, nodes that die at random, and the instances that any one zone’s loss needs',
  usage: `${designUsage} (--zone ZONE | --nodes K | --headroom) [--samples N] [--seed N] [--format text|json]`,
  help: [
    '--zone ZONE          what is left without the zone and one machine of another: a row each (evaluate --pairs: two zones)',
    '--nodes K            K machines die at once: how likely it is that quorum holds and workloads survive',
    '--samples N          sets of machines that are drawn where there are more than 500 (500)',
    '--seed N             that draws them (1)',
    '--headroom           the smallest instance counts with which no pod waits for room after any one zone’s loss',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, zone: { type: 'string' }, nodes: { type: 'string' }, samples: { type: 'string' }, seed: { type: 'string' }, headroom: { type: 'boolean' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const asked = [args.text('zone'), args.text('nodes'), args.flag('headroom') || undefined].filter((each) => each !== undefined);
    if (asked.length !== 1) throw new InputError('expected one of --zone ZONE, --nodes K and --headroom');
    const input = await readDesign(args);
    const { json, text } = answer(args, input);
    const { name, settings } = input.design;
    print(format === 'json' ? JSON.stringify({ design: { name, region: settings.region, kubernetesVersion: settings.kubernetesVersion }, ...json }, null, 2) : text);
    return 0;
  },
};

function answer(args: Arguments, { design, catalog }: DesignInput): { readonly json: object; readonly text: string } {
  const zoneText = args.text('zone');
  if (zoneText !== undefined) {
    const zone = zoneNamed(design, zoneText);
    if (zone === undefined) throw new InputError(`--zone: there is no zone ${JSON.stringify(zoneText)}; the zones are ${zonesListed(design)}`);
    const failures = zoneAndNode(baselineOf(settledPlacement(design, catalog), args.language), zone);
    return { json: { failures }, text: rowsText(failures, args.language) };
  }
  if (args.flag('headroom')) {
    const found = headroom(design, catalog);
    const proposed = headroomFix(found);
    const fix = proposed === null ? null : fixIn(proposed, findingMessages[args.language]);
    return { json: { ...found, fix }, text: headroomText(found, args.language) };
  }
  const seed = seedOf(args);
  const samples = wholeNumber(args, 'samples', '500', 1, MOST_SAMPLES);
  const dead = wholeNumber(args, 'nodes', '', 1, 1000);
  const { plan, outcomes } = nodeFailuresOf(design, catalog, dead, { samples, ...(seed === undefined ? {} : { seed }) });
  if (plan.sets === 0) throw new InputError(`--nodes: the design has ${plan.machines} machines, fewer than ${dead}`);
  const summary = summarizeNodeFailures(plan, [...outcomes()]);
  return { json: summary, text: nodeFailuresText(summary, args.language) };
}

function wholeNumber(args: Arguments, name: string, otherwise: string, least: number, most: number): number {
  const text = args.text(name) ?? otherwise;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new InputError(`--${name}: expected a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`);
  return number;
}
