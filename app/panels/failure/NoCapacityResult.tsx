import type { CapacityFailure } from '#engine/failure/noCapacity';
import { useT } from '../../i18n/translate';
import { Mark } from '../shared/Mark';
import { shortName } from '../shared/shortName';
import { DisplacedPods } from './DisplacedPods';
import styles from './NoCapacity.module.css';
import { ReturnTable } from './ReturnTable';
import { useFailuresT } from './useFailuresT';
import { verdictTones } from './verdictTones';

/** What a zone without capacity leaves: group by group, workload by workload, and where the pods went that died. */
export function NoCapacityResult({ failure: { keepsQuorum, workloads, groups, pods } }: { readonly failure: CapacityFailure }) {
  const t = useT();
  const say = useFailuresT();
  return (
    <>
      {groups.length === 0 ? <p>{say('noCapacity.nothing')}</p> : <ReturnTable groups={groups} />}
      <ul className={styles.verdicts} aria-label={say('noCapacity.workloads')}>
        {!keepsQuorum && (
          <li>
            <Mark tone="bad">{t('quorum.lostQuorum')}</Mark>
          </li>
        )}
        {workloads.map(({ name, before, after, needed, verdict }) => (
          <li key={name} title={t('failure.workloadTitle', { before, after, needed })}>
            {shortName(name)} <Mark tone={verdictTones[verdict]}>{`${after}/${before} ${t(`verdict.${verdict}`)}`}</Mark>
          </li>
        ))}
      </ul>
      {pods.length > 0 && <DisplacedPods pods={pods} />}
    </>
  );
}
