import type { NodeProps } from '@xyflow/react';
import { Power } from 'lucide-react';
import { memo } from 'react';
import { entityById } from '#engine/design/tree';
import type { NodePhase } from '#engine/timeline/state';
import { classNames } from '../../components/classNames';
import { Icon } from '../../icons/Icon';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { none } from '../../stores/evaluationIndex';
import { useSession } from '../../stores/session';
import { useBoardView } from '../boardView';
import type { BoardFlowNode } from '../reconcile';
import { Badge } from './Badge';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { PodDots } from './PodDots';
import { sameNode } from './sameNode';
import { UsageBar } from './UsageBar';

/** An EC2 worker and the pods on it. */
export const InstanceNode = memo(function InstanceNode({ id, width, height }: NodeProps<BoardFlowNode>) {
  const name = useBoardView((view) => view.arrangement.byKey.get(id)?.node ?? null);
  // The beginning of its name is on the group that it lies in.
  const owner = useBoardView((view) => view.arrangement.byKey.get(id)?.parent ?? null);
  const isFar = useCanvas((canvas) => canvas.depth === 'far');
  const isDead = useEvaluation((state) => name !== null && (state.aftermathIndex?.dead.has(name) ?? false));
  const isNew = useEvaluation((state) => name !== null && (state.aftermathIndex?.launched.has(name) ?? false));
  const joined = useEvaluation((state) => (name === null ? undefined : state.aftermathIndex?.launched.get(name)?.joined));
  const phase = useEvaluation((state) => (name === null ? undefined : state.aftermathIndex?.nodePhases.get(name)));
  const pods = useEvaluation((state) => (name === null ? none : ((isDead ? state.index : (state.aftermathIndex ?? state.index)).podsOnNode.get(name) ?? none)));
  const t = useT();
  const title = name ?? id;
  const label = t('board.instanceLabel', { name: title, pods: pods.length });
  return (
    <Cell id={id} label={isDead ? `${label}, ${t('board.dead')}` : label} className={classNames(styles.instance, isDead && styles.dead, isNew && styles.launched, joined === false && styles.waitingNode)}>
      {isFar ? (
        <span className={styles.summaryBar}>{pods.length > 0 && <PodDots pods={pods} width={width ?? 0} height={height ?? 0} isDead={isDead} />}</span>
      ) : (
        <>
          <span className={styles.instanceHead}>
            <Icon name="ec2" size={14} />
            <span data-name className={styles.name} title={title}>
              {owner !== null && title.startsWith(`${owner}-`) ? title.slice(owner.length + 1) : title}
            </span>
            <Type id={id} name={title} />
            <Badge id={id} />
            {name !== null && <KillNode name={name} isDead={isDead} />}
          </span>
          <UsageBar name={title} />
          <PodDots pods={pods} width={width ?? 0} height={height ?? 0} isDead={isDead} />
          <Stamp phase={phase} isNew={isNew} joined={joined} />
        </>
      )}
    </Cell>
  );
}, sameNode);

/** What has become of it, at the moment of the failure that is shown. */
function Stamp({ phase, isNew, joined }: { readonly phase: NodePhase | undefined; readonly isNew: boolean; readonly joined: boolean | undefined }) {
  const t = useT();
  const text = phase !== undefined && phase !== 'ready' ? t(`timeline.node.${phase}`) : isNew ? t(joined === false ? 'board.cannotJoin' : 'board.launched') : null;
  return text === null ? null : <span data-fine className={styles.stamp}>{text}</span>;
}

/** The instance type, where the board is near enough to read it. */
function Type({ id, name }: { readonly id: string; readonly name: string }) {
  const isNear = useCanvas((canvas) => canvas.depth === 'near');
  const type = useEvaluation((state) => state.index.nodes.get(name)?.metadata.labels?.['node.kubernetes.io/instance-type']);
  const own = useDocument((state) => {
    const entity = entityById(state.design, id);
    return entity !== undefined && 'instanceType' in entity ? entity.instanceType : undefined;
  });
  if (!isNear) return null;
  return <span data-fine className={styles.type}>{type ?? own}</span>;
}

function KillNode({ name, isDead }: { readonly name: string; readonly isDead: boolean }) {
  const t = useT();
  const toggleNode = useSession((session) => session.toggleNode);
  const isOwn = useSession((session) => session.scenario.nodes.includes(name));
  if (isDead && !isOwn) return null;
  const label = t(isDead ? 'board.reviveNode' : 'board.killNode', { name });
  return (
    <button type="button" tabIndex={-1} className={styles.kill} aria-label={label} title={label} aria-pressed={isDead} onClick={() => toggleNode(name)}>
      <Power size={12} aria-hidden />
    </button>
  );
}
