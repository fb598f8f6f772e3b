import { z } from 'zod';
import { labelValue, matchesLabels } from '../../kubernetes/selector';
import type { AffinityTerm } from '../../scheduling/compiledPod';
import { antiAffinityNamespaces } from '../antiAffinity';
import type { DeschedulerNode, DeschedulerPod } from '../cluster';
import { labelSelector, namespaces } from '../fields';
import { lowToHigh } from '../podOrder';
import { podScope } from '../podScope';
import { strategy } from '../strategy';

/** Pods that will not be near another pod, and are. Source: pkg/framework/plugins/removepodsviolatinginterpodantiaffinity/pod_antiaffinity.go, pkg/utils/predicates.go. */
export const removePodsViolatingInterPodAntiAffinity = strategy({
  name: 'RemovePodsViolatingInterPodAntiAffinity',
  extensionPoint: 'deschedule',
  args: z.strictObject({ namespaces, labelSelector }),
  designArgs: {},
  run({ namespaces, labelSelector }, { nodes, podsOf, filter, preEvictionFilter, evict }) {
    const inScope = podScope(namespaces, labelSelector);
    const podsOn = new Map(nodes.map((node) => [node, podsOf(node).filter(inScope)]));
    const left = new Set([...podsOn.values()].flat());
    const excluded = excludedPods(podsOn);
    for (const node of nodes) {
      for (const pod of lowToHigh(podsOn.get(node) ?? [])) {
        if (!violates(pod, node, excluded, left) || !filter(pod) || !preEvictionFilter(pod)) continue;
        const answer = evict(pod);
        if (answer === 'totalLimit') return;
        if (answer === 'nodeLimit') break;
        // It counts for the others no more.
        if (answer === 'evicted') left.delete(pod);
      }
    }
  },
});

/** The pods that a term selects, by node and by topology domain. */
interface ExcludedPods {
  readonly byNode: ReadonlyMap<string, readonly DeschedulerPod[]>;
  readonly byDomain: ReadonlyMap<string, readonly DeschedulerPod[]>;
}

/** Only the pod's own required terms count, not what others have against it. */
function violates(pod: DeschedulerPod, { name, node }: DeschedulerNode, excluded: (term: AffinityTerm, pod: DeschedulerPod) => ExcludedPods, left: ReadonlySet<DeschedulerPod>): boolean {
  const isAnother = (other: DeschedulerPod): boolean => other.name !== pod.name && left.has(other);
  return pod.compiled.antiAffinity.some((term) => {
    const { byNode, byDomain } = excluded(term, pod);
    const domain = labelValue(node.metadata.labels, term.topologyKey);
    return byNode.get(name)?.some(isAnother) === true || (domain !== undefined && byDomain.get(domain)?.some(isAnother) === true);
  });
}

/** Worked out once for the pods of a template, which share their terms. */
function excludedPods(podsOn: ReadonlyMap<DeschedulerNode, readonly DeschedulerPod[]>): (term: AffinityTerm, pod: DeschedulerPod) => ExcludedPods {
  const known = new Map<AffinityTerm, ExcludedPods>();
  return (term, pod) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const namespaces = antiAffinityNamespaces(term, pod);
    const byNode = new Map<string, readonly DeschedulerPod[]>();
    const byDomain = new Map<string, DeschedulerPod[]>();
    for (const [{ name, node }, pods] of podsOn) {
      const selected = pods.filter((other) => namespaces.has(other.namespace) && matchesLabels(term.selector, other.labels));
      if (selected.length === 0) continue;
      byNode.set(name, selected);
      const domain = labelValue(node.metadata.labels, term.topologyKey);
      if (domain === undefined) continue;
      const inDomain = byDomain.get(domain);
      if (inDomain === undefined) byDomain.set(domain, [...selected]);
      else inDomain.push(...selected);
    }
    const found = { byNode, byDomain };
    known.set(term, found);
    return found;
  };
}
