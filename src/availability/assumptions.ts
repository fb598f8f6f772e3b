import type { Design, Settings } from '../design/schema';
import { controlPlaneMachines } from '../quorum/controlPlane';
import { entitiesOf } from '../design/tree';

/**
 * What availability is worked out from: shares of time that a thing is up, each with its default and where that is from.
 * `sla`: what AWS promises, below which it gives credits; neither a measured rate nor a forecast. `assumed`: nobody
 * publishes a figure. Post-event summaries of AWS name single zones that failed for half an hour to ten hours, and events
 * that took a whole region.
 */
interface AssumptionData {
  readonly value: number;
  readonly certainty: 'sla' | 'assumed';
  readonly source: string;
  /** When the source was read, where it is a promise: year and month. */
  readonly read?: string;
  readonly isUsed: (design: Design) => boolean;
}

const postEvents = 'https://aws.amazon.com/premiumsupport/technology/pes/';
const sla = (service: string) => ({ certainty: 'sla', source: `https://aws.amazon.com/${service}/sla/`, read: '2023-01' }) as const;
const always = () => true;

const table = {
  region: { value: 0.9999, certainty: 'assumed', source: postEvents, isUsed: always },
  zone: { value: 0.9997, certainty: 'assumed', source: postEvents, isUsed: always },
  zonePair: { value: 1, certainty: 'assumed', source: postEvents, isUsed: (design) => entitiesOf(design, 'zone').length > 1 },
  node: { value: 0.995, ...sla('compute'), isUsed: (design) => controlPlaneMachines(design).length + entitiesOf(design, 'autoScalingGroup').length + entitiesOf(design, 'instance').length > 0 },
  eks: { value: 0.9995, ...sla('eks'), isUsed: (design) => design.settings.controlPlane === 'eks' },
  loadBalancer: { value: 0.9999, ...sla('elasticloadbalancing'), isUsed: (design) => entitiesOf(design, 'loadBalancer').length > 0 },
  databaseMultiAz: { value: 0.9995, ...sla('rds'), isUsed: (design) => entitiesOf(design, 'database').some(({ deployment }) => deployment !== 'single-az') },
  databaseSingleAz: { value: 0.995, certainty: 'assumed', source: 'https://aws.amazon.com/rds/sla/', isUsed: (design) => entitiesOf(design, 'database').some(({ deployment }) => deployment === 'single-az') },
  fileSystemRegional: { value: 0.9999, ...sla('efs'), isUsed: (design) => entitiesOf(design, 'fileSystem').some(({ type }) => type === 'regional') },
  fileSystemOneZone: { value: 0.999, ...sla('efs'), isUsed: (design) => entitiesOf(design, 'fileSystem').some(({ type }) => type === 'oneZone') },
} as const satisfies Readonly<Record<keyof Settings['availability'], AssumptionData>>;

export type AssumptionName = keyof typeof table;

/** Of every assumption, what it is taken to be. */
export type Assumed = Readonly<Record<AssumptionName, number>>;

/** An assumption as a design has it. */
export interface Assumption {
  readonly name: AssumptionName;
  readonly value: number;
  readonly default: number;
  readonly certainty: 'sla' | 'assumed';
  /** A page. */
  readonly source: string;
  /** Year and month in which it said so; null where it says nothing. */
  readonly read: string | null;
}

/** Those that the design's figures rest on. */
export function assumptionsOf(design: Design): readonly Assumption[] {
  const assumed = assumedIn(design.settings.availability);
  const names = Object.keys(table) as readonly AssumptionName[];
  return names.flatMap((name) => {
    const { value, certainty, source, isUsed, ...rest }: AssumptionData = table[name];
    return isUsed(design) ? [{ name, value: assumed[name], default: value, certainty, source, read: rest.read ?? null }] : [];
  });
}

/** With the default for what is left out. */
export function assumedIn(settings: Settings['availability']): Assumed {
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value])) as Assumed), ...Object.fromEntries(set) };
}

/** The same with so many times as much downtime of one; at most all of the time. */
export function withDowntimeTimes(assumed: Assumed, name: AssumptionName, factor: number): Assumed {
  return { ...assumed, [name]: 1 - Math.min(1, (1 - assumed[name]) * factor) };
}
