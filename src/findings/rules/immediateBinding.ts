import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';
import { ebsClassesOf } from '../volumes';
import { regionalGroupsWithVolumes } from './regionalGroupZonalVolume';

/** EBS volumes made before their pod is placed, where no group over several zones makes it worse. */
export const immediateBinding: Rule = {
  code: 'immediate-binding',
  severity: 'warning',
  link: links.volumeBindingMode,
  find: (context) => {
    if (context.workerZones.length < 2 || regionalGroupsWithVolumes(context, true).length > 0) return [];
    return entitiesOf(context.design, 'storageClass').flatMap((storage) => {
      const users = entitiesOf(context.design, 'workload').filter((workload) => ebsClassesOf(context.design, workload).includes(storage));
      if (storage.volumeBindingMode !== 'Immediate' || users.length === 0) return [];
      return [
        {
          entities: [storage.id, ...users.map((workload) => workload.id)],
          message: (say) => say.immediateBinding({ storageClass: storage.name }),
          fixes: [
            {
              id: 'wait-for-first-consumer',
              label: (say) => say.waitForFirstConsumer({ storageClass: storage.name }),
              edit: { type: 'set', id: storage.id, fields: { volumeBindingMode: 'WaitForFirstConsumer' } },
            },
          ],
        },
      ];
    });
  },
};
