import { lazy, Suspense, useState } from 'react';
import { exporters } from '#engine/export/exporters';
import { Dialog } from '../../components/Dialog';
import { Tabs } from '../../components/Tabs';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import styles from './ExportDialog.module.css';
import { designTarget } from './targets';

const Files = lazy(async () => ({ default: (await import('./ExportFiles')).ExportFiles }));

/** What the design is as files: Terraform, Kubernetes manifests, the design itself. */
export function ExportDialog() {
  const t = useT();
  const close = useSession((session) => session.closeDialog);
  const [target, setTarget] = useState(exporters[0]?.id ?? designTarget);
  const content = (id: string) => (
    <Suspense fallback={<p className={styles.loading}>{t('common.loading')}</p>}>
      <Files key={id} target={id} />
    </Suspense>
  );
  const tabs = [
    ...exporters.map(({ id, title }) => ({ id, label: title, content: content(id) })),
    { id: designTarget, label: t('export.design'), content: content(designTarget) },
  ];
  return (
    <Dialog title={t('export.title')} size="large" isFlush onClose={close}>
      <Tabs label={t('export.targets')} tabs={tabs} selected={target} onSelect={setTarget} />
    </Dialog>
  );
}
