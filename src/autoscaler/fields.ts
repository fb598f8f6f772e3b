import { z } from 'zod';
import type { DumpProblem } from '../scheduling/readDump';
import { secondsOf } from './time';

/** The API's decoders read null as unset. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export const text = z.string();
export const whole = z.int().min(0);
export const time = text.refine((value) => secondsOf(value) !== undefined, { error: ({ input }) => `expected a time such as "2026-06-01T00:00:00Z", got ${JSON.stringify(input)}` });

/** The first thing that is wrong, with its JSON path below `place`. */
export function problemOf(place: string, error: z.ZodError): DumpProblem {
  const issue = error.issues[0];
  const parts = (issue?.path ?? []).map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 && place === '' ? '' : '.'}${String(part)}`));
  return { path: place + parts.join(''), message: issue?.message ?? 'not what was expected' };
}
