import type { Rule } from '../finding';
import { voters } from '../fixes/members';
import { links } from '../links';

export const etcdOneMember: Rule = {
  code: 'etcd-one-member',
  severity: 'warning',
  link: links.etcdFaq,
  find: (context) =>
    context.quorum.managed || context.quorum.members !== 1
      ? []
      : [{ entities: voters(context).map((member) => member.id), message: (say) => say.etcdOneMember() }],
};
