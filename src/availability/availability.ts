import type { Placed } from '../cluster/cluster';
import { entityById, zoneName, zonesOf } from '../design/tree';
import type { Progress } from '../evaluation';
import { quorumAvailability } from '../quorum/availability';
import { err, ok, type Result } from '../result';
import { assumedIn, assumptionsOf, withDowntimeTimes, type Assumed, type Assumption, type AssumptionName } from './assumptions';
import { controlPlaneOf } from './controlPlane';
import type { Bounds } from './joint';
import { singlesOf, stateWithout, type State } from './state';
import { subjectsOf, type Subject } from './subjects';
import { MOST_ZONES, zoneLosses } from './zoneLosses';

/*
 * What share of the time everything has what it needs, from stated assumptions, by going through every state:
 *
 *   placed ─> every set of zones that may be down ─> what machines do in it ─> probability that each subject is up
 *             (zoneLosses; each a State,             (joint: exact, or             x region x what AWS runs, summed
 *              with the engine's own aftermath)       bounds that say so)
 *
 * Independent: the region (takes all at once), zones, pairs of zones, machines, and each thing that AWS runs (its own
 * share, on top of the zones that it lies in). Two readings of a state:
 *
 * - at once: pods on what is left, before anything is replaced. As if nothing ever were.
 * - settled: zones that are down have been dealt with as the failure matrix says, and a machine of a group, or of
 *   Karpenter, that fails is replaced in its zone. As if it took no time. While the control plane is down nothing is
 *   replaced. Pods of a machine without a group go where the scheduler finds room; where there are too many such machines
 *   to try every set of them, and on control-plane machines, they are lost with it.
 */

/** 365.25 days. */
export const MINUTES_PER_YEAR = 525_960;

/** A share of time. Exact, or at least that, and at most `atMost`. */
export interface Share {
  readonly availability: number;
  /** Null: `availability` is exact. */
  readonly atMost: number | null;
  readonly minutesDown: number;
}

/** What more or less downtime of one assumption does. */
export interface Effect {
  readonly assumption: AssumptionName;
  /** Change of the minutes down a year where it is down half, or twice, as long. */
  readonly halved: number;
  readonly doubled: number;
}

export interface Figure extends Share {
  /** The largest first. */
  readonly effects: readonly Effect[];
  /** The assumption whose doubling or halving changes most; null where none changes anything. */
  readonly hangsOn: AssumptionName | null;
}

/** How often a subject is up, in both readings. */
export interface SubjectAvailability extends Pick<Subject, 'kind' | 'id' | 'name' | 'pods'> {
  /** By entity id: what it needs besides itself. */
  readonly dependsOn: readonly string[];
  readonly atOnce: Figure;
  readonly settled: Figure;
  /** Of a workload with dependencies, as if these never failed; else null. */
  readonly alone: { readonly atOnce: Share; readonly settled: Share } | null;
}

export interface Availability {
  /** Zones whose every set was gone through. */
  readonly zones: number;
  readonly assumptions: readonly Assumption[];
  readonly subjects: readonly SubjectAvailability[];
}

/** What cannot be worked out, and why. */
export interface TooManyZones {
  readonly zones: number;
  readonly most: number;
}

export interface AvailabilityOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Above this number of them no aftermath of single machines is worked out. */
  readonly mostAftermaths?: number;
}

type Reading = 'atOnce' | 'settled';

