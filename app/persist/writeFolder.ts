import type { ExportFile } from '#engine/export/exporter';

/** The part of a directory handle that writing needs; OPFS and the picker both give it. */
interface Folder {
  readonly getDirectoryHandle: (name: string, options: { readonly create: boolean }) => Promise<Folder>;
  readonly getFileHandle: (name: string, options: { readonly create: boolean }) => Promise<FileHandle>;
}

interface FileHandle {
  readonly createWritable: () => Promise<{ readonly write: (text: string) => Promise<void>; readonly close: () => Promise<void> }>;
}

type Picker = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<Folder>;

function picker(): Picker | undefined {
  return 'showDirectoryPicker' in window ? (window.showDirectoryPicker as Picker).bind(window) : undefined;
}

/** Whether this browser lets a page write into a folder on disk (Chromium does; Firefox and Safari do not). */
export function canWriteFolder(): boolean {
  return picker() !== undefined;
}

/** Asks for a folder and writes the files into it; false if the user changed their mind. Rejects where the disk refuses. */
export async function writeFolder(files: readonly ExportFile[]): Promise<boolean> {
  const pick = picker();
  if (pick === undefined) return false;
  let folder: Folder;
  try {
    folder = await pick({ id: 'export', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
  for (const file of files) await writeFile(folder, file);
  return true;
}

async function writeFile(root: Folder, file: ExportFile): Promise<void> {
  const steps = file.path.split('/');
  const name = steps.pop() ?? file.path;
  let folder = root;
  for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(file.text);
  await stream.close();
}
