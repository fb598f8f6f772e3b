import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ServiceTraffic } from '#engine/evaluation';
import { messagesIn } from '#engine/requestWalk/languages';
import { linksTo } from '#engine/requestWalk/linksTo';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { nameOfLink } from '../shared/entityName';
import { Mark } from '../shared/Mark';
import { useTrafficT } from './useTrafficT';
import { useWalk } from './useWalk';
import { WalkStep } from './WalkStep';
import styles from './Walk.module.css';

/** One request of a Service hop by hop: at each fork the ways, how likely each is and by what rule. */
export function WalkTab({ service }: { readonly service: ServiceTraffic }) {
  const t = useT();
  const design = useDocument((state) => state.design);
  const [chosen, setChosen] = useState<string | null>(null);
  const links = linksTo(design, service.service);
  const link = links.find(({ id }) => id === chosen) ?? links[0];
  const say = useTrafficT();
  if (link === undefined) return <EmptyState title={t('traffic.noClient')}>{t('traffic.noClientText')}</EmptyState>;
  return (
    <div className={styles.walk}>
      {links.length > 1 && (
        <div className={styles.link}>
          <Select label={say('traffic.walk.link')} choices={links.map((each) => ({ id: each.id, label: nameOfLink(design, each) }))} value={link.id} onChange={setChosen} />
        </div>
      )}
      <Steps key={link.id} link={link.id} />
    </div>
  );
}

function Steps({ link }: { readonly link: string }) {
  const t = useT();
  const say = useTrafficT();
  const format = useFormat();
  const words = messagesIn(useSession((session) => session.language));
  const [choices, setChoices] = useState<readonly string[]>([]);
  const { walk, isLoading, error } = useWalk(link, choices);
  if (error !== null) return <Mark tone="bad">{error}</Mark>;
  if (walk === null) return <p>{isLoading ? t('common.loading') : words.nothing}</p>;
  const { steps, probability, zoneCrossings, hops } = walk;
  /** What was chosen at the forks before one, where there was a choice. */
  const before = (index: number) => steps.slice(0, index).flatMap(({ options, chosen }) => (chosen === null || options.length === 1 ? [] : [chosen]));
  return (
    <>
      <ol className={styles.steps} aria-busy={isLoading}>
        {steps.map((step, index) => (
          <WalkStep key={`${step.rule.id} ${before(index).join(' ')}`} step={step} number={index + 1} onChoose={(id) => setChoices([...before(index), id])} />
        ))}
      </ol>
      <p className={styles.sum}>
        <output>{words.soFar(format.percent(probability), zoneCrossings, hops)}</output>
        {choices.length > 0 && (
          <Button look="quiet" icon={<RotateCcw size={14} aria-hidden />} onPress={() => setChoices([])}>
            {say('traffic.walk.again')}
          </Button>
        )}
      </p>
    </>
  );
}
