import { compareBytes } from '../byteOrder';
import { cost } from '../cost/cost';
import { zoneName, zonesOf } from '../design/tree';
import type { Cost, FailureRow } from '../evaluation';
import { routeAgain, type SettledState } from '../routing/routeAgain';
import { routeState, type Routed } from '../routing/routeState';
import { serviceSummaries } from '../routing/traffic';
import type { Baseline } from './baseline';
import { capacityLeft } from './capacity';
import { dataAfter } from './dataAfter';
import { isLikeForLike } from './likeForLike';
import { lossOf, type Scenario } from './scenario';
import { settle, type Settled } from './settle';
import { runningAfter, workloadRows } from './workloads';

/** A scenario played to its end: the row of the matrix, and all that the row was made of. */
export interface Outcome extends Settled, Judgement {
  readonly row: FailureRow;
}

export function outcomeOf(baseline: Baseline, scenario: Scenario): Outcome {
  const settled = settle(baseline.placed, lossOf(baseline.placed, scenario));
  const after = judge(baseline, settled, routeAgain);
  return { ...settled, ...after, row: rowOf(baseline, settled, after) };
}

/** The row alone: what did not change is taken from before the failure. */
export function rowAfter(baseline: Baseline, scenario: Scenario): FailureRow {
  const settled = settle(baseline.placed, lossOf(baseline.placed, scenario));
  return rowOf(baseline, settled, isLikeForLike(baseline.placed, settled) ? baseline : judge(baseline, settled, routeState));
}

/** What the state of a cluster means. */
interface Judgement {
  readonly routed: Routed;
  readonly services: FailureRow['services'];
  readonly cost: Cost;
  readonly capacity: FailureRow['capacity'];
}

/** Whole outcomes are few, and what they were routed by is kept for the next design; rows may be thousands. */
function judge(baseline: Baseline, settled: Settled, route: typeof routeAgain): Judgement {
  const routed = route(baseline.routing, routingAfter(baseline, settled));
  return {
    routed,
    services: serviceSummaries(routed),
    cost: costAfter(baseline, settled, routed),
    capacity: capacityLeft(settled),
  };
}

function rowOf({ placed, running }: Baseline, { loss, nodes, moves, pending, lost, volumes }: Settled, { services, cost: costs, capacity }: Judgement): FailureRow {
  const after = runningAfter(running, moves);
  return {
    zones: loss.zones,
    nodes: loss.nodes,
    keepsQuorum: loss.controlPlane.keepsQuorum,
    podsLost: lost.length,
    podsRunningAfter: [...after.values()].reduce((sum, count) => sum + count, 0),
    podsPendingAfter: pending.length,
    workloads: workloadRows(placed.cluster, nodes, running, after),
    services,
    capacity,
    cost: { totalMonthly: costs.totalMonthly },
    ...dataAfter(placed, loss, volumes),
  };
}

/** The cluster after a loss as routing sees it. */
export function routingAfter({ placed }: Baseline, { loss, nodes, pods, nodeOf }: Settled): SettledState {
  return loss.frozen
    ? // Nobody takes dead endpoints away: they keep their share of the requests, which are dropped.
      { nodes: placed.cluster.nodes, pods, nodeOf: placed.nodeOf, deadNodes: loss.deadNodes, deadZones: loss.deadZones }
    : { nodes, pods, nodeOf, deadNodes: NONE, deadZones: loss.deadZones };
}

const NONE: ReadonlySet<string> = new Set();

/** A month in this state: what was launched is paid for whether or not it could join. */
function costAfter({ placed: { design, catalog } }: Baseline, settled: Settled, routed: Routed): Cost {
  const { loss, nodes, launched, joined, volumes } = settled;
  const lostZones = zonesOf(design).filter((zone) => loss.deadZones.has(zoneName(design, zone)));
  return cost({
    design,
    catalog,
    nodes: joined ? nodes : [...nodes, ...launched],
    volumes,
    hops: routed.hops,
    lost: new Set([...lostZones.map((zone) => zone.id), ...loss.deadMachines]),
  });
}

/** Nodes that Auto Scaling launched, as results list them: by name. */
export function newNodesOf({ launched, joined }: Settled) {
  return launched
    .map((node) => ({ name: node.name, zone: node.zoneName, group: node.group ?? node.entity, joined }))
    .sort((a, b) => compareBytes(a.name, b.name));
}
