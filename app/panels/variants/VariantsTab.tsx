import { proxy } from 'comlink';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import type { Design } from '#engine/design/schema';
import type { Variant } from '#engine/variants/variant';
import type { Variants } from '#engine/variants/variants';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useNotices } from '../../components/notices';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { createAnalysis, isAboutSame } from '../../worker/analysis';
import { AnalysisStatus } from '../shared/AnalysisStatus';
import { Mark } from '../shared/Mark';
import { FrontierChart } from './FrontierChart';
import { openVariant, useOpenVariant } from './openVariant';
import { useVariantsT } from './useVariantsT';
import { useVariantWords } from './useVariantWords';
import styles from './VariantsTab.module.css';
import { VariantsTable } from './VariantsTable';

const analysis = createAnalysis<Variants>();

/** What resilience costs: combinations of a few choices about the whole design, as points of bill against worst zone's loss. */
export function VariantsTab() {
  const say = useVariantsT();
  const format = useFormat();
  const design = useDocument((state) => state.design);
  const { status, answer, design: asked } = analysis.use();
  const isCurrent = answer !== null && asked !== null && isAboutSame(asked, design);
  const isRunning = status === 'running';
  const drawn = answer?.variants.find(({ edit }) => edit === null);
  const progress = answer ?? { done: 0, wanted: 1 };
  return (
    <div className={styles.content} aria-busy={isRunning}>
      <div className={styles.head}>
        {!isRunning && (!isCurrent || status !== 'done') && (
          <Button icon={<GitCompareArrows size={14} aria-hidden />} onPress={() => void analysis.start(design, (analyses, show) => analyses.variants(design, proxy(show)))}>
            {say('variants.compare')}
          </Button>
        )}
        <Standing doing={answer === null ? undefined : say('variants.progress', { done: format.number(answer.done), wanted: format.number(answer.wanted) })} progress={progress} drawn={drawn} />
        {answer !== null && answer.leftOut > 0 && <span className={styles.note}>{say('variants.leftOut', { tried: format.number(answer.wanted), count: format.number(answer.leftOut) })}</span>}
        {answer === null && <span className={styles.note}>{say('variants.intro')}</span>}
      </div>
      {status === 'done' && drawn === undefined && <EmptyState title={say('variants.none')}>{say('variants.noneText')}</EmptyState>}
      {answer !== null && asked !== null && drawn !== undefined && <Answer variants={answer.variants} drawn={drawn} asked={asked} />}
    </div>
  );
}

/** How the question stands; while a variant of the answer is open, that it is. */
function Standing({ doing, progress, drawn }: { readonly doing: string | undefined; readonly progress: { readonly done: number; readonly wanted: number }; readonly drawn: Variant | undefined }) {
  const { answer, design: asked, status } = analysis.use();
  if (answer === null || asked === null || drawn === undefined || status !== 'done') return <AnalysisStatus of={analysis} doing={doing} progress={progress} />;
  return <Done variants={answer.variants} drawn={drawn} asked={asked} />;
}

interface AnswerProps {
  readonly variants: readonly Variant[];
  readonly drawn: Variant;
  /** The design that the variants are of. */
  readonly asked: Design;
}

function Done({ variants, drawn, asked }: AnswerProps) {
  const say = useVariantsT();
  const words = useVariantWords(drawn);
  const id = useOpenVariant(asked);
  const open = variants.find((each) => each.id === id);
  if (open === undefined) return <AnalysisStatus of={analysis} />;
  return <output className={styles.note}>{open.edit === null ? say('variants.pointHint') : <Mark tone="info">{say('variants.isOpen', { name: words.name(open) })}</Mark>}</output>;
}

function Answer({ variants, drawn, asked }: AnswerProps) {
  const say = useVariantsT();
  const t = useT();
  const words = useVariantWords(drawn);
  const [pointed, setPointed] = useState<string | null>(null);
  const open = useOpenVariant(asked);
  const undo = useDocument((state) => state.undo);
  const show = useNotices((state) => state.show);
  const press = (variant: Variant) => {
    const name = words.name(variant);
    if (variant.id === open || !openVariant(variant, asked, say('variants.step', { name })) || variant.edit === null) return;
    show({ text: say('variants.opened', { name }), tone: 'ok', action: { label: t('common.undo'), run: undo } });
  };
  const shared = { variants, drawn, pointed, open, onPoint: setPointed, onPress: press };
  return (
    <div className={styles.answer}>
      <FrontierChart {...shared} />
      <VariantsTable {...shared} />
    </div>
  );
}
