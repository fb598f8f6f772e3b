import { withCostDetail } from '../../cost/detail/costDetail';
import { evaluateWithTimelines } from '../../timeline/evaluateWithTimelines';
import { oneOf, seedOf, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { evaluationJson } from '../format/evaluationJson';
import { evaluationMarkdown } from '../format/evaluationMarkdown';
import { evaluationText } from '../format/evaluationText';
import { print } from '../io';

const writers = { text: evaluationText, json: evaluationJson, markdown: evaluationMarkdown };

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'the verdicts on a design: quorum, placement, failures and how long they take, traffic, cost, findings',
  usage: `${designUsage} [--format text|json|markdown] [--seed N] [--node-failures] [--pairs]`,
  help: [
    '--format text|json|markdown   text for people (default), json with stable keys, markdown for a decision record',
    '--seed N                      draw among equal nodes instead of taking the first by name',
    '--node-failures               a row for every worker node even where there are more than 100',
    '--pairs                       a row for every pair of zones (N-2)',
  ],
  options: { ...designOptions, format: { type: 'string' }, seed: { type: 'string' }, 'node-failures': { type: 'boolean' }, pairs: { type: 'boolean' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json', 'markdown'], 'text');
    const seed = seedOf(args);
    const { design, catalog } = await readDesign(args);
    const evaluation = evaluateWithTimelines(design, catalog, {
      language: args.language,
      ...(seed !== undefined && { seed }),
      ...(args.flag('node-failures') && { nodeFailures: true }),
      ...(args.flag('pairs') && { zonePairs: true }),
    });
    print(writers[format](withCostDetail(evaluation, design, catalog, args.language), args.language));
    return 0;
  },
};
