import { entityById, zonesOf } from '../../design/tree';
import { moveToEfs } from '../../findings/fixes/efs';
import { ebsClassesOf, ebsClassOf } from '../../findings/volumes';
import { change, ofWorkload, type Candidate, type Waiting } from './candidate';

const PLUGINS = ['VolumeBinding', 'VolumeZone', 'VolumeRestrictions', 'NodeVolumeLimits'];

/** Volumes that let the pod go elsewhere: bound later, in more zones, shared, or on EFS. */
export function volumes({ design, workload, refusedBy }: Waiting): readonly Candidate[] {
  if (!PLUGINS.some((plugin) => refusedBy.has(plugin))) return [];
  const classes = ebsClassesOf(design, workload);
  return [
    ...classes
      .filter(({ volumeBindingMode }) => volumeBindingMode === 'Immediate')
      .map(({ id, name }) =>
        change(null, { id: `wait-for-first-consumer-${id}`, label: (say) => say.waitForFirstConsumer({ storageClass: name }), edit: () => ({ type: 'set', id, fields: { volumeBindingMode: 'WaitForFirstConsumer' } }) }),
      ),
    ...classes
      .filter(({ allowedZones }) => allowedZones.length > 0)
      .map(({ id, name }) => change('volumeZones', { id: `allowed-zones-${id}`, label: (say) => say.allowedZones({ storageClass: name }), edit: () => ({ type: 'set', id, fields: { allowedZones: [] } }) })),
    ...(workload.volumes.some(({ accessMode }) => accessMode === 'ReadWriteOncePod')
      ? [
          change('singleWriter', {
            id: 'access-mode',
            label: (say) => say.accessMode({ workload: workload.name }),
            edit: ofWorkload(workload, (now) => ({ volumes: now.volumes.map((volume) => (volume.accessMode === 'ReadWriteOncePod' ? { ...volume, accessMode: 'ReadWriteOnce' } : volume)) })),
          }),
        ]
      : []),
    ...(classes.length === 0 ? [] : [onEfs(workload)]),
  ];
}

function onEfs({ id, name }: Waiting['workload']): Candidate {
  return change('blockStorage', {
    id: 'move-to-efs',
    label: (say) => say.efs({ workload: name }),
    edit: (design) => {
      const now = entityById(design, id);
      const moves = now?.kind === 'workload' ? moveToEfs({ design, zones: zonesOf(design) }, now, (volume) => ebsClassOf(design, volume) !== undefined) : [];
      return { type: 'all', edits: moves.map(({ edit }) => edit) };
    },
  });
}
