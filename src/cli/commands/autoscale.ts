import { autoscaleCase } from '../../autoscaler/autoscaleCase';
import { answerCase, caseOptions } from '../answerCase';
import type { Command } from '../command';
import { warn } from '../io';

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
  options: caseOptions,
  run: (args) =>
    answerCase(args, autoscaleCase, ({ outcome, ignored }, place) => {
      if (ignored.length > 0) warn(`zonesketch: ${place}: options that are not simulated: ${ignored.join(', ')}`);
      return outcome;
    }),
};
