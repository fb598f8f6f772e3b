import { Button as AriaButton } from 'react-aria-components';
import { parseDesignText } from '#engine/design/parse';
import { Dialog } from '../../components/Dialog';
import { useNotices } from '../../components/notices';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { snapshotNow } from '../../persist/autosave';
import { useCurrentDesign } from '../../persist/currentDesign';
import type { Snapshot } from '../../persist/database';
import { useSnapshots } from '../../queries/saved';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { useStepLabel } from '../top/stepLabel';
import styles from './DesignsDialog.module.css';

/** The steps of this session, and the states that the browser has kept: each can be gone back to. */
export function HistoryDialog() {
  const t = useT();
  const close = useSession((session) => session.closeDialog);
  return (
    <Dialog title={t('history.title')} onClose={close} isFlush>
      <div className={styles.columns}>
        <Steps />
        <Kept onDone={close} />
      </div>
    </Dialog>
  );
}

function Steps() {
  const t = useT();
  const labelOf = useStepLabel();
  const history = useDocument((state) => state.history);
  const undo = useDocument((state) => state.undo);
  const redo = useDocument((state) => state.redo);
  const times = (count: number, move: () => void) => {
    for (let i = 0; i < count; i += 1) move();
  };
  const { past, future } = history;
  return (
    <section aria-label={t('history.steps')}>
      <h3>{t('history.steps')}</h3>
      {past.length === 0 && future.length === 0 && <p>{t('history.emptySteps')}</p>}
      <ol>
        {[...future].toReversed().map((step, index) => (
          // Steps have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`future ${index}`} className={styles.row}>
            <AriaButton className={styles.open ?? ''} onPress={() => times(future.length - index, redo)}>
              <span className={styles.date}>{labelOf(step.label)}</span>
            </AriaButton>
          </li>
        ))}
        {past.toReversed().map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`past ${index}`} className={styles.row} data-current={index === 0 || undefined}>
            <AriaButton className={styles.open ?? ''} isDisabled={index === 0} onPress={() => times(index, undo)}>
              <span className={styles.name}>{labelOf(step.label)}</span>
              {index === 0 && <span className={styles.date}>{t('history.now')}</span>}
            </AriaButton>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Kept({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const format = useFormat();
  const labelOf = useStepLabel();
  const id = useCurrentDesign((state) => state.id);
  const snapshots = useSnapshots(id);
  const load = useDocument((state) => state.load);
  const undo = useDocument((state) => state.undo);
  const show = useNotices((state) => state.show);
  const restore = async (snapshot: Snapshot) => {
    const parsed = parseDesignText(snapshot.text);
    if (!parsed.ok) {
      show({ text: t('history.unreadable'), tone: 'bad' });
      return;
    }
    await snapshotNow().catch(() => undefined);
    load(parsed.value, { label: 'step.restore' });
    show({ text: t('history.restored', { date: format.dateTime(snapshot.takenAt) }), tone: 'ok', action: { label: t('common.undo'), run: undo } });
    onDone();
  };
  return (
    <section aria-label={t('history.snapshots')}>
      <h3>{t('history.snapshots')}</h3>
      {(snapshots.isError || snapshots.data?.length === 0) && <p>{t('history.emptySnapshots')}</p>}
      <ol>
        {snapshots.data?.map((snapshot) => (
          <li key={snapshot.key} className={styles.row}>
            <AriaButton className={styles.open ?? ''} aria-label={`${t('history.restore')}: ${format.dateTime(snapshot.takenAt)}`} onPress={() => void restore(snapshot)}>
              <span className={styles.name}>{format.dateTime(snapshot.takenAt)}</span>
              <span className={styles.date}>{labelOf(snapshot.label)}</span>
            </AriaButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
