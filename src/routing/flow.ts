import type { HopKind } from '../evaluation';

/** Kinds of hop in the order in which results list them. */
export const HOP_KINDS = [
  'client-lb',
  'client-node',
  'lb-node',
  'lb-pod',
  'node-pod',
  'pod-pod',
  'pod-lb',
  'pod-database',
  'pod-fileSystem',
  'pod-nat',
  'nat-internet',
] as const satisfies readonly HopKind[];

/** Requests per second of one link by kind of hop and pair of places; a place is a zone's number, or the internet's. */
export interface HopTable {
  readonly places: number;
  readonly rates: Map<number, number>;
}

export function hopTable(places: number): HopTable {
  return { places, rates: new Map() };
}

export function addHop({ places, rates }: HopTable, kind: HopKind, from: number, to: number, rate: number): void {
  if (rate <= 0) return;
  const cell = (HOP_KINDS.indexOf(kind) * places + from) * places + to;
  rates.set(cell, (rates.get(cell) ?? 0) + rate);
}

export interface HopRate {
  readonly kind: HopKind;
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/** The table's hops by kind, then by place. */
export function hopRates({ places, rates }: HopTable): HopRate[] {
  return [...rates]
    .sort(([a], [b]) => a - b)
    .flatMap(([cell, rate]) => {
      const kind = HOP_KINDS[Math.floor(cell / (places * places))];
      return kind === undefined ? [] : { kind, from: Math.floor(cell / places) % places, to: cell % places, rate };
    });
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
