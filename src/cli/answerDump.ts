import { answerLines } from './answerLines';
import { parseLine, readDumpInput } from './dumpInput';
import { nameOf, print } from './io';

/** Answers a dump, or each line of an `.ndjson` in its place. `answer` throws `InputError` for what is wrong with one dump. */
export function answerDump(path: string, answer: (cluster: unknown, mode: unknown, place: string) => readonly unknown[]): number {
  const input = readDumpInput(path);
  const name = nameOf(path);
  if (input.type === 'one') {
    const { value } = input;
    const wrapped = typeof value === 'object' && value !== null && 'cluster' in value && !('kind' in value);
    printList(wrapped ? answer(value.cluster, 'mode' in value ? value.mode : undefined, name) : answer(value, undefined, name));
    return 0;
  }
  return answerLines(input.lines, name, (line, place) => {
    const { cluster, mode } = parseLine(line);
    return answer(cluster, mode, place);
  });
}

/** As `JSON.stringify(list, null, 2)` would, piece by piece: the whole text of a large answer may be longer than a string can be. */
function printList(list: readonly unknown[]): void {
  if (list.length === 0) return print('[]');
  list.forEach((item, index) => print(`${index === 0 ? '[\n' : ''}  ${JSON.stringify(item, null, 2).replaceAll('\n', '\n  ')}${index === list.length - 1 ? '\n]' : ','}`));
}
