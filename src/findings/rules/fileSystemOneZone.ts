import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

/** An EFS One Zone file system under a cluster of several zones. */
export const fileSystemOneZone: Rule = {
  code: 'file-system-one-zone',
  severity: 'warning',
  link: links.efs,
  find: (context) =>
    entitiesOf(context.design, 'fileSystem')
      .filter((fileSystem) => fileSystem.type === 'oneZone' && context.zones.length > 1)
      .map((fileSystem) => ({
        entities: [fileSystem.id],
        message: (say) => say.fileSystemOneZone({ fileSystem: fileSystem.name || fileSystem.id, zone: context.zoneNames(fileSystem.zones)[0] ?? '' }),
        fixes: [
          {
            id: 'regional-file-system',
            label: (say) => say.regionalFileSystem(),
            edit: { type: 'set', id: fileSystem.id, fields: { type: 'regional', zones: context.zones.map((zone) => zone.id) } },
          },
        ],
      })),
};
