import { QueryClient } from '@tanstack/react-query';

/** What is fetched or stored. `always`: all of it is local, so being offline is no reason to wait. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false } },
});
