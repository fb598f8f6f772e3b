import { compareLosses } from '#engine/variants/frontier';
import { LOSS_VERDICTS } from '#engine/variants/variant';
import type { LossVerdict, Variant } from '#engine/variants/variant';

/** A mark of the chart: all variants with this bill and this outcome, the least different first. */
export interface Point {
  readonly first: Variant;
  readonly variants: readonly Variant[];
  readonly isDrawn: boolean;
  readonly isOnFrontier: boolean;
  readonly x: number;
  readonly y: number;
}

/** A verdict that occurs: between its lines lies the share of needed pods that still run, 0 below. */
export interface Band {
  readonly verdict: LossVerdict;
  readonly top: number;
  readonly bottom: number;
}

export interface Chart {
  readonly points: readonly Point[];
  readonly bands: readonly Band[];
  readonly ticks: readonly { readonly x: number; readonly usd: number }[];
  /** From each of its points to the next: what a sum between them buys, and what the next one buys more. */
  readonly frontier: string;
  readonly height: number;
}

export const chartWidth = 440;
export const plot = { left: 132, right: chartWidth - 16, top: 8 } as const;
const rowHeight = 76;
/** All that survive have all that they need: one line is enough. */
const survivesHeight = 60;
const inset = 12;
const axisHeight = 40;

/** Where everything is, in pixels. Bands go by verdict, the best on top: the order in which outcomes are compared. */
export function chartOf(variants: readonly Variant[]): Chart {
  const bands: Band[] = [];
  let bottom: number = plot.top;
  for (const verdict of LOSS_VERDICTS.toReversed()) {
    if (!variants.some(({ worstLoss }) => worstLoss.verdict === verdict)) continue;
    const top = bottom;
    bottom += verdict === 'survives' ? survivesHeight : rowHeight;
    bands.push({ verdict, top, bottom });
  }
  const { ticks, xOf } = scaleOf(variants.map(({ totalMonthly }) => totalMonthly));
  const yOf = ({ worstLoss: { verdict, share } }: Variant) => {
    const band = bands.find((each) => each.verdict === verdict);
    if (band === undefined) return 0;
    return verdict === 'survives' ? (band.top + band.bottom) / 2 : shareY(band, share);
  };
  const points = together(variants).map((own): Point => {
    const [first] = own;
    return { first, variants: own, isDrawn: own.some(({ edit }) => edit === null), isOnFrontier: first.isOnFrontier, x: xOf(first.totalMonthly), y: yOf(first) };
  });
  const onIt = points.filter(({ isOnFrontier }) => isOnFrontier);
  const frontier = onIt.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  return { points, bands, ticks: ticks.map((usd) => ({ usd, x: xOf(usd) })), frontier, height: bottom + axisHeight };
}

export function shareY({ top, bottom }: Band, share: number): number {
  return bottom - inset - share * (bottom - top - 2 * inset);
}

/** By bill and outcome, the cheapest and of these the worst first. */
function together(variants: readonly Variant[]): readonly (readonly [Variant, ...Variant[]])[] {
  const sorted = variants.toSorted((a, b) => a.totalMonthly - b.totalMonthly || compareLosses(a.worstLoss, b.worstLoss) || a.settings.length - b.settings.length);
  const groups: [Variant, ...Variant[]][] = [];
  for (const variant of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && isSame(last[0], variant)) last.push(variant);
    else groups.push([variant]);
  }
  return groups;
}

function isSame(a: Variant, b: Variant): boolean {
  return Math.round(a.totalMonthly * 100) === Math.round(b.totalMonthly * 100) && compareLosses(a.worstLoss, b.worstLoss) === 0;
}

/** Round sums below the axis, four or so. */
function scaleOf(sums: readonly number[]): { readonly ticks: readonly number[]; readonly xOf: (usd: number) => number } {
  const least = Math.min(...sums);
  const most = Math.max(...sums);
  const margin = Math.max((most - least) * 0.08, 1);
  const [from, to] = [Math.max(0, least - margin), most + margin];
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return {
    ticks: Array.from({ length: count }, (_, i) => (first + i) * step),
    xOf: (usd) => Math.round((plot.left + ((usd - from) / (to - from)) * (plot.right - plot.left)) * 10) / 10,
  };
}
