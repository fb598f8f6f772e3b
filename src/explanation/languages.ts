import { byLanguage, type Language } from '../language';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';

export const messagesOf: (language: Language) => Messages = byLanguage({ en, ko });
