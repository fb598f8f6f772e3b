import { entitiesOf, entityById } from '../../design/tree';
import type { Workload } from '../../design/schema';
import type { Context } from '../context';
import type { Rule } from '../finding';
import { links } from '../links';

/** Pods in a zone without a mount target reach a regional file system through another zone: at a price, and not if that is lost. */
export const mountTargetMissing: Rule = {
  code: 'mount-target-missing',
  severity: 'warning',
  link: links.efs,
  find: (context) =>
    entitiesOf(context.design, 'fileSystem').flatMap((fileSystem) => {
      if (fileSystem.type !== 'regional') return [];
      const users = entitiesOf(context.design, 'workload').filter((workload) => uses(context, workload, fileSystem.id));
      const zones = new Set(users.flatMap((workload) => context.runningPods(workload.id).map((pod) => pod.zone)));
      const lacking = context.zones.filter((zone) => zones.has(zone.name) && !fileSystem.zones.includes(zone.id));
      if (lacking.length === 0) return [];
      return [
        {
          entities: [fileSystem.id, ...users.map((workload) => workload.id)],
          message: (say) => say.mountTargetMissing({ fileSystem: fileSystem.name || fileSystem.id, zones: lacking.map((zone) => zone.name) }),
          fixes: [
            {
              id: 'add-mount-targets',
              label: (say) => say.addMountTargets({ zones: lacking.map((zone) => zone.name) }),
              edit: { type: 'place', id: fileSystem.id, zones: [...fileSystem.zones, ...lacking.map((zone) => zone.id)] },
            },
          ],
        },
      ];
    }),
};

function uses(context: Context, workload: Workload, fileSystem: string): boolean {
  return workload.volumes.some((volume) => {
    const storage = volume.storageClass === undefined ? undefined : entityById(context.design, volume.storageClass);
    return volume.fileSystem === fileSystem || (storage?.kind === 'storageClass' && storage.fileSystem === fileSystem);
  });
}
