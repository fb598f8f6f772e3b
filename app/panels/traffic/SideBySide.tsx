import { useState } from 'react';
import type { ServiceAlternatives } from '#engine/alternatives/alternative';
import { Select } from '../../components/Select';
import styles from './Alternatives.module.css';
import { PodShares } from './PodShares';
import { useTrafficT } from './useTrafficT';

/** The shares of today and of an alternative, to one scale; at first the other external policy where there is one. */
export function SideBySide({ of: { today, alternatives } }: { readonly of: ServiceAlternatives }) {
  const say = useTrafficT();
  const [chosen, setChosen] = useState<string | null>(null);
  const other = alternatives.find(({ id }) => id === chosen) ?? alternatives[0];
  if (other === undefined) return null;
  const sides = [
    { title: say('alternatives.today'), traffic: today.traffic },
    { title: other.label, traffic: other.figures.traffic },
  ];
  const scale = sides.flatMap(({ traffic }) => [traffic.dropped, ...Object.values(traffic.podShares)]).reduce((most, share) => Math.max(most, share), 0.0001);
  return (
    <section className={styles.section} aria-label={say('alternatives.sideBySide')}>
      <div className={styles.choose}>
        <h3>{say('alternatives.sideBySide')}</h3>
        <Select label={say('alternatives.alternative')} isLabelHidden choices={alternatives.map(({ id, label }) => ({ id, label }))} value={other.id} onChange={setChosen} />
      </div>
      <div className={styles.sides}>
        {sides.map(({ title, traffic }, i) => (
          <PodShares key={i === 0 ? 'today' : 'other'} title={title} traffic={traffic} scale={scale} />
        ))}
      </div>
    </section>
  );
}
