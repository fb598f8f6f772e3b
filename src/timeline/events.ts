import { compareBytes } from '../byteOrder';
import { matchesLabels } from '../kubernetes/selector';
import type { Routing } from '../routing/routing';
import { never, type Seconds } from '../units';
import type { Course } from './course';
import { HEALTH_CHECKS, loadBalancersConcerned } from './loadBalancerTimes';
import type { DeadNode, Joining } from './nodeTimes';
import type { Passage } from './passages';
import type { EventArgs, EventKind, EventSubject, TimelineEvent } from './timelineEvent';
import type { TimerName } from './timers';

/** In the order in which they are told where several happen at once: what causes before what follows. */
const ORDER: readonly EventKind[] = [
  'zoneLost',
  'machineLost',
  'quorumLost',
  'etcdLeaderElected',
  'controllersElected',
  'targetsUnhealthy',
  'nodeUnknown',
  'zoneDisrupted',
  'endpointsRemoved',
  'dnsUpdated',
  'instancesReplaced',
  'nodeBooting',
  'nodeReady',
  'nodeCannotJoin',
  'nodeTainted',
  'nodeDeleted',
  'podEvicted',
  'podCollected',
  'podPreempted',
  'podPending',
  'autoscalerScans',
  'podScheduled',
  'volumeDetached',
  'podRunning',
];
const RANK = new Map(ORDER.map((kind, rank) => [kind, rank]));

/** All that happens, in order of time. Linear in nodes and pods, but for the sorting. */
export function eventsOf(course: Course, routing: Routing): readonly TimelineEvent[] {
  const events = [...ofTheLoss(course), ...ofLoadBalancers(course), ...ofNodes(course), ...ofEndpoints(course, routing), ...ofPods(course)];
  const rank = ({ kind }: TimelineEvent) => RANK.get(kind) ?? 0;
  return events.sort((a, b) => a.at - b.at || rank(a) - rank(b) || compareBytes(a.subject.name, b.subject.name));
}

/** Nothing where it does not happen. */
function event<Kind extends EventKind>(at: Seconds, kind: Kind, subject: EventSubject, args: EventArgs[Kind], ...timers: readonly TimerName[]): readonly TimelineEvent[] {
  // The compiler does not see that kind and args belong together.
  return at < never ? [{ at, kind, subject, args, timers } as unknown as TimelineEvent] : [];
}

const CONTROL_PLANE: EventSubject = { kind: 'controlPlane', name: '' };
const LOSS = 0 as Seconds;

function ofTheLoss({ settled, timers, leaders }: Course): readonly TimelineEvent[] {
  const { zones, nodes, controlPlane, frozen } = settled.loss;
  const { membersLeft, apiServersLeft } = controlPlane;
  const seconds = timers.leaderLeaseDuration.value + timers.leaderRetryPeriod.value;
  return [
    ...zones.flatMap((zone) => event(LOSS, 'zoneLost', { kind: 'zone', name: zone }, { zone })),
    ...nodes.flatMap((machine) => event(LOSS, 'machineLost', { kind: 'node', name: machine }, { machine })),
    ...event(frozen ? LOSS : never, 'quorumLost', CONTROL_PLANE, { membersLeft, apiServersLeft }),
    ...event(leaders.etcd, 'etcdLeaderElected', CONTROL_PLANE, { membersLeft }, 'etcdElectionTimeout'),
    ...event(leaders.controllers, 'controllersElected', CONTROL_PLANE, { seconds }, 'leaderLeaseDuration', 'leaderRetryPeriod'),
  ];
}

function ofLoadBalancers({ placed, settled, timers, loadBalancers }: Course): readonly TimelineEvent[] {
  return loadBalancersConcerned(placed, settled.loss).flatMap(({ id, type }) => {
    const subject: EventSubject = { kind: 'loadBalancer', name: id };
    const [interval, threshold] = HEALTH_CHECKS[type];
    const { targetsAt, dnsAt } = loadBalancers[type];
    const args = { loadBalancer: id, interval: timers[interval].value, checks: timers[threshold].value };
    return [
      ...event(targetsAt, 'targetsUnhealthy', subject, args, interval, threshold),
      ...event(dnsAt, 'dnsUpdated', subject, { loadBalancer: id }, interval, threshold, 'loadBalancerZoneCheck', 'loadBalancerDnsTtl'),
    ];
  });
}

function ofNodes({ nodes: { dead, joining, disruption }, scannedAt, passages }: Course): readonly TimelineEvent[] {
  const all = [...dead.values()];
  const unknownAt = all[0]?.unknownAt ?? never;
  const groups = new Map<string, DeadNode[]>();
  for (const each of all) if (each.node.group !== null) groups.set(each.node.group, [...(groups.get(each.node.group) ?? []), each]);
  const states = new Map(disruption.zones.map((zone) => [zone.zone, zone.state]));
  const waiting = passages.filter(({ reason, createdAt, scheduledAt }) => reason === 'lost' && createdAt < scannedAt && scheduledAt >= scannedAt).length;
  return [
    ...disruption.zones.flatMap((zone) => event(unknownAt, 'zoneDisrupted', { kind: 'zone', name: zone.zone }, { ...zone, everywhere: disruption.everywhere }, 'unhealthyZoneThreshold', 'largeClusterSizeThreshold')),
    ...all.flatMap((each) => ofDeadNode(each, states.get(each.node.zoneName) === 'PartialDisruption')),
    ...[...groups].flatMap(([group, lost]) => {
      const launched = joining.filter(({ node }) => node.group === group).length;
      return event(lost[0]?.unhealthyAt ?? never, 'instancesReplaced', { kind: 'group', name: group }, { group, lost: lost.length, launched }, 'statusCheckInterval', 'statusCheckFailures', 'groupHealthCheck');
    }),
    ...joining.flatMap(ofJoining),
    ...event(scannedAt, 'autoscalerScans', CONTROL_PLANE, { pods: waiting }, 'clusterAutoscalerScanInterval'),
  ];
}

