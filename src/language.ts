/** The languages that the engine speaks. */
export type Language = 'en' | 'ko';

/** What a part of the engine says, by language. */
export function byLanguage<Messages>(messages: Readonly<Record<Language, Messages>>): (language: Language) => Messages {
  return (language) => messages[language];
}
