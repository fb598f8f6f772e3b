import { zonesOf } from '../../design/tree';
import { moveToEfs } from '../../findings/fixes/efs';
import { ebsClassesOf, ebsClassOf } from '../../findings/volumes';
import { setField, type Candidate, type Waiting } from './candidate';

const PLUGINS = ['VolumeBinding', 'VolumeZone', 'VolumeRestrictions', 'NodeVolumeLimits'];

/** Volumes that let the pod go elsewhere: bound later, in more zones, shared, or on EFS. */
export function volumes({ design, workload, refusedBy }: Waiting): readonly Candidate[] {
  if (!PLUGINS.some((plugin) => refusedBy.has(plugin))) return [];
  const classes = ebsClassesOf(design, workload);
  return [
    ...classes
      .filter(({ volumeBindingMode }) => volumeBindingMode === 'Immediate')
      .map(({ id, name }): Candidate => [
        { id: `wait-for-first-consumer-${id}`, label: (say) => say.waitForFirstConsumer({ storageClass: name }), edit: { type: 'set', id, fields: { volumeBindingMode: 'WaitForFirstConsumer' } } },
      ]),
    ...classes
      .filter(({ allowedZones }) => allowedZones.length > 0)
      .map(({ id, name }): Candidate => [{ id: `allowed-zones-${id}`, label: (say) => say.allowedZones({ storageClass: name }), edit: { type: 'set', id, fields: { allowedZones: [] } } }]),
    ...(workload.volumes.some(({ accessMode }) => accessMode === 'ReadWriteOncePod')
      ? [
          [
            {
              id: 'access-mode',
              label: (say) => say.accessMode({ workload: workload.name }),
              edit: setField(workload, { volumes: workload.volumes.map((volume) => (volume.accessMode === 'ReadWriteOncePod' ? { ...volume, accessMode: 'ReadWriteOnce' } : volume)) }),
            },
          ] satisfies Candidate,
        ]
      : []),
    ...(classes.length === 0
      ? []
      : moveToEfs({ design, zones: zonesOf(design) }, workload, (volume) => ebsClassOf(design, volume) !== undefined).map(
          ({ id, edit }): Candidate => [{ id, label: (say) => say.efs({ workload: workload.name }), edit }],
        )),
  ];
}
