import { subnetCapacity, subnetPlan } from '../../design/network';
import type { Outcome } from '../../failure/outcome';
import { addressesByZone, type LoadedNode } from '../addresses';
import type { Context } from '../context';
import type { ProposedFix, Rule } from '../finding';
import { links } from '../links';

/** Private subnets too small for their nodes and pods, now or once a lost zone's pods have moved in. */
export const subnetAddresses: Rule = {
  code: 'subnet-addresses',
  severity: 'warning',
  link: links.podAddresses,
  find: (context) => {
    const capacity = subnetCapacity(context.design);
    const states = [
      { lost: null, used: addressesByZone(context.catalog, loadedNodes(context, null)) },
      ...context.zoneLosses.map((loss) => ({
        lost: loss.row.zones[0] ?? null,
        used: addressesByZone(context.catalog, loadedNodes(context, loss)),
      })),
    ];
    return context.zones.flatMap(({ id, name }) => {
      const has = capacity.get(id)?.private ?? Number.POSITIVE_INFINITY;
      const short = states.find(({ used }) => (used.get(name) ?? 0) > has);
      if (short === undefined) return [];
      const needs = short.used.get(name) ?? 0;
      return [
        { entities: [id], message: (say) => say.subnetAddresses({ zone: name, needs, has, lost: short.lost }), fixes: largerSubnets(context, needs) },
      ];
    });
  },
};

/** Before a failure, or after it: an instance that could not join still has its warm interface. */
function loadedNodes({ placed, workers }: Context, after: Outcome | null): readonly LoadedNode[] {
  const pods = new Map<string, number>();
  for (const node of (after ?? placed).nodeOf.values()) pods.set(node, (pods.get(node) ?? 0) + 1);
  const nodes = after === null ? workers : [...new Set([...after.nodes, ...after.launched])].filter((node) => node.role === 'worker');
  return nodes.map(({ name, zoneName, instanceType }) => ({ zone: zoneName, instanceType, pods: pods.get(name) ?? 0 }));
}

/** The smallest private subnets that hold so many addresses, where the VPC is cut by the design. */
function largerSubnets(context: Context, needs: number): readonly ProposedFix[] {
  const { network } = context.design.settings;
  // Five of a subnet's addresses are AWS's own.
  const prefix = 32 - Math.ceil(Math.log2(needs + 5));
  const widened = { ...network, privateSubnetPrefix: prefix };
  if (network.existing !== undefined || prefix < 16) return [];
  if (!subnetPlan({ ...context.design, settings: { ...context.design.settings, network: widened } }).fits) return [];
  return [{ id: 'larger-subnets', label: (say) => say.largerSubnets({ prefix }), edit: { type: 'settings', fields: { network: widened } } }];
}
