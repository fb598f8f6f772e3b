import { ChevronRight, MoreHorizontal } from 'lucide-react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import { classNames } from '../../components/classNames';
import { IconButton } from '../../components/IconButton';
import { Menu } from '../../components/Menu';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import styles from './OutlinePanel.module.css';
import type { OutlineRow } from './outlineOf';
import { useRowActions } from './useRowActions';

/** One row of the tree and, while it is open, the rows below it. */
export function Row({ row, expanded }: { readonly row: OutlineRow; readonly expanded: ReadonlySet<Key> }) {
  const t = useT();
  const groups = useRowActions(row);
  const isDead = useSession(({ scenario }) => {
    const { killable } = row;
    if (killable === null) return false;
    return 'zone' in killable ? scenario.zones.includes(killable.zone) : scenario.nodes.includes(killable.node);
  });
  const hasChildren = row.children.length > 0;
  return (
    <TreeItem id={row.key} textValue={row.name} hasChildItems={hasChildren} className={classNames(styles.row, row.type === 'heading' && styles.heading)}>
      <TreeItemContent>
        <span className={styles.content}>
          {hasChildren ? (
            <Button slot="chevron" className={styles.chevron ?? ''}>
              <ChevronRight size={14} aria-hidden />
            </Button>
          ) : (
            <span className={styles.leaf} />
          )}
          <span className={styles.name}>{row.name}</span>
          {row.kind !== null && row.type === 'entity' && <span className={styles.kind}>{t(`kind.${row.kind}`)}</span>}
          <span className={styles.detail}>
            {isDead && <span className={styles.bad}>{t('verdicts.dead', { names: '' }).trim()} </span>}
            {row.detail}
          </span>
          {groups.length > 0 && (
            <Menu label={t('outline.actions', { name: row.name })} groups={groups}>
              <IconButton size="small" label={t('outline.actions', { name: row.name })} icon={<MoreHorizontal size={14} />} />
            </Menu>
          )}
        </span>
      </TreeItemContent>
      {hasChildren && expanded.has(row.key) && row.children.map((child) => <Row key={child.key} row={child} expanded={expanded} />)}
    </TreeItem>
  );
}
