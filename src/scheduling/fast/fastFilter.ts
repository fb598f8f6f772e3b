import type { FilterStep } from '../filterRun';
import type { Cycle, Rejection } from '../framework';
import { AFFINITY_MISSING, ANTI_AFFINITY, EXISTING_ANTI_AFFINITY } from '../plugins/interPodAffinity';
import { MISMATCH } from '../plugins/nodeAffinity';
import { portsTaken, TAKEN } from '../plugins/nodePorts';
import { fit } from '../plugins/nodeResourcesFit';
import { UNSCHEDULABLE } from '../plugins/nodeUnschedulable';
import { LABEL_MISSING, TOO_SKEWED } from '../plugins/podTopologySpread';
import { UNTOLERATED } from '../plugins/taintToleration';
import type { FastState } from './fastState';
import { EPHEMERAL_STORAGE, MEMORY, MILLI_CPU, PODS, STRIDE } from './layout';
import { REFUSED_BY } from './nodeTable';
import type { PodTables } from './podTables';

/** A constraint of the pod with this moment's numbers. */
interface SpreadLimit {
  readonly domainOf: readonly number[];
  readonly counts: readonly number[];
  /** The most pods that a domain may have before this one comes. */
  readonly limit: number;
}

interface Presence {
  readonly domainOf: readonly number[];
  readonly counts: readonly number[];
}

/** What each node is asked, prepared once a pod, in the order of the plugins. */
export interface FastFilter {
  readonly cycle: Cycle;
  readonly state: FastState;
  readonly tables: PodTables;
  readonly volumeSteps: readonly FilterStep[];
  readonly spread: readonly SpreadLimit[];
  readonly affinity: readonly Presence[];
  readonly isFirstOfGroup: boolean;
  readonly antiAffinity: readonly Presence[];
  readonly existingAnti: readonly Presence[];
}

const STATIC_REJECTIONS: readonly Rejection[] = (() => {
  const byCode: Rejection[] = [];
  byCode[REFUSED_BY.nodeUnschedulable] = UNSCHEDULABLE;
  byCode[REFUSED_BY.taintToleration] = UNTOLERATED;
  byCode[REFUSED_BY.nodeAffinity] = MISMATCH;
  return byCode;
})();

export function prepareFilter(cycle: Cycle, state: FastState, tables: PodTables, volumeSteps: readonly FilterStep[]): FastFilter {
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  const presence = ({ tally }: { readonly tally: PodTables['affinity'][number] }): Presence => ({ domainOf: tally.domains.of, counts: state.countsOf(tally, nodes) });
  const affinity = tables.affinity.map((tally) => presence({ tally }));
  return {
    cycle,
    state,
    tables,
    volumeSteps,
    spread: tables.hard.map(({ tally, maxSkew, minDomains, self }) => {
      const counts = state.countsOf(tally, nodes);
      return { domainOf: tally.domains.of, counts, limit: maxSkew - self + leastCount(counts, state.nodesOf(tally, nodes), minDomains) };
    }),
    affinity,
    isFirstOfGroup: tables.welcomesItself && affinity.every(({ counts }) => counts.every((count) => count === 0)),
    antiAffinity: tables.antiAffinity.map((tally) => presence({ tally })),
    existingAnti: tables.existingAnti().map((tally) => presence({ tally })),
  };
}

/** The least count of the domains that have nodes; too few domains count as an empty one more. */
function leastCount(counts: readonly number[], nodes: readonly number[], minDomains: number): number {
  let least = Number.POSITIVE_INFINITY;
  let domains = 0;
  for (let domain = 0; domain < nodes.length; domain++) {
    if (nodes[domain] === 0) continue;
    domains++;
    const count = counts[domain] ?? 0;
    // None has less, and with too few domains the answer is the same.
    if (count === 0) return 0;
    if (count < least) least = count;
  }
  return domains < minDomains ? 0 : least;
}

/** The first plugin's refusal, or null where the node suits. */
export function filterSlot(filter: FastFilter, slot: number): Rejection | null {
  const { tables, spread, affinity, antiAffinity, existingAnti } = filter;
  const refused = tables.nodes.refused[slot] ?? 0;
  if (refused !== REFUSED_BY.none) return STATIC_REJECTIONS[refused] ?? null;
  const ports = tables.compiled.hostPorts;
  if (ports.length > 0) {
    const node = nodeAt(filter, slot);
    if (node !== undefined && portsTaken(ports, node)) return TAKEN;
  }
  if (!fitsSlot(filter, slot)) {
    const node = nodeAt(filter, slot);
    return node === undefined ? null : fit(filter.cycle.pod.requests, node);
  }
  if (filter.volumeSteps.length > 0) {
    const rejection = filterVolumes(filter, slot);
    if (rejection !== null) return rejection;
  }
  for (let i = 0; i < spread.length; i++) {
    const { domainOf, counts, limit } = spread[i] as SpreadLimit;
    const domain = domainOf[slot] ?? -1;
    if (domain < 0) return LABEL_MISSING;
    if ((counts[domain] ?? 0) > limit) return TOO_SKEWED;
  }
  if (affinity.length > 0 && !hasCompany(filter, slot)) return AFFINITY_MISSING;
  if (isPresent(antiAffinity, slot)) return ANTI_AFFINITY;
  return isPresent(existingAnti, slot) ? EXISTING_ANTI_AFFINITY : null;
}

function nodeAt({ cycle, state }: FastFilter, slot: number): ReturnType<typeof cycle.snapshot.node> {
  return cycle.snapshot.node(state.frame.nodes[slot]?.metadata.name ?? '');
}

function fitsSlot(filter: FastFilter, slot: number): boolean {
  const { use, frame } = filter.state;
  const { requests } = filter.cycle.pod;
  const { room } = frame;
  const base = slot * STRIDE;
  if ((use[base + PODS] ?? 0) + 1 > (room[base + PODS] ?? 0)) return false;
  if (requests.milliCpu > 0 && requests.milliCpu > (room[base + MILLI_CPU] ?? 0) - (use[base + MILLI_CPU] ?? 0)) return false;
  if (requests.memory > 0 && requests.memory > (room[base + MEMORY] ?? 0) - (use[base + MEMORY] ?? 0)) return false;
  const storage = requests.ephemeralStorage;
  if (storage > 0 && storage > (room[base + EPHEMERAL_STORAGE] ?? 0) - (use[base + EPHEMERAL_STORAGE] ?? 0)) return false;
  if (requests.scalars.length === 0) return true;
  const node = nodeAt(filter, slot);
  return node !== undefined && fit(requests, node) === null;
}

function filterVolumes(filter: FastFilter, slot: number): Rejection | null {
  const node = nodeAt(filter, slot);
  if (node === undefined) return null;
  for (const { plugin, state } of filter.volumeSteps) {
    const rejection = plugin.filter?.(state, filter.cycle, node) ?? null;
    if (rejection !== null) return rejection;
  }
  return null;
}

function hasCompany({ affinity, isFirstOfGroup }: FastFilter, slot: number): boolean {
  let all = true;
  for (const { domainOf, counts } of affinity) {
    const domain = domainOf[slot] ?? -1;
    if (domain < 0) return false;
    all &&= (counts[domain] ?? 0) > 0;
  }
  return all || isFirstOfGroup;
}

function isPresent(presences: readonly Presence[], slot: number): boolean {
  for (let i = 0; i < presences.length; i++) {
    const { domainOf, counts } = presences[i] as Presence;
    const domain = domainOf[slot] ?? -1;
    if (domain >= 0 && (counts[domain] ?? 0) > 0) return true;
  }
  return false;
}
