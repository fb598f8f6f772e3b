import type { Design } from '../../design/schema';
import { settledPlacement } from '../../addons/settledPlacement';
import { baselineOf } from '../../failure/baseline';
import { headroom } from '../../failure/headroom';
import { capacityFailures } from '../../failure/noCapacity';
import { nodeFailuresOf, summarizeNodeFailures } from '../../failure/nodeFailures';
import { outcomeOf } from '../../failure/outcome';
import { zoneAndNode } from '../../failure/pairs';
import { returnsOf } from '../../failure/zoneReturn';
import { fixIn } from '../../findings/findings';
import { findingMessages } from '../../findings/languages';
import { headroomFix } from '../../findings/fixes/headroom';
import { oneOf, seedOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign, type DesignInput } from '../designInput';
import { noCapacityText, zoneReturnText } from '../format/groupReturnsText';
import { headroomText, nodeFailuresText, rowsText } from '../format/failuresText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

const MOST_SAMPLES = 100_000;

export const failuresCommand: Command = {
  name: 'failures',
  summary: 'more than one loss at once, nodes that die at random, zones without capacity, and the instances that any one zone’s loss needs',
  usage: `${designUsage} (--zone ZONE | --nodes K | --no-capacity ZONE | --returns ZONE | --headroom) [--samples N] [--seed N] [--format text|json]`,
  help: [
    '--zone ZONE          what is left without the zone and one machine of another: a row each (evaluate --pairs: two zones)',
    '--nodes K            K machines die at once: how likely it is that quorum holds and workloads survive',
    '--samples N          sets of machines that are drawn where there are more than 500 (500)',
    '--seed N             that draws them (1)',
    '--no-capacity ZONE   launches fail in the zone, which is up: its own instances end, then each other zone is lost; what groups',
    '                     launch instead, try again or are short of their minimum, where pods go, what is terminated undrained later',
    '--returns ZONE       the zone is lost and comes back: in service meanwhile, what AZRebalance launches and terminates undrained',
    '--headroom           the smallest instance counts with which no pod waits for room after any one zone’s loss',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, zone: { type: 'string' }, nodes: { type: 'string' }, 'no-capacity': { type: 'string' }, returns: { type: 'string' }, samples: { type: 'string' }, seed: { type: 'string' }, headroom: { type: 'boolean' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const asked = [...['zone', 'nodes', 'no-capacity', 'returns'].map(args.text), args.flag('headroom') || undefined].filter((each) => each !== undefined);
    if (asked.length !== 1) throw new InputError('expected one of --zone ZONE, --nodes K, --no-capacity ZONE, --returns ZONE and --headroom');
    const input = await readDesign(args);
    const { json, text } = answer(args, input);
    const { name, settings } = input.design;
    print(format === 'json' ? JSON.stringify({ design: { name, region: settings.region, kubernetesVersion: settings.kubernetesVersion }, ...json }, null, 2) : text);
    return 0;
  },
};

function answer(args: Arguments, { design, catalog }: DesignInput): { readonly json: object; readonly text: string } {
  const baseline = () => baselineOf(settledPlacement(design, catalog), args.language);
  const alone = zoneOption(args, 'zone', design);
  if (alone !== undefined) {
    const failures = zoneAndNode(baseline(), alone);
    return { json: { failures }, text: rowsText(failures, args.language) };
  }
  const full = zoneOption(args, 'no-capacity', design);
  if (full !== undefined) {
    const failures = capacityFailures(baseline(), full);
    return { json: { noCapacity: full, failures }, text: noCapacityText(full, failures, args.language) };
  }
  const returning = zoneOption(args, 'returns', design);
  if (returning !== undefined) {
    const before = baseline();
    const outcome = outcomeOf(before, { zones: [returning], nodes: [] });
    const groups = returnsOf(before.placed, outcome);
    return { json: { failures: [{ ...outcome.row, groups }] }, text: zoneReturnText(outcome.row, groups, args.language) };
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

function zoneOption(args: Arguments, option: string, design: Design): string | undefined {
  const text = args.text(option);
  if (text === undefined) return undefined;
  const zone = zoneNamed(design, text);
  if (zone === undefined) throw new InputError(`--${option}: there is no zone ${JSON.stringify(text)}; the zones are ${zonesListed(design)}`);
  return zone;
}

function wholeNumber(args: Arguments, name: string, otherwise: string, least: number, most: number): number {
  const text = args.text(name) ?? otherwise;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new InputError(`--${name}: expected a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`);
  return number;
}
