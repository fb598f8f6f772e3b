import { useMemo } from 'react';
import { useSession } from '../stores/session';
import type { Language } from './language';
import { fill } from './message';
import type { Parameters } from './message';

/** As `Translate`, of texts that are not the page's. */
export type Say<English extends Readonly<Record<string, string>>> = <Key extends keyof English & string>(key: Key, ...values: Parameters<English[Key]>) => string;

/**
 * A hook like `useT` for texts that come with the chunk which needs them, in both languages at once. The page's own texts are
 * fetched before the first verdict, so that what a panel alone says does not belong among them.
 */
export function ownTexts<English extends Readonly<Record<string, string>>>(texts: { readonly en: English } & Readonly<Record<Language, Readonly<Record<keyof English, string>>>>): () => Say<English> {
  return () => {
    const language = useSession((session) => session.language);
    return useMemo((): Say<English> => (key, ...values) => fill(texts[language][key], values[0] ?? {}), [language]);
  };
}
