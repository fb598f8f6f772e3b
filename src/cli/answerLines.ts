import { InputError, print, warn } from './io';

/** Answers each line in its place: a bad one gives `{"error": …}` there and exit status 2 at the end. `answer` throws `InputError` for what is wrong with a line. */
export function answerLines(lines: readonly string[], name: string, answer: (line: string, place: string) => unknown): number {
  let status = 0;
  lines.forEach((line, index) => {
    const place = `${name} line ${index + 1}`;
    try {
      print(JSON.stringify(answer(line, place)));
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
