import { useQuery } from '@tanstack/react-query';
import { loadTemplate } from '../persist/loadTemplate';
import { queryClient } from './client';

/** A built-in design, for its preview. */
export function useTemplate(id: string) {
  return useQuery({ queryKey: ['template', id], queryFn: () => loadTemplate(id) }, queryClient);
}
