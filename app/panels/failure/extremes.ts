import type { Format } from '../../i18n/format';

const units = [
  ['y', 31_536_000],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;
/** Beyond it a figure says no more than the words do; years. */
const longest = 100;

/** Expected times that may be seconds or ages. */
export function longTime(seconds: number, format: Format): string {
  if (seconds > longest * units[0][1]) return `> ${format.unit(longest, 'y')}`;
  const unit = units.find(([, size]) => seconds >= 2 * size);
  return unit === undefined ? format.unit(seconds, 's') : format.unit(seconds / unit[1], unit[0]);
}

/** Shares that may be tiny without being nothing. */
export function smallShare(share: number, format: Format): string {
  return share === 0 || share >= 0.001 ? format.percent(share) : `< ${format.percent(0.001)}`;
}
