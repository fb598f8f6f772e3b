import type { Rule } from '../finding';
import { removeMembers, voters } from '../fixes/members';
import { links } from '../links';

export const etcdMoreThanFive: Rule = {
  code: 'etcd-more-than-five',
  severity: 'warning',
  link: links.etcdFaq,
  find: (context) => {
    const { managed, members } = context.quorum;
    if (managed || members <= 5) return [];
    return [
      {
        entities: voters(context).map((member) => member.id),
        message: (say) => say.etcdMoreThanFive({ members }),
        fixes: removeMembers(context, 5),
      },
    ];
  },
};
