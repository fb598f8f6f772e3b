/** Languages of the page, in the order in which the menu offers them. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** BCP 47 locale of each language, for `Intl` and `<html lang>`. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' };

export const languageName: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };

/** The first of the browser's languages that the page speaks, else English. */
export function preferredLanguage(accepted: readonly string[]): Language {
  for (const tag of accepted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}
