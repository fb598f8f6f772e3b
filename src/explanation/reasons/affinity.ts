import { labelValue } from '../../kubernetes/selector';
import type { AffinityTerm } from '../../scheduling/compiledPod';
import { AFFINITY_MISSING, ANTI_AFFINITY, termMatches } from '../../scheduling/plugins/interPodAffinity';
import type { PodInfo } from '../../scheduling/podInfo';
import type { Look, Reason } from './look';

export const podAffinity: Reason = (look, reasons) => {
  const { pod, snapshot, say } = look;
  if (same(reasons, AFFINITY_MISSING.reasons)) return [say.affinity()];
  if (same(reasons, ANTI_AFFINITY.reasons)) {
    const found = neighbour(look, (other) => pod.compiled.antiAffinity.find((term) => termMatches(term, other, snapshot.namespaces.get(other.namespace))));
    return found === null ? [] : [say.antiAffinity(found)];
  }
  const found = neighbour(look, (other) => other.compiled.antiAffinity.find((term) => termMatches(term, pod, snapshot.namespaces.get(pod.namespace))));
  return found === null ? [] : [say.antiAffinityOfOther(found)];
};

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

/** The first pod in the node's domain of a term that speaks of it. */
function neighbour({ snapshot, node }: Look, termFor: (other: PodInfo) => AffinityTerm | undefined): { readonly other: string; readonly domain: string } | null {
  for (const each of snapshot.nodes()) {
    for (const other of each.pods) {
      const term = termFor(other);
      if (term === undefined) continue;
      const domain = labelValue(node.node.metadata.labels, term.topologyKey);
      if (domain !== undefined && domain === labelValue(each.node.metadata.labels, term.topologyKey)) return { other: other.key, domain };
    }
  }
  return null;
}
