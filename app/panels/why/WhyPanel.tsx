import { useEffect, useState } from 'react';
import type { Evaluation } from '#engine/evaluation';
import type { Explanation } from '#engine/explanation/explanation';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useEvaluation } from '../../stores/evaluation';
import { EntityChip } from '../shared/EntityChip';
import { Mark, type MarkTone } from '../shared/Mark';
import { PanelFrame } from '../shared/PanelFrame';
import { NodeTable } from './NodeTable';
import { useExplanation } from './useExplanation';
import { WouldRun } from './WouldRun';
import styles from './WhyPanel.module.css';

/** Why a pod runs where it runs, or why it waits. */
export function WhyPanel() {
  return <PanelFrame topic="placement">{(evaluation) => <Why evaluation={evaluation} />}</PanelFrame>;
}

/** Follows the selection, and keeps its pod while something else is looked at. */
function Why({ evaluation }: { readonly evaluation: Evaluation }) {
  const selected = useCanvas((canvas) => canvas.selection.find((id) => id.startsWith('pod:'))?.slice('pod:'.length) ?? null);
  const [pod, setPod] = useState(selected);
  if (selected !== null && selected !== pod) setPod(selected);
  return pod === null ? <Nothing evaluation={evaluation} /> : <OfPod pod={pod} />;
}

/** At most so many Pending pods are offered. */
const offered = 12;

function Nothing({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  // In failure mode those that wait after the loss.
  const pending = useEvaluation(({ aftermath }) => (aftermath ?? evaluation.placement).pending);
  return (
    <EmptyState
      title={t('why.nothing')}
      action={
        pending.length > 0 && (
          <span className={styles.chips}>
            {pending.slice(0, offered).map(({ pod }) => (
              <EntityChip key={pod} id={`pod:${pod}`} text={pod} />
            ))}
          </span>
        )
      }
    >
      {t('why.nothingText')}
    </EmptyState>
  );
}

function OfPod({ pod }: { readonly pod: string }) {
  const t = useT();
  const answer = useExplanation(pod);
  const announce = useCanvas((canvas) => canvas.announce);
  const said = answer?.explanation == null ? null : `${pod}: ${t(`why.outcome.${answer.explanation.outcome}`)} ${answer.explanation.node ?? ''}. ${answer.explanation.sentences.join(' ')}`;
  // Who asks from the board stays there, and hears the answer.
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said, announce]);
  if (answer === null) return <EmptyState title={t('why.asking')} />;
  if (answer.error !== undefined) return <EmptyState title={t('panel.failed')}>{answer.error}</EmptyState>;
  if (answer.explanation === null) return <EmptyState title={t('why.gone', { pod })}>{t('why.nothingText')}</EmptyState>;
  const { loss } = answer.question;
  return (
    <>
      <Story explanation={answer.explanation} lost={[...loss.zones, ...loss.nodes]} />
      {answer.explanation.outcome === 'pending' && <WouldRun answer={answer.relaxations} isAfterLoss={loss.zones.length + loss.nodes.length > 0} />}
      {answer.explanation.nodes.length > 0 && <NodeTable explanation={answer.explanation} />}
    </>
  );
}

const tones: Readonly<Record<Explanation['outcome'], MarkTone>> = { running: 'ok', pinned: 'info', pending: 'warn', lost: 'bad' };

/** What happened, a sentence each, and what Kubernetes says. */
function Story({ explanation, lost }: { readonly explanation: Explanation; readonly lost: readonly string[] }) {
  const t = useT();
  const { pod, outcome, node, sentences, message, nodes, refusals } = explanation;
  return (
    <section className={styles.story} aria-label={t('why.story', { pod })}>
      <h3 className={styles.title}>
        <EntityChip id={`pod:${pod}`} text={pod} />
        <Mark tone={tones[outcome]}>{t(`why.outcome.${outcome}`)}</Mark>
        {node !== null && <EntityChip id={`node:${node}`} text={node} />}
        {lost.length > 0 && <span className={styles.lost}>{t('why.after', { lost: lost.join(', ') })}</span>}
      </h3>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {nodes.length === 0 && refusals.map(({ plugin, plain }) => <li key={plugin}>{plain}</li>)}
      </ul>
      {message !== null && (
        <p className={styles.words}>
          <span className={styles.label}>Kubernetes</span>
          <code lang="en">{message}</code>
        </p>
      )}
    </section>
  );
}
