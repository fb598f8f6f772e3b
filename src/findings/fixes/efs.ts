import type { EntityInputOf, Workload } from '../../design/schema';
import type { Context } from '../context';
import type { ProposedFix } from '../finding';
import { freeIdLike } from './freeId';

/** Puts the EBS volumes of a workload on one regional EFS file system with a mount target in every drawn zone; nothing without a zone. */
export function moveToEfs(context: Pick<Context, 'design'> & { readonly zones: readonly { readonly id: string }[] }, workload: Workload, isEbs: (volume: Workload['volumes'][number]) => boolean): readonly ProposedFix[] {
  if (context.zones.length === 0) return [];
  const id = freeIdLike(context.design, `efs-${workload.name}`.slice(0, 47).replace(/-+$/, ''));
  const storageGiB = workload.volumes.filter(isEbs).reduce((sum, volume) => sum + volume.sizeGiB, 0) * Math.max(1, workload.replicas);
  const fileSystem: EntityInputOf<'fileSystem'> = {
    id,
    kind: 'fileSystem',
    name: workload.name,
    type: 'regional',
    zones: context.zones.map((zone) => zone.id),
    storageGiB: Math.min(65_536, Math.max(1, storageGiB)),
  };
  const volumes = workload.volumes.map((volume) => {
    if (!isEbs(volume)) return volume;
    const { storageClass: _, ...rest } = volume;
    return { ...rest, fileSystem: id, accessMode: 'ReadWriteMany' };
  });
  return [
    {
      id: 'move-to-efs',
      label: (say) => say.moveToEfs({ workload: workload.name }),
      edit: {
        type: 'all',
        edits: [
          { type: 'add', entities: [fileSystem], links: [] },
          { type: 'set', id: workload.id, fields: { volumes } },
        ],
      },
    },
  ];
}
