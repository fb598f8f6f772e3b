import { useMemo, useState } from 'react';
import { Tree } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { addEntity, removeSelected } from './operations';
import styles from './OutlinePanel.module.css';
import { outlineOf } from './outlineOf';
import type { OutlineRow } from './outlineOf';
import { Row } from './Row';

/** The whole topology as a tree with the same operations as the board, for keyboards and screen readers. */
export function OutlinePanel() {
  const t = useT();
  const design = useDocument((state) => state.design);
  const evaluation = useEvaluation((state) => state.evaluation);
  const selection = useCanvas((canvas) => canvas.selection);
  const select = useCanvas((canvas) => canvas.select);
  const rows = useMemo(() => outlineOf(design, evaluation, (kind) => t(`kinds.${kind}`), t('outline.region')), [design, evaluation, t]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() => new Set(rows.filter((row) => row.children.length < 40).map((row) => row.key)));
  const selected = useMemo(() => keysOf(rows, new Set(selection)), [rows, selection]);

  if (design.entities.length === 0) {
    return (
      <EmptyState title={t('outline.empty')} action={<Button onPress={() => addEntity('zone', [], t)}>{t('outline.add', { kind: t('kind.zone') })}</Button>}>
        {t('outline.emptyText')}
      </EmptyState>
    );
  }
  return (
    // The tree inside has the keys; Delete bubbles up to here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.panel} onKeyDown={(event) => (event.key === 'Delete' || event.key === 'Backspace') && removeSelected(t)}>
      <Tree
        aria-label={t('outline.label')}
        className={styles.tree ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const ids = [...keys].map((key) => idOf(rows, key)).filter((id) => id !== null);
          select([...new Set(ids)]);
        }}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
      >
        {rows.map((row) => (
          <Row key={row.key} row={row} expanded={expanded} />
        ))}
      </Tree>
    </div>
  );
}

/** The rows of what is selected: one thing can stand in several zones. */
function keysOf(rows: readonly OutlineRow[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (row: OutlineRow) => {
    if (row.id !== null && ids.has(row.id)) keys.add(row.key);
    row.children.forEach(visit);
  };
  rows.forEach(visit);
  return keys;
}

function idOf(rows: readonly OutlineRow[], key: Key): string | null {
  for (const row of rows) {
    if (row.key === key) return row.id;
    const found = idOf(row.children, key);
    if (found !== null) return found;
  }
  return null;
}
