import { emptyDesign } from '#engine/design/newEntity';
import { parseDesign } from '#engine/design/parse';
import type { Design } from '#engine/design/schema';
import { changeLanguage } from '../i18n/changeLanguage';
import { preferredLanguage } from '../i18n/language';
import { translator } from '../i18n/translate';
import { dockPanels, useSession } from '../stores/session';
import { startAutosave } from './autosave';
import { useCurrentDesign } from './currentDesign';
import { openDatabase } from './database';
import { acceptDroppedFiles } from './files';
import { openAsNew, openSaved, rememberedDesign } from './openDesign';
import { readPreferences, writePreferences } from './preferences';
import { registerServiceWorker } from './serviceWorker';

/** Restores preferences and the last design, and keeps both from now on. Resolves when the stores hold them. */
export async function startPersistence(): Promise<void> {
  const preferences = readPreferences();
  const [database] = await Promise.all([openDatabase(), changeLanguage(preferences.language ?? preferredLanguage(navigator.languages))]);
  if (database === null) useCurrentDesign.setState({ status: 'unavailable' });
  useSession.setState({
    theme: preferences.theme ?? 'system',
    dock: dockPanels.find((panel) => panel === preferences.dock) ?? null,
  });
  useSession.subscribe((state, before) => {
    if (state.language !== before.language || state.theme !== before.theme || state.dock !== before.dock) {
      writePreferences({ language: state.language, theme: state.theme, dock: state.dock });
    }
  });

  await openFirst(rememberedDesign(preferences.lastDesign));
  startAutosave();
  acceptDroppedFiles();
  registerServiceWorker();
}

/** A template that the address names (`#template=two-zones`), else what was open last, else the first template. */
async function openFirst(remembered: string | undefined): Promise<void> {
  const named = new URLSearchParams(location.hash.slice(1)).get('template');
  if (named !== null) {
    const { loadTemplate } = await import('./loadTemplate');
    const design = await loadTemplate(named);
    // A reload must find the work, not the template again.
    history.replaceState(null, '', location.pathname + location.search);
    if (design !== null) return openAsNew(design);
  }
  try {
    if (remembered !== undefined && (await openSaved(remembered))) return;
  } catch {
    // What cannot be read stays in the store; the page starts all the same.
  }
  await openAsNew(await firstDesign());
}

/** The template that opens where nothing was open before: not through the list of all of them, which comes with the gallery. */
async function firstDesign(): Promise<Design> {
  const parsed = parseDesign((await import('#engine/templates/data/three-zones.json')).default);
  return parsed.ok ? parsed.value : emptyDesign(translator(useSession.getState().language)('persist.untitled'));
}
