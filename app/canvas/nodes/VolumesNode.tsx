import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../components/classNames';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { Icon } from '../../icons/Icon';
import { useDocument } from '../../stores/document';
import { none } from '../../stores/evaluationIndex';
import { useSession } from '../../stores/session';
import { parseKey } from '../arrangement';
import { useBoardView } from '../boardView';
import type { BoardFlowNode } from '../reconcile';
import { workloadMarks } from '../workloadMarks';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';

const shownVolumes = 12;

/** The EBS volumes of a zone: they cannot leave it. */
export const VolumesNode = memo(function VolumesNode({ id }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const format = useFormat();
  const zoneName = useBoardView((view) => view.zoneNames.get(parseKey(id).name) ?? '');
  const volumes = useBoardView((view) => view.volumes.get(zoneName) ?? none);
  const marks = useDocument((state) => workloadMarks(state.design));
  const isDead = useSession((session) => session.scenario.zones.includes(zoneName));
  const count = volumes.reduce((sum, each) => sum + each.count, 0);
  const gib = volumes.reduce((sum, each) => sum + each.gib, 0);
  const bars = volumes.flatMap((each) => Array.from({ length: each.count }, (_, index) => ({ key: `${each.workload} ${index}`, colour: marks.get(each.workload)?.colour ?? 7 })));
  return (
    <Cell id={id} label={`${t('board.volumes', { count })}, ${format.unit(gib, 'GiB')}, ${zoneName}`} className={classNames(styles.card, isDead && styles.dead)}>
      <span className={styles.mark}>
        <Icon name="ebs" size={24} />
      </span>
      <span className={styles.lines}>
        <span className={styles.title}>EBS</span>
        <span data-fine className={styles.detail}>
          {t('board.volumes', { count })} · {format.unit(gib, 'GiB')}
        </span>
      </span>
      <svg className={styles.bars} width={Math.min(shownVolumes, bars.length) * 7} height={18} aria-hidden="true">
        {bars.slice(0, shownVolumes).map((bar, index) => (
          <rect key={bar.key} x={index * 7} y={2} width={5} height={14} rx={1} data-workload={bar.colour} />
        ))}
      </svg>
    </Cell>
  );
}, sameNode);
