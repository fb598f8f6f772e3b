import type { Rule } from './finding';
import { addonNotSimulated } from './rules/addonNotSimulated';
import { apiServerOneZone } from './rules/apiServerOneZone';
import { autoscalerOverOrders } from './rules/autoscalerOverOrders';
import { autoscalerStopsWithZone } from './rules/autoscalerStopsWithZone';
import { autoscalerWithoutTemplate } from './rules/autoscalerWithoutTemplate';
import { azRebalanceWithAutoscaler } from './rules/azRebalanceWithAutoscaler';
import { balancedOnlyZoneLoss } from './rules/balancedOnlyZoneLoss';
import { capacityNMinusOne } from './rules/capacityNMinusOne';
import { controlPlaneOneZone } from './rules/controlPlaneOneZone';
import { databaseOneZone } from './rules/databaseOneZone';
import { deschedulerEndless } from './rules/deschedulerEndless';
import { eksVersionSupport } from './rules/eksVersionSupport';
import { etcdEvenMembers } from './rules/etcdEvenMembers';
import { etcdLearner } from './rules/etcdLearner';
import { etcdMoreThanFive } from './rules/etcdMoreThanFive';
import { etcdOneMember } from './rules/etcdOneMember';
import { etcdTwoMembers } from './rules/etcdTwoMembers';
import { etcdZoneMajority } from './rules/etcdZoneMajority';
import { fileSystemOneZone } from './rules/fileSystemOneZone';
import { groupsAtMax } from './rules/groupsAtMax';
import { hintsNotApplied } from './rules/hintsNotApplied';
import { immediateBinding } from './rules/immediateBinding';
import { instanceWithoutGroup } from './rules/instanceWithoutGroup';
import { istioDistributeBlocksFailover } from './rules/istioDistributeBlocksFailover';
import { istioFailoverInactive } from './rules/istioFailoverInactive';
import { istioNeverEjects } from './rules/istioNeverEjects';
import { istioNotReadyCounted } from './rules/istioNotReadyCounted';
import { istioRuleRejected } from './rules/istioRuleRejected';
import { loadBalancerOneZone } from './rules/loadBalancerOneZone';
import { loadBalancerZoneNotEnabled } from './rules/loadBalancerZoneNotEnabled';
import { loadBalancerZoneWithoutTargets } from './rules/loadBalancerZoneWithoutTargets';
import { loadBalancerZoneSkew } from './rules/loadBalancerZoneSkew';
import { localPolicySkew } from './rules/localPolicySkew';
import { mountTargetMissing } from './rules/mountTargetMissing';
import { nearbyTrafficSkew } from './rules/nearbyTrafficSkew';
import { noAntiAffinity } from './rules/noAntiAffinity';
import { nodeGroupsNotSimilar } from './rules/nodeGroupsNotSimilar';
import { noEtcdMember } from './rules/noEtcdMember';
import { noNat } from './rules/noNat';
import { noRequests } from './rules/noRequests';
import { pdbBlocksEviction } from './rules/pdbBlocksEviction';
import { podsPending } from './rules/podsPending';
import { rebalanceUndoesHandSet } from './rules/rebalanceUndoesHandSet';
import { regionalGroupBoundVolume } from './rules/regionalGroupBoundVolume';
import { regionalGroupZonalVolume } from './rules/regionalGroupZonalVolume';
import { serviceOnOneNode } from './rules/serviceOnOneNode';
import { serviceWithoutPods } from './rules/serviceWithoutPods';
import { sharedZonalVolume } from './rules/sharedZonalVolume';
import { singleNat } from './rules/singleNat';
import { singleReplica } from './rules/singleReplica';
import { spotShare } from './rules/spotShare';
import { statefulSetWithoutPdb } from './rules/statefulSetWithoutPdb';
import { subnetAddresses } from './rules/subnetAddresses';
import { subnetsDoNotFit } from './rules/subnetsDoNotFit';
import { teachingVersion } from './rules/teachingVersion';
import { topologyKeysNoEndpoint } from './rules/topologyKeysNoEndpoint';
import { topologyKeysRemoved } from './rules/topologyKeysRemoved';
import { trafficDistributionVersion } from './rules/trafficDistributionVersion';
import { trafficDropped } from './rules/trafficDropped';
import { unknownInstanceType } from './rules/unknownInstanceType';
import { volumeTiesPods } from './rules/volumeTiesPods';
import { workloadZoneDegraded } from './rules/workloadZoneDegraded';
import { workloadZoneLoss } from './rules/workloadZoneLoss';
import { zoneNotInRegion } from './rules/zoneNotInRegion';

/** Every rule, in the order in which findings of one severity are listed: from the control plane down to the small print. */
export const rules: readonly Rule[] = [
  noEtcdMember,
  controlPlaneOneZone,
  etcdTwoMembers,
  etcdZoneMajority,
  apiServerOneZone,
  etcdOneMember,
  etcdEvenMembers,
  etcdMoreThanFive,
  workloadZoneLoss,
  workloadZoneDegraded,
  podsPending,
  capacityNMinusOne,
  groupsAtMax,
  serviceOnOneNode,
  noAntiAffinity,
  singleReplica,
  regionalGroupZonalVolume,
  regionalGroupBoundVolume,
  immediateBinding,
  sharedZonalVolume,
  instanceWithoutGroup,
  balancedOnlyZoneLoss,
  autoscalerWithoutTemplate,
  autoscalerStopsWithZone,
  autoscalerOverOrders,
  nodeGroupsNotSimilar,
  deschedulerEndless,
  azRebalanceWithAutoscaler,
  rebalanceUndoesHandSet,
  trafficDropped,
  topologyKeysNoEndpoint,
  topologyKeysRemoved,
  hintsNotApplied,
  trafficDistributionVersion,
  nearbyTrafficSkew,
  localPolicySkew,
  serviceWithoutPods,
  istioFailoverInactive,
  istioRuleRejected,
  istioDistributeBlocksFailover,
  istioNeverEjects,
  istioNotReadyCounted,
  loadBalancerOneZone,
  loadBalancerZoneNotEnabled,
  loadBalancerZoneSkew,
  loadBalancerZoneWithoutTargets,
  singleNat,
  noNat,
  databaseOneZone,
  fileSystemOneZone,
  mountTargetMissing,
  subnetAddresses,
  subnetsDoNotFit,
  pdbBlocksEviction,
  statefulSetWithoutPdb,
  noRequests,
  zoneNotInRegion,
  unknownInstanceType,
  eksVersionSupport,
  etcdLearner,
  volumeTiesPods,
  spotShare,
  teachingVersion,
  addonNotSimulated,
];
