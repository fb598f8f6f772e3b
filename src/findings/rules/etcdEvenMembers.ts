import type { Rule } from '../finding';
import { addMember, removeMembers, voters } from '../fixes/members';
import { links } from '../links';

export const etcdEvenMembers: Rule = {
  code: 'etcd-even-members',
  severity: 'warning',
  link: links.etcdFaq,
  find: (context) => {
    const { managed, members, size, tolerates } = context.quorum;
    if (managed || members < 4 || members % 2 !== 0) return [];
    return [
      {
        entities: voters(context).map((member) => member.id),
        message: (say) => say.etcdEvenMembers({ members, size, tolerates }),
        fixes: [...removeMembers(context, members - 1), ...(members < 5 ? addMember(context) : [])],
      },
    ];
  },
};
