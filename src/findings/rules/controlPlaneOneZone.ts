import type { Rule } from '../finding';
import { spreadMembers, voters } from '../fixes/members';
import { links } from '../links';

export const controlPlaneOneZone: Rule = {
  code: 'control-plane-one-zone',
  severity: 'error',
  link: links.kubernetesZones,
  find: (context) => {
    const members = context.quorum.managed ? [] : voters(context);
    const [zone, ...others] = new Set(members.map((member) => member.zone));
    if (zone === undefined || others.length > 0) return [];
    const [name = zone] = context.zoneNames([zone]);
    return [
      {
        entities: members.map((member) => member.id),
        message: (say) => say.controlPlaneOneZone({ members: members.length, zone: name }),
        fixes: spreadMembers(context),
      },
    ];
  },
};
