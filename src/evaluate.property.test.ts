import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstCatalog } from './catalog/firstCatalog';
import { clusterList } from './cluster/list';
import { place } from './cluster/place';
import { applyEdit } from './design/edit';
import { parseDesignText } from './design/parse';
import type { Design } from './design/schema';
import { serializeDesign } from './design/serialize';
import { evaluate, simulateFailure } from './evaluate';
import type { Evaluation } from './evaluation';
import { quantityMilliValue, quantityValue } from './kubernetes/quantity';
import { podInfoOf } from './scheduling/podInfo';
import { scheduleDump } from './scheduling/scheduleDump';
import { arbitraryDesign } from './testing/arbitraryDesign';

/** What holds for every design, however half-finished. The draws are the same in every run. */
function holds(numRuns: number, property: (design: Design) => void): void {
  fc.assert(fc.property(arbitraryDesign, property), { seed: 1, numRuns });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** As text; without the edits of fixes, which repeat what the design says as it says it. */
function textOf({ findings, ...rest }: Evaluation): string {
  return JSON.stringify({ ...rest, findings: findings.map((finding) => ({ ...finding, fixes: finding.fixes.map(({ id, label }) => ({ id, label })) })) });
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(reversed) : Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]));
}

// Seconds of pure computing: a loaded machine may take many more.
describe('any design', { timeout: 120_000 }, () => {
  test('evaluates to the same bytes again, once saved and opened, and whatever the order of entities and keys', () => {
    holds(60, (design) => {
      const first = JSON.stringify(evaluate(design, firstCatalog));
      expect(JSON.stringify(evaluate(design, firstCatalog))).toBe(first);
      const expected = textOf(evaluate(design, firstCatalog));
      const opened = parseDesignText(serializeDesign(design));
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      expect(textOf(evaluate(opened.value, firstCatalog))).toBe(expected);
      const other = reversed(design) as Design;
      expect(textOf(evaluate({ ...other, entities: [...other.entities].reverse(), links: [...other.links].reverse() }, firstCatalog))).toBe(expected);
    });
  });

  test('accounts for every pod, every request and every cent', () => {
    holds(150, (design) => {
      const { placement, traffic, failures, cost } = evaluate(design, firstCatalog);
      expect(placement.running + placement.pending.length).toBe(placement.pods.length);
      for (const { podShares, dropped } of traffic.services) {
        expect(dropped).toBeGreaterThanOrEqual(0);
        expect(dropped).toBeLessThanOrEqual(1);
        if (dropped > 0 || Object.keys(podShares).length > 0) expect(sum([...Object.values(podShares), dropped])).toBeCloseTo(1, 9);
      }
      for (const { services, workloads, podsRunningAfter } of failures) {
        expect(services.every(({ dropped }) => dropped >= 0 && dropped <= 1)).toBe(true);
        expect(sum(workloads.map(({ after }) => after))).toBe(podsRunningAfter);
      }
      const cents = sum(cost.lines.map(({ monthly }) => Math.round(monthly * 100)));
      if (Number.isSafeInteger(cents)) expect(Math.round(cost.totalMonthly * 100)).toBe(cents);
    });
  });

  test('has findings that name what is there, and fixes that can be applied', () => {
    holds(100, (design) => {
      const ids = new Set(design.entities.map(({ id }) => id));
      for (const { entities, fixes } of evaluate(design, firstCatalog).findings) {
        expect(entities.filter((id) => !ids.has(id))).toEqual([]);
        for (const { edit } of fixes) expect(applyEdit(design, edit)).toMatchObject({ ok: true });
      }
    });
  });

  test('stays as it was when nothing is killed, and has nothing left when everything is', () => {
    holds(80, (design) => {
      const { placement, traffic, cost } = evaluate(design, firstCatalog);
      const nothing = simulateFailure(design, firstCatalog, { zones: [], nodes: [] });
      expect(nothing.pods.map(({ pod, workload, ordinal, node, zone }) => ({ pod, workload, ordinal, node, zone }))).toEqual(placement.pods);
      expect(nothing).toMatchObject({ podsLost: 0, pending: placement.pending, traffic, cost: { totalMonthly: cost.totalMonthly } });
      const all = simulateFailure(design, firstCatalog, {
        zones: Array.from('abcd', (letter) => design.settings.region + letter),
        nodes: placement.nodes.map(({ metadata }) => metadata.name),
      });
      expect(all).toMatchObject({ podsLost: placement.running, podsRunningAfter: 0, capacity: { cpuLeft: 0, memoryLeft: 0 } });
      expect(all.traffic.services.every(({ podShares }) => Object.keys(podShares).length === 0)).toBe(true);
    });
  });

  test('fills no node beyond what it can give, and its Pending pods are placed by `schedule` where `cluster` has them', () => {
    holds(100, (design) => {
      const placed = place(design, firstCatalog);
      const { cluster, nodeOf, preempted } = placed;
      const pinned = new Set(cluster.pods.filter(({ pinnedTo }) => pinnedTo !== null).map(({ pinnedTo }) => pinnedTo));
      for (const { name, object } of cluster.nodes) {
        if (pinned.has(name)) continue;
        const requests = cluster.pods.filter(({ key }) => nodeOf.get(key) === name).map(({ object: pod }) => podInfoOf(pod).requests);
        const { cpu, memory, pods } = object.status.allocatable ?? {};
        expect(sum(requests.map(({ milliCpu }) => milliCpu))).toBeLessThanOrEqual(quantityMilliValue(cpu));
        expect(sum(requests.map((request) => request.memory))).toBeLessThanOrEqual(quantityValue(memory));
        expect(requests.length).toBeLessThanOrEqual(quantityValue(pods));
      }
      const answer = scheduleDump(JSON.parse(JSON.stringify(clusterList(placed, { pending: true }))), { mode: 'sequence', seed: design.settings.seed });
      if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
      if (preempted.length > 0) return;
      const expected = cluster.pods.filter(({ pinnedTo }) => pinnedTo === null).map(({ key }) => [key, nodeOf.get(key)]);
      expect(answer.value.verdicts.map(({ pod, node }) => [pod, node])).toEqual(expected);
    });
  });
});
