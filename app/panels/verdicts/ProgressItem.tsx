import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { evaluateAgain, evaluator } from '../../worker/wiring';
import styles from './ProgressItem.module.css';

/** How far an evaluation is that takes long, and the way to stop it; the verdicts beside it are of an earlier state. */
export function ProgressItem() {
  const t = useT();
  const format = useFormat();
  const progress = useEvaluation((state) => state.progress);
  const isStopped = useEvaluation((state) => state.status === 'stopped');
  if (isStopped) {
    return (
      <span className={styles.item}>
        <output>{t('verdicts.stopped')}</output>
        <Button look="quiet" onPress={evaluateAgain}>
          {t('verdicts.evaluate')}
        </Button>
      </span>
    );
  }
  if (progress === null) return null;
  const { stage, done, total } = progress;
  const label = t(`verdicts.progress.${stage}`, { done: format.number(done), total: format.number(total) });
  return (
    <span className={styles.item}>
      <progress className={styles.bar} value={done} max={total} aria-label={label} />
      <span>{label}</span>
      <Button look="quiet" onPress={() => evaluator.cancel()}>
        {t('verdicts.stop')}
      </Button>
    </span>
  );
}
