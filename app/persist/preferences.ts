import { z } from 'zod';
import { languages } from '../i18n/language';
import { readText, writeText } from './webStorage';

/** What the browser remembers of how a person likes the page. */
const schema = z.object({
  language: z.enum(languages).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  dock: z.string().nullable().optional(),
  /** Pixels. */
  dockHeight: z.number().min(120).max(2000).optional(),
  /** Hints of the first start that were closed. */
  hintsClosed: z.array(z.string()).optional(),
  /** The saved design that was open last. */
  lastDesign: z.string().optional(),
});

export type Preferences = z.infer<typeof schema>;

const key = 'zonesketch.preferences';

/** Never fails: what cannot be read is as if it were not there. */
export function readPreferences(): Preferences {
  try {
    const parsed = schema.safeParse(JSON.parse(readText('local', key) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

export function writePreferences(changes: Preferences): void {
  writeText('local', key, JSON.stringify({ ...readPreferences(), ...changes }));
}
