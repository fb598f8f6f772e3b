import type { Language } from '../language';
import { en, type Messages } from './messages/en';
import { ko } from './messages/ko';

/** What findings say, in every language; a page loads the one that it shows (`messages/`). */
export const findingMessages: Readonly<Record<Language, Messages>> = { en, ko };
