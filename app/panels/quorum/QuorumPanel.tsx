import { useState } from 'react';
import { Tabs } from '../../components/Tabs';
import { PanelFrame } from '../shared/PanelFrame';
import { Availability } from './Availability';
import { Losses } from './Losses';
import { useAvailabilityT } from './useAvailabilityT';

/** What losses leave of etcd, and how often it and everything else is up. */
export function QuorumPanel() {
  const say = useAvailabilityT();
  const [selected, setSelected] = useState('losses');
  const [topic, other] = selected === 'availability' ? (['availability', 'quorum'] as const) : (['quorum', 'availability'] as const);
  return (
    <PanelFrame topic={topic} more={[other]}>
      {(evaluation) => (
        <Tabs
          label={say('availability.tabs')}
          tabs={[
            { id: 'losses', label: say('availability.losses'), content: <Losses evaluation={evaluation} /> },
            { id: 'availability', label: say('availability.title'), content: <Availability /> },
          ]}
          selected={selected}
          onSelect={setSelected}
        />
      )}
    </PanelFrame>
  );
}
