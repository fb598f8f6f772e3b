import { compareBytes } from '../byteOrder';
import type { Finding, Fix, Severity } from '../evaluation';
import type { Language } from '../language';
import { contextOf, type Judged } from './context';
import type { ProposedFix } from './finding';
import { en } from './messages/en';
import { ko } from './messages/ko';
import { rules } from './rules';

const MESSAGES = { en, ko } as const;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All findings of a design in one language: errors first, then in the order of the rules. */
export function findings(judged: Judged, language: Language): readonly Finding[] {
  const context = contextOf(judged);
  const say = MESSAGES[language];
  return rules
    .flatMap((rule) =>
      rule.find(context).map(
        (problem): Finding => ({
          code: rule.code,
          severity: rule.severity,
          entities: [...problem.entities].sort(compareBytes),
          message: problem.message(say.findings),
          link: rule.link,
          fixes: (problem.fixes ?? []).map((fix) => fixIn(fix, language)),
        }),
      ),
    )
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** A fix in one language. */
export function fixIn({ id, label, edit }: ProposedFix, language: Language): Fix {
  return { id, label: label(MESSAGES[language].fixes), edit };
}
