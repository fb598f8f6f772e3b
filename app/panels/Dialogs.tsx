import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import { Toasts } from '../components/Toasts';
import { tooltipsId } from '../components/Tooltip';
import { useT } from '../i18n/translate';
import { useSession } from '../stores/session';
import type { DialogName } from '../stores/session';
import styles from './Dialogs.module.css';

const dialogs: Readonly<Partial<Record<DialogName, ComponentType>>> = {
  export: lazy(async () => ({ default: (await import('./export/ExportDialog')).ExportDialog })),
  gallery: lazy(async () => ({ default: (await import('./gallery/GalleryDialog')).GalleryDialog })),
  designs: lazy(async () => ({ default: (await import('./designs/DesignsDialog')).DesignsDialog })),
  history: lazy(async () => ({ default: (await import('./designs/HistoryDialog')).HistoryDialog })),
  shortcuts: lazy(async () => ({ default: (await import('./shortcuts/ShortcutsDialog')).ShortcutsDialog })),
};

/** The dialog that is open, notices, and the sign that a file can be dropped. */
export function Dialogs() {
  const t = useT();
  const dialog = useSession((session) => session.dialog);
  const Open = dialog === null ? undefined : dialogs[dialog];
  return (
    <>
      {Open !== undefined && (
        <Suspense fallback={null}>
          <Open />
        </Suspense>
      )}
      <Toasts />
      <aside id={tooltipsId} aria-label={t('common.tooltips')} />
      <div className={styles.drop} aria-hidden>
        {t('persist.drop')}
      </div>
    </>
  );
}
