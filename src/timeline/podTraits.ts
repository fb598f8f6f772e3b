import type { Placed } from '../cluster/cluster';
import type { Workload } from '../design/schema';
import { entityById } from '../design/tree';
import type { Timers } from './timers';
import { tolerationSeconds } from './tolerationSeconds';

/** What of a workload decides when its pods leave and come back. */
export interface PodTraits {
  readonly type: Workload['type'];
  /** Seconds on a node that is tainted unreachable; Infinity: for good. */
  readonly tolerationSeconds: number;
  /** It has an EBS volume that one node at a time can attach. */
  readonly attaches: boolean;
}

/** By entity id of the workload; each is worked out once. */
export function podTraits({ design, cluster }: Placed, timers: Timers): (workload: string) => PodTraits {
  const manifests = new Map(cluster.manifests.map((manifest) => [manifest.workload.id, manifest]));
  const known = new Map<string, PodTraits>();
  return (id) => {
    let traits = known.get(id);
    if (traits !== undefined) return traits;
    const manifest = manifests.get(id);
    const isEbs = (storageClass: string) => {
      const entity = entityById(design, storageClass);
      return entity?.kind === 'storageClass' && entity.provisioner === 'ebs.csi.aws.com';
    };
    traits = {
      type: manifest?.workload.type ?? 'Deployment',
      tolerationSeconds: tolerationSeconds(manifest?.admitted.tolerations, timers.defaultTolerationSeconds.value),
      attaches: manifest?.claims.some(({ storageClass }) => storageClass !== undefined && isEbs(storageClass)) ?? false,
    };
    known.set(id, traits);
    return traits;
  };
}
