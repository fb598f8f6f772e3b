import { CloudOff, HardDriveDownload, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Tooltip } from '../../components/Tooltip';
import { useT } from '../../i18n/translate';
import { useCurrentDesign } from '../../persist/currentDesign';
import { useSession } from '../../stores/session';
import styles from './SaveState.module.css';

/** Whether the work is kept. Quiet while it is. */
export function SaveState() {
  const t = useT();
  const status = useCurrentDesign((state) => state.status);
  const error = useCurrentDesign((state) => state.error);
  const openDialog = useSession((session) => session.openDialog);
  const isBad = status === 'failed' || status === 'unavailable';
  const text = {
    saved: t('persist.saved'),
    pending: t('persist.saving'),
    failed: t('persist.failed', { error: error ?? '' }),
    unavailable: t('persist.unavailable'),
  }[status];
  const Icon = { saved: HardDriveDownload, pending: LoaderCircle, failed: TriangleAlert, unavailable: CloudOff }[status];
  return (
    <Tooltip text={text}>
      <Button className={styles.state ?? ''} aria-label={text} data-bad={isBad || undefined} onPress={() => openDialog('history')}>
        <Icon size={14} aria-hidden />
      </Button>
    </Tooltip>
  );
}
