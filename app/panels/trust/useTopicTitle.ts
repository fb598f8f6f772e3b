import { useT } from '../../i18n/translate';
import type { DockPanel } from '../../stores/session';
import { topics } from './topics';
import type { Topic, TopicId } from './topics';
import { useTrustT } from './useTrustT';

/** What a topic is called: as its panel, unless it has a name of its own. */
export function useTopicTitle(): (id: TopicId) => string {
  const t = useT();
  const say = useTrustT();
  return (id) => {
    const { title }: Topic = topics[id];
    return title === undefined ? t(`dock.${id as DockPanel}`) : say(title as 'trust.title.karpenter');
  };
}
