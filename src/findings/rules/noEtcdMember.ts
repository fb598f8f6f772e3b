import type { Rule } from '../finding';
import { newControlPlane } from '../fixes/members';
import { links } from '../links';
import type { Messages } from '../messages/en';

export const noEtcdMember: Rule = {
  code: 'no-etcd-member',
  severity: 'error',
  link: links.kubernetesEtcd,
  find: (context) => {
    const { design, quorum, workers } = context;
    const empty = workers.length === 0 && !design.entities.some((entity) => entity.kind === 'controlPlaneNode');
    if (quorum.managed || quorum.members > 0 || empty) return [];
    return [
      {
        entities: design.entities.filter((entity) => entity.kind === 'controlPlaneNode').map((entity) => entity.id),
        message: (say) => say.noEtcdMember(),
        fixes: [
          ...newControlPlane(context),
          // 1.21 is for a self-managed control plane only.
          ...(design.settings.kubernetesVersion === '1.21'
            ? []
            : [{ id: 'use-eks', label: (say: Messages['fixes']) => say.useEks(), edit: { type: 'settings', fields: { controlPlane: 'eks' } } } as const]),
        ],
      },
    ];
  },
};
