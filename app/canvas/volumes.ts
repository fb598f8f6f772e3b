import { entitiesOf, entityById } from '#engine/design/tree';
import type { Design } from '#engine/design/schema';
import type { Evaluation } from '#engine/evaluation';

/** EBS volumes of one workload in one zone, as the board draws them. */
export interface ZoneVolumes {
  readonly workload: string;
  readonly count: number;
  readonly gib: number;
}

/**
 * Zone name -> the EBS volumes there: each is where its pod runs, for EBS attaches in its own zone only. A StatefulSet's
 * pods have one each, other workloads' replicas share one. Volumes of pods that wait are not drawn: nothing says where.
 */
export function volumesByZone(design: Design, evaluation: Evaluation | null): ReadonlyMap<string, readonly ZoneVolumes[]> {
  const zones = new Map<string, ZoneVolumes[]>();
  if (evaluation === null) return zones;
  for (const workload of entitiesOf(design, 'workload')) {
    const sizes = workload.volumes.flatMap(({ storageClass, sizeGiB }) => {
      const entity = storageClass === undefined ? undefined : entityById(design, storageClass);
      return entity?.kind === 'storageClass' && entity.provisioner === 'ebs.csi.aws.com' ? [sizeGiB] : [];
    });
    if (sizes.length === 0) continue;
    const gib = sizes.reduce((sum, size) => sum + size, 0);
    const counts = new Map<string, number>();
    for (const pod of evaluation.placement.pods) {
      if (pod.workload !== workload.id || pod.zone === null) continue;
      if (workload.type === 'StatefulSet') counts.set(pod.zone, (counts.get(pod.zone) ?? 0) + 1);
      else if (counts.size === 0) counts.set(pod.zone, 1);
    }
    for (const [zone, pods] of counts) {
      const list = zones.get(zone);
      const entry = { workload: workload.id, count: pods * sizes.length, gib: pods * gib };
      if (list === undefined) zones.set(zone, [entry]);
      else list.push(entry);
    }
  }
  return zones;
}
