import type { Evaluation, QuorumLoss } from '#engine/evaluation';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useSession } from '../../stores/session';
import { Mark } from '../shared/Mark';
import table from '../shared/table.module.css';
import styles from './QuorumPanel.module.css';

/** Every loss of one zone, two zones and one machine, and what it leaves of etcd. */
export function Losses({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useT();
  const format = useFormat();
  const { quorum } = evaluation;
  if (quorum.members === 0) return <EmptyState title={t('quorum.noMembers')}>{t('quorum.noMembersText')}</EmptyState>;
  const groups = [
    { id: 'zone', title: t('quorum.oneZone'), losses: quorum.losses.filter((loss) => loss.zones.length === 1) },
    { id: 'pair', title: t('quorum.twoZones'), losses: quorum.losses.filter((loss) => loss.zones.length === 2) },
    { id: 'node', title: t('quorum.oneNode'), losses: quorum.losses.filter((loss) => loss.nodes.length > 0) },
  ].filter((group) => group.losses.length > 0);
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('quorum.size')} value={t('quorum.sizeOf', { size: quorum.size, members: quorum.members })} />
        <Fact name={t('quorum.tolerates')} value={format.number(quorum.tolerates)} />
        <Fact name={t('quorum.apiServers')} value={format.number(quorum.apiServers)} />
        {quorum.availability !== null && <Fact name={t('quorum.availability')} value={format.availability(quorum.availability)} />}
        {quorum.managed && <Fact name={t('quorum.runBy')} value="AWS (EKS)" />}
      </dl>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('quorum.lost')}</th>
            <th scope="col" className={table.number}>
              {t('quorum.membersLeft')}
            </th>
            <th scope="col" className={table.number}>
              {t('quorum.apiServersLeft')}
            </th>
            <th scope="col">etcd</th>
            <th scope="col">API</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className={table.group}>
              <th scope="colgroup" colSpan={5}>
                {group.title}
              </th>
            </tr>
            {group.losses.map((loss) => (
              <LossRow key={[...loss.zones, ...loss.nodes].join(' ')} loss={loss} size={quorum.size} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function LossRow({ loss, size }: { readonly loss: QuorumLoss; readonly size: number }) {
  const t = useT();
  const scenario = useSession((session) => session.scenario);
  const isCurrent = scenario.zones.join() === loss.zones.join() && scenario.nodes.join() === loss.nodes.join();
  const names = [...loss.zones, ...loss.nodes];
  return (
    <tr data-current={isCurrent || undefined}>
      <th scope="row">
        <button type="button" className={styles.kill} aria-pressed={isCurrent} onClick={() => useSession.setState({ scenario: { zones: loss.zones, nodes: loss.nodes } })}>
          {names.join(' + ')}
        </button>
      </th>
      <td className={table.number}>{t('quorum.ofNeeded', { left: loss.membersLeft, size })}</td>
      <td className={table.number}>{loss.apiServersLeft}</td>
      <td>
        <Mark tone={loss.keepsQuorum ? 'ok' : 'bad'}>{t(loss.keepsQuorum ? 'quorum.kept' : 'quorum.lostQuorum')}</Mark>
      </td>
      <td>
        <Mark tone={loss.apiServersLeft > 0 ? 'ok' : 'bad'}>{t(loss.apiServersLeft > 0 ? 'quorum.apiUp' : 'quorum.apiDown')}</Mark>
      </td>
    </tr>
  );
}
