import type { Taint, Toleration } from '../kubernetes/objects';
import { toleratesTaint } from '../kubernetes/selector';

const UNREACHABLE: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' };

/**
 * Seconds that pods stay bound to a node that is tainted unreachable; Infinity: for good. Admission adds a toleration of
 * `standard` seconds to pods that say nothing of the taint. Sources: kubernetes/kubernetes
 * plugin/pkg/admission/defaulttolerationseconds; pkg/controller/tainteviction, getMinTolerationTime.
 */
export function tolerationSeconds(tolerations: readonly Toleration[] | undefined, standard: number): number {
  const said = tolerations?.filter(({ key = '', effect }) => (key === '' || key === UNREACHABLE.key) && (effect === undefined || effect === 'NoExecute')) ?? [];
  if (said.length === 0) return standard;
  const matching = said.filter((toleration) => toleratesTaint(toleration, UNREACHABLE));
  return matching.length === 0 ? 0 : Math.max(0, Math.min(...matching.map((toleration) => toleration.tolerationSeconds ?? Infinity)));
}
