import type { Design } from '../design/schema';

/** Whether a design has add-ons that act on nodes or pods, so that `withAddons` has something to do. */
export function hasAddons({ settings: { addons } }: Design): boolean {
  return addons.clusterAutoscaler !== undefined || addons.karpenter !== undefined || addons.descheduler !== undefined;
}
