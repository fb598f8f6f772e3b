import type { Edit } from '../../design/edit';
import type { ControlPlaneNode, EntityInputOf, EtcdNode } from '../../design/schema';
import { unusedId } from '../../design/unusedId';
import { entitiesOf } from '../../design/tree';
import { quorumSize } from '../../quorum/quorumSize';
import type { Context } from '../context';
import type { ProposedFix } from '../finding';
import { zonesUpTo } from './moreZones';

/** Machines with a voting etcd member, stacked ones first, each by id. */
export function voters(context: Context): readonly (ControlPlaneNode | EtcdNode)[] {
  return [...entitiesOf(context.design, 'controlPlaneNode'), ...entitiesOf(context.design, 'etcdNode')].filter(
    (machine) => machine.etcd === 'voter',
  );
}

/**
 * Moves as few members as needed so that any one zone's loss keeps quorum, over as many of the region's zones as that takes.
 * Nothing where the region has too few zones, or no spread of so few members can do it.
 */
export function spreadMembers(context: Context): readonly ProposedFix[] {
  const members = voters(context);
  const n = members.length;
  for (let k = 3; k <= Math.max(context.zones.length, context.catalog.zones.length); k++) {
    if (n - Math.ceil(n / k) < quorumSize(n)) continue;
    const { ids, added } = zonesUpTo(context, k);
    if (ids.length < k) return [];
    const moves = evenly(members, ids.slice(0, Math.max(k, Math.min(ids.length, n))));
    return [
      {
        id: 'spread-members',
        label: (say) => say.spreadMembers({ zones: new Set(moves.map(([, zone]) => zone)).size }),
        edit: all([
          ...(added.length > 0 ? [{ type: 'add', entities: added, links: [] } as const] : []),
          ...moves.filter(([machine, zone]) => machine.zone !== zone).map(([machine, zone]) => ({ type: 'place', id: machine.id, zones: [zone] }) as const),
        ]),
      },
    ];
  }
  return [];
}

/** A copy of the first member in the zone that has the fewest, a further zone of the region if all that are drawn have one. */
export function addMember(context: Context): readonly ProposedFix[] {
  const [model] = voters(context);
  if (model === undefined) return [];
  const members = voters(context);
  const { ids, added, nameOf } = zonesUpTo(context, new Set(members.map((member) => member.zone)).size + 1);
  const [zone] = [...ids].sort((a, b) => countIn(members, a) - countIn(members, b));
  if (zone === undefined) return [];
  const id = unusedId(context.design, model.kind === 'etcdNode' ? 'etcd' : 'cp');
  return [
    {
      id: 'add-member',
      label: (say) => say.addMember({ zone: nameOf(zone) }),
      edit: { type: 'add', entities: [...added, { ...model, id, zone }], links: [] },
    },
  ];
}

/** Three stacked control-plane nodes, each in a zone of its own as far as the region has so many. */
export function newControlPlane(context: Context): readonly ProposedFix[] {
  const { ids, added } = zonesUpTo(context, 3);
  const zones = ids.slice(0, 3);
  const [zone] = zones;
  if (zone === undefined) return [];
  const machines: EntityInputOf<'controlPlaneNode'>[] = [];
  for (const i of [0, 1, 2]) {
    const id = unusedId(context.design, 'cp', machines.map((machine) => machine.id));
    machines.push({ id, kind: 'controlPlaneNode', zone: zones[i % zones.length] ?? zone });
  }
  return [
    {
      id: 'add-control-plane',
      label: (say) => say.addControlPlane({ zones: zones.length }),
      edit: { type: 'add', entities: [...added, ...machines], links: [] },
    },
  ];
}

/** Takes away members until `keep` are left, always from the zone that has the most. */
export function removeMembers(context: Context, keep: number): readonly ProposedFix[] {
  let left = [...voters(context)];
  const ids: string[] = [];
  while (left.length > keep) {
    const most = Math.max(...left.map((member) => countIn(left, member.zone)));
    const gone = left.findLast((member) => countIn(left, member.zone) === most);
    if (gone === undefined) break;
    ids.push(gone.id);
    left = left.filter((member) => member !== gone);
  }
  return [{ id: 'remove-members', label: (say) => say.removeMembers({ ids }), edit: { type: 'remove', ids } }];
}

function evenly<T extends { readonly zone: string }>(members: readonly T[], zones: readonly string[]): readonly (readonly [T, string])[] {
  const share = Math.floor(members.length / zones.length);
  let extra = members.length % zones.length;
  const room = new Map(
    // Zones that have the most members already keep the odd ones: fewer moves.
    [...zones]
      .sort((a, b) => countIn(members, b) - countIn(members, a))
      .map((zone) => [zone, share + (extra-- > 0 ? 1 : 0)]),
  );
  const take = (zone: string): boolean => {
    const left = room.get(zone) ?? 0;
    if (left > 0) room.set(zone, left - 1);
    return left > 0;
  };
  const stays = members.map((member) => take(member.zone));
  return members.map((member, i) => [member, stays[i] === true ? member.zone : (zones.find((zone) => take(zone)) ?? member.zone)]);
}

function countIn(members: readonly { readonly zone: string }[], zone: string): number {
  return members.filter((member) => member.zone === zone).length;
}

/** One edit, however many parts it has. */
function all(edits: readonly Edit[]): Edit {
  const [only] = edits;
  return edits.length === 1 && only !== undefined ? only : { type: 'all', edits };
}
