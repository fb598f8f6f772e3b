import { translator } from '../i18n/translate';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';

const lastSeed = 0xffff_ffff;

/** Shows the outcome of a seed, null: the first by name. Looking through several is one step, so that undo goes back at once. */
export function showDraw(seed: number | null): void {
  const { design, dispatch } = useDocument.getState();
  if (design.settings.seed === seed) return;
  dispatch({ type: 'settings', fields: { seed } }, { label: 'step.draw', coalesce: 'draw' });
  const t = translator(useSession.getState().language);
  useCanvas.getState().announce(seed === null ? t('draws.shownByName') : t('draws.shown', { seed }));
}

/** Another outcome, as likely as the one shown. */
export function drawAgain(): void {
  const { seed } = useDocument.getState().design.settings;
  showDraw(seed === null ? 1 : seed === lastSeed ? 0 : seed + 1);
}
