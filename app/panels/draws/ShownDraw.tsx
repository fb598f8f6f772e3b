import { Dices } from 'lucide-react';
import { drawAgain, showDraw } from '../../commands/draw';
import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import styles from './ShownDraw.module.css';

/** Which of the equally likely outcomes the board shows, and the way to another. */
export function ShownDraw() {
  const t = useT();
  const seed = useDocument((state) => state.design.settings.seed);
  return (
    <span className={styles.shown}>
      <span className={styles.text}>{seed === null ? t('draws.shownByName') : t('draws.shown', { seed })}</span>
      {seed !== null && (
        <Button look="quiet" onPress={() => showDraw(null)}>
          {t('draws.byName')}
        </Button>
      )}
      <Button icon={<Dices size={14} aria-hidden />} onPress={drawAgain}>
        {t('draws.again')}
      </Button>
    </span>
  );
}
