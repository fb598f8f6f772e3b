import { settledPlacement } from '../../addons/settledPlacement';
import { greyFailure } from '../../greyFailure/greyFailure';
import { oneOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { greyText } from '../format/greyText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

export const greyCommand: Command = {
  name: 'grey',
  summary: 'a grey failure: a zone that loses packets or has become slow; which requests suffer, and what notices it',
  usage: `${designUsage} --zone ZONE [--loss 5%] [--latency 200ms] [--timeout 5s] [--format text|json]`,
  help: [
    '--zone ZONE          the zone: into it, out of it and within it',
    '--loss 5%            packets lost each way (0%)',
    '--latency 200ms      what a round trip takes longer (0ms)',
    '--timeout 5s         how long clients wait for an answer (5s)',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, zone: { type: 'string' }, loss: { type: 'string' }, latency: { type: 'string' }, timeout: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const loss = measured(args, 'loss', '0%', /^(\d+(?:\.\d+)?)%$/, 100, 'a percentage such as 5%') / 100;
    const latencyMs = measured(args, 'latency', '0ms', /^(\d+(?:\.\d+)?)ms$/, 600_000, 'milliseconds such as 200ms');
    const requestTimeoutSeconds = measured(args, 'timeout', '5s', /^(\d+(?:\.\d+)?)s$/, 3600, 'seconds such as 5s');
    const text = args.text('zone');
    if (text === undefined) throw new InputError('expected --zone ZONE');
    const { design, catalog } = await readDesign(args);
    const zone = zoneNamed(design, text);
    if (zone === undefined) throw new InputError(`--zone: there is no zone ${JSON.stringify(text)}; the zones are ${zonesListed(design)}`);
    const result = greyFailure(settledPlacement(design, catalog), { zone, loss, latencyMs, requestTimeoutSeconds });
    const { region, kubernetesVersion } = design.settings;
    print(format === 'json' ? JSON.stringify({ design: { name: design.name, region, kubernetesVersion }, ...result }, null, 2) : greyText(result, args.language));
    return 0;
  },
};

function measured(args: Arguments, name: string, otherwise: string, pattern: RegExp, most: number, expected: string): number {
  const text = args.text(name) ?? otherwise;
  const number = Number(pattern.exec(text)?.[1] ?? Number.NaN);
  if (!(number <= most)) throw new InputError(`--${name}: expected ${expected}, not ${JSON.stringify(text)}`);
  return number;
}
