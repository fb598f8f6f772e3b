import { Button } from 'react-aria-components';
import { entityById } from '#engine/design/tree';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import styles from './EntityChip.module.css';
import { nameOf, nameOfLink } from './entityName';

export interface EntityChipProps {
  /** Id of an entity or a link, `pod:NAMESPACE/NAME`, or `node:NAME`, as the selection has them. */
  readonly id: string;
  readonly text?: string;
}

/** The name of a thing; pressing it selects the thing on the board. */
export function EntityChip({ id, text }: EntityChipProps) {
  const t = useT();
  const select = useCanvas((canvas) => canvas.select);
  const isSelected = useCanvas((canvas) => canvas.selection.includes(id));
  const found = useDocument((state) => {
    const entity = entityById(state.design, id);
    if (entity !== undefined) return nameOf(entity);
    const link = state.design.links.find((each) => each.id === id);
    return link === undefined ? undefined : nameOfLink(state.design, link);
  });
  const kind = useDocument((state) => entityById(state.design, id)?.kind);
  const name = text ?? found ?? id;
  return (
    <Button
      className={styles.chip ?? ''}
      aria-pressed={isSelected}
      aria-label={kind === undefined ? name : `${t(`kind.${kind}`)} ${name}`}
      onPress={() => select([id])}
    >
      <span title={name}>{name}</span>
    </Button>
  );
}
