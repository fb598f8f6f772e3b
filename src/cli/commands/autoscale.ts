import { autoscaleCase } from '../../autoscaler/autoscaleCase';
import { answerCase } from '../answerCase';
import { noMorePositionals, type Command } from '../command';
import { InputError, warn } from '../io';

export const autoscaleCommand: Command = {
  name: 'autoscale',
  summary: 'what one loop of the cluster autoscaler does: which group grows and why, or which nodes go',
  usage: '--case FILE',
  help: [
    '--case FILE   {"kind": "scaleUp"|"scaleDown", "options", "cluster": v1.List, "nodeGroups"}, JSON or YAML; .ndjson = one a line; .gz; - = standard input',
    '              options: the flags of the autoscaler in camelCase (expander, balanceSimilarNodeGroups, maxNodesTotal, ...), and "now" (scaleDown)',
    '              nodeGroups: {id, min, max, target, nodes: [NAME], template: Node|null}; template is the node that the provider would build',
    'Where the real program walks a map in random order or draws, the answer is the one in the order of the case.',
  ],
  options: { case: { type: 'string' } },
  run: (args) => {
    noMorePositionals(args, 0);
    const path = args.text('case');
    if (path === undefined) throw new InputError('expected --case FILE');
    return answerCase(path, (value, place) => {
      const answer = autoscaleCase(value);
      if (!answer.ok) throw new InputError(`${place}: ${answer.error.path}${answer.error.path === '' ? '' : ': '}${answer.error.message}`);
      if (answer.value.ignored.length > 0) warn(`zonesketch: ${place}: options that are not simulated: ${answer.value.ignored.join(', ')}`);
      return answer.value.outcome;
    });
  },
};
