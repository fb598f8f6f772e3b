import { ArrowLeftRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { messagesIn } from '#engine/requestWalk/languages';
import type { Option, Stop } from '#engine/requestWalk/stop';
import type { Step } from '#engine/requestWalk/walk';
import { excludedWords, ruleWords, stopWords } from '#engine/requestWalk/words';
import { useFormat } from '../../i18n/format';
import { useCanvas } from '../../stores/canvas';
import { useSession } from '../../stores/session';
import { usePages } from '../shared/usePages';
import styles from './Walk.module.css';

/** A fork: the rule, the ways, and what is none and why. Choosing a way leads on, and shows it on the board. */
export function WalkStep({ step: { rule, options, excluded, chosen }, number, onChoose }: { readonly step: Step; readonly number: number; readonly onChoose: (id: string) => void }) {
  const format = useFormat();
  const words = messagesIn(useSession((session) => session.language));
  const select = useCanvas((canvas) => canvas.select);
  const { shown, more } = usePages(options);
  const way = (option: Option) => (
    <>
      <span className={styles.probability}>{format.percent(option.probability)}</span>
      <span className={styles.bar} aria-hidden style={{ inlineSize: `${option.probability * 100}%` }} />
      <span className={styles.to}>{stopWords(option.to, words)}</span>
      {option.crossesZone && (
        <span className={styles.cross}>
          <ArrowLeftRight size={12} aria-hidden /> {words.crosses}
        </span>
      )}
    </>
  );
  return (
    <li className={styles.step}>
      <p>
        <strong>{format.number(number)}</strong> {ruleWords(rule, words)}
      </p>
      <ul className={styles.ways}>
        {shown.map((option) => (
          <li key={option.id}>
            {options.length === 1 ? (
              <span className={styles.only}>{way(option)}</span>
            ) : (
              <Button
                className={styles.way ?? ''}
                aria-pressed={option.id === chosen}
                onPress={() => {
                  onChoose(option.id);
                  const key = boardKeyOf(option.to);
                  if (key !== null) select([key]);
                }}
              >
                {way(option)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more}
      {excludedWords(excluded, words).map((line) => (
        <p key={line} className={styles.excluded}>
          {line}
        </p>
      ))}
    </li>
  );
}

/** What the board calls it. */
function boardKeyOf(stop: Stop): string | null {
  switch (stop.kind) {
    case 'node':
    case 'pod':
      return `${stop.kind}:${stop.name}`;
    case 'callers':
      return stop.node === null ? stop.name : `node:${stop.node}`;
    case 'client':
    case 'loadBalancer':
    case 'database':
    case 'fileSystem':
      return stop.name;
    default:
      return null;
  }
}
