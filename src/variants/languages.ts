import type { Language } from '../language';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';
import type { Setting } from './variant';

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ko };

export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}

/** A variant by what differs from the design as drawn. */
export function nameOf(settings: readonly Setting[], say: Messages): string {
  return settings.length === 0 ? say.drawn : settings.map(({ dimension, option }) => say.settings[dimension](option)).join(', ');
}
