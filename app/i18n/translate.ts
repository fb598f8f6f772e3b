import { useMemo } from 'react';
import { useSession } from '../stores/session';
import type { Language } from './language';
import { fill } from './message';
import type { Parameters } from './message';
import { messagesOf } from './messages/messages';
import type { English, MessageKey } from './messages/messages';

export type Translate = <Key extends MessageKey>(key: Key, ...values: Parameters<English[Key]>) => string;

/** The translator of a language, for what is not a component. */
export function translator(language: Language): Translate {
  return (key, ...values) => fill(messagesOf(language)[key], values[0] ?? {});
}

/** The translator of the language on screen; its identity changes with the language only. */
export function useT(): Translate {
  const language = useSession((session) => session.language);
  return useMemo(() => translator(language), [language]);
}

/** The text of a key that is put together at run time, such as the label of an error code; undefined if there is none. */
export function lookUp(language: Language, key: string): string | undefined {
  const texts: Readonly<Record<string, string>> = messagesOf(language);
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
