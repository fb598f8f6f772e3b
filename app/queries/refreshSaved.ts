import { afterVerdict } from '../afterVerdict';

/** Saved designs or their earlier states have changed. Lists of them are never on screen before the first verdict. */
export async function refreshSaved(): Promise<void> {
  await afterVerdict;
  const { queryClient } = await import('./client');
  await queryClient.invalidateQueries({ queryKey: ['saved'] });
}
