import type { NodeProps } from '@xyflow/react';
import { GripVertical, Power } from 'lucide-react';
import { memo } from 'react';
import { entityById } from '#engine/design/tree';
import { classNames } from '../../components/classNames';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { useBoardView } from '../boardView';
import type { BoardFlowNode } from '../reconcile';
import { Badge } from './Badge';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';

/** An Availability Zone: the column that everything in it stands on. */
export const ZoneNode = memo(function ZoneNode({ id }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const zone = useDocument((state) => entityById(state.design, id));
  const name = useBoardView((view) => view.zoneNames.get(id) ?? '');
  const isDead = useSession((session) => session.scenario.zones.includes(name));
  const toggleZone = useSession((session) => session.toggleZone);
  const nodes = useEvaluation((state) => count(state.evaluation?.placement.nodes, (node) => node.metadata.labels?.['topology.kubernetes.io/zone'] === name));
  const pods = useEvaluation((state) => count(state.aftermath?.pods ?? state.evaluation?.placement.pods, (pod) => pod.zone === name && pod.node !== null));
  if (zone?.kind !== 'zone') return null;
  const kill = t(isDead ? 'board.reviveZone' : 'board.killZone', { letter: zone.letter });
  const summary = `${t('board.nodes', { count: nodes })} · ${t('board.pods', { count: pods })}`;
  return (
    <div className={classNames(styles.zone, isDead && styles.deadZone)} data-zone={id}>
      <Cell id={id} label={`${t('kind.zone')} ${name}, ${summary}${isDead ? `, ${t('board.dead')}` : ''}`} className={styles.zoneHead}>
        <GripVertical size={14} aria-hidden className={styles.zoneGrip} />
        <span className={styles.zoneLetter}>{zone.letter}</span>
        <span className={styles.zoneLines}>
          <span data-fine className={styles.zoneName}>{zone.zoneId ?? name}</span>
          <span data-fine className={styles.zoneCount}>{isDead ? t('board.zoneLost') : summary}</span>
        </span>
        <Badge id={id} />
        <button type="button" tabIndex={-1} className={styles.power} aria-pressed={isDead} aria-label={kill} title={kill} onClick={() => toggleZone(name)}>
          <Power size={16} aria-hidden />
        </button>
      </Cell>
    </div>
  );
}, sameNode);

function count<T>(items: readonly T[] | undefined, matches: (item: T) => boolean): number {
  let total = 0;
  for (const item of items ?? []) if (matches(item)) total += 1;
  return total;
}
