import type { Placed } from '../cluster/cluster';
import type { ScaleUpLoop } from '../evaluation';
import { deschedule } from './deschedule';
import { growOf } from './grow';
import type { AddedNode } from './report';

const NONE: ReadonlySet<string> = new Set();

/**
 * The cluster once its add-ons have acted: an autoscaler while pods wait that it can help, then the descheduler, whose
 * evicted pods the scheduler places again, and so on in turn until neither changes anything. `watch`: as in `place`.
 */
export function withAddons(placed: Placed, watch?: string): Placed {
  const { descheduler } = placed.design.settings.addons;
  const grow = growOf(placed.design);
  if (grow === null && descheduler === undefined) return placed;
  const added: AddedNode[] = [];
  const loops: ScaleUpLoop[] = [];
  const scaleUp = (before: Placed): Placed => {
    if (grow === null) return before;
    const growth = grow(before, NONE, watch);
    added.push(...growth.added);
    loops.push(...growth.loops);
    return growth.placed;
  };
  const scaled = scaleUp(placed);
  const { placed: settled, descheduling } = descheduler === undefined ? { placed: scaled, descheduling: null } : deschedule(scaled, descheduler.strategies, scaleUp, watch);
  return { ...settled, addons: { scaleUp: grow === null ? null : { added, loops }, descheduling, grow } };
}
