import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { entityById } from '#engine/design/tree';
import { KARPENTER } from '#engine/karpenter/entity';
import { Icon } from '../../icons/Icon';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useBoardView } from '../boardView';
import { describe } from '../describe';
import type { BoardFlowNode } from '../reconcile';
import { Badge } from './Badge';
import { BandHandles } from './BandHandles';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';
import { Segments } from './Segments';

/** An Auto Scaling group: a card in one column, or a band over the columns of its zones. Its instances lie on it. */
export const GroupNode = memo(function GroupNode({ id }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const entity = useDocument((state) => entityById(state.design, id));
  const isCollapsed = useBoardView((view) => view.arrangement.folded.has(id));
  const dispatch = useDocument((state) => state.dispatch);
  const desired = useEvaluation((state) => state.evaluation?.scaling.groups.find((group) => group.id === id)?.desired);
  const pods = usePodCount(id);
  const isFar = useCanvas((canvas) => canvas.depth === 'far');
  if (id === KARPENTER) return <Karpenter />;
  if (entity === undefined || !('zones' in entity)) return null;
  const { title, detail } = describe(entity, t);
  const count = desired ?? ('desired' in entity ? entity.desired : 0);
  const isZonal = entity.zones.length === 1;
  const label = `${t('kind.autoScalingGroup')} ${title}, ${t(isZonal ? 'board.zonal' : 'board.regional')}, ${t('board.instances', { count })}, ${t('board.pods', { count: pods })}`;
  const fold = () => {
    const { collapsed } = useDocument.getState().design.layout;
    const isLarge = useBoardView.getState().arrangement.large.has(id);
    const { unfolded, setUnfolded } = useCanvas.getState();
    // What is folded for its size alone is no matter of the document.
    if (isLarge) setUnfolded(isCollapsed ? [...unfolded, id] : unfolded.filter((other) => other !== id));
    if (isCollapsed ? !collapsed.includes(id) : isLarge) return;
    dispatch(
      { type: 'layout', fields: { collapsed: isCollapsed ? collapsed.filter((other) => other !== id) : [...collapsed, id] } },
      { label: isCollapsed ? 'step.unfold' : 'step.fold' },
    );
  };
  return (
    <Cell id={id} label={label} className={styles.group}>
      <Segments id={id} />
      <span className={styles.groupHead}>
        <button type="button" tabIndex={-1} className={styles.fold} onClick={fold} aria-expanded={!isCollapsed} aria-label={t(isCollapsed ? 'board.unfold' : 'board.fold', { name: title })}>
          {isCollapsed ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
        </button>
        <Icon name="asg" size={16} />
        <span className={styles.groupName}>{title}</span>
        {isFar && <span className={styles.farCount}>{count}</span>}
        <span data-fine className={styles.groupCount}>
          {count} × {detail}
          {(!isZonal || isCollapsed) && ` · ${t('board.pods', { count: pods })}`}
        </span>
        <Badge id={id} />
      </span>
      <BandHandles id={id} title={title} />
    </Cell>
  );
}, sameNode);

function usePodCount(id: string): number {
  const zones = useBoardView((view) => view.arrangement.nodesByOwner.get(id));
  return useEvaluation((state) => {
    const { podsOnNode } = state.aftermathIndex ?? state.index;
    const nodes = zones === undefined ? [] : [...zones.values()].flat();
    return nodes.reduce((count, { name }) => count + (podsOnNode.get(name)?.length ?? 0), 0);
  });
}

/** Karpenter's nodes, which belong to no group: to look at only. */
function Karpenter() {
  const t = useT();
  const count = useBoardView((view) => [...(view.arrangement.nodesByOwner.get(KARPENTER)?.values() ?? [])].reduce((sum, list) => sum + list.length, 0));
  return (
    <Cell id={KARPENTER} label={`Karpenter, ${t('board.instances', { count })}`} className={styles.group}>
      <Segments id={KARPENTER} />
      <span className={styles.groupHead}>
        <Icon name="ec2" size={16} />
        <span className={styles.groupName}>Karpenter</span>
        <span data-fine className={styles.groupCount}>
          {t('board.instances', { count })}
        </span>
      </span>
    </Cell>
  );
}
