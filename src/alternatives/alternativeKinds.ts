import type { AlternativeKind } from './alternative';
import { crossZone } from './kinds/crossZone';
import { externalTrafficPolicy } from './kinds/externalTrafficPolicy';
import { internalTrafficPolicy } from './kinds/internalTrafficPolicy';
import { targetType } from './kinds/targetType';
import { topologyMode } from './kinds/topologyMode';
import { topologySpread } from './kinds/topologySpread';
import { trafficDistribution } from './kinds/trafficDistribution';

/** Every kind in the order in which alternatives are listed: the Service's own fields, its pods’, its load balancer’s. */
export const alternativeKinds: readonly AlternativeKind[] = [externalTrafficPolicy, internalTrafficPolicy, trafficDistribution, topologyMode, topologySpread, crossZone, targetType];
