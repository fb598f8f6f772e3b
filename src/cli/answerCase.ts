import type { CaseProblem } from '../caseProblem';
import type { Result } from '../result';
import { answerLines } from './answerLines';
import { noMorePositionals, type Arguments } from './command';
import { parseJson, readDumpInput } from './dumpInput';
import { InputError, nameOf, print } from './io';

/** What a command that answers cases takes. */
export const caseOptions = { case: { type: 'string' } } as const;

/**
 * Answers the case in the file of `--case`, or that in each line of an `.ndjson`. `solve` says what is wrong with a case;
 * `written` is what of its answer is written, told where the case is for what has to be said besides.
 */
export function answerCase<Answer>(args: Arguments, solve: (value: unknown) => Result<Answer, CaseProblem>, written: (answer: Answer, place: string) => unknown = (answer) => answer): number {
  noMorePositionals(args, 0);
  const path = args.text('case');
  if (path === undefined) throw new InputError('expected --case FILE');
  const answer = (value: unknown, place: string): unknown => {
    const solved = solve(value);
    if (solved.ok) return written(solved.value, place);
    const { path: at, message } = solved.error;
    throw new InputError(`${place}: ${at}${at === '' ? '' : ': '}${message}`);
  };
  const input = readDumpInput(path);
  const name = nameOf(path);
  if (input.type === 'lines') return answerLines(input.lines, name, (line, place) => answer(parseJson(line), place));
  print(JSON.stringify(answer(input.value, name), null, 2));
  return 0;
}