export function availability(placed: Placed, { onProgress, mostAftermaths }: AvailabilityOptions = {}): Result<Availability, TooManyZones> {
  const { design } = placed;
  const controlPlane = controlPlaneOf(design);
  const drawn = zonesOf(design).map((zone) => zoneName(design, zone));
  // Machines whose zone is not drawn stand in one without a name.
  const zones = [...new Set([...drawn, ...controlPlane.machines.map(({ zone }) => zone)])];
  if (zones.length > MOST_ZONES) return err({ zones: zones.length, most: MOST_ZONES });
  const subjects = subjectsOf(placed, controlPlane);
  const assumed = assumedIn(design.settings.availability);
  const assumptions = assumptionsOf(design);
  const singles = singlesOf(placed, zones.length, mostAftermaths);
  const states = new Map<string, State>();
  const all = zoneLosses(zones, assumed.zone, assumed.zonePair);
  for (const [done, { lost }] of all.entries()) {
    onProgress?.({ stage: 'losses', done, total: all.length });
    states.set([...lost].join(), stateWithout(placed, controlPlane, lost, singles));
  }
  const shareOf = (subject: Subject, reading: Reading, given: Assumed): Bounds => {
    if (subject.kind === 'quorum') return exactly(quorumAvailability(controlPlane.machines, given, drawn));
    const api = controlPlane.kind === 'eks' ? given.eks : 1;
    let low = 0;
    let high = 0;
    for (const { lost, probability } of zoneLosses(zones, given.zone, given.zonePair)) {
      const state = states.get([...lost].join());
      if (state === undefined || subject.needs.managed.some((id) => state.managedDown.has(id))) continue;
      const up = inState(subject, state, reading, given.node, api, controlPlane.kind !== 'none');
      low += probability * up.low;
      high += probability * up.high;
    }
    const serial = given.region * subject.needs.managed.reduce((product, id) => product * managedUp(placed, id, given), 1);
    return { low: serial * low, high: serial * high };
  };
  const figureOf = (subject: Subject, reading: Reading): Figure => {
    const share = asShare(shareOf(subject, reading, assumed));
    const change = (name: AssumptionName, factor: number) => asShare(shareOf(subject, reading, withDowntimeTimes(assumed, name, factor))).minutesDown - share.minutesDown;
    const effects = assumptions.map(({ name }) => ({ assumption: name, halved: change(name, 0.5), doubled: change(name, 2) })).filter(({ halved, doubled }) => halved !== 0 || doubled !== 0);
    effects.sort((a, b) => size(b) - size(a));
    return { ...share, effects, hangsOn: effects[0]?.assumption ?? null };
  };
  return ok({
    zones: zones.length,
    assumptions,
    subjects: subjects.map((subject) => {
      const { kind, id, name, pods, needs } = subject;
      const others = { workloads: needs.workloads.filter((each) => each !== id), managed: needs.managed.filter((each) => each !== id) };
      const dependsOn = kind === 'whole' ? [] : [...others.workloads, ...others.managed];
      const single: Subject = { ...subject, needs: { workloads: id === null ? [] : [id], managed: [] } };
      const alone = (reading: Reading) => asShare(shareOf(single, reading, assumed));
      return {
        kind,
        id,
        name,
        pods,
        dependsOn,
        atOnce: figureOf(subject, 'atOnce'),
        settled: figureOf(subject, 'settled'),
        alone: kind === 'workload' && dependsOn.length > 0 ? { atOnce: alone('atOnce'), settled: alone('settled') } : null,
      };
    }),
  });
}

/** `api`: how likely it is that AWS runs the control plane; 1 where machines do, which the state knows. */
function inState(subject: Subject, state: State, reading: Reading, nodeUp: number, api: number, hasControlPlane: boolean): Bounds {
  const { atOnce, atOnceWithApi, settledWithApi } = state.of(subject, nodeUp);
  if (subject.needsApi) return scaled(reading === 'atOnce' ? atOnceWithApi : settledWithApi, api);
  if (reading === 'atOnce' || !hasControlPlane) return atOnce;
  const frozen = minus(atOnce, scaled(atOnceWithApi, api));
  const working = scaled(settledWithApi, api);
  return { low: working.low + frozen.low, high: working.high + frozen.high };
}

function exactly(p: number): Bounds {
  return { low: p, high: p };
}

function scaled({ low, high }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high * factor };
}

/** `part` is part of `of`. */
function minus(of: Bounds, part: Bounds): Bounds {
  return { low: Math.max(0, of.low - part.high), high: Math.max(0, of.high - part.low) };
}

function managedUp({ design }: Placed, id: string, given: Assumed): number {
  const entity = entityById(design, id);
  switch (entity?.kind) {
    case 'loadBalancer':
      return given.loadBalancer;
    case 'database':
      return entity.deployment === 'single-az' ? given.databaseSingleAz : given.databaseMultiAz;
    case 'fileSystem':
      return entity.type === 'regional' ? given.fileSystemRegional : given.fileSystemOneZone;
    default:
      return 1;
  }
}

function asShare({ low, high }: Bounds): Share {
  return { availability: low, atMost: high === low ? null : Math.min(1, high), minutesDown: (1 - low) * MINUTES_PER_YEAR };
}

function size({ halved, doubled }: Effect): number {
  return Math.max(Math.abs(halved), Math.abs(doubled));
}
