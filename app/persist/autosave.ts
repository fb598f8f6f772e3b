import type { Design } from '#engine/design/schema';
import { serializeDesign } from '#engine/design/serialize';
import { refreshSaved } from '../queries/refreshSaved';
import { useDocument } from '../stores/document';
import { useCurrentDesign } from './currentDesign';
import { takeSnapshot, writeDesign } from './designs';
import { removeText, writeText } from './webStorage';

/** After the last change, and at the latest after the first one that is not saved. */
const quietMs = 400;
const latestMs = 2000;
/** Earlier states are at least this far apart. */
const snapshotMs = 120_000;

let quiet: ReturnType<typeof setTimeout> | undefined;
let latest: ReturnType<typeof setTimeout> | undefined;
let saved: Design | null = null;
let snapshotAt = 0;

/** What could not be stored while the page was closing, by design id; read at the next start. */
export function rescueKey(id: string): string {
  return `zonesketch.rescue.${id}`;
}

/** Saves each change of the document soon, and at once when the page is left. */
export function startAutosave(): void {
  useDocument.subscribe((state, before) => {
    if (state.design === before.design || state.design === saved) return;
    useCurrentDesign.setState({ status: 'pending' });
    clearTimeout(quiet);
    quiet = setTimeout(() => void saveNow(), quietMs);
    latest ??= setTimeout(() => void saveNow(), latestMs);
  });
  const leave = () => {
    const { design } = useDocument.getState();
    if (design === saved) return;
    const { id } = useCurrentDesign.getState();
    // IndexedDB may not finish while a page closes; this does.
    writeText('local', rescueKey(id), serializeDesign(design));
    void saveNow();
  };
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
}

/** The document is what is stored, as after opening it. */
export function markSaved(design: Design): void {
  clearTimers();
  saved = design;
  snapshotAt = 0;
  useCurrentDesign.setState({ status: 'saved', error: null });
}

/** Saves the document if it has changed. Work is never dropped: a failure keeps it pending and says why. */
export async function saveNow(): Promise<void> {
  clearTimers();
  const { design, history } = useDocument.getState();
  const { id, status } = useCurrentDesign.getState();
  if (design === saved || id === '' || status === 'unavailable') return;
  const text = serializeDesign(design);
  const now = Date.now();
  try {
    await writeDesign({ id, name: design.name, text, savedAt: now });
    saved = design;
    removeText('local', rescueKey(id));
    if (now - snapshotAt >= snapshotMs) {
      snapshotAt = now;
      await takeSnapshot({ design: id, takenAt: now, label: history.past.at(-1)?.label ?? '', text });
    }
    if (useDocument.getState().design === design) useCurrentDesign.setState({ status: 'saved', error: null });
    void refreshSaved();
  } catch (error) {
    useCurrentDesign.setState({ status: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
}

/** Keeps the present state as one to go back to, whatever the time since the last. */
export async function snapshotNow(): Promise<void> {
  const { design, history } = useDocument.getState();
  const { id, status } = useCurrentDesign.getState();
  if (id === '' || status === 'unavailable') return;
  snapshotAt = Date.now();
  await takeSnapshot({ design: id, takenAt: snapshotAt, label: history.past.at(-1)?.label ?? '', text: serializeDesign(design) });
  void refreshSaved();
}

function clearTimers(): void {
  clearTimeout(quiet);
  clearTimeout(latest);
  latest = undefined;
}
