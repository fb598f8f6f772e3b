import { Button } from 'react-aria-components';
import { templateGroups, templates } from '#engine/templates/templates';
import type { Template, TemplateGroup } from '#engine/templates/templates';
import { Dialog } from '../../components/Dialog';
import { useT } from '../../i18n/translate';
import { loadTemplate } from '../../persist/loadTemplate';
import { openAsNew } from '../../persist/openDesign';
import { useTemplate } from '../../queries/templates';
import { useSession } from '../../stores/session';
import styles from './GalleryDialog.module.css';
import { MiniBoard } from './MiniBoard';

/** The built-in designs, each with a small picture of itself. */
export function GalleryDialog() {
  const t = useT();
  const language = useSession((session) => session.language);
  const close = useSession((session) => session.closeDialog);
  const groups = (Object.keys(templateGroups) as TemplateGroup[]).map((id) => ({ id, title: templateGroups[id][language], templates: templates.filter((template) => template.group === id) }));
  return (
    <Dialog title={t('gallery.title')} size="large" onClose={close}>
      <p className={styles.note}>{t('gallery.note')}</p>
      {groups.map((group) => (
        <section key={group.id} className={styles.group} aria-labelledby={`gallery-${group.id}`}>
          <h3 id={`gallery-${group.id}`} className={styles.groupTitle}>
            {group.title}
          </h3>
          <ul className={styles.cards}>
            {group.templates.map((template) => (
              <li key={template.id}>
                <Card template={template} onOpen={close} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

function Card({ template, onOpen }: { readonly template: Template; readonly onOpen: () => void }) {
  const language = useSession((session) => session.language);
  const { data } = useTemplate(template.id);
  const open = async () => {
    const design = await loadTemplate(template.id);
    if (design === null) return;
    await openAsNew(design);
    onOpen();
  };
  return (
    <Button className={styles.card ?? ''} onPress={() => void open()}>
      <span className={styles.picture}>{data !== undefined && data !== null && <MiniBoard design={data} />}</span>
      <span className={styles.title}>{template.title[language]}</span>
      <span className={styles.summary}>{template.summary[language]}</span>
    </Button>
  );
}
