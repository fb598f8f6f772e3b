import { useQuery } from '@tanstack/react-query';
import { loadCatalog } from '#engine/catalog/loadCatalog';
import { queryClient } from './client';

/** Instance types and prices of a region; null where no sheet is known. */
export function useCatalog(region: string) {
  return useQuery({ queryKey: ['catalog', region], queryFn: () => loadCatalog(region) }, queryClient);
}
