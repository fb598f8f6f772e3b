import { useEffect, useRef } from 'react';
import type { EventSubject } from '#engine/timeline/timelineEvent';
import type { TimelineView } from '#engine/timeline/timelineView';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useTimeline } from '../../stores/timeline';
import { showMoment } from '../../worker/narrating';
import { EntityChip } from '../shared/EntityChip';
import { usePages } from '../shared/usePages';
import styles from './Timeline.module.css';

/** Everything that happens, in order; what is still to come at the moment shown is dimmed. */
export function EventLog({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const format = useFormat();
  const at = useTimeline((state) => state.at);
  const { shown, more } = usePages(view.events);
  const now = at ?? view.settledAt;
  const last = shown.findLastIndex((event) => event.at <= now);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Within the list alone: the scrubber above it stays where it is.
    const list = line.current?.parentElement;
    if (at !== null && last >= 0 && list && line.current) list.scrollTop = line.current.offsetTop - list.offsetTop - list.clientHeight + line.current.offsetHeight;
  }, [at, last]);
  return (
    <>
      <h4>{t('timeline.events')}</h4>
      <ol className={styles.events}>
        {shown.map((event, index) => (
          <li key={`${event.at} ${event.text}`} ref={index === last ? line : undefined} data-future={event.at > now || undefined} data-current={(at !== null && index === last) || undefined}>
            <button type="button" className={styles.time} aria-label={t('timeline.jump', { time: format.duration(event.at) })} onClick={() => showMoment(event.at)}>
              {format.duration(event.at)}
            </button>
            <span>{event.text}</span>
            <Subject subject={event.subject} />
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}

/** The thing on the board that an event is about, to select it. */
function Subject({ subject: { kind, name } }: { readonly subject: EventSubject }) {
  if (kind === 'pod') return <EntityChip id={`pod:${name}`} text={name} />;
  if (kind === 'node') return <EntityChip id={`node:${name}`} text={name} />;
  if (kind === 'group' || kind === 'loadBalancer') return <EntityChip id={name} />;
  return null;
}
