import { InputError, nameOf, print, warn } from './io';
import { parseLine, readDumpInput } from './dumpInput';

/**
 * Answers a dump, or each line of an `.ndjson` in its place: a bad line gives `{"error": …}` there and exit status 2 at
 * the end. `answer` throws `InputError` for what is wrong with one dump.
 */
export function answerDump(path: string, answer: (cluster: unknown, mode: unknown, place: string) => readonly unknown[]): number {
  const input = readDumpInput(path);
  const name = nameOf(path);
  if (input.type === 'one') {
    const { value } = input;
    const wrapped = typeof value === 'object' && value !== null && 'cluster' in value && !('kind' in value);
    printList(wrapped ? answer(value.cluster, 'mode' in value ? value.mode : undefined, name) : answer(value, undefined, name));
    return 0;
  }
  let status = 0;
  input.lines.forEach((line, index) => {
    const place = `${name} line ${index + 1}`;
    try {
      const { cluster, mode } = parseLine(line);
      print(JSON.stringify(answer(cluster, mode, place)));
    } catch (error) {
      // A defect of ours on one line leaves the others their answers.
      const reason = error instanceof InputError ? error.message : `internal error: ${error instanceof Error ? error.message : String(error)}`;
      const message = reason.startsWith(place) ? reason : `${place}: ${reason}`;
      print(JSON.stringify({ error: message }));
      warn(`zonesketch: ${message}`);
      status = 2;
    }
  });
  return status;
}

/** As `JSON.stringify(list, null, 2)` would, piece by piece: the whole text of a large answer may be longer than a string can be. */
function printList(list: readonly unknown[]): void {
  if (list.length === 0) return print('[]');
  list.forEach((item, index) => print(`${index === 0 ? '[\n' : ''}  ${JSON.stringify(item, null, 2).replaceAll('\n', '\n  ')}${index === list.length - 1 ? '\n]' : ','}`));
}
