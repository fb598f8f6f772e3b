import { emptyDesign } from '#engine/design/newEntity';
import { parseDesignText } from '#engine/design/parse';
import type { Design } from '#engine/design/schema';
import { serializeDesign } from '#engine/design/serialize';
import { useNotices } from '../components/notices';
import { translator } from '../i18n/translate';
import { refreshSaved } from '../queries/refreshSaved';
import { useCanvas } from '../stores/canvas';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';
import { markSaved, rescueKey, saveNow } from './autosave';
import { useCurrentDesign } from './currentDesign';
import { deleteDesign, readDesign, takeSnapshot, writeDesign } from './designs';
import { holdDesign } from './designLock';
import { writePreferences } from './preferences';
import { readText, removeText, writeText } from './webStorage';

/** The tab's own design, so that a reload finds it again among several tabs. */
const tabKey = 'zonesketch.design';

function t() {
  return translator(useSession.getState().language);
}

/** The design that this tab had before a reload, or that was open last anywhere. */
export function rememberedDesign(last: string | undefined): string | undefined {
  return readText('session', tabKey) ?? last;
}

/** Makes a design a new saved one and opens it in this tab. */
export async function openAsNew(design: Design): Promise<void> {
  await saveNow();
  const id = crypto.randomUUID();
  await holdDesign(id);
  show(id, design);
  try {
    await store(id, design);
  } catch {
    useCurrentDesign.setState({ status: 'unavailable' });
  }
}

/** Opens a saved design. If another tab has it, this one gets a copy of its own and says so. False: it is not there or unreadable. */
export async function openSaved(id: string): Promise<boolean> {
  await saveNow();
  const record = await readDesign(id);
  const rescued = readText('local', rescueKey(id));
  const text = rescued ?? record?.text;
  if (text === undefined) return false;
  const parsed = parseDesignText(text);
  if (!parsed.ok) {
    removeText('local', rescueKey(id));
    if (rescued !== null && record !== undefined) return openSaved(id);
    useNotices.getState().show({ text: t()('persist.unreadable', { name: record?.name ?? id }), tone: 'bad', isSticky: true });
    return false;
  }
  if (await holdDesign(id)) {
    show(id, parsed.value);
    if (rescued !== null) {
      await store(id, parsed.value);
      removeText('local', rescueKey(id));
    }
    return true;
  }
  const copy: Design = { ...parsed.value, name: t()('persist.copyName', { name: parsed.value.name }).slice(0, 200) };
  await openAsNew(copy);
  useNotices.getState().show({ text: t()('persist.forked', { name: parsed.value.name, copy: copy.name }), tone: 'warn', isSticky: true });
  return true;
}

/** A copy under a name of its own; the original stays as it is. */
export async function duplicateSaved(id: string): Promise<void> {
  const record = await readDesign(id);
  if (record === undefined) return;
  const parsed = parseDesignText(record.text);
  if (!parsed.ok) return;
  const copy: Design = { ...parsed.value, name: t()('persist.copyName', { name: parsed.value.name }).slice(0, 200) };
  await store(crypto.randomUUID(), copy);
}

/** Takes a saved design away, with a notice that brings it back. The open one is replaced by an empty one. */
export async function removeSaved(id: string): Promise<void> {
  await saveNow();
  const record = await readDesign(id);
  if (record === undefined) return;
  if (id === useCurrentDesign.getState().id) await openAsNew(emptyDesign(t()('persist.untitled')));
  await deleteDesign(id);
  void refreshSaved();
  useNotices.getState().show({
    text: t()('persist.deleted', { name: record.name }),
    action: {
      label: t()('common.undo'),
      run: () => {
        void writeDesign(record).then(refreshSaved);
      },
    },
  });
}

async function store(id: string, design: Design): Promise<void> {
  const text = serializeDesign(design);
  const now = Date.now();
  await writeDesign({ id, name: design.name, text, savedAt: now });
  await takeSnapshot({ design: id, takenAt: now, label: 'step.open', text });
  void refreshSaved();
}

function show(id: string, design: Design): void {
  useCurrentDesign.setState({ id, status: 'saved', error: null });
  useCanvas.getState().select([]);
  useSession.getState().reviveAll();
  useDocument.getState().open(design);
  markSaved(design);
  writeText('session', tabKey, id);
  writePreferences({ lastDesign: id });
}
