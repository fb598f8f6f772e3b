import type { Traffic } from '#engine/evaluation';

/** One ribbon of the traffic strip: what goes from one zone to another. */
export interface Ribbon {
  readonly key: string;
  readonly bytesPerSecond: number;
  /** Stroke width, px. */
  readonly width: number;
  /** SVG path. */
  readonly path: string;
  /** Where its figure stands. */
  readonly labelX: number;
  readonly labelY: number;
}

/** A zone in the strip, with what stays in it and what it exchanges with the internet, bytes a second. */
export interface Station {
  readonly name: string;
  readonly x: number;
  readonly inZone: number;
  readonly internet: number;
}

const thinnest = 1.5;
const thickest = 5;
const internet = 'internet';

/** The zones of the strip from left to right; `places` is the middle of each by zone name. */
export function stations(matrix: Traffic['zoneMatrix'], places: ReadonlyMap<string, number>): readonly Station[] {
  const sum = (name: string, matches: (from: string, to: string) => boolean) =>
    matrix.filter(({ from, to }) => matches(from, to) && (from === name || to === name)).reduce((total, flow) => total + flow.bytesPerSecond, 0);
  return [...places]
    .map(([name, x]) => ({ name, x, inZone: sum(name, (from, to) => from === to), internet: sum(name, (from, to) => from === internet || to === internet) }))
    .sort((a, b) => a.x - b.x);
}

/**
 * The flows between zones as ribbons in a strip `height` px high. Those to the right bow upwards, to the left downwards;
 * the farther the higher, so that they do not lie on each other.
 */
export function ribbons(matrix: Traffic['zoneMatrix'], zones: readonly Station[], stationWidth: number, height: number): readonly Ribbon[] {
  const flows = matrix.filter((flow) => flow.from !== flow.to && flow.from !== internet && flow.to !== internet && flow.bytesPerSecond > 0);
  const most = Math.max(1, ...flows.map((flow) => flow.bytesPerSecond));
  const middle = height / 2;
  return flows.flatMap((flow): Ribbon[] => {
    const start = zones.findIndex((zone) => zone.name === flow.from);
    const end = zones.findIndex((zone) => zone.name === flow.to);
    const from = zones[start];
    const to = zones[end];
    if (from === undefined || to === undefined) return [];
    const isForward = start < end;
    const side = isForward ? -1 : 1;
    const distance = Math.abs(end - start);
    const isNeighbour = distance === 1;
    // Neighbours meet at their facing ends, others over the heads of those in between.
    const startX = from.x + (isForward ? 1 : -1) * (isNeighbour ? stationWidth / 2 : stationWidth / 2 - 16);
    const endX = to.x - (isForward ? 1 : -1) * (isNeighbour ? stationWidth / 2 : stationWidth / 2 - 16);
    const y = middle + side * (isNeighbour ? 8 : 20);
    const bow = side * (isNeighbour ? 6 : Math.min(middle - 26, 16 + 7 * (distance - 2)));
    const reach = (endX - startX) / 4;
    return [
      {
        key: `${flow.from} ${flow.to}`,
        bytesPerSecond: flow.bytesPerSecond,
        width: thinnest + (thickest - thinnest) * Math.sqrt(flow.bytesPerSecond / most),
        path: `M${startX} ${y}C${startX + reach} ${y + bow * 1.33} ${endX - reach} ${y + bow * 1.33} ${endX} ${y}`,
        labelX: (startX + endX) / 2,
        labelY: y + bow,
      },
    ];
  });
}
