import type { DimensionId, LossVerdict } from '../variant';

/** What an option of a dimension is called. */
const settings: Readonly<Record<DimensionId, (option: string) => string>> = {
  zones: (option) => `${option} zones`,
  spread: (option) => (option === 'zones' ? 'spread over zones' : 'no spread constraints'),
  headroom: () => 'headroom',
  externalTrafficPolicy: (option) => option,
  hints: (option) => (option === 'on' ? 'hints on' : 'hints off'),
};

/** What variants are told with in English. This is also the type that every language fills. */
export const en = {
  drawn: 'as drawn',
  settings,
  verdicts: { 'control-plane-lost': 'control plane lost', down: 'down', degraded: 'degraded', survives: 'survives' } satisfies Readonly<Record<LossVerdict, string>>,
  variant: 'variant',
  totalMonthly: 'USD/month',
  crossZoneMonthly: 'of it across zones',
  difference: 'against drawn',
  worstZone: 'worst zone',
  verdict: 'after its loss',
  neededRunning: 'needed pods running',
  podsLost: 'pods lost at once',
  dropped: 'dropped',
  order: '* on the frontier: no other variant is at most as dear and at least as resilient, one of them strictly.',
  resilience: 'Resilience is the worst zone’s loss, settled: by verdict (control plane lost, down, degraded, survives), then by the needed pods that still run.',
  rules: [
    'zones: the same machines over two or three zones; no instance more, unless a zone would be left without one. Databases and clients stay.',
    'headroom: instance counts with which no pod waits for room after any one zone’s loss; no variant where there is enough, or no counts are.',
    'hints: trafficDistribution of the Services that pods or clients in the VPC call. Local, Cluster: of those behind instance targets.',
  ],
  notJudged: 'The outcome does not include databases and file systems.',
  leftOut: (count: number, tried: number) => `${tried} combinations were tried; ${count} that differ in more were not.`,
  noZones: 'The design has no zone: there is none to lose.',
};

export type Messages = typeof en;
