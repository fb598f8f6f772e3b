import { byLanguage, type Language } from '../language';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';
import type { Setting } from './variant';

export const messagesIn: (language: Language) => Messages = byLanguage({ en, ko });

/** A variant by what differs from the design as drawn. */
export function nameOf(settings: readonly Setting[], say: Messages): string {
  return settings.length === 0 ? say.drawn : settings.map(({ dimension, option }) => say.settings[dimension](option)).join(', ');
}
