import type { Evaluation, NodeUsage, PlacedPod } from '#engine/evaluation';
import type { Node } from '#engine/kubernetes/objects';
import { readWhy } from '../../commands/openWhy';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useEvaluation } from '../../stores/evaluation';
import { useSession } from '../../stores/session';
import { ShownDraw } from '../draws/ShownDraw';
import { EntityChip } from '../shared/EntityChip';
import { Mark } from '../shared/Mark';
import { PanelFrame } from '../shared/PanelFrame';
import { shortName } from '../shared/shortName';
import table from '../shared/table.module.css';
import { usePages } from '../shared/usePages';
import styles from './PlacementPanel.module.css';
import { UsageMeter } from './UsageMeter';

/** Which pods run on which node, and why others wait, in Kubernetes' own words. */
export function PlacementPanel() {
  return <PanelFrame topic="placement">{(evaluation) => <Placement evaluation={evaluation} />}</PanelFrame>;
}

function Placement({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const { placement } = evaluation;
  const onNode = useEvaluation((state) => state.index.podsOnNode);
  const { shown, more } = usePages(placement.nodes);
  if (placement.nodes.length === 0) return <EmptyState title={t('placement.noNodes')}>{t('placement.noNodesText')}</EmptyState>;
  return (
    <>
      {placement.pods.length > 0 && <Ties />}
      {placement.pending.length > 0 && <Pending pending={placement.pending} />}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('placement.node')}</th>
            <th scope="col">{t('placement.zone')}</th>
            <th scope="col">{t('placement.type')}</th>
            <th scope="col">{t('placement.cpu')}</th>
            <th scope="col">{t('placement.memory')}</th>
            <th scope="col" className={table.number}>
              {t('placement.pods')}
            </th>
            <th scope="col">{t('placement.running')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((node, index) => (
            <NodeRow key={node.metadata.name} node={node} usage={placement.usage[index]} pods={onNode.get(node.metadata.name) ?? noPods} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** Placement is one of several equally likely outcomes wherever nodes tie. */
function Ties() {
  const t = useT();
  const setDock = useSession((session) => session.setDock);
  return (
    <div className={styles.ties}>
      <ShownDraw />
      <Button look="quiet" onPress={() => setDock('draws')}>
        {t('draws.many')}
      </Button>
    </div>
  );
}

const noPods: readonly PlacedPod[] = [];

function NodeRow({ node, usage, pods }: { readonly node: Node; readonly usage: NodeUsage | undefined; readonly pods: readonly PlacedPod[] }) {
  const format = useFormat();
  const labels = node.metadata.labels ?? {};
  return (
    <tr>
      <th scope="row">
        <EntityChip id={`node:${node.metadata.name}`} text={node.metadata.name} />
      </th>
      <td className={styles.zone}>{labels['topology.kubernetes.io/zone'] ?? '–'}</td>
      <td>{labels['node.kubernetes.io/instance-type'] ?? '–'}</td>
      <td>{usage !== undefined && <UsageMeter used={usage.cpu} show={format.cpu} />}</td>
      <td>{usage !== undefined && <UsageMeter used={usage.memory} show={format.bytes} />}</td>
      <td className={table.number}>{usage === undefined ? pods.length : `${pods.length}/${usage.pods.allocatable}`}</td>
      <td>
        <span className={styles.pods}>
          {pods.map((pod) => (
            <EntityChip key={pod.pod} id={`pod:${pod.pod}`} text={shortName(pod.pod)} />
          ))}
        </span>
      </td>
    </tr>
  );
}

/** Pods of one reason that are named; the others are counted. */
const named = 60;

function Pending({ pending }: { readonly pending: Evaluation['placement']['pending'] }) {
  const t = useT();
  /** Pods that wait for the same reason are one row. */
  const groups = new Map<string, string[]>();
  for (const { pod, message } of pending) {
    const pods = groups.get(message);
    if (pods === undefined) groups.set(message, [pod]);
    else pods.push(pod);
  }
  return (
    <section className={styles.pending} aria-label={t('placement.pendingTitle', { count: pending.length })}>
      <h3>
        <Mark tone="warn">{t('placement.pendingTitle', { count: pending.length })}</Mark>
      </h3>
      <ul>
        {[...groups].map(([message, pods]) => (
          <li key={message}>
            <span className={styles.pods}>
              {pods.slice(0, named).map((pod) => (
                <EntityChip key={pod} id={`pod:${pod}`} text={shortName(pod)} />
              ))}
              {pods.length > named && <span className={table.quiet}>{t('common.more', { count: pods.length - named })}</span>}
              <Button look="quiet" onPress={() => readWhy(pods[0] ?? '')}>
                {t('why.ask')}
              </Button>
            </span>
            <code className={styles.message} lang="en">
              {message}
            </code>
          </li>
        ))}
      </ul>
    </section>
  );
}
