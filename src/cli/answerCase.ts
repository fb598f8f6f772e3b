import { answerLines } from './answerLines';
import { parseJson, readDumpInput } from './dumpInput';
import { nameOf, print } from './io';

/** Answers the case in a file, or that in each line of an `.ndjson`. `answer` throws `InputError` for what is wrong with one case. */
export function answerCase(path: string, answer: (value: unknown, place: string) => unknown): number {
  const input = readDumpInput(path);
  const name = nameOf(path);
  if (input.type === 'lines') return answerLines(input.lines, name, (line, place) => answer(parseJson(line), place));
  print(JSON.stringify(answer(input.value, name), null, 2));
  return 0;
}
