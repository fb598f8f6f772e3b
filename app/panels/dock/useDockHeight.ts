import { useCallback, useState } from 'react';
import { readPreferences, writePreferences } from '../../persist/preferences';

export const minDockHeight = 120;

/** Height of the open dock in pixels, remembered. */
export function useDockHeight(): { readonly height: number; readonly setHeight: (height: number, isFinal: boolean) => void } {
  const [height, set] = useState(() => readPreferences().dockHeight ?? 260);
  const setHeight = useCallback((next: number, isFinal: boolean) => {
    const limited = Math.round(Math.min(Math.max(next, minDockHeight), window.innerHeight - 240));
    set(limited);
    if (isFinal) writePreferences({ dockHeight: Math.max(minDockHeight, limited) });
  }, []);
  return { height, setHeight };
}
