import type { Seconds } from '../units';
import type { TimerName } from './timers';
import type { ZoneDisruption } from './zoneDisruption';

/** What an event of each kind says besides when and of whom; the sentences are in `messages/`. */
export interface EventArgs {
  zoneLost: { readonly zone: string };
  machineLost: { readonly machine: string };
  quorumLost: { readonly membersLeft: number; readonly apiServersLeft: number };
  etcdLeaderElected: { readonly membersLeft: number };
  controllersElected: { readonly seconds: number };
  targetsUnhealthy: { readonly loadBalancer: string; readonly interval: number; readonly checks: number };
  dnsUpdated: { readonly loadBalancer: string };
  nodeUnknown: { readonly node: string };
  zoneDisrupted: Pick<ZoneDisruption, 'zone' | 'state' | 'notReady' | 'nodes' | 'rate'> & { readonly everywhere: boolean };
  endpointsRemoved: { readonly service: string; readonly endpoints: number };
  nodeTainted: { readonly node: string };
  podEvicted: { readonly pod: string; readonly node: string; readonly isReplaced: boolean };
  podCollected: { readonly pod: string; readonly node: string; readonly isReplaced: boolean };
  podPreempted: { readonly pod: string; readonly node: string };
  podPending: { readonly pod: string; readonly waitsFor: string | null };
  podScheduled: { readonly pod: string; readonly node: string };
  volumeDetached: { readonly pod: string; readonly node: string };
  podRunning: { readonly pod: string; readonly node: string };
  instancesReplaced: { readonly group: string; readonly lost: number; readonly launched: number };
  nodeBooting: { readonly node: string; readonly zone: string };
  nodeReady: { readonly node: string; readonly zone: string };
  nodeCannotJoin: { readonly node: string; readonly zone: string };
  nodeDeleted: { readonly node: string; readonly byHand: boolean };
  autoscalerScans: { readonly pods: number };
}

export type EventKind = keyof EventArgs;

/** Whom an event is about, so that the board can show it. */
export interface EventSubject {
  readonly kind: 'zone' | 'node' | 'pod' | 'service' | 'group' | 'loadBalancer' | 'controlPlane';
  /** Name of the zone, Node, pod or Service; entity id of the group, load balancer or machine; '' for the control plane. */
  readonly name: string;
}

interface EventOf<Kind extends EventKind> {
  /** Since the loss; the latest that its timers allow. */
  readonly at: Seconds;
  readonly kind: Kind;
  readonly subject: EventSubject;
  readonly args: EventArgs[Kind];
  /** What it waited for; their values, defaults and sources are in `Timeline.timers`. */
  readonly timers: readonly TimerName[];
}

/** Something that happens after a loss: told by `eventText`. */
export type TimelineEvent = { readonly [Kind in EventKind]: EventOf<Kind> }[EventKind];
