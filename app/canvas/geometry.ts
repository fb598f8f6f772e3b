/** Distances of the board in px at zoom 1; every drawing of it, on screen or exported, uses these. */
export const sizes = {
  /** Left of the columns, for the names of the lanes. */
  gutter: 84,
  columnGap: 12,
  columnPadding: 8,
  header: 52,
  /** Above and below what lies in a lane. */
  lanePadding: 8,
  emptyLane: 40,
  gap: 8,
  /** Padding of what cards of the region stand on: they align with what lies in a group. */
  shelf: { x: 8, y: 6 },
  card: { width: 212, height: 42 },
  /** Control-plane machines, volumes: as wide as an instance, so that columns align. */
  cell: { width: 124, height: 42 },
  band: { height: 42 },
  group: { header: 28, padding: 8 },
  instance: { width: 124, head: 30, foot: 6 },
  pod: { size: 11, gap: 3, perRow: 8, maxRows: 8, inset: 7 },
  traffic: 104,
  trayRow: 26,
  trayHead: 30,
  trayItem: 420,
  note: { width: 212, height: 60 },
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function centerOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** Rows that so many pods take in an instance. */
export function podRows(pods: number): number {
  return Math.min(sizes.pod.maxRows, Math.max(1, Math.ceil(pods / sizes.pod.perRow)));
}

export function instanceHeight(pods: number): number {
  const pitch = sizes.pod.size + sizes.pod.gap;
  return sizes.instance.head + podRows(pods) * pitch - sizes.pod.gap + sizes.instance.foot;
}

/** Top left corner of the n-th pod within its instance; null where there is no room to draw it. */
export function podPosition(index: number): Point | null {
  const { size, gap, perRow, maxRows, inset } = sizes.pod;
  const row = Math.floor(index / perRow);
  if (row >= maxRows) return null;
  return { x: inset + (index % perRow) * (size + gap), y: sizes.instance.head + row * (size + gap) };
}
