import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import type { Toleration } from '../kubernetes/objects';
import { design, group } from '../testing/designs';
import { timersOf } from './timers';
import { tolerationSeconds } from './tolerationSeconds';
import { disruptionOf } from './zoneDisruption';

describe('the state of a zone decides how fast its nodes are tainted', () => {
  /** Nodes by letter of the zone, and how many of zone a are dead. */
  test.each<[string, Readonly<Record<string, number>>, number, string, number, boolean]>([
    ['one of many', { a: 3, b: 3 }, 1, 'Normal', 0.1, false],
    ['two of three are too few to be Partial', { a: 3, b: 3 }, 2, 'Normal', 0.1, false],
    ['three of four', { a: 4, b: 3 }, 3, 'PartialDisruption', 0, false],
    ['just below the threshold', { a: 20, b: 3 }, 10, 'Normal', 0.1, false],
    ['just at it', { a: 20, b: 3 }, 11, 'PartialDisruption', 0, false],
    ['in a large zone some', { a: 51, b: 3 }, 50, 'PartialDisruption', 0.01, false],
    ['all of them', { a: 4, b: 3 }, 4, 'FullDisruption', 0.1, false],
    ['all of a single zone', { a: 2 }, 2, 'FullDisruption', 0.1, true],
  ])('%s', (_, nodes, dead, state, rate, everywhere) => {
    const { cluster } = place(design({ entities: Object.entries(nodes).map(([letter, count]) => group(`asg-${letter}`, letter, count)) }), firstCatalog);
    const names = cluster.nodes.filter(({ zone }) => zone === 'zone-a').slice(0, dead);
    const disruption = disruptionOf(cluster.nodes, new Set(names.map(({ name }) => name)), timersOf('1.34'));
    expect(disruption.zones.map((zone) => [zone.state, zone.rate])).toEqual([[state, rate]]);
    expect(disruption.everywhere).toBe(everywhere);
  });
});

describe('seconds on an unreachable node', () => {
  const unreachable = 'node.kubernetes.io/unreachable';
  test.each<[string, readonly Toleration[] | undefined, number]>([
    ['said nothing', undefined, 300],
    ['of other taints only', [{ key: 'gpu', operator: 'Exists' }], 300],
    ['of its NoSchedule only', [{ key: unreachable, operator: 'Exists', effect: 'NoSchedule' }], 300],
    ['its own time', [{ key: unreachable, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 20 }], 20],
    ['the least of several', [20, 10].map((seconds) => ({ key: unreachable, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: seconds })), 10],
    ['for good', [{ key: unreachable, operator: 'Exists', effect: 'NoExecute' }], Infinity],
    ['everything for good', [{ operator: 'Exists' }], Infinity],
    ['another value of it: not at all', [{ key: unreachable, operator: 'Equal', value: 'x', effect: 'NoExecute' }], 0],
  ])('%s', (_, tolerations, seconds) => {
    expect(tolerationSeconds(tolerations, 300)).toBe(seconds);
  });
});
