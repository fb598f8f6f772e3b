import { CircleQuestionMark, Pin, PinOff } from 'lucide-react';
import { entityById } from '#engine/design/tree';
import { readWhy } from '../../commands/openWhy';
import { Button } from '../../components/Button';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { Form } from './Form';
import styles from './Form.module.css';

/** A pod: where it runs or why it waits, and whether it was put there by hand. */
export function PodCard({ pod }: { readonly pod: string }) {
  const t = useT();
  const placed = useEvaluation((state) => state.index.pods.get(pod));
  const reason = useEvaluation((state) => state.index.pending.get(pod));
  const fate = useEvaluation((state) => state.aftermathIndex?.fates.get(pod));
  const design = useDocument((state) => state.design);
  const dispatch = useDocument((state) => state.dispatch);
  const workload = placed === undefined ? undefined : entityById(design, placed.workload);
  const pins = workload !== undefined && 'pins' in workload ? workload.pins : {};
  const pinnedTo = placed === undefined ? undefined : pins[String(placed.ordinal)];
  const setPin = (node: string | undefined) => {
    if (workload === undefined || placed === undefined) return;
    const { [String(placed.ordinal)]: _, ...others } = pins;
    dispatch({ type: 'set', id: workload.id, fields: { pins: node === undefined ? others : { ...others, [placed.ordinal]: node } } }, { label: node === undefined ? 'step.unpin' : 'step.pin' });
  };
  return (
    <Form
      title={pod}
      eyebrow={t('kind.pod')}
      actions={
        pinnedTo !== undefined ? (
          <Button icon={<PinOff size={14} aria-hidden />} onPress={() => setPin(undefined)}>
            {t('inspector.unpin')}
          </Button>
        ) : (
          placed !== undefined &&
          placed.node !== null && (
            <Button icon={<Pin size={14} aria-hidden />} onPress={() => setPin(placed.node ?? undefined)}>
              {t('inspector.pin')}
            </Button>
          )
        )
      }
    >
      {placed === undefined ? (
        <p className={styles.note}>{t('inspector.podGone')}</p>
      ) : (
        <dl className={styles.facts}>
          <dt>{t('kind.workload')}</dt>
          <dd>
            <EntityChip id={placed.workload} />
          </dd>
          <dt>{t('kind.node')}</dt>
          <dd>{placed.node === null ? <Mark tone="warn">Pending</Mark> : <EntityChip id={`node:${placed.node}`} text={placed.node} />}</dd>
          <dt>{t('placement.zone')}</dt>
          <dd>{placed.zone ?? '–'}</dd>
          {pinnedTo !== undefined && (
            <>
              <dt>{t('inspector.pinnedTo')}</dt>
              <dd>{pinnedTo}</dd>
            </>
          )}
          {fate !== undefined && fate.fate !== 'unchanged' && (
            <>
              <dt>{t('failure.aftermath')}</dt>
              <dd>
                {t(`inspector.fate.${fate.fate}`)}
                {fate.node !== null && ` → ${fate.node}`}
              </dd>
            </>
          )}
        </dl>
      )}
      {reason !== undefined && (
        <p className={styles.message} lang="en">
          {reason}
        </p>
      )}
      <p className={styles.ask}>
        <Button icon={<CircleQuestionMark size={14} aria-hidden />} onPress={() => readWhy(pod)}>
          {t('why.ask')}
        </Button>
      </p>
    </Form>
  );
}
