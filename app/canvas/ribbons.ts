import type { Traffic } from '#engine/evaluation';

/** One ribbon of the traffic strip. */
export interface Ribbon {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly bytesPerSecond: number;
  readonly isCrossZone: boolean;
  /** Stroke width in px. */
  readonly width: number;
  /** SVG path; '' for what stays in its zone. */
  readonly path: string;
  /** Where its figure stands. */
  readonly labelX: number;
  readonly labelY: number;
}

interface Station {
  readonly x: number;
  readonly width: number;
}

const thinnest = 1.5;
const thickest = 12;

/**
 * The zone matrix as ribbons in a strip `height` px high. `stations` are the zones (and `internet`) by name, from left to
 * right. Ribbons to the right bow upwards, to the left downwards; the farther the higher, so that they never lie on each other.
 */
export function ribbons(matrix: Traffic['zoneMatrix'], stations: ReadonlyMap<string, Station>, height: number): readonly Ribbon[] {
  const most = Math.max(1, ...matrix.map((flow) => flow.bytesPerSecond));
  const order = [...stations].sort(([, a], [, b]) => a.x - b.x).map(([name]) => name);
  const middle = height / 2;
  return matrix.flatMap((flow): Ribbon[] => {
    const from = stations.get(flow.from);
    const to = stations.get(flow.to);
    if (from === undefined || to === undefined || flow.bytesPerSecond <= 0) return [];
    const width = thinnest + (thickest - thinnest) * Math.sqrt(flow.bytesPerSecond / most);
    const shared = { key: `${flow.from} ${flow.to}`, from: flow.from, to: flow.to, bytesPerSecond: flow.bytesPerSecond, width };
    if (flow.from === flow.to) return [{ ...shared, isCrossZone: false, path: '', labelX: from.x, labelY: middle }];
    const distance = Math.abs(order.indexOf(flow.from) - order.indexOf(flow.to));
    const forward = from.x < to.x;
    const bow = (forward ? -1 : 1) * Math.min(middle - 12, 14 + 16 * (distance - 1));
    const startX = from.x + (forward ? from.width / 2 : -from.width / 2);
    const endX = to.x + (forward ? -to.width / 2 : to.width / 2);
    const y = middle + (forward ? -7 : 7);
    const c = (endX - startX) / 3;
    return [
      {
        ...shared,
        isCrossZone: flow.from !== 'internet' && flow.to !== 'internet',
        path: `M${startX} ${y}C${startX + c} ${y + bow * 1.3} ${endX - c} ${y + bow * 1.3} ${endX} ${y}`,
        labelX: (startX + endX) / 2,
        labelY: y + bow,
      },
    ];
  });
}
