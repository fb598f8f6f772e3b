import { ExternalLink } from 'lucide-react';
import { versionFacts, versionRange } from '#engine/versions/versionNotes';
import type { Certainty, VersionNote } from '#engine/versions/versionNotes';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import table from '../shared/table.module.css';
import topic from './TopicText.module.css';
import { useTrustT } from './useTrustT';
import styles from './VersionRules.module.css';

const tones: Readonly<Record<Certainty, MarkTone>> = { recorded: 'ok', read: 'info', unconfirmed: 'warn', notModelled: 'info' };

/** Which Kubernetes version's rules are used, how well they are known, and where other versions differ. */
export function VersionRules() {
  const t = useTrustT();
  const version = useDocument((state) => state.design.settings.kubernetesVersion);
  const language = useSession((session) => session.language);
  const { certainty, summary, own, others } = versionFacts(version, language);
  const rows = (title: string, notes: readonly VersionNote[]) => (
    <tbody>
      <tr className={table.group}>
        <th scope="colgroup" colSpan={4}>
          {title}
        </th>
      </tr>
      {notes.map((note) => (
        <tr key={note.id}>
          <th scope="row" className={styles.range}>
            {versionRange(note, language)}
          </th>
          <td>{note.text}</td>
          <td className={styles.certainty}>
            <Mark tone={tones[note.certainty]}>{t(`trust.certainty.${note.certainty}`)}</Mark>
          </td>
          <td className={styles.sources}>
            {note.sources.map(({ title: name, url }) => (
              <a key={url} href={url} target="_blank" rel="noreferrer" className={topic.link}>
                {name}
                <ExternalLink size={12} aria-hidden />
              </a>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  );
  return (
    <section aria-label={t('trust.versions')}>
      <p className={styles.summary}>
        <Mark tone={tones[certainty]}>{summary}</Mark>
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('trust.version')}</th>
            <th scope="col">{t('trust.rule')}</th>
            <th scope="col">{t('trust.certainty')}</th>
            <th scope="col">{t('trust.sources')}</th>
          </tr>
        </thead>
        {rows(t('trust.ofThisVersion', { version }), own)}
        {rows(t('trust.ofOthers'), others)}
      </table>
    </section>
  );
}
