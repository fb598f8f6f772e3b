import { useQuery } from '@tanstack/react-query';
import { listDesigns, listSnapshots } from '../persist/designs';
import { queryClient } from './client';

/** Saved designs, newest first. */
export function useSavedDesigns() {
  return useQuery({ queryKey: ['saved', 'designs'], queryFn: listDesigns }, queryClient);
}

/** Earlier states of a saved design, newest first. */
export function useSnapshots(design: string) {
  return useQuery({ queryKey: ['saved', 'snapshots', design], queryFn: () => listSnapshots(design) }, queryClient);
}
