import type { Design, StorageClassEntity, Workload } from '../design/schema';
import { entityById } from '../design/tree';

/** The EBS StorageClass of a volume; undefined for EFS and for a class that is not drawn. */
export function ebsClassOf(design: Design, volume: Workload['volumes'][number]): StorageClassEntity | undefined {
  const entity = volume.storageClass === undefined ? undefined : entityById(design, volume.storageClass);
  return entity?.kind === 'storageClass' && entity.provisioner === 'ebs.csi.aws.com' ? entity : undefined;
}

/** The EBS StorageClasses that a workload's volumes use: each volume lies in one zone, and its pod with it. */
export function ebsClassesOf(design: Design, workload: Workload): readonly StorageClassEntity[] {
  return [...new Set(workload.volumes.flatMap((volume) => ebsClassOf(design, volume) ?? []))];
}
