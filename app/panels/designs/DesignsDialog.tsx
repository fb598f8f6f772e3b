import { Copy, Plus, Trash2 } from 'lucide-react';
import { emptyDesign } from '#engine/design/newEntity';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { IconButton } from '../../components/IconButton';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useCurrentDesign } from '../../persist/currentDesign';
import { chooseFile } from '../../persist/files';
import { duplicateSaved, openAsNew, openSaved, removeSaved } from '../../persist/openDesign';
import { useSavedDesigns } from '../../queries/saved';
import { useSession } from '../../stores/session';
import styles from './DesignsDialog.module.css';

/** The designs that this browser keeps. */
export function DesignsDialog() {
  const t = useT();
  const format = useFormat();
  const close = useSession((session) => session.closeDialog);
  const current = useCurrentDesign((state) => state.id);
  const designs = useSavedDesigns();
  const then = (work: Promise<unknown>) => void work.then(close);
  return (
    <Dialog
      title={t('designs.title')}
      onClose={close}
      footer={
        <>
          <Button
            onPress={() => {
              chooseFile();
              close();
            }}
          >
            {t('top.openFile')}
          </Button>
          <Button look="primary" icon={<Plus size={14} aria-hidden />} onPress={() => then(openAsNew(emptyDesign(t('persist.untitled'))))}>
            {t('designs.new')}
          </Button>
        </>
      }
    >
      {designs.isPending && <p>{t('common.loading')}</p>}
      {designs.isError && <EmptyState title={t('designs.unavailable')}>{designs.error.message}</EmptyState>}
      {designs.data?.length === 0 && <EmptyState title={t('designs.empty')}>{t('designs.emptyText')}</EmptyState>}
      <ul className={styles.list}>
        {designs.data?.map((design) => (
          <li key={design.id} className={styles.row} data-current={design.id === current || undefined}>
            <AriaButton className={styles.open ?? ''} onPress={() => then(design.id === current ? Promise.resolve() : openSaved(design.id))}>
              <span className={styles.name}>{design.name}</span>
              <span className={styles.date}>
                {design.id === current && `${t('designs.current')}, `}
                {t('designs.savedAt', { date: format.dateTime(design.savedAt) })}
              </span>
            </AriaButton>
            <IconButton size="small" label={`${t('common.duplicate')} ${design.name}`} icon={<Copy size={14} />} onPress={() => void duplicateSaved(design.id)} />
            <IconButton size="small" label={`${t('common.delete')} ${design.name}`} icon={<Trash2 size={14} />} onPress={() => void removeSaved(design.id)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
