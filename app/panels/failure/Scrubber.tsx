import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import type { TimelineView } from '#engine/timeline/timelineView';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { useTimeline } from '../../stores/timeline';
import { showMoment, showSettled } from '../../worker/narrating';
import { ErrorsChart } from './ErrorsChart';
import styles from './Timeline.module.css';
import { usePlaying } from './usePlaying';

/** Moves the board through the failure: by hand, event by event, or played. */
export function Scrubber({ view }: { readonly view: TimelineView }) {
  const t = useT();
  const format = useFormat();
  const at = useTimeline((state) => state.at);
  const isPlaying = useTimeline((state) => state.isPlaying);
  usePlaying(view);
  const now = at ?? view.settledAt;
  const times = [...new Set(view.events.map((event) => event.at))];
  const before = times.findLast((time) => time < now);
  const next = times.find((time) => time > now);
  const play = () => {
    if (!isPlaying && now >= view.settledAt) showMoment(0);
    useTimeline.setState({ isPlaying: !isPlaying });
  };
  return (
    <div className={styles.bar}>
      <div className={styles.controls}>
        <IconButton size="small" label={t('timeline.previous')} icon={<SkipBack size={14} />} isDisabled={before === undefined} onPress={() => showMoment(before ?? 0)} />
        <IconButton size="small" label={t(isPlaying ? 'timeline.pause' : 'timeline.play')} icon={isPlaying ? <Pause size={14} /> : <Play size={14} />} onPress={play} />
        <IconButton size="small" label={t('timeline.next')} icon={<SkipForward size={14} />} isDisabled={next === undefined} onPress={() => showMoment(next ?? view.settledAt)} />
        <strong className={styles.now}>{at === null ? t('timeline.settledAfter', { time: format.duration(view.settledAt) }) : t('timeline.now', { time: format.duration(at) })}</strong>
        <Now />
        {at !== null && (
          <Button look="quiet" onPress={showSettled}>
            {t('timeline.end')}
          </Button>
        )}
      </div>
      <Slider
        className={styles.slider ?? ''}
        aria-label={t('timeline.scrub')}
        minValue={0}
        maxValue={Math.max(1, view.settledAt)}
        step={1}
        value={now}
        formatOptions={{ style: 'unit', unit: 'second' }}
        onChange={(value) => {
          useTimeline.setState({ isPlaying: false });
          showMoment(value);
        }}
      >
        <ErrorsChart view={view} />
        <SliderTrack className={styles.track ?? ''}>
          {times.map((time) => (
            <span key={time} className={styles.tick} style={{ insetInlineStart: `${(100 * time) / Math.max(1, view.settledAt)}%` }} aria-hidden />
          ))}
          <SliderThumb className={styles.thumb ?? ''} />
        </SliderTrack>
      </Slider>
      <p className={styles.summary}>
        {[
          ...(view.frozen ? [t('timeline.frozen')] : []),
          t('timeline.errorsInAll', { count: format.number(view.summary.requestErrors) }),
          ...(view.summary.endpointsRemoved === null ? [] : [t('timeline.endpoints', { time: format.duration(view.summary.endpointsRemoved) })]),
          ...(view.summary.firstPodEvicted === null || view.summary.lastPodEvicted === null
            ? []
            : [t('timeline.evicted', { first: format.duration(view.summary.firstPodEvicted), last: format.duration(view.summary.lastPodEvicted) })]),
        ].join(' · ')}
      </p>
    </div>
  );
}

const phases = ['running', 'unreachable', 'notReady', 'terminating', 'pending', 'containerCreating', 'lost'] as const;

/** How many pods are in which state at the moment shown, and what fails. */
function Now() {
  const t = useT();
  const format = useFormat();
  const moment = useEvaluation((state) => (state.aftermath !== null && 'podPhases' in state.aftermath ? state.aftermath : null));
  if (moment === null) return null;
  return (
    <span className={styles.state}>
      {phases
        .filter((phase) => moment.podPhases[phase] > 0)
        .map((phase) => t(`timeline.pods.${phase}`, { count: moment.podPhases[phase] }))
        .join(' · ')}
      {' · '}
      {moment.errorsPerSecond > 0 ? <strong className={styles.bad}>{t('timeline.errorsNow', { count: format.number(moment.errorsPerSecond, 1) })}</strong> : t('timeline.noErrors')}
    </span>
  );
}
