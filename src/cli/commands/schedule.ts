import { MOST_ROWS, scheduleDump } from '../../scheduling/scheduleDump';
import { answerDump } from '../answerDump';
import { noMorePositionals, oneOf, seedOf, type Command } from '../command';
import { InputError, warn } from '../io';

const modes = ['explain', 'sequence'] as const;

export const scheduleCommand: Command = {
  name: 'schedule',
  summary: 'explain or place the pending pods of a cluster dump, as kube-scheduler would',
  usage: '--cluster FILE [--mode explain|sequence] [--seed N]',
  help: [
    '--cluster FILE            a v1.List, JSON or YAML (kubectl get -o json); .ndjson = one a line; .gz; - = standard input',
    '--mode explain|sequence   each pod by itself against the dump (default), or one after the other in queue order',
    '                          (tables of nodes with more than 1,000,000 rows in all are left out, which is said)',
    '--seed N                  draw among equal nodes instead of taking the first by name',
  ],
  options: { cluster: { type: 'string' }, mode: { type: 'string' }, seed: { type: 'string' } },
  run: (args) => {
    noMorePositionals(args, 0);
    const path = args.text('cluster');
    if (path === undefined) throw new InputError('expected --cluster FILE');
    const mode = oneOf(args, 'mode', modes, 'explain');
    const seed = seedOf(args) ?? null;
    return answerDump(path, (cluster, lineMode, place) => {
      const own = lineMode === undefined ? mode : modes.find((each) => each === lineMode);
      if (own === undefined) throw new InputError(`${place}: mode: expected explain or sequence, not ${JSON.stringify(lineMode)}`);
      const result = scheduleDump(cluster, { mode: own, seed });
      if (!result.ok) throw new InputError(`${place}: ${result.error.path}${result.error.path === '' ? '' : ': '}${result.error.message}`);
      const ignored = [...result.value.ignored].map(([kind, count]) => `${count} ${kind}`);
      if (ignored.length > 0) warn(`zonesketch: ${place}: play no part: ${ignored.join(', ')}`);
      if (!result.value.hasTables) warn(`zonesketch: ${place}: no tables of nodes: with so many pending pods and nodes they would have more than ${MOST_ROWS} rows; leave out pods to see them`);
      return result.value.verdicts;
    });
  },
};
