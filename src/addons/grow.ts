import type { Design } from '../design/schema';
import { clusterAutoscaler } from './clusterAutoscaler';
import { karpenter } from './karpenter';
import type { Grow } from './report';

/** How a design's cluster grows; null where no autoscaler is on. With both on, Karpenter does what the other leaves. */
export function growOf({ settings: { addons } }: Design): Grow | null {
  const growers: Grow[] = [];
  if (addons.clusterAutoscaler !== undefined) growers.push(clusterAutoscaler(addons.clusterAutoscaler));
  if (addons.karpenter !== undefined) growers.push(karpenter);
  return growers.length === 0 ? null : inTurn(growers);
}

function inTurn(growers: readonly Grow[]): Grow {
  return (placed, lostZones, watch) =>
    growers.reduce(
      (before, grow) => {
        const growth = grow(before.placed, lostZones, watch);
        return { placed: growth.placed, added: [...before.added, ...growth.added], loops: [...before.loops, ...growth.loops] };
      },
      { placed, added: [], loops: [] } as ReturnType<Grow>,
    );
}
