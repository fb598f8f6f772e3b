import type { Plugin } from './framework';
import { imageLocality } from './plugins/imageLocality';
import { interPodAffinity } from './plugins/interPodAffinity';
import { nodeAffinity } from './plugins/nodeAffinity';
import { nodeName } from './plugins/nodeName';
import { nodePorts } from './plugins/nodePorts';
import { nodeResourcesBalancedAllocation } from './plugins/nodeResourcesBalancedAllocation';
import { nodeResourcesFit } from './plugins/nodeResourcesFit';
import { nodeUnschedulable } from './plugins/nodeUnschedulable';
import { nodeVolumeLimits } from './plugins/nodeVolumeLimits';
import { podTopologySpread } from './plugins/podTopologySpread';
import { taintToleration } from './plugins/taintToleration';
import { volumeBinding } from './plugins/volumeBinding';
import { volumeRestrictions } from './plugins/volumeRestrictions';
import { volumeZone } from './plugins/volumeZone';

/**
 * The default profile, in the order in which filters run. Its other members are not in this list because they do
 * something else: SchedulingGates (`plugins/schedulingGates.ts`), PrioritySort (`queueOrder.ts`), DefaultPreemption
 * (`plugins/defaultPreemption.ts`) and DefaultBinder (`Snapshot.assume`).
 * Source: kubernetes/kubernetes pkg/scheduler/apis/config/v1/default_plugins.go (1.34).
 */
export const DEFAULT_PLUGINS: readonly Plugin[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
  nodePorts,
  nodeResourcesFit,
  volumeRestrictions,
  nodeVolumeLimits,
  volumeBinding,
  volumeZone,
  podTopologySpread,
  interPodAffinity,
  nodeResourcesBalancedAllocation,
  imageLocality,
];
