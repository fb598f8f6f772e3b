import type { Language } from '../language';
import type { Messages } from './messages/en';
import { en } from './messages/en';
import { ko } from './messages/ko';

/** Says in a language what a target cannot express. */
export type Unsupported = (say: Messages) => string;

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ko };

export function unsupportedText(unsupported: readonly Unsupported[], language: Language): readonly string[] {
  return unsupported.map((each) => each(MESSAGES[language]));
}

/** A sentence about things of a kind, if there are any; `ids` in the order in which they are to be read. */
export function listed(what: keyof Messages['listed'], ids: readonly string[]): readonly Unsupported[] {
  return ids.length === 0 ? [] : [(say) => say.listed[what](ids.join(', '))];
}
