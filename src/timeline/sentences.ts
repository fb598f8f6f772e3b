import type { Language } from '../language';
import { timelineEn, type TimelineTexts } from './messages/en';
import { timelineKo } from './messages/ko';
import type { TimelineEvent } from './timelineEvent';
import type { TimerName } from './timers';

const texts: Readonly<Record<Language, TimelineTexts>> = { en: timelineEn, ko: timelineKo };

/** What happens, in a sentence or two. */
export function eventText(event: TimelineEvent, language: Language): string {
  // The compiler does not see that kind and args belong together.
  const say = texts[language].events[event.kind] as (args: TimelineEvent['args']) => string;
  return say(event.args);
}

/** What a timer is called: the flag or field, where it is one. */
export function timerText(name: TimerName, language: Language): string {
  return texts[language].timers[name];
}
