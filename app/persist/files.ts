import { parseDesignText, pathText } from '#engine/design/parse';
import { serializeDesign } from '#engine/design/serialize';
import { useNotices } from '../components/notices';
import { translator } from '../i18n/translate';
import { useDocument } from '../stores/document';
import { useSession } from '../stores/session';
import { openAsNew } from './openDesign';

/** More are counted, not listed. */
const errorsShown = 8;

/** Opens a design file as a new saved design. What is open now stays saved; a file that is none changes nothing. */
export async function openFile(file: File): Promise<void> {
  const { language } = useSession.getState();
  const t = translator(language);
  const parsed = parseDesignText(await file.text());
  if (parsed.ok) {
    await openAsNew(parsed.value);
    useNotices.getState().show({ text: t('persist.opened', { file: file.name }), tone: 'ok' });
    return;
  }
  const inLanguage = language === 'ko' ? (await import('../i18n/messages/designErrors.ko')).designErrorKo : (message: string) => message;
  const lines = parsed.error.slice(0, errorsShown).map(({ path, message }) => {
    const text = inLanguage(message);
    return path.length === 0 ? text : `${pathText(path)}: ${text}`;
  });
  if (parsed.error.length > errorsShown) lines.push(t('persist.moreErrors', { count: parsed.error.length - errorsShown }));
  useNotices.getState().show({ text: t('persist.notADesign', { file: file.name }), tone: 'bad', lines, isSticky: true });
}

/** Lets the user choose a design file. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void openFile(file);
  });
  input.click();
}

/** A file name of a design's name: what any file system takes. */
export function fileNameOf(name: string, ending: string): string {
  const plain = name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'design' : plain}.${ending}`;
}

export function downloadDesign(): void {
  const { design } = useDocument.getState();
  download(fileNameOf(design.name, 'zonesketch.json'), serializeDesign(design), 'application/json');
}

export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Design files may be dropped anywhere on the page. */
export function acceptDroppedFiles(): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.documentElement.dataset['dropping'] = '';
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete document.documentElement.dataset['dropping'];
  });
  window.addEventListener('drop', (event) => {
    delete document.documentElement.dataset['dropping'];
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void openFile(file);
  });
}
