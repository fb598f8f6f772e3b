import { entitiesOf } from '../../design/tree';
import type { Rule } from '../finding';
import { links } from '../links';

export const etcdLearner: Rule = {
  code: 'etcd-learner',
  severity: 'info',
  link: links.etcdLearner,
  find: ({ design, quorum }) => {
    const machines = [...entitiesOf(design, 'controlPlaneNode'), ...entitiesOf(design, 'etcdNode')];
    const learners = quorum.managed ? [] : machines.filter((machine) => machine.etcd === 'learner').map((machine) => machine.id);
    if (learners.length === 0) return [];
    return [
      {
        entities: learners,
        message: (say) => say.etcdLearner({ learners: learners.length, members: quorum.members }),
        fixes: [
          {
            id: 'promote-learners',
            label: (say) => say.promoteLearners(),
            edit: { type: 'all', edits: learners.map((id) => ({ type: 'set', id, fields: { etcd: 'voter' } })) },
          },
        ],
      },
    ];
  },
};
