import { Copy, Download, FolderDown, Package } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { serializeDesign } from '#engine/design/serialize';
import type { Exported } from '#engine/export/exporter';
import { exporters } from '#engine/export/exporters';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { IconButton } from '../../components/IconButton';
import { useNotices } from '../../components/notices';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { download, fileNameOf } from '../../persist/files';
import { canWriteFolder, writeFolder } from '../../persist/writeFolder';
import { zipFiles } from '../../persist/zip';
import { useCatalog } from '../../queries/catalog';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { Code } from './Code';
import styles from './ExportDialog.module.css';
import { designTarget } from './targets';

/** The files of one target: to read, copy, download, or write into a folder. */
export function ExportFiles({ target }: { readonly target: string }) {
  const t = useT();
  const design = useDocument((state) => state.design);
  const language = useSession((session) => session.language);
  const catalog = useCatalog(design.settings.region);
  const exported = useMemo((): Exported | Error | null => {
    if (target === designTarget) return { files: [{ path: fileNameOf(design.name, 'zonesketch.json'), text: serializeDesign(design) }], unsupported: [] };
    const exporter = exporters.find((each) => each.id === target);
    if (exporter === undefined || catalog.data === undefined || catalog.data === null) return null;
    try {
      return exporter.export({ design, catalog: catalog.data, language });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }, [target, design, catalog.data, language]);

  if (exported === null) return <EmptyState title={t('export.needsCatalog', { region: design.settings.region })} />;
  if (exported instanceof Error) return <EmptyState title={t('export.failed', { error: exported.message })} />;
  return <Files exported={exported} name={`${design.name}-${target}`} />;
}

/** A path whose folder gives way first where there is no room for both. */
function PathText({ path }: { readonly path: string }) {
  const name = path.lastIndexOf('/') + 1;
  return (
    <span className={styles.fileName} title={path}>
      <span>{path.slice(0, name)}</span>
      <span>{path.slice(name)}</span>
    </span>
  );
}

function Files({ exported, name }: { readonly exported: Exported; readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const show = useNotices((state) => state.show);
  const { files, unsupported } = exported;
  const [path, setPath] = useState<string | null>(null);
  const open = files.find((file) => file.path === path) ?? files[0];
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    show({ text: t('common.copied'), tone: 'ok' });
  };
  const zip = () => download(fileNameOf(name, 'zip'), zipFiles(files), 'application/zip');
  const write = async () => {
    try {
      if (await writeFolder(files)) show({ text: t('export.written', { count: files.length }), tone: 'ok' });
    } catch (error) {
      show({ text: t('export.folderFailed', { error: error instanceof Error ? error.message : String(error) }), tone: 'bad', isSticky: true });
    }
  };
  return (
    <>
      <div className={styles.files}>
        <ListBox
          aria-label={t('export.files')}
          className={styles.list ?? ''}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={open === undefined ? [] : [open.path]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (key !== undefined) setPath(String(key));
          }}
        >
          {files.map((file) => (
            <ListBoxItem key={file.path} id={file.path} textValue={file.path} aria-label={file.path} className={styles.file ?? ''}>
              <PathText path={file.path} />
            </ListBoxItem>
          ))}
        </ListBox>
        {open !== undefined && (
          <div className={styles.pane}>
            <div className={styles.paneHead}>
              <span className={styles.path}>{open.path}</span>
              <IconButton label={t('export.copyFile')} icon={<Copy size={16} />} onPress={() => void copy(open.text)} />
              <IconButton label={t('export.downloadFile')} icon={<Download size={16} />} onPress={() => download(open.path.split('/').at(-1) ?? open.path, open.text, 'text/plain')} />
            </div>
            <Code path={open.path} text={open.text} />
          </div>
        )}
      </div>
      {unsupported.length > 0 && (
        // Scrollable by keyboard, too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.unsupported} aria-label={t('export.unsupported')} tabIndex={0}>
          <h3>
            {t('export.unsupported')} ({format.number(unsupported.length)})
          </h3>
          <ul>
            {unsupported.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.foot}>
        <span className={styles.size}>
          {t('export.size', { files: files.length, size: format.bytes(files.reduce((sum, file) => sum + file.text.length, 0)) })}
          {unsupported.length === 0 && ` · ${t('export.nothingUnsupported')}`}
        </span>
        {canWriteFolder() && (
          <Button icon={<FolderDown size={14} aria-hidden />} onPress={() => void write()}>
            {t('export.folder')}
          </Button>
        )}
        <Button look="primary" icon={<Package size={14} aria-hidden />} onPress={zip}>
          {t('export.zip')}
        </Button>
      </div>
    </>
  );
}
