import type { Placed } from '../cluster/cluster';
import type { Loss } from '../failure/scenario';
import { quorumAfter } from '../quorum/quorum';
import { after, never, type Seconds } from '../units';
import type { Timers } from './timers';

/** When there are leaders again, at the latest; `never` where none can have been lost, or none can follow. */
export interface LeaderTimes {
  readonly etcd: Seconds;
  /** Of the controller manager and the scheduler. */
  readonly controllers: Seconds;
}

export function leaderTimes({ design }: Placed, { controlPlane, frozen }: Loss, timers: Timers): LeaderTimes {
  if (frozen) return { etcd: never, controllers: never };
  const before = quorumAfter(design, { zones: [], nodes: [] });
  return {
    // Members wait between one timeout and two.
    etcd: controlPlane.membersLeft < before.membersLeft ? after(2 * timers.etcdElectionTimeout.value) : never,
    controllers: controlPlane.apiServersLeft < before.apiServersLeft ? after(timers.leaderLeaseDuration.value, timers.leaderRetryPeriod.value) : never,
  };
}
