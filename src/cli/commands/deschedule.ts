import { descheduleCase } from '../../descheduler/descheduleCase';
import { answerCase, caseOptions } from '../answerCase';
import type { Command } from '../command';

export const descheduleCommand: Command = {
  name: 'deschedule',
  summary: 'which pods one cycle of the descheduler evicts, by its policy',
  usage: '--case FILE',
  help: [
    '--case FILE   {"policy": DeschedulerPolicy v1alpha2, "cluster": v1.List}, JSON or YAML; .ndjson = one a line; .gz; - = standard input',
    '              with "now": "2026-01-02T00:00:00Z" where the policy has minPodAge',
    'A real cluster reads its lists in random order; the answer is that of nodes by name and pods by namespace and name.',
  ],
  options: caseOptions,
  run: (args) => answerCase(args, descheduleCase),
};
