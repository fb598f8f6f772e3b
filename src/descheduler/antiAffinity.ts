import type { AffinityTerm } from '../scheduling/compiledPod';
import type { DeschedulerPod } from './cluster';

/** The namespaces that a term names, or the pod's own: unlike the scheduler, the descheduler passes over `namespaceSelector`. */
export function antiAffinityNamespaces(term: AffinityTerm, pod: DeschedulerPod): ReadonlySet<string> {
  return term.namespaces.size > 0 ? term.namespaces : new Set([pod.namespace]);
}
