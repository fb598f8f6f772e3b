import { classNames } from '../../components/classNames';
import { useBoardView } from '../boardView';
import styles from './nodes.module.css';

/** The parts of a band over zones that it does not use, hatched. */
export function Segments({ id }: { readonly id: string }) {
  const segments = useBoardView((view) => view.arrangement.byKey.get(id)?.segments);
  return (
    <>
      {segments
        ?.filter((segment) => !segment.isUsed)
        .map((segment) => (
          <span key={segment.zone} className={classNames(styles.hatch)} style={{ left: segment.x, width: segment.width }} aria-hidden />
        ))}
    </>
  );
}
