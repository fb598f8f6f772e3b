import type { PodInfo } from '../scheduling/podInfo';
import type { Snapshot } from '../scheduling/snapshot';
import { claimNameOf, classNameOf } from '../scheduling/storage';
import { both, fromExpressions, NO_REQUIREMENTS, type Requirements } from './requirements';

/**
 * What a pod's volumes demand of its node: the zone of a bound one, else the zones that its class allows. A text where
 * Karpenter leaves the pod alone. Of terms that are ORed it reads the first.
 * Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/volumetopology.go.
 */
export function volumeRequirements({ storage }: Snapshot, { pod, namespace }: PodInfo): Requirements | string {
  let all = NO_REQUIREMENTS;
  for (const volume of pod.spec.volumes ?? []) {
    const name = claimNameOf(pod, volume);
    if (name === undefined) continue;
    const claim = storage.claim(namespace, name);
    if (claim === undefined) return `persistentvolumeclaim "${name}" not found`;
    const { volumeName } = claim.spec;
    if (volumeName !== undefined) {
      const bound = storage.volume(volumeName);
      if (bound === undefined) return `persistentvolume "${volumeName}" not found`;
      all = both(all, fromExpressions(bound.spec.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions ?? []));
      continue;
    }
    const className = classNameOf(claim);
    if (className === '') return 'unbound pvc must define a storage class';
    const storageClass = storage.classes.get(className);
    if (storageClass === undefined) return `storageclass "${className}" not found`;
    if (storageClass.volumeBindingMode !== 'WaitForFirstConsumer') return 'pvc with immediate volume binding mode must be bound';
    const allowed = storageClass.allowedTopologies?.[0]?.matchLabelExpressions ?? [];
    all = both(all, fromExpressions(allowed.map(({ key, values }) => ({ key, operator: 'In', values }))));
  }
  return all;
}
