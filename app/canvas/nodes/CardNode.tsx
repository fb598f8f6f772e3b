import type { NodeProps } from '@xyflow/react';
import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import { entityById } from '#engine/design/tree';
import type { Entity } from '#engine/design/schema';
import { classNames } from '../../components/classNames';
import { Icon } from '../../icons/Icon';
import { iconOf } from '../../icons/iconOf';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { useBoardView } from '../boardView';
import { describe } from '../describe';
import type { BoardFlowNode } from '../reconcile';
import { sameNode } from './sameNode';
import { Badge } from './Badge';
import { BandHandles } from './BandHandles';
import { Cell } from './Cell';
import { Connector } from './Connector';
import styles from './nodes.module.css';
import { Segments } from './Segments';
import { WorkloadDot } from './WorkloadDot';

/** A card: client, Service, StorageClass, workload or note; in one column a machine; over several a band. */
export const CardNode = memo(function CardNode({ id }: NodeProps<BoardFlowNode>) {
  const entity = useDocument((state) => entityById(state.design, id));
  if (entity === undefined) return null;
  return <Card entity={entity} />;
}, sameNode);

function Card({ entity }: { readonly entity: Entity }) {
  const t = useT();
  const { id, kind } = entity;
  const segments = useBoardView((view) => view.arrangement.byKey.get(id)?.segments);
  const isDead = useIsDead(entity);
  const { title, detail, mark } = describe(entity, t);
  const icon = iconOf(entity);
  const isBand = segments !== undefined && segments.length > 0;
  return (
    <Cell id={id} label={[`${t(`kind.${kind}`)} ${title}`, detail, mark].filter(Boolean).join(', ')} className={classNames(styles.card, kind === 'note' && styles.note, isDead && styles.dead)}>
      {isBand && <Segments id={id} />}
      <span className={styles.mark}>{icon === null ? <StickyNote size={16} aria-hidden /> : <Icon name={icon} size={24} />}</span>
      <span className={styles.lines}>
        <span className={styles.title}>
          {kind === 'workload' && <WorkloadDot id={id} />}
          <span className={styles.ellipsis} data-name={'zone' in entity || undefined}>{title === '' ? t('board.emptyNote') : title}</span>
          {mark !== undefined && (
            <span data-fine className={styles.part} data-none={mark === t('board.etcd.none') || undefined}>
              {mark}
            </span>
          )}
        </span>
        <span data-fine className={styles.detail}>
          {detail}
          {kind === 'workload' && <RunningCount id={id} />}
        </span>
      </span>
      <Badge id={id} />
      {isBand && <BandHandles id={id} title={title} />}
      {(kind === 'client' || kind === 'workload') && <Connector id={id} title={title} />}
    </Cell>
  );
}

/** How many of a workload's pods run, after the failure if there is one. */
function RunningCount({ id }: { readonly id: string }) {
  const t = useT();
  const total = useEvaluation((state) => state.index.podsOfWorkload.get(id)?.length ?? 0);
  const running = useEvaluation((state) => {
    const pods = state.index.podsOfWorkload.get(id);
    if (pods === undefined) return 0;
    const fates = state.aftermathIndex?.fates;
    if (fates === undefined) return pods.filter((pod) => pod.node !== null).length;
    return pods.filter((pod) => {
      const fate = fates.get(pod.pod);
      return fate !== undefined && fate.node !== null && (fate.fate === 'unchanged' || fate.fate === 'moved');
    }).length;
  });
  const isShort = running < total;
  return <span className={classNames(styles.count, isShort && styles.short)} title={t('board.running', { running, total })}>{` · ${running}/${total}`}</span>;
}

function useIsDead(entity: Entity): boolean {
  const zone = 'zone' in entity ? entity.zone : null;
  const zoneName = useBoardView((view) => (zone === null ? undefined : view.zoneNames.get(zone)));
  return useSession(({ scenario }) => scenario.nodes.includes(entity.id) || (zoneName !== undefined && scenario.zones.includes(zoneName)));
}
