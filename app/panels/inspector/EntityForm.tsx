import { Trash2 } from 'lucide-react';
import { definitionOf } from '#engine/design/kinds/kinds';
import type { Entity } from '#engine/design/schema';
import { IconButton } from '../../components/IconButton';
import { useT } from '../../i18n/translate';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { nameOf } from '../shared/entityName';
import { Mark } from '../shared/Mark';
import { FieldGrid } from './FieldGrid';
import { Form } from './Form';
import styles from './Form.module.css';
import { formFieldsOf } from './formSchema';
import { IdField } from './IdField';
import { LinksSection } from './LinksSection';
import { useItemCommit } from './useCommit';

const hidden: ReadonlySet<string> = new Set(['id', 'kind']);

/** All fields of an entity, as its schema has them, and the links from and to it. */
export function EntityForm({ entity }: { readonly entity: Entity }) {
  const t = useT();
  const { commit, nextStep } = useItemCommit([entity], entity.kind);
  const dispatch = useDocument((state) => state.dispatch);
  const select = useCanvas((canvas) => canvas.select);
  const remove = () => {
    if (dispatch({ type: 'remove', ids: [entity.id] }, { label: 'step.delete' }).ok) select([]);
  };
  return (
    <Form
      title={nameOf(entity)}
      eyebrow={t(`kind.${entity.kind}`)}
      onFieldChange={nextStep}
      actions={<IconButton label={t('common.delete')} shortcut="Delete" icon={<Trash2 size={16} />} onPress={remove} />}
    >
      <EntityFindings id={entity.id} />
      <FieldGrid fields={formFieldsOf(definitionOf(entity.kind).schema)} hidden={hidden} value={entity} root={entity.kind} commit={commit} />
      <LinksSection entity={entity} />
      <IdField item={entity} />
    </Form>
  );
}

const tones = { error: 'bad', warning: 'warn', info: 'info' } as const;

/** What the evaluation found about it, where one can mend it. */
function EntityFindings({ id }: { readonly id: string }) {
  const t = useT();
  const findings = useEvaluation((state) => state.index.findings.get(id));
  if (findings === undefined || findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.code + finding.message}>
          <Mark tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</Mark> {finding.message}
        </li>
      ))}
    </ul>
  );
}
