import type { Language } from '../language';
import type { Messages } from './messages/en';
import { en } from './messages/en';
import { ko } from './messages/ko';

/** Says in a language what had to differ between a drawing and its Kubernetes objects. */
export type Note = (say: Messages) => string;

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ko };

export function noteText(note: Note, language: Language): string {
  return note(MESSAGES[language]);
}
