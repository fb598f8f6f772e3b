import type { LabelSelector } from '../kubernetes/objects';
import { compileLabelSelector, matchesLabels } from '../kubernetes/selector';
import type { DeschedulerPod } from './cluster';
import type { Namespaces } from './fields';

/** Which pods a strategy's `namespaces` and `labelSelector` leave it. */
export function podScope({ include, exclude }: Namespaces, labelSelector?: LabelSelector): (pod: DeschedulerPod) => boolean {
  const selector = labelSelector === undefined ? null : compileLabelSelector(labelSelector);
  return ({ namespace, labels }) =>
    (include.length === 0 || include.includes(namespace)) && !exclude.includes(namespace) && (selector === null || matchesLabels(selector, labels));
}
