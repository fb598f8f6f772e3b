import type { CompiledPod } from '../compiledPod';
import type { Domains } from './frame';

/** A number that the scheduler needs by topology domain: how many placed pods of some kind each domain has. */
export interface Tally {
  /** Its place in a state's counts. */
  readonly id: number;
  /** Null: each node is a domain of its own, numbered by slot. */
  readonly domains: Domains | null;
  /** Nodes whose pods count, by slot; null for all. */
  readonly included: Uint8Array | null;
  /** Pods that are being deleted count for affinity, not for spreading. */
  readonly countsTerminating: boolean;
  counts(pod: CompiledPod): boolean;
}
