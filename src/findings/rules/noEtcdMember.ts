import type { Rule } from '../finding';
import { links } from '../links';

export const noEtcdMember: Rule = {
  code: 'no-etcd-member',
  severity: 'error',
  link: links.kubernetesEtcd,
  find: ({ design, quorum, workers }) => {
    const empty = workers.length === 0 && !design.entities.some((entity) => entity.kind === 'controlPlaneNode');
    if (quorum.managed || quorum.members > 0 || empty) return [];
    return [
      {
        entities: design.entities.filter((entity) => entity.kind === 'controlPlaneNode').map((entity) => entity.id),
        message: (say) => say.noEtcdMember(),
        fixes: [
          { id: 'use-eks', label: (say) => say.useEks(), edit: { type: 'settings', fields: { controlPlane: 'eks' } } },
        ],
      },
    ];
  },
};
