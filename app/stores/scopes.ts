/**
 * Where each piece of state lives. A new piece of state belongs to exactly one of these; if it fits none, it is
 * probably derived and belongs to a function.
 */
export const scopes = {
  /** The design and its history. The only undoable state; saved by `persist`. */
  document: 'stores/document',
  /** Selection, focus, gesture, zoom class, overlays: lost on reload without regret. */
  canvas: 'stores/canvas',
  /** What the engine answered, for the design, for a gesture and for a failure. Derived; never saved. */
  evaluation: 'stores/evaluation',
  /** What many draws of the scheduler's ties came to, and of which design. Derived; never saved. */
  draws: 'stores/draws',
  /** What was asked on demand about failures and planned work, and of which design. Derived; never saved. */
  analyses: 'worker/analysis',
  /** Language, theme, open panel and dialog, failure scenario. Language, theme and panel are kept as preferences. */
  session: 'stores/session',
  /** Saved designs, earlier states, catalog sheets: fetched or stored things, in TanStack Query. */
  stored: 'queries',
  /** Pan and zoom, the frame of a drag: React Flow's own store, read through its hooks. */
  viewport: 'canvas',
} as const;

export type Scope = keyof typeof scopes;
