import type { NodeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { Icon } from '../../icons/Icon';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import type { BoardFlowNode } from '../reconcile';
import { Cell } from './Cell';
import styles from './nodes.module.css';
import { sameNode } from './sameNode';

/** The control plane that AWS runs: over all zones, to look at only. */
export const ManagedNode = memo(function ManagedNode({ id }: NodeProps<BoardFlowNode>) {
  const t = useT();
  const version = useDocument((state) => state.design.settings.kubernetesVersion);
  return (
    <Cell id={id} label={`${t('board.managed')}, ${t('board.managedDetail')}`} className={styles.card}>
      <span className={styles.mark}>
        <Icon name="eks" size={24} />
      </span>
      <span className={styles.lines}>
        <span className={styles.title}>
          {t('board.managed')} · Kubernetes {version}
        </span>
        <span data-fine className={styles.detail}>{t('board.managedDetail')}</span>
      </span>
      <Lock size={14} aria-hidden className={styles.lock} />
    </Cell>
  );
}, sameNode);
