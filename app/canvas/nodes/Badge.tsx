import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '#engine/evaluation';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import styles from './nodes.module.css';

const signs = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;
const worst: readonly Severity[] = ['error', 'warning'];

/** The worst finding that names an entity, as a sign with a word for those who do not see it. */
export function Badge({ id }: { readonly id: string }) {
  const t = useT();
  const findings = useEvaluation((state) => state.index.findings.get(id));
  if (findings === undefined) return null;
  const severity = worst.find((each) => findings.some((finding) => finding.severity === each));
  if (severity === undefined) return null;
  const Sign = signs[severity];
  const messages = findings.filter((finding) => finding.severity === severity).map((finding) => finding.message);
  return (
    <span className={styles.badge} data-severity={severity} title={messages.join('\n')}>
      <Sign size={14} aria-hidden />
      <span className="visually-hidden">{t(`severity.${severity}`)}</span>
    </span>
  );
}
