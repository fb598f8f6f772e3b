import type { Moment } from '../routing/moment';
import { startOf } from './start';
import type { Branch, Branches } from './branches';
import type { Fork, Stop } from './stop';

/** One request of a link, hop by hop. */
export interface Walk {
  /** Link id. */
  readonly link: string;
  readonly steps: readonly Step[];
  /** Where it ends; null while a choice is open. */
  readonly end: Stop | null;
  /** That a request takes this way as far as it has been followed. */
  readonly probability: number;
  readonly zoneCrossings: number;
  /** Transfers between machines. */
  readonly hops: number;
}

export interface Step extends Fork {
  /** Id of the option that was taken; null at a fork that is open. Where there is one way only it is taken. */
  readonly chosen: string | null;
}

/**
 * Follows a request from where it starts by the options chosen, in their order (an only way needs no choice), up to the first
 * fork without one. Null for a link that carries no request.
 */
export function walk(moment: Moment, link: string, choices: readonly string[]): Walk | null {
  const routed = moment.routing.links.find((each) => each.link.id === link);
  let branches: Branches | null = routed === undefined ? null : startOf(routed, moment);
  if (branches === null) return null;
  const steps: Step[] = [];
  const left = [...choices];
  let end: Stop | null = null;
  let probability = 1;
  let zoneCrossings = 0;
  let hops = 0;
  while (branches !== null) {
    const { rule, excluded }: Branches = branches;
    const options: readonly Branch[] = branches.options;
    const taken: Branch | undefined = options.length === 1 ? options[0] : options.find(({ id }) => id === left[0]);
    if (taken !== undefined && taken.id === left[0]) left.shift();
    steps.push({ rule, options: options.map(({ next: _next, ...option }) => option), excluded, chosen: taken?.id ?? null });
    if (taken === undefined) break;
    probability *= taken.probability;
    if (taken.crossesZone) zoneCrossings++;
    if (taken.isTransfer) hops++;
    if (taken.next === null) end = taken.to;
    branches = taken.next?.() ?? null;
  }
  return { link, steps, end, probability, zoneCrossings, hops };
}
