import { expose } from 'comlink';
import { settledPlacement } from '#engine/addons/settledPlacement';
import type { ServiceAlternatives } from '#engine/alternatives/alternative';
import { alternativesOf } from '#engine/alternatives/alternatives';
import type { AlternativesDraw, DrawnAlternatives } from '#engine/alternatives/drawAlternatives';
import { drawAlternatives, summarizeAlternatives } from '#engine/alternatives/drawAlternatives';
import type { EndpointCount } from '#engine/alternatives/endpointCounts';
import { endpointCounts } from '#engine/alternatives/endpointCounts';
import { messagesIn } from '#engine/alternatives/languages';
import { availability } from '#engine/availability/availability';
import type { Availability, TooManyZones } from '#engine/availability/availability';
import type { Result } from '#engine/result';
import type { Design } from '#engine/design/schema';
import type { FailureRow, Fix, Progress } from '#engine/evaluation';
import { baselineOf } from '#engine/failure/baseline';
import { headroom } from '#engine/failure/headroom';
import type { Headroom } from '#engine/failure/headroom';
import { withoutCapacity } from '#engine/failure/noCapacity';
import type { CapacityFailure } from '#engine/failure/noCapacity';
import { nodeFailuresOf, summarizeNodeFailures } from '#engine/failure/nodeFailures';
import type { NodeFailureOutcome, NodeFailuresSummary } from '#engine/failure/nodeFailures';
import { zonePairs } from '#engine/failure/pairs';
import { afterZoneReturns } from '#engine/failure/zoneReturn';
import type { GroupReturn } from '#engine/failure/zoneReturn';
import { fixIn } from '#engine/findings/findings';
import { findingMessages } from '#engine/findings/languages';
import { headroomFix } from '#engine/findings/fixes/headroom';
import { greyFailure } from '#engine/greyFailure/greyFailure';
import type { GreyFailure, GreyTrouble } from '#engine/greyFailure/greyFailure';
import { hpaCourses } from '#engine/horizontalPodAutoscaler/settle';
import type { HpaCourse } from '#engine/horizontalPodAutoscaler/settle';
import { drain } from '#engine/maintenance/drain';
import type { Drain } from '#engine/maintenance/drain';
import { upgrade } from '#engine/maintenance/upgrade';
import type { Upgrade, UpgradeOptions } from '#engine/maintenance/upgrade';
import { zonalShift } from '#engine/maintenance/zonalShift';
import type { ZonalShift } from '#engine/maintenance/zonalShift';
import { variantsOf } from '#engine/variants/variants';
import type { Variants } from '#engine/variants/variants';
import type { Language } from '../i18n/language';
import type { Scenario } from '../stores/session';
import { catalogOf } from './catalogOf';
import { reporter } from './stepsDone';
import type { StepsDone } from './stepsDone';

export interface NodeFailuresSoFar {
  /** Of the sets tried so far. */
  readonly summary: NodeFailuresSummary;
  /** Sets that are to be tried. */
  readonly wanted: number;
}

export interface AvailabilitySoFar {
  /** Of this design, or of the one before while this one's is worked out; null before the first. */
  readonly result: Result<Availability, TooManyZones> | null;
  /** Sets of zones that have been gone through, and are to be. */
  readonly done: number;
  readonly wanted: number;
}

export interface AlternativesSoFar extends ServiceAlternatives {
  /** Alternatives that there are. */
  readonly wanted: number;
}

export interface HeadroomAnswer {
  readonly found: Headroom;
  /** Null where nothing grows. */
  readonly fix: Readonly<Record<Language, Fix>> | null;
}

/** What the page asks on demand about failures and planned work; to give a question up is to end the worker. */
export interface Analyses {
  readonly zonePairs: (design: Design) => Promise<readonly FailureRow[]>;
  /** So many machines die at once; tells of the sets so far now and then. */
  readonly nodeFailures: (design: Design, dead: number, onProgress: (soFar: NodeFailuresSoFar) => void) => Promise<NodeFailuresSoFar>;
  readonly headroom: (design: Design) => Promise<HeadroomAnswer>;
  readonly zoneReturn: (design: Design, scenario: Scenario) => Promise<readonly GroupReturn[]>;
  /** Launches fail in a zone that is up while another is lost, or its own instances. Zones by name. */
  readonly noCapacity: (design: Design, zone: string, lost: string | null) => Promise<CapacityFailure>;
  readonly availability: (design: Design, onProgress: (done: number, wanted: number) => void) => Promise<AvailabilitySoFar>;
  /** Tells of the variants so far now and then. */
  readonly variants: (design: Design, onProgress: (soFar: Variants) => void) => Promise<Variants>;
  readonly grey: (design: Design, trouble: GreyTrouble) => Promise<GreyFailure>;
  /** How the loop of every HorizontalPodAutoscaler settles. */
  readonly hpa: (design: Design) => Promise<readonly HpaCourse[]>;
  /** By names of nodes, or of a zone. */
  readonly drain: (design: Design, what: { readonly node: string } | { readonly zone: string }, tell: (steps: StepsDone) => void) => Promise<Drain>;
  readonly shift: (design: Design, zone: string, loadBalancersToo: boolean) => Promise<ZonalShift>;
  /** Null where the id is no group's. */
  readonly upgrade: (design: Design, group: string, options: UpgradeOptions, tell: (steps: StepsDone) => void) => Promise<Upgrade | null>;
  /** Of a Service, by entity id; null where the id is none's. Tells of those so far now and then. */
  readonly alternatives: (design: Design, service: string, language: Language, onProgress: (soFar: AlternativesSoFar) => void) => Promise<AlternativesSoFar | null>;
  readonly drawnAlternatives: (design: Design, service: string, draws: number, onProgress: (soFar: DrawnAlternatives) => void) => Promise<DrawnAlternatives>;
  readonly endpointCounts: (design: Design, service: string, onProgress: (soFar: readonly EndpointCount[]) => void) => Promise<readonly EndpointCount[]>;
}

