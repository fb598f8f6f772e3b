import { CircleSlash2, StickyNote } from 'lucide-react';
import { createPortal } from 'react-dom';
import type { RefObject } from 'react';
import { entityById } from '#engine/design/tree';
import { Icon } from '../icons/Icon';
import { iconOf } from '../icons/iconOf';
import type { IconName } from '../icons/iconName';
import { useT } from '../i18n/translate';
import type { Translate } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import styles from './Board.module.css';
import { describe } from './describe';
import { refusalText, useGesture } from './gesture';
import type { Subject } from './subject';

/** What the pointer holds, beside it, and why it cannot be let go here. Moved by `holdPointer`. */
export function GhostLayer({ ghost }: { readonly ghost: RefObject<HTMLDivElement | null> }) {
  const t = useT();
  const subject = useCanvas((canvas) => canvas.gesture?.subject);
  const refusal = useGesture((view) => view.drop?.refusal ?? null);
  if (subject === undefined || subject.type === 'band' || subject.type === 'link') {
    return refusal === null ? null : createPortal(<div ref={ghost} id="board-ghost" className={styles.ghost}>{<Refusal text={refusalText(refusal)} />}</div>, document.body);
  }
  const { icon, name } = held(subject, t);
  return createPortal(
    <div ref={ghost} id="board-ghost" className={styles.ghost}>
      <div className={styles.ghostCard} data-refused={refusal !== null || undefined}>
        {icon === null ? <StickyNote size={16} aria-hidden /> : <Icon name={icon} size={18} />}
        {name}
      </div>
      {refusal !== null && <Refusal text={refusalText(refusal)} />}
    </div>,
    document.body,
  );
}

function Refusal({ text }: { readonly text: string }) {
  return (
    <div className={styles.refusal}>
      <CircleSlash2 size={14} aria-hidden />
      {text}
    </div>
  );
}

function held(subject: Subject, t: Translate): { readonly icon: IconName | null; readonly name: string } {
  if (subject.type === 'new') return { icon: subject.item.icon, name: t(`palette.${subject.item.id}`) };
  if (subject.type === 'pod') return { icon: 'pod', name: subject.pod.slice(subject.pod.indexOf('/') + 1) };
  if (subject.type !== 'entities') return { icon: null, name: '' };
  const [first] = subject.ids;
  const entity = first === undefined ? undefined : entityById(useDocument.getState().design, first);
  if (subject.ids.length > 1) return { icon: entity === undefined ? null : iconOf(entity), name: t('board.things', { count: subject.ids.length }) };
  return entity === undefined ? { icon: null, name: first ?? '' } : { icon: iconOf(entity), name: describe(entity, t).title };
}
