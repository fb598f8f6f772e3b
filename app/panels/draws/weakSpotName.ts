import type { WeakSpot } from '#engine/draws/drawOutcome';
import type { Translate } from '../../i18n/translate';

/** What does not survive, in words. */
export function weakSpotName({ kind, name }: Pick<WeakSpot, 'kind' | 'name'>, t: Translate): string {
  if (kind === 'quorum') return t('draws.quorum');
  return kind === 'service' ? t('draws.service', { name }) : name;
}
