import type { HopKind } from '../evaluation';

/** Kinds of hop in the order in which results list them. */
export const HOP_KINDS = [
  'client-lb',
  'pod-lb',
  'client-node',
  'lb-node',
  'lb-pod',
  'node-pod',
  'pod-pod',
  'pod-database',
  'pod-fileSystem',
  'pod-nat',
  'nat-internet',
] as const satisfies readonly HopKind[];

/** Requests per second of one link by kind of hop and pair of places; a place is a zone's number, or the internet's. */
export interface HopTable {
  readonly places: number;
  /** From each place to each, for the kinds that there are. */
  readonly rates: Map<HopKind, Float64Array>;
}

export function hopTable(places: number): HopTable {
  return { places, rates: new Map() };
}

export function addHop({ places, rates }: HopTable, kind: HopKind, from: number, to: number, rate: number): void {
  let pairs = rates.get(kind);
  if (pairs === undefined) {
    pairs = new Float64Array(places * places);
    rates.set(kind, pairs);
  }
  const pair = from * places + to;
  pairs[pair] = (pairs[pair] ?? 0) + rate;
}

export interface HopRate {
  readonly kind: HopKind;
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/** The table's hops by kind, then by place; where nothing goes there is none. */
export function hopRates({ places, rates }: HopTable): HopRate[] {
  const hops: HopRate[] = [];
  for (const kind of HOP_KINDS) {
    const pairs = rates.get(kind) ?? [];
    for (let pair = 0; pair < pairs.length; pair++) {
      const rate = pairs[pair] ?? 0;
      if (rate > 0) hops.push({ kind, from: Math.floor(pair / places), to: pair % places, rate });
    }
  }
  return hops;
}

/** What becomes of a Service's requests, in requests per second, summed over its links. */
export interface Tally {
  total: number;
  dropped: number;
  /** Transfers between two zones. */
  crossings: number;
  /** Requests that never left their zone. */
  uncrossed: number;
  /** Transfers between machines. */
  transfers: number;
  /** Whether every link so far keeps the client's address; null before the first. */
  sourceIpPreserved: boolean | null;
}

export function tally(): Tally {
  return { total: 0, dropped: 0, crossings: 0, uncrossed: 0, transfers: 0, sourceIpPreserved: null };
}

export function drop(sum: Tally, requests: number, uncrossed: number): void {
  sum.dropped += requests;
  sum.uncrossed += uncrossed;
}
