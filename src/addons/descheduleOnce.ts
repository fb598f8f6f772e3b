import type { Placed } from '../cluster/cluster';
import { readDeschedulerCluster } from '../descheduler/cluster';
import { deschedule } from '../descheduler/deschedule';
import { deschedulerPolicy } from '../descheduler/deschedulerPolicy';

/** Keys of the pods that one cycle of the descheduler evicts, in order; nodes and pods are taken by name. */
export function descheduleOnce({ objects }: Placed, strategies: readonly string[]): readonly string[] {
  return deschedule(readDeschedulerCluster(objects), deschedulerPolicy(strategies)).map(({ pod }) => pod);
}
