import { clusterList } from '../../cluster/list';
import { noteText } from '../../cluster/notes';
import { place } from '../../cluster/place';
import { seedOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { print, warn } from '../io';

export const clusterCommand: Command = {
  name: 'cluster',
  summary: 'the cluster that a design predicts, as a v1.List of Kubernetes objects',
  usage: `${designUsage} [--pending] [--seed N]`,
  help: ['--pending   the same cluster before its workloads’ pods were placed', '--seed N    draw among equal nodes instead of taking the first by name'],
  options: { ...designOptions, pending: { type: 'boolean' }, seed: { type: 'string' } },
  run: async (args) => {
    const seed = seedOf(args);
    const { design, catalog } = await readDesign(args);
    const placed = place(design, catalog, seed === undefined ? {} : { seed });
    for (const note of placed.cluster.unsupported) warn(`zonesketch: ${noteText(note, args.language)}`);
    if (args.flag('pending') && placed.preempted.length > 0) {
      warn(`zonesketch: preemption moved ${placed.preempted.join(', ')}; scheduling this list in sequence will not carry that out`);
    }
    print(JSON.stringify(clusterList(placed, { pending: args.flag('pending') }), null, 2));
    return 0;
  },
};
