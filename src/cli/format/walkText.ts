import { messagesIn } from '../../requestWalk/languages';
import type { Walk } from '../../requestWalk/walk';
import { excludedWords, ruleWords, stopWords } from '../../requestWalk/words';
import type { Language } from '../command';
import { percent } from './evaluationRows';

/** A request walk for people: a paragraph a fork, the way that was taken marked. */
export function walkText(walk: Walk | null, language: Language): string {
  const say = messagesIn(language);
  if (walk === null) return say.nothing;
  const { steps, probability, zoneCrossings, hops } = walk;
  return [
    ...steps.flatMap(({ rule, options, excluded, chosen }, index) => [
      `${index + 1}. ${ruleWords(rule, say)}`,
      ...options.map(({ id, to, probability: part, crossesZone }) => `   ${id === chosen ? '>' : ' '} ${percent(part).padStart(7)}  ${stopWords(to, say)}${crossesZone ? ` (${say.crosses})` : ''}`),
      ...excludedWords(excluded, say).map((line) => `     ${percent(0).padStart(7)}  ${line}`),
    ]),
    '',
    say.soFar(percent(probability), zoneCrossings, hops),
  ].join('\n');
}
