import { labelValue, matchesLabels } from '../../kubernetes/selector';
import { podTopologySpread } from '../../scheduling/plugins/podTopologySpread';
import type { Look, Reason } from './look';

/** The first constraint that the node would break, with the counts that break it. */
export const spread: Reason = (look) => {
  const { pod, node, say } = look;
  const { constraints, counts } = countsOf(look);
  for (const [i, { topologyKey: key, selector, minDomains, maxSkew }] of constraints.entries()) {
    const domain = labelValue(node.node.metadata.labels, key);
    if (domain === undefined) return [say.spreadLabel({ key })];
    const domains = counts[i] ?? new Map<string, number>();
    const here = domains.get(domain) ?? 0;
    const tooFew = domains.size < minDomains;
    const least = tooFew ? 0 : Math.min(...domains.values());
    if (here + (matchesLabels(selector, pod.labels) ? 1 : 0) - least <= maxSkew) continue;
    return [say.spread({ domain, key, here, least, maxSkew }), ...(tooFew ? [say.spreadDomains({ key, minDomains })] : [])];
  }
  return [];
};

type Counts = Extract<ReturnType<NonNullable<typeof podTopologySpread.preFilter>>, { kind: 'run' }>['state'];

const known = new WeakMap<Look['pod'], { readonly snapshot: Look['snapshot']; readonly state: Counts }>();

/** The plugin's own counts, made once for a pod and a moment. */
function countsOf({ snapshot, pod, rules }: Look): Counts {
  const hit = known.get(pod);
  if (hit?.snapshot === snapshot) return hit.state;
  const result = podTopologySpread.preFilter?.({ snapshot, pod, rules });
  const state: Counts = result?.kind === 'run' ? result.state : { constraints: [], counts: [] };
  known.set(pod, { snapshot, state });
  return state;
}
