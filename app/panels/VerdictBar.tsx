import { useFormat } from '../i18n/format';
import { useT } from '../i18n/translate';
import { useEvaluation } from '../stores/evaluation';
import { useSession } from '../stores/session';
import type { DockPanel } from '../stores/session';
import { DeadNote } from './verdicts/DeadNote';
import { ProgressItem } from './verdicts/ProgressItem';
import { LuckItem } from './verdicts/LuckItem';
import { VerdictItem } from './verdicts/VerdictItem';
import type { Tone } from './verdicts/VerdictItem';
import { verdictsAfter, verdictsOf } from './verdicts/verdicts';
import type { Verdicts } from './verdicts/verdicts';
import styles from './VerdictBar.module.css';

/** Above it pods of a Service carry visibly different loads. */
const evenSkew = 1.1;

interface Item {
  readonly id: string;
  readonly panel: DockPanel;
  readonly title: string;
  readonly value: string;
  readonly tone: Tone;
  readonly word: string;
  readonly change: string;
  /** Whether the change is for the better; null where it is neither. */
  readonly isBetter: boolean | null;
}

/** The verdicts that matter, always in sight; while a gesture is on, each with its change. */
export function VerdictBar() {
  const t = useT();
  const evaluation = useEvaluation((state) => state.evaluation);
  const preview = useEvaluation((state) => state.preview);
  const baseline = useEvaluation((state) => state.baseline);
  const aftermath = useEvaluation((state) => state.aftermath);
  const error = useEvaluation((state) => state.error);
  const status = useEvaluation((state) => state.status);
  const progress = useEvaluation((state) => state.progress);
  const dock = useSession((session) => session.dock);
  const toggleDock = useSession((session) => session.toggleDock);

  const current = preview ?? evaluation;
  const isDead = aftermath !== null && preview === null;
  const shown = current === null ? null : isDead ? verdictsAfter(current, aftermath) : verdictsOf(current);
  const reference = isDead ? evaluation : preview === null ? null : (baseline ?? evaluation);
  const before = reference === null ? null : verdictsOf(reference);
  const items = useItems(shown, before, isDead);

  return (
    <section className={styles.bar} aria-label={t('verdicts.label')} aria-busy={shown === null && status !== 'stopped'} data-stale={progress !== null || status === 'stopped' || undefined}>
      <DeadNote />
      <ProgressItem />
      {items.map((item) => (
        <VerdictItem key={item.id} {...item} isOpen={dock === item.panel} onPress={() => toggleDock(item.panel)} />
      ))}
      {!isDead && preview === null && <LuckItem />}
      {status === 'error' && (
        <span className={styles.error} role="alert">
          {t('verdicts.error', { error: error ?? '' })}
        </span>
      )}
    </section>
  );
}

/** After a failure less cost is no gain, and more no loss: it is only said. */
function useItems(now: Verdicts | null, before: Verdicts | null, isDead: boolean): readonly Item[] {
  const t = useT();
  const format = useFormat();
  const figure = (value: number) => format.number(value, 2);
  const change = (pick: (verdicts: Verdicts) => number | null, show: (value: number) => string): { change: string; isBetter: boolean | null } => {
    const a = before === null ? null : pick(before);
    const b = now === null ? null : pick(now);
    if (a === null || b === null) return { change: '', isBetter: null };
    const text = format.delta(b - a, show);
    return { change: text, isBetter: text === '' ? null : b < a };
  };
  const costChange = (pick: (verdicts: Verdicts) => number) => ({ ...change(pick, format.dollars), ...(isDead && { isBetter: null }) });
  const fewer = (result: { change: string; isBetter: boolean | null }) => ({ ...result, isBetter: result.isBetter === null ? null : !result.isBetter });

  return [
    { id: 'quorum', panel: 'quorum', title: t('verdicts.quorum'), ...quorumItem(now, before, t) },
    {
      id: 'pods',
      panel: 'placement',
      title: t('verdicts.pods'),
      value: now === null ? '' : `${format.number(now.running)}/${format.number(now.pods)}`,
      tone: now === null || now.pods === 0 ? 'none' : now.running === now.pods ? 'ok' : 'warn',
      word: now === null ? '' : now.pods === 0 ? t('verdicts.noPods') : now.running === now.pods ? t('verdicts.allRunning') : t('verdicts.pending', { count: now.pods - now.running }),
      ...fewer(change((v) => v.running, format.number)),
    },
    {
      id: 'skew',
      panel: 'traffic',
      title: t('verdicts.skew'),
      value: now === null ? '' : now.skew === null ? '–' : figure(now.skew),
      tone: now?.skew == null ? 'none' : now.skew < evenSkew ? 'ok' : 'warn',
      word: now === null ? '' : now.skew === null ? t('verdicts.noTraffic') : now.skew < evenSkew ? t('verdicts.even') : t('verdicts.uneven'),
      ...change((v) => v.skew, figure),
    },
    {
      id: 'dropped',
      panel: 'traffic',
      title: t('verdicts.dropped'),
      value: now === null ? '' : now.dropped === null ? '–' : format.percent(now.dropped),
      tone: now?.dropped == null ? 'none' : now.dropped > 0 ? 'bad' : 'ok',
      word: now === null ? '' : now.dropped === null ? t('verdicts.noTraffic') : now.dropped > 0 ? t('verdicts.lost') : t('verdicts.allServed'),
      ...change((v) => v.dropped, format.percent),
    },
    {
      id: 'cross-zone',
      panel: 'cost',
      title: t('verdicts.crossZone'),
      value: now === null ? '' : format.dollars(now.crossZone) + t('common.perMonth'),
      tone: 'none',
      word: '',
      ...costChange((v) => v.crossZone),
    },
    {
      id: 'total',
      panel: 'cost',
      title: t('verdicts.total'),
      value: now === null ? '' : format.dollars(now.total) + t('common.perMonth'),
      tone: 'none',
      word: '',
      ...costChange((v) => v.total),
    },
  ];
}

function quorumItem(now: Verdicts | null, before: Verdicts | null, t: ReturnType<typeof useT>): Pick<Item, 'value' | 'tone' | 'word' | 'change' | 'isBetter'> {
  if (now === null) return { value: '', tone: 'none', word: '', change: '', isBetter: null };
  const { quorum } = now;
  if (quorum.members === 0) return { value: '–', tone: 'bad', word: t('verdicts.noMembers'), change: '', isBetter: null };
  const value = `${quorum.size}/${quorum.members}`;
  if (quorum.kept !== null) {
    return { value, tone: quorum.kept ? 'ok' : 'bad', word: quorum.kept ? t('verdicts.quorumKept') : t('verdicts.quorumLost'), change: '', isBetter: null };
  }
  const flipped = before !== null && before.quorum.kept === null && before.quorum.survivesAnyOneZone !== quorum.survivesAnyOneZone;
  return {
    value,
    tone: quorum.survivesAnyOneZone ? 'ok' : 'bad',
    word: quorum.survivesAnyOneZone ? t('verdicts.anyOneZone') : t('verdicts.notAnyOneZone'),
    change: flipped ? t(quorum.survivesAnyOneZone ? 'verdicts.gained' : 'verdicts.given') : '',
    isBetter: flipped ? quorum.survivesAnyOneZone : null,
  };
}
