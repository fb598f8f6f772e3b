import type { Rule } from '../finding';
import { spreadMembers, voters } from '../fixes/members';
import { links } from '../links';

/** At least three members in at least two zones, and yet one zone's loss loses quorum. */
export const etcdZoneMajority: Rule = {
  code: 'etcd-zone-majority',
  severity: 'error',
  link: links.etcdFaq,
  find: (context) => {
    const { quorum } = context;
    const members = quorum.managed ? [] : voters(context);
    const zones = new Set(members.map((member) => member.zone));
    if (members.length < 3 || zones.size < 2) return [];
    const fatal = quorum.losses.filter((loss) => loss.zones.length === 1 && loss.nodes.length === 0 && !loss.keepsQuorum);
    if (fatal.length === 0) return [];
    const names = fatal.flatMap((loss) => loss.zones);
    return [
      {
        entities: members.filter((member) => names.includes(context.zoneNames([member.zone])[0] ?? '')).map((member) => member.id),
        message: (say) =>
          say.etcdZoneMajority({
            zones: names,
            left: Math.min(...fatal.map((loss) => loss.membersLeft)),
            members: quorum.members,
            size: quorum.size,
            twoZones: zones.size === 2,
          }),
        fixes: spreadMembers(context),
      },
    ];
  },
};
