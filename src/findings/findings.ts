import { compareBytes } from '../byteOrder';
import type { Finding, Fix, Severity } from '../evaluation';
import { contextOf, type Judged } from './context';
import type { ProposedFix } from './finding';
import type { Messages } from './messages/en';
import { rules } from './rules';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All findings of a design in one language: errors first, then in the order of the rules. */
export function findings(judged: Judged, say: Messages): readonly Finding[] {
  const context = contextOf(judged);
  return rules
    .flatMap((rule) =>
      rule.find(context).map(
        (problem): Finding => ({
          code: rule.code,
          severity: rule.severity,
          entities: [...problem.entities].sort(compareBytes),
          message: problem.message(say.findings),
          link: rule.link,
          fixes: (problem.fixes ?? []).map((fix) => fixIn(fix, say)),
        }),
      ),
    )
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** A fix in one language. */
export function fixIn({ id, label, edit }: ProposedFix, say: Messages): Fix {
  return { id, label: label(say.fixes), edit };
}
