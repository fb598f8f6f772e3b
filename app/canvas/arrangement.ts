import type { Lane } from '#engine/design/kinds/kind';
import type { Rect } from './geometry';

/** Where everything on the board is: what `arrange` answers. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly lanes: readonly LaneRow[];
  /** What cards of the region stand on, over all columns. */
  readonly shelves: readonly Rect[];
  /** A box comes after the box that it lies in. */
  readonly boxes: readonly Box[];
  readonly byKey: ReadonlyMap<string, Box>;
  /** Ids of the groups whose instances are not drawn. */
  readonly folded: ReadonlySet<string>;
  /** Ids of those with more instances than can be read, folded or not. */
  readonly large: ReadonlySet<string>;
  /** By what made them (entity id), then by zone id. */
  readonly nodesByOwner: ReadonlyMap<string, ReadonlyMap<string, readonly BoardNode[]>>;
}

/** A zone's column, from its header to the foot of the board. */
export interface Column extends Rect {
  readonly zone: string;
  readonly letter: string;
}

export interface LaneRow {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  readonly isEmpty: boolean;
}

export type BoxType = 'zone' | 'card' | 'cell' | 'band' | 'workers' | 'instance' | 'volumes' | 'managed' | 'tray' | 'traffic';

/** A rectangle that a component fills; positions are absolute. */
export interface Box extends Rect {
  /** Entity id; `node:NAME`, `volumes:ZONE`, `managed`, `tray` or `traffic` for what is no entity. */
  readonly key: string;
  readonly type: BoxType;
  readonly lane: Lane;
  /** Key of the box that it lies in; null for the board itself. */
  readonly parent: string | null;
  /** Name of the Node that an instance is; null for all else. */
  readonly node: string | null;
  /** For bands and groups: the columns that they lie over, with those in between that they do not use. */
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly zone: string;
  /** From the left edge of the box. */
  readonly x: number;
  readonly width: number;
  readonly isUsed: boolean;
}

/** A worker that the board draws. */
export interface BoardNode {
  readonly name: string;
  /** Entity id of its Auto Scaling group or, without one, of the instance. */
  readonly owner: string;
  /** Entity id of its zone. */
  readonly zone: string;
  /** How many pods it has at most, over the states that are shown. */
  readonly pods: number;
}

export const nodeKey = (name: string): string => `node:${name}`;
export const podKey = (pod: string): string => `pod:${pod}`;
export const volumesKey = (zone: string): string => `volumes:${zone}`;

/** What a key of the selection or the focus names. */
export function parseKey(key: string): { readonly type: 'node' | 'pod' | 'volumes' | 'entity'; readonly name: string } {
  for (const type of ['node', 'pod', 'volumes'] as const) {
    if (key.startsWith(`${type}:`)) return { type, name: key.slice(type.length + 1) };
  }
  return { type: 'entity', name: key };
}
