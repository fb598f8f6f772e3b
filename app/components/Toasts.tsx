import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../i18n/translate';
import { Button } from './Button';
import { classNames } from './classNames';
import { IconButton } from './IconButton';
import { useNotices } from './notices';
import type { Notice } from './notices';
import styles from './Toasts.module.css';

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert };
/** Long enough to read and to reach for the button. */
const shownMs = 8000;

/** The notices, at the foot of the page. Under the pointer or with the focus inside they stay. */
export function Toasts() {
  const t = useT();
  const notices = useNotices((state) => state.notices);
  return (
    <section className={styles.toasts} aria-label={t('common.notices')}>
      <div aria-live="polite" className={styles.list}>
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}

function Toast({ notice }: { readonly notice: Notice }) {
  const t = useT();
  const close = useNotices((state) => state.close);
  const [isHeld, setHeld] = useState(false);
  const Icon = icons[notice.tone];
  useEffect(() => {
    if (notice.isSticky || isHeld) return;
    const timer = setTimeout(() => close(notice.id), shownMs);
    return () => clearTimeout(timer);
  }, [notice, isHeld, close]);
  return (
    <div
      className={classNames(styles.toast, styles[notice.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <span>{notice.text}</span>
        {notice.lines.length > 0 && (
          <ul className={styles.lines}>
            {notice.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {notice.action !== null && (
        <Button
          look="quiet"
          onPress={() => {
            notice.action?.run();
            close(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton size="small" label={t('common.close')} icon={<X size={14} />} onPress={() => close(notice.id)} />
    </div>
  );
}
