import { create } from 'zustand';
import type { Subject } from '../canvas/subject';

/** How much a card shows: far = bars and counts, middle = instances with pod dots, near = names, requests, ports. */
export type Depth = 'far' | 'middle' | 'near';

/** What is being dragged, or moved by keyboard, and what the slot under it would mean. */
export interface Gesture {
  readonly subject: Subject;
  /** Key of the slot under the pointer: `zone-a`, `node:NAME`, `region`; null over nothing. */
  readonly slot: string | null;
  /** Why the slot cannot take it; null when it can. */
  readonly refusal: string | null;
}

export interface CanvasState {
  /** Ids of entities and links, pod keys (`pod:NAMESPACE/NAME`) and node names (`node:NAME`), in the order chosen. */
  readonly selection: readonly string[];
  /** The board's cell that arrow keys move from (an id as in `selection`); null before the board had the focus. */
  readonly focus: string | null;
  readonly gesture: Gesture | null;
  readonly depth: Depth;
  /** Ribbons between the zones. */
  readonly traffic: boolean;
  /** Drops move along the lines of what is chosen. */
  readonly isFlowing: boolean;
  /** A click on a zone or a node kills it. */
  readonly killing: boolean;
  /** Groups with more instances than can be read, that are shown with all of them nevertheless. */
  readonly unfolded: readonly string[];
  /** Said by the live region. */
  readonly announcement: string;
  readonly select: (selection: readonly string[]) => void;
  readonly toggle: (id: string) => void;
  readonly setFocus: (focus: string | null) => void;
  readonly setGesture: (gesture: Gesture | null) => void;
  readonly setDepth: (depth: Depth) => void;
  readonly setTraffic: (traffic: boolean) => void;
  readonly setFlowing: (isFlowing: boolean) => void;
  readonly setUnfolded: (unfolded: readonly string[]) => void;
  readonly setKilling: (killing: boolean) => void;
  readonly announce: (announcement: string) => void;
}

/** What one looks at and does on the board: nothing here is saved or undone. */
export const useCanvas = create<CanvasState>()((set, get) => ({
  selection: [],
  focus: null,
  gesture: null,
  depth: 'middle',
  traffic: false,
  isFlowing: false,
  killing: false,
  unfolded: [],
  announcement: '',
  select: (selection) => {
    const { selection: before } = get();
    if (before.length !== selection.length || before.some((id, i) => id !== selection[i])) set({ selection });
  },
  toggle: (id) =>
    set(({ selection }) => ({ selection: selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id] })),
  setFocus: (focus) => set({ focus }),
  setGesture: (gesture) => set({ gesture }),
  setDepth: (depth) => {
    if (depth !== get().depth) set({ depth });
  },
  setTraffic: (traffic) => set({ traffic }),
  setFlowing: (isFlowing) => set({ isFlowing }),
  setUnfolded: (unfolded) => set({ unfolded }),
  setKilling: (killing) => set({ killing }),
  announce: (announcement) => set({ announcement }),
}));
