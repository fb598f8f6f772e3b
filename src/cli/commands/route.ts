import { routeDump } from '../../routing/routeDump';
import { answerDump } from '../answerDump';
import { noMorePositionals, type Command } from '../command';
import { InputError, warn } from '../io';

export const routeCommand: Command = {
  name: 'route',
  summary: 'who serves whom in a cluster dump: endpoints, hints, and what each node reaches',
  usage: '--cluster FILE',
  help: ['--cluster FILE   a v1.List, JSON or YAML (kubectl get -o json); .ndjson = one a line; .gz; - = standard input'],
  options: { cluster: { type: 'string' } },
  run: (args) => {
    noMorePositionals(args, 0);
    const path = args.text('cluster');
    if (path === undefined) throw new InputError('expected --cluster FILE');
    return answerDump(path, (cluster, _mode, place) => {
      const result = routeDump(cluster);
      if (!result.ok) throw new InputError(`${place}: ${result.error.message}`);
      if (result.value.withoutSelector.length > 0) warn(`zonesketch: ${place}: without a selector, not routed: ${result.value.withoutSelector.join(', ')}`);
      return result.value.results;
    });
  },
};
