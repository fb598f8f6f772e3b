import { CircleCheck, ExternalLink } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Evaluation, Finding, Severity } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { HeadroomSearch } from '../failure/HeadroomSearch';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import { PanelFrame } from '../shared/PanelFrame';
import styles from './FindingsPanel.module.css';
import { FixButton } from './FixButton';

/** What is wrong or unwise, why, and how to mend it. */
export function FindingsPanel() {
  return <PanelFrame topic="findings">{(evaluation) => <Findings evaluation={evaluation} />}</PanelFrame>;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];
const tones: Readonly<Record<Severity, MarkTone>> = { error: 'bad', warning: 'warn', info: 'info' };

function Findings({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const findings = evaluation.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (findings.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={20} aria-hidden />} title={t('findings.none')}>
        {t('findings.noneText')}
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <Row key={`${finding.code} ${finding.entities.join(' ')}`} finding={finding} />
      ))}
    </ul>
  );
}

const chipsShown = 8;

/** Fixes that are searched for on demand, by the code of the finding that they mend. */
const searches: Readonly<Partial<Record<string, ComponentType>>> = { 'capacity-n-minus-one': HeadroomSearch };

function Row({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const Search = searches[finding.code];
  return (
    <li className={styles.finding}>
      <span className={styles.severity}>
        <Mark tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</Mark>
      </span>
      <div className={styles.body}>
        <p className={styles.message}>{finding.message}</p>
        <p className={styles.about}>
          {finding.entities.slice(0, chipsShown).map((id) => (
            <EntityChip key={id} id={id} />
          ))}
          {finding.entities.length > chipsShown && <span>{t('common.more', { count: finding.entities.length - chipsShown })}</span>}
          <code className={styles.code}>{finding.code}</code>
          {finding.link !== '' && (
            <a href={finding.link} target="_blank" rel="noreferrer" className={styles.link}>
              {hostOf(finding.link)}
              <ExternalLink size={12} aria-hidden />
            </a>
          )}
        </p>
        {finding.fixes.length > 0 && (
          <div className={styles.fixes}>
            {finding.fixes.map((fix) => (
              <FixButton key={fix.id} fix={fix} />
            ))}
          </div>
        )}
        {Search !== undefined && (
          <div className={styles.fixes}>
            <Search />
          </div>
        )}
      </div>
    </li>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').split('/')[0] ?? url;
}
