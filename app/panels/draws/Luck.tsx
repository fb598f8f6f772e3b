import type { DrawsSummary } from '#engine/draws/draws';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { Mark } from '../shared/Mark';
import styles from './Luck.module.css';
import { weakSpotName } from './weakSpotName';

const tones = { always: 'ok', byLuck: 'warn', never: 'bad' } as const;

/** What many draws mean, in plain words. */
export function Luck({ summary: { draws, certain, survives, surviving, weakSpots } }: { readonly summary: DrawsSummary }) {
  const t = useT();
  const format = useFormat();
  if (certain) {
    return (
      <div className={styles.luck}>
        <Mark tone={tones[survives]}>{t(survives === 'always' ? 'draws.certainSurvives' : 'draws.certainFails')}</Mark>
        <p className={styles.more}>{t('draws.certain')}</p>
      </div>
    );
  }
  const all = format.number(draws);
  const sentence = {
    always: t('draws.always', { draws: all }),
    byLuck: t('draws.luck', { hits: format.number(surviving.draws), draws: all, share: format.percent(surviving.draws / draws) }),
    never: t('draws.never', { draws: all }),
  };
  const weakest = weakSpots[0];
  return (
    <div className={styles.luck}>
      <Mark tone={tones[survives]}>{sentence[survives]}</Mark>
      <p className={styles.more}>
        {t('draws.confidence', { low: format.percent(surviving.low), high: format.percent(surviving.high) })}
        {survives === 'byLuck' && weakest !== undefined && ` ${t('draws.weakest', { what: weakSpotName(weakest, t), zone: weakest.zone, count: format.number(weakest.draws) })}`}
      </p>
    </div>
  );
}
