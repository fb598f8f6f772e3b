import { descheduleCase } from '../../descheduler/descheduleCase';
import { answerCase } from '../answerCase';
import { noMorePositionals, type Command } from '../command';
import { InputError } from '../io';

export const descheduleCommand: Command = {
  name: 'deschedule',
  summary: 'which pods one cycle of the descheduler evicts, by its policy',
  usage: '--case FILE',
  help: [
    '--case FILE   {"policy": DeschedulerPolicy v1alpha2, "cluster": v1.List}, JSON or YAML; .ndjson = one a line; .gz; - = standard input',
    '              with "now": "2026-01-02T00:00:00Z" where the policy has minPodAge',
    'A real cluster reads its lists in random order; the answer is that of nodes by name and pods by namespace and name.',
  ],
  options: { case: { type: 'string' } },
  run: (args) => {
    noMorePositionals(args, 0);
    const path = args.text('case');
    if (path === undefined) throw new InputError('expected --case FILE');
    return answerCase(path, (value, place) => {
      const answer = descheduleCase(value);
      if (!answer.ok) throw new InputError(`${place}: ${answer.error.path}${answer.error.path === '' ? '' : ': '}${answer.error.message}`);
      return answer.value;
    });
  },
};
