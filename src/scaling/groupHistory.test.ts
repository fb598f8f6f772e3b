import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityById, zonesOf } from '../design/tree';
import type { AutoScalingGroup, Design } from '../design/schema';
import { design, group } from '../testing/designs';
import { instancesPerZone, launchesAfter } from './autoScalingGroup';
import { groupHistory, type Activity, type GroupEvent } from './groupHistory';

function groupOf(drawn: Design): AutoScalingGroup {
  const asg = entityById(drawn, 'asg');
  if (asg?.kind !== 'autoScalingGroup') throw new Error('no group');
  return asg;
}

/** `2/2/1`: instances in the zones a, b, c. */
function inOrder(instances: ReadonlyMap<string, number>): string {
  return [...instances.values()].join('/');
}

/** `launched 1 a rebalance 3/3/1`, and how many were terminated undrained. */
function line({ kind, count, zone, cause, instances, undrained }: Activity): string {
  return `${kind} ${count} ${zone.slice(-1)} ${cause} ${inOrder(instances)}${undrained > 0 ? ` undrained ${undrained}` : ''}`;
}

const ids = (letters: string) => Array.from(letters, (letter) => `zone-${letter}`);
const fails = (letters: string, instances: Readonly<Record<string, number>> = {}): GroupEvent => ({
  kind: 'fails',
  zones: ids(letters),
  instances: new Map(Object.entries(instances).map(([letter, count]) => [`zone-${letter}`, count])),
});
const returns = (letters: string): GroupEvent => ({ kind: 'returns', zones: ids(letters) });
const full = (letters: string): GroupEvent => ({ kind: 'launchesFail', zones: ids(letters) });
const roomAgain = (letters: string): GroupEvent => ({ kind: 'launchesSucceed', zones: ids(letters) });
const desired = (count: number): GroupEvent => ({ kind: 'desiredCapacity', desired: count });

const balancedOnly = { distribution: 'balanced-only' as const };
const suspended = { azRebalance: false };

function history(letters: string, count: number, fields: Parameters<typeof group>[3], events: readonly GroupEvent[]) {
  const drawn = design({ entities: [group('asg', letters, count, fields)] });
  return groupHistory(groupOf(drawn), zonesOf(drawn), events);
}

type Row = readonly [what: string, letters: string, count: number, fields: Parameters<typeof group>[3], events: readonly GroupEvent[], lines: readonly string[]];

const rows: readonly Row[] = [
  ['nothing happens', 'abc', 3, {}, [], []],
  ['a zone fails: what cannot be launched there is launched elsewhere', 'abc', 6, {}, [fails('a')], ['lost 2 a failure 0/2/2', 'launchFailed 2 a desiredCapacity 0/2/2', 'launched 1 b desiredCapacity 0/3/2', 'launched 1 c desiredCapacity 0/3/3']],
  ['balanced-only waits for the zone', 'abc', 6, balancedOnly, [fails('a')], ['lost 2 a failure 0/2/2', 'launchFailed 2 a desiredCapacity 0/2/2']],
  [
    'the zone returns: launched first, terminated undrained then, never more than one above max',
    'abc',
    6,
    {},
    [fails('a'), returns('a')],
    [
      'lost 2 a failure 0/2/2',
      'launchFailed 2 a desiredCapacity 0/2/2',
      'launched 1 b desiredCapacity 0/3/2',
      'launched 1 c desiredCapacity 0/3/3',
      'launched 1 a rebalance 1/3/3',
      'terminated 1 c rebalance 1/3/2 undrained 1',
      'launched 1 a rebalance 2/3/2',
      'terminated 1 b rebalance 2/2/2 undrained 1',
    ],
  ],
  ['room below max: all at once', 'ab', 4, { max: 8 }, [fails('a'), returns('a')], ['lost 2 a failure 0/2', 'launchFailed 2 a desiredCapacity 0/2', 'launched 2 b desiredCapacity 0/4', 'launched 2 a rebalance 2/4', 'terminated 2 b rebalance 2/2 undrained 2']],
  ['10 % of max where that is more than one', 'ab', 20, { max: 20 }, [fails('a'), returns('a')], [
    'lost 10 a failure 0/10',
    'launchFailed 10 a desiredCapacity 0/10',
    'launched 10 b desiredCapacity 0/20',
    ...[2, 4, 6, 8, 10].flatMap((inA) => [`launched 2 a rebalance ${inA}/${22 - inA}`, `terminated 2 b rebalance ${inA}/${20 - inA} undrained 2`]),
  ]],
  ['AZRebalance is suspended: it stays as it is', 'ab', 2, suspended, [fails('a'), returns('a')], ['lost 1 a failure 0/1', 'launchFailed 1 a desiredCapacity 0/1', 'launched 1 b desiredCapacity 0/2']],
  ['but later launches go where the fewest are', 'ab', 2, { ...suspended, max: 4 }, [fails('a'), returns('a'), desired(3)], ['lost 1 a failure 0/1', 'launchFailed 1 a desiredCapacity 0/1', 'launched 1 b desiredCapacity 0/2', 'launched 1 a desiredCapacity 1/2']],
  ['balanced-only goes on where it was stopped, and terminates nothing', 'abc', 6, balancedOnly, [fails('a'), returns('a')], ['lost 2 a failure 0/2/2', 'launchFailed 2 a desiredCapacity 0/2/2', 'launched 2 a desiredCapacity 2/2/2']],
  ['one apart is balanced', 'abc', 5, {}, [fails('a'), returns('a')], [
    'lost 2 a failure 0/2/1',
    'launchFailed 2 a desiredCapacity 0/2/1',
    'launched 1 c desiredCapacity 0/2/2',
    'launched 1 b desiredCapacity 0/3/2',
    'launched 1 a rebalance 1/3/2',
    'terminated 1 b rebalance 1/2/2 undrained 1',
  ]],
  ['a zonal group comes back with its zone', 'a', 3, {}, [fails('a'), returns('a')], ['lost 3 a failure 0', 'launchFailed 3 a desiredCapacity 0', 'launched 3 a desiredCapacity 3']],
  ['no capacity in a zone that is up: nothing happens by itself', 'abc', 3, {}, [full('a')], []],
  ['then an instance there dies, and is replaced elsewhere', 'abc', 3, {}, [full('a'), fails('', { a: 1 })], ['lost 1 a failure 0/1/1', 'launchFailed 1 a desiredCapacity 0/1/1', 'launched 1 b desiredCapacity 0/2/1']],
  ['or nowhere', 'abc', 3, balancedOnly, [full('a'), fails('', { a: 1 })], ['lost 1 a failure 0/1/1', 'launchFailed 1 a desiredCapacity 0/1/1']],
  ['growing without capacity in a zone', 'ab', 2, { max: 6 }, [full('a'), desired(6)], ['launchFailed 2 a desiredCapacity 1/1', 'launched 4 b desiredCapacity 1/5']],
  ['growing without it, balanced-only', 'ab', 2, { max: 6, ...balancedOnly }, [full('a'), desired(6)], ['launchFailed 2 a desiredCapacity 1/1', 'launched 2 b desiredCapacity 1/3']],
  ['capacity is back: AZRebalance', 'ab', 2, { max: 4 }, [full('a'), desired(4), roomAgain('a')], ['launchFailed 1 a desiredCapacity 1/1', 'launched 2 b desiredCapacity 1/3', 'launched 1 a rebalance 2/3', 'terminated 1 b rebalance 2/2 undrained 1']],
  ['scale-in takes from the fullest zone, undrained', 'abc', 6, {}, [desired(4)], ['terminated 1 c desiredCapacity 2/2/1 undrained 1', 'terminated 1 b desiredCapacity 2/1/1 undrained 1']],
  ['not below min, not above max', 'ab', 3, { min: 2, max: 4 }, [desired(9), desired(0)], ['launched 1 b desiredCapacity 2/2', 'terminated 1 b desiredCapacity 2/1 undrained 1', 'terminated 1 a desiredCapacity 1/1 undrained 1']],
  ['set by hand, it comes back as it was set', 'abc', 4, { instancesPerZone: { 'zone-a': 3, 'zone-b': 1 } }, [fails('b'), returns('b')], ['lost 1 b failure 3/0/0', 'launchFailed 1 b desiredCapacity 3/0/0', 'launched 1 c desiredCapacity 3/0/1', 'launched 1 b rebalance 3/1/1', 'terminated 1 c rebalance 3/1/0 undrained 1']],
];

