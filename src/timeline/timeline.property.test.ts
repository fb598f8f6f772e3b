import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import type { Design } from '../design/schema';
import { zoneName, zonesOf } from '../design/tree';
import type { AftermathPod } from '../evaluation';
import { baselineOf } from '../failure/baseline';
import { fail } from '../failure/fail';
import type { Scenario } from '../failure/scenario';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { createTimeline, type Timeline } from './createTimeline';
import type { PodPhase, PodState } from './state';

/** Some zones and some nodes; names that do not exist are left out by the scenario. */
const loss = fc.record({ zones: fc.subarray([0, 1, 2, 3]), nodes: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 4 }) });
const values = fc.record({ defaultTolerationSeconds: fc.constantFrom(0, 30, 300), instanceBoot: fc.constantFrom(1, 600), removalByHand: fc.constantFrom(10, 1800), loadBalancerDnsTtl: fc.constantFrom(0, 900) });

function holds(numRuns: number, property: (timeline: Timeline, design: Design, scenario: Scenario, baseline: ReturnType<typeof baselineOf>) => void): void {
  fc.assert(
    fc.property(arbitraryDesign, loss, values, (design, { zones, nodes }, timers) => {
      const baseline = baselineOf(place(design, firstCatalog));
      const scenario = {
        zones: zonesOf(design).filter((_, number) => zones.includes(number)).map((zone) => zoneName(design, zone)),
        nodes: baseline.placed.cluster.nodes.filter((_, number) => nodes.includes(number)).map(({ name }) => name),
      };
      property(createTimeline(baseline, scenario, timers), design, scenario, baseline);
    }),
    { seed: 1, numRuns },
  );
}

const ends: Readonly<Record<AftermathPod['fate'], readonly PodPhase[]>> = { unchanged: ['running'], moved: ['running'], pending: ['pending'], lost: ['lost', 'unreachable'], starting: [] };

function sorted<T extends { readonly pod: string }>(pods: readonly T[]): readonly T[] {
  return [...pods].sort((a, b) => (a.pod < b.pod ? -1 : 1));
}

const nine = (share: number) => Number(share.toFixed(9));

// Seconds of pure computing: a loaded machine may take many more.
describe('whatever is lost', { timeout: 120_000 }, () => {
  test('the end is the settled aftermath, and the beginning the cluster of before with the dead dead', () => {
    holds(100, (timeline, _, scenario, baseline) => {
      const aftermath = fail(baseline, scenario);
      const end = timeline.stateAt(Infinity);
      const expected = sorted(aftermath.pods);
      expect(sorted(end.pods).map(({ pod, node }) => [pod, node])).toEqual(expected.map(({ pod, node }) => [pod, node]));
      sorted(end.pods).forEach(({ phase }, i) => expect(ends[expected[i]?.fate ?? 'lost']).toContain(phase));
      expect(end.services.map(({ service, dropped }) => [service, nine(dropped)])).toEqual(aftermath.services.map(({ name, dropped }) => [name, nine(dropped)]));
      const joining = new Map(end.nodes.slice(baseline.placed.cluster.nodes.length).map(({ node, phase }) => [node, phase]));
      expect(joining).toEqual(new Map(aftermath.newNodes.map(({ name, joined }) => [name, joined ? 'ready' : 'notJoined'])));

      const { nodeOf, cluster } = baseline.placed;
      const { deadNodes } = timeline.loss;
      const phaseOf = (node: string | undefined): PodPhase => (node === undefined ? 'pending' : deadNodes.has(node) ? 'unreachable' : 'running');
      const begin = timeline.stateAt(0);
      expect(begin.pods.map(({ pod, phase, node }) => [pod, phase, node])).toEqual(cluster.pods.map(({ key }) => [key, phaseOf(nodeOf.get(key)), nodeOf.get(key) ?? null]));
      expect(begin.nodes.map(({ node, phase }) => [node, phase])).toEqual(cluster.nodes.map(({ name }) => [name, deadNodes.has(name) ? 'unreachable' : 'ready']));
    });
  });

  test('events come in order, none later than all has settled, and states change at events only', () => {
    holds(50, ({ events, settledAt, stateAt, eventsBefore }) => {
      const times = [...new Set(events.map(({ at }) => at))];
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every((at) => at >= 0 && at <= settledAt)).toBe(true);
      expect(eventsBefore(settledAt)).toEqual(events);
      times.forEach((at, i) => {
        const next = times[i + 1] ?? at + 1;
        const calm = (pods: readonly PodState[]) => pods.map(({ pod, phase, node }) => [pod, phase === 'containerCreating' ? 'pending' : phase, phase === 'running' ? node : null]);
        expect(calm(stateAt((at + next) / 2).pods)).toEqual(calm(stateAt(at).pods));
      });
    });
  });

  test('the requests that are dropped are the sum of those of every moment', () => {
    holds(120, ({ events, settledAt, stateAt, summary }) => {
      const times = [...new Set([0, ...events.map(({ at }) => at), settledAt])].sort((a, b) => a - b);
      const rates = times.map((at) => stateAt(at).services.reduce((sum, { errorsPerSecond }) => sum + errorsPerSecond, 0));
      const requests = times.reduce((sum, at, i) => sum + (rates[i] ?? 0) * ((times[i + 1] ?? at) - at), 0);
      expect(Math.abs(summary.requestErrors - requests)).toBeLessThan(1 + requests * 1e-9);
      const final = rates.at(-1) ?? 0;
      const steady = times[rates.findLastIndex((rate) => Math.abs(rate - final) > 1e-6) + 1];
      expect(summary.errorsSteady).toBeCloseTo(steady ?? 0, 6);
    });
  });
});
