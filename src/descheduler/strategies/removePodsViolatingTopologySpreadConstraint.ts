import { z } from 'zod';
import { labelSelector, namespaces, optionalList } from '../fields';
import type { DeschedulerPod } from '../cluster';
import { podScope } from '../podScope';
import { strategy } from '../strategy';
import { constraintsOf, selectFrom, toBalance } from '../topologySpread';

const actions = ['DoNotSchedule', 'ScheduleAnyway'] as const;

/** Pods of domains that have too many. Source: pkg/framework/plugins/removepodsviolatingtopologyspreadconstraint/topologyspreadconstraint.go. */
export const removePodsViolatingTopologySpreadConstraint = strategy({
  name: 'RemovePodsViolatingTopologySpreadConstraint',
  extensionPoint: 'balance',
  args: z.strictObject({
    namespaces,
    labelSelector,
    constraints: optionalList(z.enum(actions)).transform((list): readonly (typeof actions)[number][] => (list === undefined || list.length === 0 ? ['DoNotSchedule'] : list)),
    topologyBalanceNodeFit: z.boolean().nullish().transform((value) => value ?? true),
  }),
  designArgs: {},
  run({ namespaces, labelSelector, constraints, topologyBalanceNodeFit }, handle) {
    const { nodes, podsOf, filter, preEvictionFilter, isTerminating, evict, order } = handle;
    const inScope = podScope(namespaces, labelSelector);
    const byNamespace = new Map<string, DeschedulerPod[]>();
    // What the evictor protects does not count at all, not even for the skew.
    for (const pod of nodes.flatMap((node) => podsOf(node)).filter((pod) => inScope(pod) && filter(pod))) {
      const list = byNamespace.get(pod.namespace);
      if (list === undefined) byNamespace.set(pod.namespace, [pod]);
      else list.push(pod);
    }
    const chosen = new Set<DeschedulerPod>();
    for (const pods of order([...byNamespace.values()])) {
      const counted = selectFrom(pods.filter((pod) => !isTerminating(pod)));
      for (const constraint of constraintsOf(pods, constraints)) for (const pod of toBalance(constraint, counted, nodes, topologyBalanceNodeFit)) chosen.add(pod);
    }
    const full = new Set<string>();
    for (const pod of order([...chosen])) {
      if (full.has(pod.nodeName) || !filter(pod) || !preEvictionFilter(pod)) continue;
      const answer = evict(pod);
      if (answer === 'totalLimit') return;
      if (answer === 'nodeLimit') full.add(pod.nodeName);
    }
  },
});
