/** What findings and fixes say in English: one function a code. This is also the type that every language fills. */
export const en = {
  findings: {
    noEtcdMember: () => 'No etcd member votes: the cluster has no control plane that could schedule, scale or repair anything.',
    controlPlaneOneZone: ({ members, zone }: { members: number; zone: string }) =>
      `${members === 1 ? 'The only etcd member stands' : `All ${members} etcd members stand`} in ${zone}: losing that zone loses quorum, whatever runs elsewhere.`,
    etcdOneMember: () => 'With one etcd member, losing its machine loses the control plane; three members in three zones tolerate one failure.',
    etcdTwoMembers: () =>
      'Two etcd members need each other: quorum is 2 of 2, so they tolerate no failure, as one member does, with one more machine that can fail.',
    etcdZoneMajority: ({ zones, left, members, size, twoZones }: ZoneMajority) =>
      `Losing ${list(zones, 'or')} leaves ${left} of ${members} etcd members, and quorum needs ${size}.` +
      (twoZones ? ' Two zones can never survive the loss of the larger half.' : ''),
    etcdEvenMembers: ({ members, size, tolerates }: { members: number; size: number; tolerates: number }) =>
      `${members} etcd members need ${size} for quorum and tolerate ${tolerates} ${tolerates === 1 ? 'failure' : 'failures'}, no more than ${members - 1} members do.`,
    etcdMoreThanFive: ({ members }: { members: number }) =>
      `${members} etcd members: every write waits for a majority, and etcd recommends five` + (members > 7 ? ', seven at most.' : '.'),
    etcdLearner: ({ learners, members }: { learners: number; members: number }) =>
      `${learners === 1 ? 'A learner gets' : `${learners} learners get`} the log but no vote: quorum counts ${members} ${members === 1 ? 'member' : 'members'}.`,
    apiServerOneZone: ({ zones }: { zones: readonly string[] }) =>
      `Losing ${list(zones, 'or')} leaves etcd its quorum but no API server: nothing can be scheduled or repaired.`,
    noApiServer: () => 'etcd has members, but there is no API server in front of them: draw a control-plane node.',
    workloadZoneLoss: ({ workload, zones, frozen }: { workload: string; zones: readonly string[]; frozen: boolean }) =>
      `Losing ${list(zones, 'or')} takes ${workload} down: none of its pods runs` +
      (frozen ? ', and without quorum none is placed anew.' : ' once all has settled.'),
    workloadZoneDegraded: ({ workload, zones, after, needed }: Degraded) =>
      `Losing ${list(zones, 'or')} leaves ${workload} with ${after} of the ${needed} ${needed === 1 ? 'pod' : 'pods'} that it needs.`,
    podsPending: ({ workload, pending, reason }: { workload: string; pending: number; reason: string }) =>
      `${pending} ${pending === 1 ? 'pod' : 'pods'} of ${workload} ${pending === 1 ? 'is' : 'are'} Pending: ${reason}`,
    capacityNMinusOne: ({ zones, pods, zone }: { zones: readonly string[]; pods: number; zone: string }) =>
      `The nodes left after losing ${list(zones, 'or')} are too small: without ${zone}, ${pods} ${pods === 1 ? 'pod stays' : 'pods stay'} Pending for lack of room.`,
    serviceOnOneNode: ({ service, pods, node }: { service: string; pods: number; node: string }) =>
      `All ${pods} pods behind Service ${service} run on ${node}: when that node dies, the Service answers nobody until they are placed anew.`,
    noAntiAffinity: ({ workload, replicas }: { workload: string; replicas: number }) =>
      `Nothing in ${workload} keeps its ${replicas} replicas apart but the scheduler's soft defaults: several may share a node or a zone.`,
    singleReplica: ({ workload }: { workload: string }) =>
      `${workload} has one replica behind a Service: whenever its node dies, every request is dropped until it is placed anew.`,
    regionalGroupZonalVolume: ({ group, zones, workloads }: { group: string; zones: readonly string[]; workloads: readonly string[] }) =>
      `Group ${group} spans ${list(zones, 'and')}, and the EBS volumes of ${list(workloads, 'and')} are made in a zone before the pod is placed: no one can ask the group for a node in that zone.`,
    regionalGroupBoundVolume: ({ group, workloads }: { group: string; workloads: readonly string[] }) =>
      `Once bound, the EBS volumes of ${list(workloads, 'and')} tie their pods to one zone, and group ${group} spans several: an autoscaler cannot ask it for a node where the volume is.`,
    immediateBinding: ({ storageClass }: { storageClass: string }) =>
      `StorageClass ${storageClass} makes EBS volumes before the scheduler has chosen a node: a volume may land in a zone where its pod does not fit.`,
    sharedZonalVolume: ({ workload, replicas }: { workload: string; replicas: number }) =>
      `The ${replicas} replicas of Deployment ${workload} share one EBS claim: it ties them to one zone, and the volume attaches to one node at a time.`,
    volumeTiesPods: ({ workload }: { workload: string }) =>
      `An EBS volume lies in one zone: after that zone is lost, the pods of ${workload} that use one there stay Pending until it returns.`,
    instanceWithoutGroup: ({ instances }: { instances: readonly string[] }) =>
      `${list(instances, 'and')} ${instances.length === 1 ? 'belongs' : 'belong'} to no Auto Scaling group: nothing replaces ${instances.length === 1 ? 'it' : 'them'} after a failure, and nothing scales.`,
    autoscalerWithoutTemplate: ({ group, type }: { group: string; type: string }) =>
      `Group ${group} has no instance to copy, and the cluster autoscaler does not know its type ${type}: one such group stops every scale-up of the cluster ("No node info for: ${group}").`,
    autoscalerOverOrders: ({ workloads }: { workloads: readonly string[] }) =>
      `${list(workloads, 'and')} ${workloads.length === 1 ? 'spreads' : 'spread'} over zones with DoNotSchedule and over hostnames too: the cluster autoscaler can order a node more than it needs, since it counts a node that exists as new.`,
    nodeGroupsNotSimilar: ({ groups, labels }: { groups: readonly string[]; labels: readonly string[] }) =>
      `${list(groups, 'and')} are not balanced, though balance-similar-node-groups is on: their nodes differ in ${labels.length === 1 ? 'label' : 'labels'} ${list(labels, 'and')}. --balancing-ignore-label makes them similar.`,
    autoscalerStopsWithZone: ({ zone, nodes, all }: { zone: string; nodes: number; all: number }) =>
      `${zone} has ${nodes} of ${all} nodes. While more than 3 nodes and more than 45 % of all are not Ready, the cluster autoscaler scales nothing, in the other zones neither.`,
    deschedulerEndless: ({ pods, minutes }: { pods: number; minutes: number }) =>
      `The descheduler never comes to rest: every ${minutes} min it evicts pods (${pods} so far) that the scheduler puts back where its strategies do not want them.`,
    azRebalanceWithAutoscaler: ({ groups }: { groups: readonly string[] }) =>
      `AZRebalance of ${list(groups, 'and')} terminates instances without draining them, which the cluster autoscaler cannot see coming.`,
    balancedOnlyZoneLoss: ({ group, zone, lost, of }: { group: string; zone: string; lost: number; of: number }) =>
      `Group ${group} is balanced-only: losing ${zone} takes ${lost} of its ${of} ${of === 1 ? 'instance' : 'instances'}, and AWS launches none of them in another zone.`,
    rebalanceUndoesHandSet: ({ group, byZone, moved }: { group: string; byZone: readonly string[]; moved: number }) =>
      `The instances of ${group} are set by hand (${byZone.join(', ')}), and its AZRebalance is on: AWS would even them out and terminate ${moved} without draining.`,
    groupsAtMax: ({ zones, groups, pods }: { zones: readonly string[]; groups: readonly string[]; pods: number }) =>
      `Losing ${list(zones, 'or')} leaves up to ${pods} ${pods === 1 ? 'pod' : 'pods'} without room, and the cluster autoscaler cannot help: ${list(groups, 'and')} ${groups.length === 1 ? 'is at its maximum' : 'are at their maximum'}.`,
    trafficDropped: ({ service, dropped }: { service: string; dropped: number }) =>
      `${percent(dropped)} of the requests to Service ${service} find no endpoint.`,
    topologyKeysNoEndpoint: ({ service, dropped, keys }: { service: string; dropped: number; keys: readonly string[] }) =>
      `${percent(dropped)} of the requests to Service ${service} find no endpoint: none matches ${list(keys, 'or')}, and the keys do not end in "*".`,
    topologyKeysRemoved: ({ service, version }: { service: string; version: string }) =>
      version === '1.21'
        ? `topologyKeys of Service ${service} is gone in Kubernetes 1.22; trafficDistribution does the same job now.`
        : `Kubernetes ${version} has no topologyKeys: Service ${service} is routed as if it had none. Use trafficDistribution.`,
    hintsNotApplied: ({ service, reason }: { service: string; reason: string }) =>
      `Service ${service} asks for Topology Aware Routing but gets no hints: ${reason}.`,
    trafficDistributionVersion: ({ service, value, version, since }: DistributionVersion) =>
      `trafficDistribution ${value} of Service ${service} is on by default from Kubernetes ${since}; ${version} does not have it.`,
    nearbyTrafficSkew: ({ service, skew, pod, share }: { service: string; skew: number; pod: string; share: number }) =>
      `Service ${service} keeps traffic near: ${pod} takes ${percent(share)} of the requests, ${decimal(skew)} times the mean.`,
    localPolicySkew: ({ service, skew, largest }: { service: string; skew: number; largest: number }) =>
      `externalTrafficPolicy Local shares requests to Service ${service} by node, and its nodes hold unequal numbers of pods: one pod takes ${percent(largest)}, ${decimal(skew)} times the mean.`,
    serviceWithoutPods: ({ service, empty }: { service: string; empty: boolean }) =>
      empty ? `Service ${service} has no selector, so it has no endpoints.` : `No workload in its namespace carries the labels that Service ${service} selects.`,
    istioFailoverInactive: () => "Istio's locality failover does nothing without outlier detection: traffic goes to every zone.",
    istioRuleRejected: ({ reason }: { reason: string }) => `istiod refuses the DestinationRule: ${reason}. Sidecars share requests as if there were no rule.`,
    istioDistributeBlocksFailover: ({ from, to }: { from: string; to: string }) =>
      `Istio sends requests from ${from} to ${to} only: distribute never fails over, and without an endpoint there they are answered 503.`,
    istioNeverEjects: ({ services }: { services: readonly string[] }) =>
      `Outlier detection ejects no endpoint of ${list(services, 'and')}: Envoy puts out 10 % at most, and below 10 endpoints that is none. Set maxEjectionPercent.`,
    istioNotReadyCounted: ({ service, zone, endpoints, keeps }: { service: string; zone: string; endpoints: number; keeps: number }) =>
      `Since Istio 1.31 pods that are not ready count: with one of the ${endpoints} endpoints of ${service} in ${zone} ready, that one keeps ${keeps} % of the zone's requests and the rest leaves the zone; up to 1.30 it got them all.`,
    loadBalancerOneZone: ({ loadBalancer, zone, alb }: { loadBalancer: string; zone: string; alb: boolean }) =>
      `Load balancer ${loadBalancer} is enabled in ${zone} only: losing that zone cuts off its clients.` + (alb ? ' An ALB needs at least two zones.' : ''),
    loadBalancerZoneSkew: ({ loadBalancer, skew, largest }: { loadBalancer: string; skew: number; largest: number }) =>
      `Load balancer ${loadBalancer} gives each zone as much, and zones hold unequal numbers of its pods: one pod takes ${percent(largest)}, ${decimal(skew)} times the mean.`,
    loadBalancerZoneNotEnabled: ({ loadBalancer, zones }: { loadBalancer: string; zones: readonly string[] }) =>
      `Load balancer ${loadBalancer} is not enabled in ${list(zones, 'or')}: targets there get no traffic.`,
    loadBalancerZoneWithoutTargets: ({ loadBalancer, zones }: { loadBalancer: string; zones: readonly string[] }) =>
      `Load balancer ${loadBalancer} has no target in ${list(zones, 'and')} and no cross-zone load balancing: DNS leaves ${zones.length === 1 ? 'that zone' : 'those zones'} out.`,
    singleNat: ({ zones }: { zones: number }) =>
      `One NAT gateway serves ${zones} zones: losing its zone cuts all of them off from the internet, and traffic to it crosses zones.`,
    noNat: ({ workloads }: { workloads: readonly string[] }) =>
      `${list(workloads, 'and')} ${workloads.length === 1 ? 'calls' : 'call'} the internet, but the private subnets have no NAT gateway.`,
    databaseOneZone: ({ database, zone }: { database: string; zone: string }) =>
      `Database ${database} lies in ${zone} only: losing that zone loses it until it is restored.`,
    fileSystemOneZone: ({ fileSystem, zone }: { fileSystem: string; zone: string }) =>
      `File system ${fileSystem} is EFS One Zone in ${zone}: losing that zone takes it away from pods in every zone.`,
    mountTargetMissing: ({ fileSystem, zones }: { fileSystem: string; zones: readonly string[] }) =>
      `File system ${fileSystem} has no mount target in ${list(zones, 'or')}: pods there mount it through another zone, pay for it, and fail with it.`,
    subnetAddresses: ({ zone, needs, has, lost }: { zone: string; needs: number; has: number; lost: string | null }) =>
      `The private subnet of ${zone} has ${has} addresses; nodes and pods take ${needs}${lost === null ? '' : ` once ${lost} is lost`} (VPC CNI with one warm network interface a node).`,
    subnetsDoNotFit: ({ vpc, privatePrefix, publicPrefix }: { vpc: string; privatePrefix: number; publicPrefix: number }) =>
      `Subnets of the sizes asked for do not fit into the VPC: the export uses ${vpc} with private /${privatePrefix} and public /${publicPrefix}.`,
    pdbBlocksEviction: ({ workload, replicas }: { workload: string; replicas: number }) =>
      `The PodDisruptionBudget of ${workload} wants all ${replicas} replicas healthy: draining any of its nodes hangs, and so does every upgrade.`,
    statefulSetWithoutPdb: ({ workload }: { workload: string }) =>
      `StatefulSet ${workload} has no PodDisruptionBudget: a drain may evict several of its members at once.`,
    noRequests: ({ workload }: { workload: string }) =>
      `Containers of ${workload} request no CPU or no memory: the scheduler counts them as nothing, and nodes fill beyond what they can carry.`,
    zoneNotInRegion: ({ zone, region, letters }: { zone: string; region: string; letters: readonly string[] }) =>
      `${region} has no zone ${zone}; its zones are ${list(letters, 'and')}.`,
    unknownInstanceType: ({ type, region, known }: { type: string; region: string; known: boolean }) =>
      known
        ? `${region} has no price for ${type}: the total lacks it, and the region may not offer it.`
        : `Instance type ${type} is not in the catalog: it is counted as 2 vCPU, 8 GiB and 29 pods, without a price.`,
    eksVersionSupport: ({ version, ended, unsupported }: { version: string; ended: string; unsupported: boolean }) =>
      unsupported
        ? `Extended support for Kubernetes ${version} on EKS ended on ${ended}: AWS upgrades such clusters itself.`
        : `Standard support for Kubernetes ${version} on EKS ended on ${ended}: the cluster is charged at the price of extended support, and this design counts the standard one.`,
    spotShare: ({ group, share }: { group: string; share: number }) =>
      `${percent(share)} of group ${group} above its base is spot capacity: AWS takes it back with two minutes' notice, often many instances of a type in a zone at once.`,
    teachingVersion: () => 'Kubernetes 1.21 is here for topologyKeys only: pods are scheduled by the rules of 1.34.',
    addonNotSimulated: ({ names }: { names: readonly string[] }) =>
      `Verdicts are those of the replicas as drawn: what ${list(names, 'and')} ${names.length === 1 ? 'makes' : 'make'} of them under this traffic is in Scaling (command line: hpa).`,
  },
  fixes: {
    addControlPlane: ({ zones }: { zones: number }) => `Add three control-plane nodes over ${zones} ${zones === 1 ? 'zone' : 'zones'}`,
    useEks: () => 'Let EKS run the control plane',
    spreadMembers: ({ zones }: { zones: number }) => `Spread the members over ${zones} zones`,
    addMember: ({ zone }: { zone: string }) => `Add a member in ${zone}`,
    removeMembers: ({ ids }: { ids: readonly string[] }) => `Remove ${list(ids, 'and')}`,
    promoteLearners: () => 'Let the learners vote',
    addApiServer: ({ zone }: { zone: string }) => `Add an API server in ${zone}`,
    spreadOverZones: ({ workload }: { workload: string }) => `Spread ${workload} over zones`,
    spreadOverNodes: ({ workload }: { workload: string }) => `Spread ${workload} over nodes`,
    setReplicas: ({ workload, replicas }: { workload: string; replicas: number }) => `Run ${replicas} replicas of ${workload}`,
    oneMoreEach: ({ groups }: { groups: number }): string => (groups === 1 ? 'One more instance in each zone of the group' : 'One more instance in each zone of every group'),
    headroom: ({ groups }: { groups: readonly { readonly id: string; readonly before: number; readonly after: number }[] }) =>
      `As many instances as any one zone’s loss needs: ${groups.map(({ id, before, after }) => `${id} ${before} → ${after}`).join(', ')}`,
    zonalGroups: ({ group, count }: { group: string; count: number }) => `Split ${group} into ${count} groups, one for each zone`,
    waitForFirstConsumer: ({ storageClass }: { storageClass: string }) => `Bind volumes of ${storageClass} when the pod is placed (WaitForFirstConsumer)`,
    moveToEfs: ({ workload }: { workload: string }) => `Keep the data of ${workload} on EFS`,
    useStatefulSet: ({ workload }: { workload: string }) => `Make ${workload} a StatefulSet, with a volume for each replica`,
    intoGroups: ({ count }: { count: number }) => (count === 1 ? 'Replace by an Auto Scaling group' : `Replace by ${count} Auto Scaling groups`),
    bestEffort: ({ group }: { group: string }) => `Launch instances of ${group} in another zone where one fails (balanced-best-effort)`,
    raiseMax: ({ groups }: { groups: number }): string => (groups === 1 ? 'Raise the maximum of the group by half' : 'Raise the maximum of the groups by half'),
    suspendAzRebalance: () => 'Suspend AZRebalance',
    maxUnavailableOne: ({ workload }: { workload: string }) => `Allow one unavailable pod of ${workload}`,
    crossZoneOn: ({ loadBalancer }: { loadBalancer: string }) => `Turn cross-zone load balancing on for ${loadBalancer}`,
    useClusterPolicy: ({ service }: { service: string }) => `Use externalTrafficPolicy Cluster for ${service} (source IP is lost)`,
    preferSameZone: ({ service, trafficDistribution }: { service: string; trafficDistribution: string }) => `Use trafficDistribution ${trafficDistribution} for ${service}`,
    fallBackToAny: ({ service }: { service: string }) => `End the keys of ${service} in "*"`,
    outlierDetection: () => 'Turn outlier detection on',
    natPerZone: () => 'One NAT gateway for each zone',
    multiAz: () => 'Add a standby in another zone (Multi-AZ)',
    regionalFileSystem: () => 'Make it regional, with a mount target in every zone',
    addMountTargets: ({ zones }: { zones: readonly string[] }) => `Add mount targets in ${list(zones, 'and')}`,
    enableZones: ({ zones }: { zones: readonly string[] }) => `Enable it in ${list(zones, 'and')}`,
    crossZone: () => 'Turn cross-zone load balancing on',
    largerSubnets: ({ prefix }: { prefix: number }) => `Use private subnets of /${prefix}`,
    kubernetesVersion: ({ version }: { version: string }) => `Move to Kubernetes ${version}`,
    extendedSupport: () => 'Count the price of extended support',
  },
};

export type Messages = typeof en;

interface ZoneMajority {
  readonly zones: readonly string[];
  readonly left: number;
  readonly members: number;
  readonly size: number;
  readonly twoZones: boolean;
}

interface Degraded {
  readonly workload: string;
  readonly zones: readonly string[];
  readonly after: number;
  readonly needed: number;
}

interface DistributionVersion {
  readonly service: string;
  readonly value: string;
  readonly version: string;
  readonly since: string;
}

/** `a`, `a and b`, `a, b and c`. */
function list(names: readonly string[], word: 'and' | 'or'): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** At most one decimal: `33.3 %`. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}
