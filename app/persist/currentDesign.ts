import { create } from 'zustand';

export type SaveStatus = 'saved' | 'pending' | 'failed' | 'unavailable';

interface CurrentDesign {
  /** Id of the saved design that this tab works on. */
  readonly id: string;
  readonly status: SaveStatus;
  /** Why saving failed. */
  readonly error: string | null;
}

/** Where this tab's work is kept, and whether all of it is. */
export const useCurrentDesign = create<CurrentDesign>()(() => ({ id: '', status: 'pending', error: null }));
