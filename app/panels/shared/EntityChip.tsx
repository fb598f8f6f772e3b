import { Button } from 'react-aria-components';
import { entityById } from '#engine/design/tree';
import { readWhy } from '../../commands/openWhy';
import { matches } from '../../commands/shortcuts';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import styles from './EntityChip.module.css';
import { nameOf, nameOfLink } from './entityName';

/** As on the board. */
const whyKey = 'W';

/** React Aria's Button takes no such attribute. */
function tellKey(chip: HTMLButtonElement | null): void {
  chip?.setAttribute('aria-keyshortcuts', whyKey);
}

export interface EntityChipProps {
  /** Id of an entity or a link, `pod:NAMESPACE/NAME`, or `node:NAME`, as the selection has them. */
  readonly id: string;
  readonly text?: string;
}

/** The name of a thing; pressing it selects the thing on the board. On a pod's the key of the board asks why it is there. */
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
  const pod = id.startsWith('pod:') ? id.slice('pod:'.length) : null;
  const name = text ?? found ?? id;
  return (
    <Button
      className={styles.chip ?? ''}
      aria-pressed={isSelected}
      aria-label={kind === undefined ? name : `${t(`kind.${kind}`)} ${name}`}
      onPress={() => select([id])}
      {...(pod === null ? {} : { ref: tellKey, onKeyDown: (event) => (matches(event, whyKey) ? readWhy(pod) : event.continuePropagation()) })}
    >
      <span title={name}>{name}</span>
    </Button>
  );
}
