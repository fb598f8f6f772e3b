import { compareBytes } from '../byteOrder';
import type { Finding, Severity } from '../evaluation';
import type { Language } from '../language';
import { contextOf, type Judged } from './context';
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
          fixes: (problem.fixes ?? []).map(({ id, label, edit }) => ({ id, label: label(say.fixes), edit })),
        }),
      ),
    )
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
