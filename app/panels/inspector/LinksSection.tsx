import { Plus, Trash2 } from 'lucide-react';
import { unusedId } from '#engine/design/unusedId';
import { linkSchema } from '#engine/design/schema';
import type { Entity, Link } from '#engine/design/schema';
import { Disclosure } from '../../components/Disclosure';
import { IconButton } from '../../components/IconButton';
import { Menu } from '../../components/Menu';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { nameOfId } from '../shared/entityName';
import { EntityChip } from '../shared/EntityChip';
import { FieldGrid } from './FieldGrid';
import styles from './Form.module.css';
import { formFieldOf, formFieldsOf } from './formSchema';
import { referable } from './initialValue';
import { useItemCommit } from './useCommit';

const fields = formFieldsOf(linkSchema);
const hiddenHere: ReadonlySet<string> = new Set(['id', 'from']);

/** Kinds that a link may leave from and lead to, as the schema says. */
function kindsOf(end: 'from' | 'to'): readonly string[] {
  const { form } = formFieldOf(linkSchema.shape[end]);
  return form.type === 'reference' ? form.kinds : [];
}

/** Whom it calls, and who calls it. */
export function LinksSection({ entity }: { readonly entity: Entity }) {
  const t = useT();
  const design = useDocument((state) => state.design);
  const dispatch = useDocument((state) => state.dispatch);
  const outgoing = design.links.filter((link) => link.from === entity.id);
  const incoming = design.links.filter((link) => link.to === entity.id);
  const canCall = kindsOf('from').includes(entity.kind);
  if (!canCall && incoming.length === 0) return null;
  const add = (to: string) => {
    const link: Link = linkSchema.parse({ id: unusedId(design, 'link'), from: entity.id, to });
    dispatch({ type: 'add', entities: [], links: [link] }, { label: 'step.addLink' });
  };
  const targets = referable(design, kindsOf('to'));
  return (
    <section className={styles.section} aria-label={t('inspector.links')}>
      <div className={styles.sectionHead}>
        <h3>{t('inspector.links')}</h3>
        {canCall && (
          <Menu
            label={t('inspector.addLink')}
            groups={[{ id: 'targets', title: t('inspector.linkTo'), entries: targets.map((id) => ({ id, label: nameOfId(design, id), detail: id, onAction: () => add(id) })) }]}
          >
            <IconButton size="small" label={t('inspector.addLink')} icon={<Plus size={14} />} isDisabled={targets.length === 0} />
          </Menu>
        )}
      </div>
      {outgoing.map((link) => (
        <Outgoing key={link.id} link={link} />
      ))}
      {canCall && outgoing.length === 0 && <p className={styles.note}>{t('inspector.noLinks')}</p>}
      {incoming.length > 0 && (
        <p className={styles.chips}>
          <span className={styles.note}>{t('inspector.calledBy')}</span>
          {incoming.map((link) => (
            <EntityChip key={link.id} id={link.id} text={nameOfId(design, link.from)} />
          ))}
        </p>
      )}
    </section>
  );
}

function Outgoing({ link }: { readonly link: Link }) {
  const t = useT();
  const design = useDocument((state) => state.design);
  const dispatch = useDocument((state) => state.dispatch);
  const { commit } = useItemCommit([link], 'link');
  return (
    <Disclosure
      title={`→ ${nameOfId(design, link.to)}`}
      summary={`${link.requestsPerSecond}/s`}
      actions={
        <IconButton
          size="small"
          label={t('inspector.removeNamed', { name: link.id })}
          icon={<Trash2 size={14} />}
          onPress={() => dispatch({ type: 'remove', ids: [link.id] }, { label: 'step.removeLink' })}
        />
      }
    >
      <FieldGrid fields={fields} hidden={hiddenHere} value={link} root="link" commit={commit} />
    </Disclosure>
  );
}
