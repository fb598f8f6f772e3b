import type { Rule } from '../finding';
import { addMember, voters } from '../fixes/members';
import { links } from '../links';

export const etcdTwoMembers: Rule = {
  code: 'etcd-two-members',
  severity: 'error',
  link: links.etcdFaq,
  find: (context) =>
    context.quorum.managed || context.quorum.members !== 2
      ? []
      : [
          {
            entities: voters(context).map((member) => member.id),
            message: (say) => say.etcdTwoMembers(),
            fixes: addMember(context),
          },
        ],
};
