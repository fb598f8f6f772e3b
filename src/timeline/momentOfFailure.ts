import { usageOf } from '../cluster/usage';
import type { Aftermath, AftermathPod } from '../evaluation';
import type { Baseline } from '../failure/baseline';
import { fail } from '../failure/fail';
import type { Scenario } from '../failure/scenario';
import type { Timeline } from './createTimeline';
import type { NodePhase, PodPhase, PodState } from './state';

/** A moment between the loss and its end, as a board shows an aftermath: where each pod is, and what is dropped. */
export interface MomentOfFailure extends Aftermath {
  /** Seconds since the loss. */
  readonly at: number;
  readonly nodePhases: readonly { readonly node: string; readonly phase: NodePhase }[];
  readonly podPhases: Readonly<Record<PodPhase, number>>;
  /** Of all Services. */
  readonly errorsPerSecond: number;
  /** Of each, by `namespace/name`. */
  readonly serviceErrors: readonly { readonly service: string; readonly perSecond: number }[];
}

const FATES: Readonly<Record<PodPhase, AftermathPod['fate']>> = {
  running: 'unchanged',
  unreachable: 'lost',
  notReady: 'lost',
  terminating: 'lost',
  lost: 'lost',
  pending: 'pending',
  containerCreating: 'starting',
};

/** Works out moments of a timeline, each when it is asked for; linear in nodes and pods. */
export function momentsOf(baseline: Baseline, scenario: Scenario, timeline: Timeline): (seconds: number) => MomentOfFailure {
  const { placed } = baseline;
  const end = fail(baseline, scenario);
  const messages = new Map(end.pending.map(({ pod, message }) => [pod, message]));
  const before = new Map(placed.cluster.pods.map((pod) => [pod.key, pod]));
  return (seconds) => {
    const state = timeline.stateAt(seconds);
    const { at, pods, nodes, services } = state;
    const zones = new Map(nodes.map(({ node, zone }) => [node, zone]));
    const phases: Record<PodPhase, number> = { running: 0, unreachable: 0, notReady: 0, terminating: 0, pending: 0, containerCreating: 0, lost: 0 };
    for (const { phase } of pods) phases[phase]++;
    const states = new Map(services.map((service) => [service.service, service]));
    const now = (service: Aftermath['services'][number]) => {
      const own = states.get(service.name);
      return own === undefined ? service : { ...service, dropped: own.dropped, skew: own.skew };
    };
    const known = new Set(nodes.map(({ node }) => node));
    const isSettled = at === timeline.settledAt;
    return {
      ...end,
      at,
      podsRunningAfter: phases.running,
      podsPendingAfter: phases.pending,
      services: isSettled ? end.services : end.services.map(now),
      traffic: isSettled ? end.traffic : state.traffic,
      newNodes: end.newNodes.filter(({ name }) => known.has(name)),
      pods: pods.map((pod) => podOf(pod, zones, placed.nodeOf.get(pod.pod))),
      pending: pods.filter(({ phase }) => phase === 'pending').map(({ pod }) => ({ pod, message: messages.get(pod) ?? '' })),
      usage: isSettled ? end.usage : usageAt(),
      nodePhases: nodes.map(({ node, phase }) => ({ node, phase })),
      podPhases: phases,
      errorsPerSecond: services.reduce((sum, { errorsPerSecond }) => sum + errorsPerSecond, 0),
      serviceErrors: services.map(({ service, errorsPerSecond }) => ({ service, perSecond: errorsPerSecond })),
    };

    function usageAt(): Aftermath['usage'] {
      const gone = new Set(end.deadNodes);
      const nodeOf = new Map(pods.flatMap(({ pod, node, phase }) => (node === null || phase === 'pending' || gone.has(node) ? [] : [[pod, node] as const])));
      const { settled } = timeline;
      const running = [...placed.cluster.nodes, ...settled.launched].filter(({ name }) => known.has(name) && !gone.has(name));
      return usageOf(running, settled.pods, nodeOf);
    }

    function podOf({ pod, workload, ordinal, phase, node }: PodState, zoneOf: ReadonlyMap<string, string>, from: string | undefined): AftermathPod {
      const fate = phase === 'running' && (node !== from || !before.has(pod)) ? 'moved' : FATES[phase];
      const where = phase === 'pending' ? null : node;
      return { pod, workload, ordinal, node: where, zone: zoneOf.get(where ?? '') ?? null, fate };
    }
  };
}
