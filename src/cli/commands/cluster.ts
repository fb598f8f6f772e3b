import type { Placed } from '../../cluster/cluster';
import { clusterList } from '../../cluster/list';
import { noteText } from '../../cluster/notes';
import { settledPlacement } from '../../addons/settledPlacement';
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
    const placed = settledPlacement(design, catalog, seed === undefined ? {} : { seed });
    for (const note of placed.cluster.unsupported) warn(`zonesketch: ${noteText(note, args.language)}`);
    if (args.flag('pending') && placed.preempted.length > 0) {
      warn(`zonesketch: preemption moved ${placed.preempted.join(', ')}; scheduling this list in sequence will not carry that out`);
    }
    if (args.flag('pending')) for (const text of movedByAddons(placed)) warn(`zonesketch: ${text}; scheduling this list in sequence will not carry that out`);
    print(JSON.stringify(clusterList(placed, { pending: args.flag('pending') }), null, 2));
    return 0;
  },
};

function movedByAddons({ addons }: Placed): readonly string[] {
  const added = addons?.scaleUp?.added ?? [];
  const evicted = addons?.descheduling?.evicted ?? [];
  return [
    ...(added.length === 0 ? [] : [`an autoscaler added ${added.map(({ node }) => node.name).join(', ')}`]),
    ...(evicted.length === 0 ? [] : [`the descheduler evicted ${evicted.join(', ')}`]),
  ];
}
