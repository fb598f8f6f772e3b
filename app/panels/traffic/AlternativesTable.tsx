import { useCallback, useId, useState } from 'react';
import type { ServiceAlternatives } from '#engine/alternatives/alternative';
import { messagesIn } from '#engine/alternatives/languages';
import { classNames } from '../../components/classNames';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import table from '../shared/table.module.css';
import styles from './Alternatives.module.css';
import { AlternativeRow, FigureCells } from './AlternativeRow';
import { useTrafficT } from './useTrafficT';
import { Wide } from './Wide';

const numbers = ['skew', 'dropped', 'gb', 'usd', 'total'] as const;

/** A row an alternative, today’s first; the order is that of the fields. What pointing at one would change is said above. */
export function AlternativesTable({ of: { today, alternatives } }: { readonly of: ServiceAlternatives }) {
  const t = useT();
  const say = useTrafficT();
  const words = messagesIn(useSession((session) => session.language));
  const [note, setNote] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const noteId = useId();
  // The row that is left may tell later than the one that is entered.
  const tell = useCallback((id: string, text: string | null) => setNote((now) => (text === null ? (now?.id === id ? null : now) : { id, text })), []);
  return (
    <>
      <p id={noteId} className={styles.note}>
        {note?.text ?? say('alternatives.hint')}
      </p>
      <Wide label={say('traffic.tab.alternatives')}>
        <table className={classNames(table.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">{say('alternatives.alternative')}</th>
              {numbers.map((figure) => (
                <th key={figure} scope="col" className={table.number}>
                  {say(`alternatives.${figure}`)}
                </th>
              ))}
              <th scope="col">{say('alternatives.worstLoss')}</th>
              <th scope="col">{t('traffic.sourceIp')}</th>
            </tr>
          </thead>
          <tbody>
            <tr data-current>
              <th scope="row">{say('alternatives.today')}</th>
              <FigureCells figures={today} changes={{}} />
            </tr>
            {alternatives.map((alternative) => (
              <AlternativeRow key={alternative.id} alternative={alternative} noteId={noteId} onNote={tell} />
            ))}
          </tbody>
        </table>
      </Wide>
      {alternatives.length === 0 && <p className={styles.note}>{words.none}</p>}
    </>
  );
}
