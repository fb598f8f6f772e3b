import { useSyncExternalStore } from 'react';

/** Narrower than this the page is for reading: a phone. */
const query = '(width < 760px)';

export function isReadOnly(): boolean {
  return window.matchMedia(query).matches;
}

export function useReadOnly(): boolean {
  return useSyncExternalStore(subscribe, isReadOnly);
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
