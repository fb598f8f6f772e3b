import { create } from 'zustand';
import type { Design } from '#engine/design/schema';
import type { DrawsSummary } from '#engine/draws/draws';

export interface DrawsState {
  readonly status: 'none' | 'running' | 'done' | 'stopped' | 'error';
  /** How many were asked for. */
  readonly wanted: number;
  /** The design that was drawn. */
  readonly design: Design | null;
  /** Of the draws so far. */
  readonly summary: DrawsSummary | null;
  readonly error?: string | undefined;
}

/** What many draws of the scheduler's ties come to. Only `worker/drawing.ts` writes it. */
export const useDraws = create<DrawsState>()(() => ({ status: 'none', wanted: 0, design: null, summary: null }));

/** Whether two designs have the same draws: all that is evaluated is alike, but for the seed. Entities and links keep their identity. */
export function hasSameDraws(a: Design, b: Design): boolean {
  return a.entities === b.entities && a.links === b.links && seedless(a) === seedless(b);
}

function seedless({ settings }: Design): string {
  return JSON.stringify({ ...settings, seed: null });
}