describe('scaling activities', () => {
  test.each(rows)('%s', (_, letters, count, fields, events, lines) => {
    const { activities, instances, undrained } = history(letters, count, fields, events);
    expect(activities.map(line)).toEqual(lines);
    const last = activities.at(-1);
    if (last !== undefined) expect(inOrder(last.instances)).toBe(inOrder(instances));
    expect(undrained).toBe(activities.filter(({ kind }) => kind === 'terminated').reduce((sum, { count: n }) => sum + n, 0));
  });

  test.each([
    ['a lost zone takes what it had out of service at once', 6, { min: 6 }, [fails('a')], 4, 6, true],
    ['rebalancing takes nothing out of service, and goes above max', 6, { min: 4 }, [fails('a'), returns('a')], 4, 7, false],
  ])('in service: %s', (_, count, fields, events, lowest, highest, fellBelowMin) => {
    expect(history('abc', count, fields, events)).toMatchObject({ lowest, highest, fellBelowMin });
  });
});

const anyGroup = fc.record({ letters: fc.constantFrom('a', 'ab', 'bc', 'abc'), desired: fc.nat(12), room: fc.nat(15), only: fc.boolean(), rebalances: fc.boolean() });

test('a loss launches what launchesAfter says, and a return balances within the margin', () => {
  fc.assert(
    fc.property(anyGroup, fc.constantFrom('a', 'b', 'ab'), fc.nat(3), ({ letters, desired: count, room, only, rebalances }, lost, alone) => {
      const drawn = design({
        entities: [group('asg', letters, count, { max: Math.max(1, count + room), azRebalance: rebalances, distribution: only ? 'balanced-only' : 'balanced-best-effort' })],
      });
      const asg = groupOf(drawn);
      const zones = zonesOf(drawn);
      const instances = new Map(letters.includes('c') ? [['zone-c', alone]] : []);
      const away = groupHistory({ ...asg, azRebalance: false }, zones, [{ kind: 'fails', zones: ids(lost), instances }]);
      const launched = away.activities.filter(({ kind }) => kind === 'launched').map(({ zone, count: n }) => [zone, n]);
      expect(Object.fromEntries(launched)).toEqual(Object.fromEntries(launchesAfter(asg, instancesPerZone(asg, zones), { zones: new Set(ids(lost)), instances })));
      const back = groupHistory(asg, zones, [{ kind: 'fails', zones: ids(lost), instances }, returns(lost)]);
      const counts = [...back.instances.values()];
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(count);
      if (rebalances || only) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(back.highest).toBeLessThanOrEqual(asg.max + Math.max(1, Math.floor(asg.max / 10)));
    }),
  );
});
