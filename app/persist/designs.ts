import { request } from './database';
import type { SavedDesign, Snapshot } from './database';

/** Earlier states kept of a design; the oldest go first. */
const snapshotsKept = 40;

/** Newest first. */
export async function listDesigns(): Promise<readonly SavedDesign[]> {
  const designs = await request<SavedDesign[]>('designs', 'readonly', (store) => store.getAll());
  return designs.sort((a, b) => b.savedAt - a.savedAt);
}

export async function readDesign(id: string): Promise<SavedDesign | undefined> {
  return request<SavedDesign | undefined>('designs', 'readonly', (store) => store.get(id));
}

export async function writeDesign(design: SavedDesign): Promise<void> {
  await request('designs', 'readwrite', (store) => store.put(design));
}

export async function deleteDesign(id: string): Promise<void> {
  await request('designs', 'readwrite', (store) => store.delete(id));
}

/** Newest first. */
export async function listSnapshots(design: string): Promise<readonly Snapshot[]> {
  const snapshots = await request<Snapshot[]>('snapshots', 'readonly', (store) => store.index('design').getAll(design));
  return snapshots.sort((a, b) => b.key - a.key);
}

/** Keeps a state, unless the newest one is the same. */
export async function takeSnapshot(snapshot: Omit<Snapshot, 'key'>): Promise<void> {
  const before = await listSnapshots(snapshot.design);
  if (before[0]?.text === snapshot.text) return;
  await request('snapshots', 'readwrite', (store) => store.add(snapshot));
  for (const old of before.slice(snapshotsKept - 1)) {
    await request('snapshots', 'readwrite', (store) => store.delete(old.key));
  }
}
