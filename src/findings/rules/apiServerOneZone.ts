import { unusedId } from '../../design/unusedId';
import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { zonesUpTo } from '../fixes/moreZones';
import { links } from '../links';

/** Quorum would survive a zone's loss, but no API server would. */
export const apiServerOneZone: Rule = {
  code: 'api-server-one-zone',
  severity: 'error',
  link: links.kubernetesHaTopology,
  find: (context) => {
    const { quorum } = context;
    const fatal = quorum.losses.find((loss) => loss.zones.length === 1 && loss.keepsQuorum && loss.apiServersLeft === 0);
    if (quorum.managed || fatal === undefined) return [];
    const servers = entitiesOf(context.design, 'controlPlaneNode');
    const [model] = servers;
    const { ids, added, nameOf } = zonesUpTo(context, 2);
    const other = ids.find((id) => id !== model?.zone);
    return [
      {
        entities: servers.map((server) => server.id),
        message: (say) => (model === undefined ? say.noApiServer() : say.apiServerOneZone({ zones: fatal.zones })),
        fixes:
          model === undefined || other === undefined
            ? []
            : [
                {
                  id: 'add-api-server',
                  label: (say) => say.addApiServer({ zone: nameOf(other) }),
                  edit: {
                    type: 'add',
                    entities: [...added, { ...model, id: unusedId(context.design, 'cp'), zone: other, etcd: 'none' }],
                    links: [],
                  },
                },
              ],
      },
    ];
  },
};
