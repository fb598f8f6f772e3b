import { settledPlacement } from '../../addons/settledPlacement';
import { availability, MINUTES_PER_YEAR } from '../../availability/availability';
import { messagesIn } from '../../availability/languages';
import { oneOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { availabilityText } from '../format/availabilityText';
import { InputError, print } from '../io';

export const availabilityCommand: Command = {
  name: 'availability',
  summary: 'how much of the year quorum, API, workloads and the whole are up, from stated assumptions; what that hangs on',
  usage: `${designUsage} [--format text|json]`,
  help: ['--format text|json   text for people (default), json with stable keys', 'The assumptions are those of settings.availability.'],
  options: { ...designOptions, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const { design, catalog } = await readDesign(args);
    const result = availability(settledPlacement(design, catalog));
    if (!result.ok) throw new InputError(messagesIn(args.language).tooManyZones(result.error.zones, result.error.most));
    const { region, kubernetesVersion } = design.settings;
    print(format === 'json' ? JSON.stringify({ design: { name: design.name, region, kubernetesVersion }, minutesPerYear: MINUTES_PER_YEAR, ...result.value }, null, 2) : availabilityText(result.value, args.language));
    return 0;
  },
};
