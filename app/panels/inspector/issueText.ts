import type { z } from 'zod';
import type { Language } from '../../i18n/language';
import { expectedKo } from '../../i18n/messages/expected.ko';
import type { Translate } from '../../i18n/translate';

/** What is wrong with a value and what was expected, in the reader's language. */
export function issueText(issue: z.core.$ZodIssue, language: Language, t: Translate): string {
  switch (issue.code) {
    case 'too_small':
      return isNumber(issue.origin) ? t('issue.atLeast', { limit: Number(issue.minimum) }) : issue.minimum === 1 ? t('issue.notEmpty') : t('issue.longer', { limit: Number(issue.minimum) });
    case 'too_big':
      return isNumber(issue.origin) ? t('issue.atMost', { limit: Number(issue.maximum) }) : t('issue.shorter', { limit: Number(issue.maximum) });
    case 'invalid_type':
      return issue.expected === 'int' ? t('issue.whole') : t('issue.missing');
    case 'invalid_value':
      return t('issue.oneOf', { values: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return innermost(issue, language, t);
    case 'invalid_key': {
      const inner = issue.issues[0];
      return inner === undefined ? t('issue.invalid') : issueText(inner, language, t);
    }
    default: {
      const expected = language === 'ko' ? (expectedKo[issue.message] ?? issue.message) : issue.message;
      return issue.message.startsWith('Invalid') ? t('issue.invalid') : t('issue.expected', { expected });
    }
  }
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

/** Of a union the branch that says most: the last, since literals come first. */
function innermost(issue: z.core.$ZodIssueInvalidUnion, language: Language, t: Translate): string {
  const last = issue.errors.at(-1)?.[0];
  return last === undefined ? t('issue.invalid') : issueText(last, language, t);
}
