import type { NodeRejection } from '../filterRun';
import type { Cycle, Rejection } from '../framework';
import { AFFINITY_MISSING, ANTI_AFFINITY, EXISTING_ANTI_AFFINITY } from '../plugins/interPodAffinity';
import { MISMATCH } from '../plugins/nodeAffinity';
import { portsTaken, TAKEN } from '../plugins/nodePorts';
import { fit } from '../plugins/nodeResourcesFit';
import { UNSCHEDULABLE } from '../plugins/nodeUnschedulable';
import { LABEL_MISSING, TOO_SKEWED } from '../plugins/podTopologySpread';
import { UNTOLERATED } from '../plugins/taintToleration';
import type { FastState } from './fastState';
import { REFUSED_BY } from './nodeTable';
import type { PodTables } from './podTables';
import type { ResourceTable } from './resourceTable';
import { NO_ROOM } from './resourceTable';
import type { VolumeCheck } from './volumeChecks';
import { nodeAt, volumeChecks } from './volumeChecks';

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

/** What each node is asked, prepared once a pod. */
export interface FastFilter {
  readonly cycle: Cycle;
  readonly state: FastState;
  readonly tables: PodTables;
  readonly resources: ResourceTable;
  /** Host ports or extended resources: numbers are not enough. */
  readonly asksNode: boolean;
  readonly volumes: readonly VolumeCheck[];
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

/** Or why no node will do. */
export function prepareFilter(cycle: Cycle, state: FastState): FastFilter | NodeRejection {
  const volumes = volumeChecks(cycle, state);
  if ('plugin' in volumes) return volumes;
  const tables = state.frame.tablesOf(cycle.pod.compiled);
  const nodes = (): ReturnType<typeof cycle.snapshot.nodes> => cycle.snapshot.nodes();
  const presence = ({ tally }: { readonly tally: PodTables['affinity'][number] }): Presence => ({ domainOf: tally.domains.of, counts: state.countsOf(tally, nodes) });
  const affinity = tables.affinity.map((tally) => presence({ tally }));
  return {
    cycle,
    state,
    tables,
    resources: state.resourcesFor(cycle.pod, cycle.rules),
    asksNode: tables.compiled.hostPorts.length > 0 || cycle.pod.requests.scalars.length > 0,
    volumes,
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

/** Whether the node suits; the cheap questions come first, since nobody asks which plugin refuses. */
export function suits(filter: FastFilter, slot: number): boolean {
  const { tables, resources, spread, affinity, volumes } = filter;
  if (tables.nodes.refused[slot] !== REFUSED_BY.none || resources.scoreOf(slot) === NO_ROOM) return false;
  for (let i = 0; i < spread.length; i++) {
    const { domainOf, counts, limit } = spread[i] as SpreadLimit;
    const domain = domainOf[slot] ?? -1;
    if (domain < 0 || (counts[domain] ?? 0) > limit) return false;
  }
  if (affinity.length > 0 && !hasCompany(filter, slot)) return false;
  if (isPresent(filter.antiAffinity, slot) || isPresent(filter.existingAnti, slot)) return false;
  if (filter.asksNode && askNode(filter, slot) !== null) return false;
  for (let i = 0; i < volumes.length; i++) if (volumes[i]?.refusal(slot) !== null) return false;
  return true;
}

/** The first plugin's refusal, or null where the node suits. */
export function refusal(filter: FastFilter, slot: number): Rejection | null {
  return roomRefusal(filter, slot) ?? laterRefusal(filter, slot);
}

/** The refusal of the first plugins, which ask about the node and its room; null where it passes them. */
export function roomRefusal(filter: FastFilter, slot: number): Rejection | null {
  const { tables, resources } = filter;
  const refused = tables.nodes.refused[slot] ?? 0;
  if (refused !== REFUSED_BY.none) return STATIC_REJECTIONS[refused] ?? null;
  if (filter.asksNode) return askNode(filter, slot);
  return resources.scoreOf(slot) === NO_ROOM ? resources.refusal(slot) : null;
}

/** The first refusal of the plugins after those, or null where the node suits. */
export function laterRefusal(filter: FastFilter, slot: number): Rejection | null {
  const { spread, affinity, antiAffinity, existingAnti } = filter;
  for (const check of filter.volumes) {
    const refusedVolume = check.refusal(slot);
    if (refusedVolume !== null) return refusedVolume;
  }
  for (const { domainOf, counts, limit } of spread) {
    const domain = domainOf[slot] ?? -1;
    if (domain < 0) return LABEL_MISSING;
    if ((counts[domain] ?? 0) > limit) return TOO_SKEWED;
  }
  if (affinity.length > 0 && !hasCompany(filter, slot)) return AFFINITY_MISSING;
  if (isPresent(antiAffinity, slot)) return ANTI_AFFINITY;
  return isPresent(existingAnti, slot) ? EXISTING_ANTI_AFFINITY : null;
}

/** NodePorts and NodeResourcesFit from the node itself. */
function askNode({ cycle, state, tables }: FastFilter, slot: number): Rejection | null {
  const node = nodeAt(cycle, state, slot);
  if (node === undefined) return null;
  return portsTaken(tables.compiled.hostPorts, node) ? TAKEN : fit(cycle.pod.requests, node);
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