/** Milliseconds between two reports. */
const reportEvery = 150;

/** Takes all that comes, and reports now and then. */
function following<Item>(items: Iterable<Item>, take: (item: Item) => unknown, report: () => unknown): void {
  let reported = performance.now();
  for (const item of items) {
    take(item);
    if (performance.now() - reported < reportEvery) continue;
    report();
    reported = performance.now();
  }
}

async function placed(design: Design, report?: ReturnType<typeof reporter>) {
  const options = report === undefined ? {} : { onProgress: ({ done, total }: Progress) => report('placement', done, total) };
  return settledPlacement(design, await catalogOf(design), options);
}

const analyses: Analyses = {
  zonePairs: async (design) => zonePairs(baselineOf(await placed(design))),
  nodeFailures: async (design, dead, onProgress) => {
    const { plan, outcomes } = nodeFailuresOf(design, await catalogOf(design), dead);
    const soFar: NodeFailureOutcome[] = [];
    let reported = performance.now();
    for (const outcome of outcomes()) {
      soFar.push(outcome);
      if (performance.now() - reported < reportEvery) continue;
      onProgress({ summary: summarizeNodeFailures(plan, soFar), wanted: plan.tried });
      reported = performance.now();
    }
    return { summary: summarizeNodeFailures(plan, soFar), wanted: plan.tried };
  },
  headroom: async (design) => {
    const found = headroom(design, await catalogOf(design));
    const proposed = headroomFix(found);
    return { found, fix: proposed === null ? null : { en: fixIn(proposed, findingMessages.en), ko: fixIn(proposed, findingMessages.ko) } };
  },
  zoneReturn: async (design, scenario) => afterZoneReturns(await placed(design), scenario),
  noCapacity: async (design, zone, lost) => withoutCapacity(baselineOf(await placed(design)), zone, lost),
  availability: async (design, onProgress) => {
    let reported = performance.now();
    const result = availability(await placed(design), {
      onProgress: ({ done, total }) => {
        if (performance.now() - reported < reportEvery) return;
        onProgress(done, total);
        reported = performance.now();
      },
    });
    return { result, done: 1, wanted: 1 };
  },
  variants: async (design, onProgress) => {
    let soFar: Variants = { variants: [], done: 0, wanted: 0, leftOut: 0 };
    let reported = performance.now();
    for (soFar of variantsOf(design, await catalogOf(design))) {
      if (performance.now() - reported < reportEvery) continue;
      onProgress(soFar);
      reported = performance.now();
    }
    return soFar;
  },
  grey: async (design, trouble) => greyFailure(await placed(design), trouble),
  hpa: async (design) => hpaCourses(design, await catalogOf(design)),
  drain: async (design, what, tell) => {
    const report = reporter(tell);
    const before = await placed(design, report);
    const isMeant = ('zone' in what) ? ({ zoneName }: { readonly zoneName: string }) => zoneName === what.zone : ({ name }: { readonly name: string }) => name === what.node;
    return drain(before, new Set(before.cluster.nodes.filter(isMeant).map(({ name }) => name)), (done, total) => report('nodes', done, total));
  },
  shift: async (design, zone, loadBalancersToo) => zonalShift(await placed(design), zone, loadBalancersToo ? {} : { loadBalancers: new Set() }),
  upgrade: async (design, group, options, tell) => {
    const report = reporter(tell);
    return upgrade(await placed(design, report), group, options, (done, total) => report('nodes', done, total));
  },
  alternatives: async (design, service, language, onProgress) => {
    const soFar: AlternativesSoFar[] = [];
    const last = () => soFar.at(-1) ?? null;
    following(alternativesOf(design, await catalogOf(design), service, messagesIn(language)), (next) => soFar.push(next), () => {
      const newest = last();
      if (newest !== null) onProgress(newest);
    });
    return last();
  },
  drawnAlternatives: async (design, service, draws, onProgress) => {
    const soFar: AlternativesDraw[] = [];
    following(drawAlternatives(design, await catalogOf(design), service, draws), (draw) => soFar.push(draw), () => onProgress(summarizeAlternatives(soFar)));
    return summarizeAlternatives(soFar);
  },
  endpointCounts: async (design, service, onProgress) => {
    const soFar: EndpointCount[] = [];
    following(endpointCounts(design, await catalogOf(design), service), (count) => soFar.push(count), () => onProgress(soFar));
    return soFar;
  },
};

expose(analyses);
