import { useState } from 'react';

export interface Draft<T> {
  /** What the control shows: the value, or what was entered and refused. */
  readonly shown: T;
  readonly error: string | undefined;
  readonly change: (next: T) => void;
  /** Gives up what was refused. */
  readonly reset: () => void;
}

interface Refused<T> {
  readonly entered: T;
  readonly error: string;
  /** The value then: when it changes, say by undo, the draft is stale. */
  readonly base: T;
}

/** Keeps what was entered on screen while it is refused, with the reason; the document keeps the last good value. */
export function useDraft<T>(value: T, commit: (next: T) => string | undefined): Draft<T> {
  const [refused, setRefused] = useState<Refused<T> | null>(null);
  const isStale = refused !== null && !Object.is(refused.base, value);
  const draft = isStale ? null : refused;
  return {
    shown: draft === null ? value : draft.entered,
    error: draft?.error,
    change: (next) => {
      const error = commit(next);
      setRefused(error === undefined ? null : { entered: next, error, base: value });
    },
    reset: () => setRefused(null),
  };
}
