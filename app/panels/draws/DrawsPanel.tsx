import { Dices, Square } from 'lucide-react';
import type { Evaluation } from '#engine/evaluation';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { hasSameDraws, useDraws } from '../../stores/draws';
import { startDrawing, stopDrawing } from '../../worker/drawing';
import { Mark } from '../shared/Mark';
import { PanelFrame } from '../shared/PanelFrame';
import styles from './DrawsPanel.module.css';
import { FigureTable } from './FigureTable';
import { Luck } from './Luck';
import { ShownDraw } from './ShownDraw';
import { WeakSpots } from './WeakSpots';

/** How the scheduler's ties may fall: what many draws come to, and whether any one zone can be lost whatever chance does. */
export function DrawsPanel() {
  return <PanelFrame topic="draws">{(evaluation) => <Draws evaluation={evaluation} />}</PanelFrame>;
}

const sizes = [100, 1000] as const;

function Draws({ evaluation: { placement } }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const format = useFormat();
  const design = useDocument((state) => state.design);
  const { status, wanted, summary, error, design: drawn } = useDraws();
  if (placement.nodes.length === 0 || placement.pods.length === 0) return <EmptyState title={t('draws.nothing')}>{t('draws.nothingText')}</EmptyState>;
  const done = summary?.draws ?? 0;
  const isStale = drawn !== null && !hasSameDraws(drawn, design);
  return (
    <>
      <div className={styles.bar}>
        {sizes.map((size) => (
          <Button key={size} icon={<Dices size={14} aria-hidden />} isDisabled={status === 'running'} onPress={() => void startDrawing(size)}>
            {t('draws.run', { count: format.number(size) })}
          </Button>
        ))}
        {status === 'running' && (
          <>
            <progress className={styles.progress} max={wanted} value={done} aria-label={t('draws.progress', { done: format.number(done), wanted: format.number(wanted) })} />
            <span className={styles.note}>{t('draws.progress', { done: format.number(done), wanted: format.number(wanted) })}</span>
            <Button look="quiet" icon={<Square size={12} aria-hidden />} onPress={stopDrawing}>
              {t('draws.stop')}
            </Button>
          </>
        )}
        <span className={styles.shown}>
          <ShownDraw />
        </span>
      </div>
      {status === 'error' && (
        <p className={styles.said} role="alert">
          <Mark tone="bad">{t('draws.failed', { error: error ?? '' })}</Mark>
        </p>
      )}
      {isStale && summary !== null && (
        <p className={styles.said}>
          <Mark tone="info">{t('draws.stale')}</Mark>
        </p>
      )}
      {status === 'stopped' && <p className={styles.said}>{t('draws.stopped', { done: format.number(done), wanted: format.number(wanted) })}</p>}
      {summary === null || summary.draws === 0 ? (
        <p className={styles.intro}>{t('draws.intro')}</p>
      ) : (
        <>
          <Luck summary={summary} />
          {!summary.certain && <FigureTable summary={summary} />}
          <WeakSpots summary={summary} />
        </>
      )}
    </>
  );
}
