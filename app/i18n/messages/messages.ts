import type { Language } from '../language';
import type { en } from './en';

/** Every text of the page by key. A key that Korean lacks does not compile (`satisfies` in each `*.ko.ts`). */
export type English = typeof en;
export type MessageKey = keyof English;
export type Messages = Readonly<Record<MessageKey, string>>;

const sources: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('./en')).en,
  ko: async () => (await import('./ko')).ko,
};
const loaded = new Map<Language, Messages>();

/** The page has the texts of the language on screen only; another one is fetched before it is shown. */
export async function loadMessages(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await sources[language]());
}

/** Throws where the language has not been loaded. */
export function messagesOf(language: Language): Messages {
  const messages = loaded.get(language);
  if (messages === undefined) throw new Error(`the texts of ${language} are not loaded`);
  return messages;
}
