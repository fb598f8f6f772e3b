import type { Language } from '../language';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ko };

export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}
