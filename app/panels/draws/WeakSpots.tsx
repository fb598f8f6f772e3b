import { useState } from 'react';
import type { DrawsSummary } from '#engine/draws/draws';
import { showDraw } from '../../commands/draw';
import { Button } from '../../components/Button';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import table from '../shared/table.module.css';
import { weakSpotName } from './weakSpotName';
import styles from './WeakSpots.module.css';

/** More rows are shown on demand. */
const rowsAtFirst = 8;

/** What a zone's loss breaks, the most frequent first. */
export function WeakSpots({ summary: { weakSpots, draws, certain } }: { readonly summary: DrawsSummary }) {
  const t = useT();
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  if (weakSpots.length === 0) return null;
  const shown = showsAll ? weakSpots : weakSpots.slice(0, rowsAtFirst);
  return (
    <>
      <table className={classNames(table.table, styles.breaks)} aria-label={t('draws.breaks')}>
        <thead>
          <tr>
            <th scope="col">{t('draws.lost')}</th>
            <th scope="col">{t('draws.what')}</th>
            {!certain && (
              <>
                <th scope="col" className={table.number}>
                  {t('draws.inDraws')}
                </th>
                <th scope="col" className={table.number}>
                  {t('draws.share')}
                </th>
                <th scope="col" className={table.number}>
                  {t('draws.allGone')}
                </th>
                <th scope="col">{t('draws.example')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((spot) => (
            <tr key={`${spot.zone} ${spot.kind} ${spot.name}`}>
              <th scope="row">{spot.zone}</th>
              <td>{weakSpotName(spot, t)}</td>
              {!certain && (
                <>
                  <td className={table.number}>{format.number(spot.draws)}</td>
                  <td className={table.number}>{format.percent(spot.draws / draws)}</td>
                  <td className={table.number}>{format.number(spot.down)}</td>
                  <td>
                    <button type="button" className={styles.show} onClick={() => showDraw(spot.seed)}>
                      {t('draws.show', { seed: spot.seed ?? 0 })}
                    </button>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < weakSpots.length && (
        <div className={styles.more}>
          <Button look="quiet" onPress={() => setShowsAll(true)}>
            {t('common.showAll', { count: weakSpots.length })}
          </Button>
        </div>
      )}
    </>
  );
}
