import type { DatabaseAfter, FailureRow, FileSystemAfter } from '#engine/evaluation';
import { useFormat } from '../../i18n/format';
import { Mark } from '../shared/Mark';
import type { MarkTone } from '../shared/Mark';
import { useFailuresT } from './useFailuresT';

const databaseTones: Readonly<Record<DatabaseAfter['state'], MarkTone>> = { unaffected: 'ok', 'standby-lost': 'warn', 'fails-over': 'warn', down: 'bad' };
const fileSystemTones: Readonly<Record<FileSystemAfter['state'], MarkTone>> = { unaffected: 'ok', 'mount-target-lost': 'warn', down: 'bad' };

/** PersistentVolumes that nothing can mount until the zone is back. */
export function VolumesCell({ volumes: { unreachable } }: { readonly volumes: FailureRow['volumes'] }) {
  const say = useFailuresT();
  if (unreachable.length === 0) return <Mark tone="ok">{say('matrix.volumesReached')}</Mark>;
  return (
    <span title={unreachable.join(', ')}>
      <Mark tone="bad">{say('matrix.volumesLost', { count: unreachable.length })}</Mark>
    </span>
  );
}

export function DatabaseCell({ database }: { readonly database: DatabaseAfter | undefined }) {
  const say = useFailuresT();
  const format = useFormat();
  if (database === undefined) return '–';
  const { state, failoverSeconds } = database;
  const text = failoverSeconds === null ? say(`matrix.database.${state}`) : say('matrix.database.failsOverIn', { from: format.number(failoverSeconds.from), to: format.unit(failoverSeconds.to, 's') });
  return <Mark tone={databaseTones[state]}>{text}</Mark>;
}

export function FileSystemCell({ fileSystem }: { readonly fileSystem: FileSystemAfter | undefined }) {
  const say = useFailuresT();
  return fileSystem === undefined ? '–' : <Mark tone={fileSystemTones[fileSystem.state]}>{say(`matrix.fileSystem.${fileSystem.state}`)}</Mark>;
}
