import type { Taint, Toleration } from '../kubernetes/objects';
import { toleratesTaint } from '../kubernetes/selector';
import type { DeschedulerNode, DeschedulerPod } from './cluster';

/** A decimal integer as the API accepts it for `Lt` and `Gt`. */
const INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;

/** As Kubernetes 1.36 tolerates, which the descheduler is built on: with the numeric operators Lt and Gt. */
export function toleratesOne(pod: DeschedulerPod, taint: Taint): boolean {
  return pod.compiled.tolerations.some((toleration) => toleratesTaint(toleration, taint) || comparesWith(toleration, taint));
}

/** Whether the taints that keep pods away (NoSchedule and NoExecute) are all tolerated. */
export function toleratesNode(pod: DeschedulerPod, { node }: DeschedulerNode): boolean {
  return (node.spec?.taints ?? []).every((taint) => taint.effect === 'PreferNoSchedule' || toleratesOne(pod, taint));
}

/** Source: kubernetes/kubernetes staging/src/k8s.io/api/core/v1/toleration.go, `ToleratesTaint`. */
function comparesWith(toleration: Toleration, taint: Taint): boolean {
  const operator: string | undefined = toleration.operator;
  if (operator !== 'Lt' && operator !== 'Gt') return false;
  if (!toleratesTaint({ ...toleration, operator: 'Exists' }, taint)) return false;
  const [bound = '', value = ''] = [toleration.value, taint.value];
  if (!INTEGER.test(bound) || !INTEGER.test(value)) return false;
  return operator === 'Lt' ? BigInt(value) < BigInt(bound) : BigInt(value) > BigInt(bound);
}
