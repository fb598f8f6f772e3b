import type { TimelineSummary, Traffic } from '../evaluation';
import type { Baseline } from '../failure/baseline';
import type { Loss, Scenario } from '../failure/scenario';
import type { Settled } from '../failure/settle';
import type { Routed } from '../routing/routeState';
import { trafficOf } from '../routing/traffic';
import type { Seconds } from '../units';
import { courseOf, type Course } from './course';
import { eventsOf } from './events';
import { requestErrors, type ErrorRate, type RequestErrors } from './requestErrors';
import { routedAt, serviceStates, type ServiceState } from './serviceTraffic';
import { nodesAt, podsAt, type NodeState, type PodState } from './state';
import { summaryOf } from './summary';
import type { TimelineEvent } from './timelineEvent';
import { timersOf, type Timers, type TimerValues } from './timers';

/*
 * A failure in time: from the moment of a loss, when AWS and Kubernetes do what, and what holds at any moment between.
 *
 *   baseline ─┐                        ┌─> events ──> eventText(event, language)
 *   scenario ─┼─> courseOf ──> Course ─┼─> stateAt(t): pods, nodes, Services
 *   timers ───┘   (every moment once)  └─> summary: the figures of the failure matrix
 *
 *   const timeline = createTimeline(baselineOf(place(design, catalog)), { zones: ['ap-northeast-2b'], nodes: [] });
 *   timeline.events                    // all, in order of time
 *   timeline.eventsBefore(60)          // those of the first minute
 *   timeline.stateAt(60)               // what the board shows then
 *   createTimeline(baseline, scenario, { defaultTolerationSeconds: 30 })
 *
 * States and figures are worked out when they are asked for. The state at the loss is the cluster of before with the dead
 * dead; from `settledAt` on it is the aftermath of `simulateFailure`, whose placement decides where pods go: the timeline
 * says when. Times are the latest that the timers allow. Not modelled: a zone that comes back, probes and image sizes,
 * the registration of new targets at load balancers, unready addresses that a Service publishes, retries of clients.
 */

export interface Timeline {
  readonly loss: Loss;
  /** Without a control plane Kubernetes changes nothing: groups and load balancers alone act. */
  readonly frozen: boolean;
  readonly timers: Timers;
  readonly events: readonly TimelineEvent[];
  /** Nothing changes any more from here on. */
  readonly settledAt: Seconds;
  readonly summary: TimelineSummary;
  /** The cluster at the end. */
  readonly settled: Settled;
  /** Requests that fail, from each moment on until the next. */
  readonly errorRates: readonly ErrorRate[];
  /** What has happened by a moment (seconds since the loss), that moment included. */
  readonly eventsBefore: (at: number) => readonly TimelineEvent[];
  readonly stateAt: (at: number) => TimelineState;
}

export interface TimelineState {
  readonly at: Seconds;
  /** In queue order; those of new nodes last. */
  readonly pods: readonly PodState[];
  readonly nodes: readonly NodeState[];
  /** By `namespace/name`; made when it is asked for. */
  readonly services: readonly ServiceState[];
  /** Where the requests go, in full; made when it is asked for. */
  readonly traffic: Traffic;
}

/** The timeline of a scenario. `values`: timers that are not to be the default. */
export function createTimeline(baseline: Baseline, scenario: Scenario, values: TimerValues = {}): Timeline {
  const { placed, routing } = baseline;
  const timers = timersOf(placed.design.settings.kubernetesVersion, values);
  const course = courseOf(placed, scenario, timers);
  const { loss } = course.settled;
  let known: readonly TimelineEvent[] | undefined;
  let errors: RequestErrors | undefined;
  let summary: TimelineSummary | undefined;
  const errorsOf = () => (errors ??= requestErrors(course, routing));
  const events = () => (known ??= eventsOf(course, routing));
  return {
    loss,
    frozen: loss.frozen,
    timers,
    get events() {
      return events();
    },
    settledAt: course.settledAt,
    get summary() {
      return (summary ??= summaryOf(course, errorsOf()));
    },
    settled: course.settled,
    get errorRates() {
      return errorsOf().rates;
    },
    eventsBefore: (at) => {
      const next = events().findIndex((event) => event.at > at);
      return next === -1 ? events() : events().slice(0, next);
    },
    stateAt: (at) => stateOf(course, routing, at),
  };
}

function stateOf(course: Course, routing: Baseline['routing'], moment: number): TimelineState {
  const at = Math.max(0, Math.min(moment, course.settledAt)) as Seconds;
  let routed: Routed | undefined;
  const routedOnce = () => (routed ??= routedAt(course, routing, at));
  return {
    at,
    pods: podsAt(course, at),
    nodes: nodesAt(course, at),
    get services() {
      return serviceStates(routedOnce());
    },
    get traffic() {
      return trafficOf(routedOnce());
    },
  };
}