function ofDeadNode({ node: { name, group }, unknownAt, taintedAt, deletedAt }: DeadNode, isPartial: boolean): readonly TimelineEvent[] {
  const subject: EventSubject = { kind: 'node', name };
  const byHand = group === null;
  const removal: readonly TimerName[] = byHand ? ['removalByHand'] : ['instanceTermination', 'nodeMonitorPeriod'];
  return [
    ...event(unknownAt, 'nodeUnknown', subject, { node: name }, 'nodeMonitorGracePeriod', 'nodeMonitorPeriod', 'nodeLeaseRenewInterval'),
    ...event(taintedAt, 'nodeTainted', subject, { node: name }, isPartial ? 'secondaryNodeEvictionRate' : 'nodeEvictionRate'),
    ...event(deletedAt, 'nodeDeleted', subject, { node: name, byHand }, ...removal),
  ];
}

function ofJoining({ node: { name, zoneName: zone }, launchedAt, bootedAt, readyAt }: Joining): readonly TimelineEvent[] {
  const subject: EventSubject = { kind: 'node', name };
  return [
    ...event(launchedAt, 'nodeBooting', subject, { node: name, zone }, 'instanceLaunch'),
    ...event(readyAt, 'nodeReady', subject, { node: name, zone }, 'instanceBoot', 'nodeJoin'),
    ...event(readyAt < never ? never : bootedAt, 'nodeCannotJoin', subject, { node: name, zone }, 'instanceBoot'),
  ];
}

function ofEndpoints({ noticedAt, passages }: Course, { services, servicesOfWorkload }: Routing): readonly TimelineEvent[] {
  if (noticedAt === never) return [];
  const endpoints = new Map<string, number>();
  for (const { reason, pod } of passages) {
    if (reason !== 'lost') continue;
    for (const number of servicesOfWorkload.get(pod.workload) ?? []) {
      const service = services[number];
      if (service === undefined || (service.podSelector !== null && !matchesLabels(service.podSelector, pod.object.metadata.labels))) continue;
      endpoints.set(service.key, (endpoints.get(service.key) ?? 0) + 1);
    }
  }
  return [...endpoints].flatMap(([service, count]) =>
    event(noticedAt, 'endpointsRemoved', { kind: 'service', name: service }, { service, endpoints: count }, 'nodeMonitorGracePeriod', 'nodeMonitorPeriod', 'endpointPropagation'),
  );
}

function ofPods({ passages, nodes }: Course): readonly TimelineEvent[] {
  const joining = new Set(nodes.joining.map(({ node }) => node.name));
  const events: TimelineEvent[] = [];
  for (const passage of passages) events.push(...ofPod(passage, joining));
  return events;
}

function ofPod(passage: Passage, joining: ReadonlySet<string>): readonly TimelineEvent[] {
  const { pod: { key: pod }, traits, reason, from = '', to, deletedAt, goneAt, createdAt, scheduledAt, detachedAt, attachedAt, readyAt } = passage;
  const subject: EventSubject = { kind: 'pod', name: pod };
  const isLost = reason === 'lost';
  const evictedAt = isLost && deletedAt < goneAt ? deletedAt : never;
  // That the old object of a pod is gone for good is told only where something comes of it.
  const collectedAt = isLost && (evictedAt === never || createdAt >= goneAt) ? goneAt : never;
  const waits = (reason === 'lost' || reason === 'preempted') && scheduledAt > createdAt;
  const node = to ?? '';
  return [
    ...event(evictedAt, 'podEvicted', subject, { pod, node: from, isReplaced: createdAt === deletedAt }, 'defaultTolerationSeconds'),
    ...event(collectedAt, 'podCollected', subject, { pod, node: from, isReplaced: createdAt === goneAt }, 'podGcQuarantine', 'podGcPeriod'),
    ...event(reason === 'preempted' ? deletedAt : never, 'podPreempted', subject, { pod, node: from }, 'terminationGracePeriod'),
    ...event(waits ? createdAt : never, 'podPending', subject, { pod, waitsFor: to !== undefined && joining.has(to) ? to : null }),
    ...event(scheduledAt > createdAt ? scheduledAt : never, 'podScheduled', subject, { pod, node }),
    ...event(isLost && detachedAt > scheduledAt ? detachedAt : never, 'volumeDetached', subject, { pod, node: from }, 'forceDetach'),
    ...event(readyAt, 'podRunning', subject, { pod, node }, ...(traits.attaches && attachedAt > scheduledAt ? (['volumeAttach', 'podStart'] as const) : (['podStart'] as const))),
  ];
}
