import { Power, PowerOff } from 'lucide-react';
import { entityById } from '#engine/design/tree';
import { Button } from '../../components/Button';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { EntityChip } from '../shared/EntityChip';
import { Form } from './Form';
import styles from './Form.module.css';
import { groupOfNode } from './nodeOwner';

/** A machine as the cluster has it. It is edited through its group, unless it stands alone. */
export function NodeCard({ name }: { readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const node = useEvaluation((state) => state.index.nodes.get(name));
  const pods = useEvaluation((state) => state.index.podsOnNode.get(name));
  const design = useDocument((state) => state.design);
  const isDead = useSession((session) => session.scenario.nodes.includes(name));
  const toggleNode = useSession((session) => session.toggleNode);
  const labels = node?.metadata.labels ?? {};
  const allocatable = node?.status?.allocatable ?? {};
  const owner = groupOfNode(design, name);
  return (
    <Form
      title={name}
      eyebrow={t('kind.node')}
      actions={
        <Button icon={isDead ? <Power size={14} aria-hidden /> : <PowerOff size={14} aria-hidden />} onPress={() => toggleNode(name)}>
          {t(isDead ? 'outline.reviveOne' : 'outline.kill')}
        </Button>
      }
    >
      {node === undefined ? (
        <p className={styles.note}>{t('inspector.nodeGone')}</p>
      ) : (
        <dl className={styles.facts}>
          <dt>{t('placement.zone')}</dt>
          <dd>{labels['topology.kubernetes.io/zone'] ?? '–'}</dd>
          <dt>{t('placement.type')}</dt>
          <dd>{labels['node.kubernetes.io/instance-type'] ?? '–'}</dd>
          {owner !== null && entityById(design, owner) !== undefined && (
            <>
              <dt>{t('inspector.owner')}</dt>
              <dd>
                <EntityChip id={owner} />
              </dd>
            </>
          )}
          {Object.entries(allocatable).map(([resource, quantity]) => (
            <Row key={resource} name={resource} value={quantity} />
          ))}
        </dl>
      )}
      <section className={styles.section} aria-label={t('placement.pods')}>
        <div className={styles.sectionHead}>
          <h3>
            {t('placement.pods')} {format.number(pods?.length ?? 0)}
          </h3>
        </div>
        <p className={styles.chips}>
          {pods?.map((pod) => (
            <EntityChip key={pod.pod} id={`pod:${pod.pod}`} text={pod.pod} />
          ))}
        </p>
      </section>
    </Form>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
