import { kinds } from '#engine/design/kinds/kinds';
import type { Design, Entity } from '#engine/design/schema';
import { zoneIdsOf, zonesOf } from '#engine/design/tree';
import styles from './MiniBoard.module.css';

const width = 220;
const height = 72;

interface Mark {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly lane: 'control' | 'groups' | 'storage';
}

/** A design from afar: zones as columns, control plane, groups and storage as marks in their rows. */
export function MiniBoard({ design }: { readonly design: Design }) {
  const zones = zonesOf(design);
  const gap = 6;
  const column = (width - gap * (zones.length - 1)) / Math.max(1, zones.length);
  const left = new Map(zones.map((zone, index) => [zone.id, index * (column + gap)]));
  const rows: readonly { readonly lane: Mark['lane']; readonly y: number; readonly height: number }[] = [
    { lane: 'control', y: 10, height: 10 },
    { lane: 'groups', y: 28, height: 16 },
    { lane: 'storage', y: 52, height: 8 },
  ];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.board} aria-hidden>
      {zones.map((zone) => (
        <rect key={zone.id} x={left.get(zone.id) ?? 0} width={column} height={height} rx={4} className={styles.zone} />
      ))}
      {design.settings.controlPlane === 'eks' && <rect x={8} y={10} width={width - 16} height={10} rx={2} className={styles.managed} />}
      {rows.map((row) => marksOf(design, row.lane, left, column).map((mark) => <rect key={mark.id} x={mark.x} y={row.y} width={mark.width} height={row.height} rx={2} className={styles[row.lane]} />))}
    </svg>
  );
}

function marksOf(design: Design, lane: Mark['lane'], left: ReadonlyMap<string, number>, column: number): readonly Mark[] {
  const marks: Mark[] = [];
  const used = new Map<string, number>();
  const entities = design.entities.filter((entity) => kinds[entity.kind].lane === lane);
  const inZone = (entity: Entity) => zoneIdsOf(entity).filter((id) => left.has(id));
  const most = Math.max(1, ...[...left.keys()].map((zone) => entities.filter((entity) => inZone(entity).length === 1 && inZone(entity)[0] === zone).length));
  for (const entity of entities) {
    const zones = inZone(entity);
    const [first] = zones;
    if (first === undefined) continue;
    if (zones.length > 1) {
      const xs = zones.map((zone) => left.get(zone) ?? 0);
      const from = Math.min(...xs);
      marks.push({ id: entity.id, lane, x: from + 6, width: Math.max(...xs) + column - from - 12 });
      continue;
    }
    const size = (column - 12 - 4 * (most - 1)) / most;
    const place = used.get(first) ?? 0;
    used.set(first, place + 1);
    marks.push({ id: entity.id, lane, x: (left.get(first) ?? 0) + 6 + place * (size + 4), width: Math.max(3, size) });
  }
  return marks;
}
