import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import type { Placed } from '../cluster/cluster';
import { parseDesign } from '../design/parse';
import type { Design, Settings } from '../design/schema';
import { serializeDesign } from '../design/serialize';
import { entityById } from '../design/tree';
import { quorum } from '../quorum/quorum';
import { templates } from '../templates/templates';
import { design, fileSystem, group, instance, loadBalancer, overZones, service, workload, type DesignInput } from '../testing/designs';
import { availability, MINUTES_PER_YEAR, type Availability, type AvailabilityOptions, type SubjectAvailability } from './availability';
import { bruteForceAvailability } from '../testing/bruteForceAvailability';

function placedOf(input: DesignInput): Placed {
  return settledPlacement(design(input), firstCatalog);
}

function availabilityOf(placed: Placed, options: AvailabilityOptions = {}): Availability {
  const result = availability(placed, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function find({ subjects }: Availability, kind: SubjectAvailability['kind'], name = ''): SubjectAvailability {
  const found = subjects.find((subject) => subject.kind === kind && subject.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}

/** Far from 1, so that every term of a sum counts. */
const rough: Settings['availability'] = { region: 0.95, zone: 0.8, zonePair: 0.9, node: 0.7, eks: 0.6, loadBalancer: 0.85, databaseMultiAz: 0.75, fileSystemOneZone: 0.65 };
const settings = { availability: rough };
const eks = { availability: rough, controlPlane: 'eks' as const };
const apart = { podAntiAffinity: [{}] };

describe('as every state of zones, pairs, machines and what AWS runs, summed one by one', () => {
  test.each<[string, DesignInput]>([
    ['three members, machines of their own', { controlPlane: 'abc', settings, entities: [instance('n1', 'a'), instance('n2', 'b'), instance('n3', 'c'), workload('web', 3, { ...apart, neededShare: 0.6 })] }],
    ['a group that replaces, two workloads that share its machines', { controlPlane: 'aab', settings, entities: [group('asg', 'abc', 3), workload('web', 3, { ...apart, neededShare: 0.5 }), workload('api', 2, { topologySpreadConstraints: overZones, podDisruptionBudget: { minAvailable: 1 } })] }],
    [
      'EKS, a load balancer, a database and a file system',
      {
        settings: eks,
        entities: [
          group('asg', 'abc', 3),
          workload('web', 2, { ...apart, neededShare: 0.5, volumes: [{ name: 'data', fileSystem: 'efs' }] }),
          workload('api', 3, { neededShare: 0.3 }),
          service('web'),
          service('api'),
          loadBalancer('lb', 'ab', { service: 'svc-web' }),
          fileSystem('efs', 'c', { type: 'oneZone' }),
          { id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] },
          { id: 'users', kind: 'client' },
        ],
        links: [
          { id: 'l1', from: 'users', to: 'lb' },
          { id: 'l2', from: 'workload-web', to: 'svc-api' },
          { id: 'l3', from: 'workload-api', to: 'db' },
        ],
      },
    ],
    ['a DaemonSet, some nodes without its pod', { controlPlane: 'abc', settings, entities: [instance('n1', 'a'), instance('n2', 'b', { instanceType: 't3.micro' }), workload('agent', 1, { type: 'DaemonSet', neededShare: 0.4, containers: [{ name: 'app', requests: { cpu: '1800m', memory: '2Gi' } }] })] }],
    ['no control plane drawn', { settings, entities: [group('asg', 'ab', 4), workload('web', 4, { neededShare: 0.5 })] }],
    ['two zones', { zones: 'ab', controlPlane: 'ab', settings, entities: [group('asg', 'ab', 2), workload('web', 2, { podDisruptionBudget: { maxUnavailable: 1 } })] }],
  ])('%s', (_, input) => {
    const placed = placedOf(input);
    const { subjects } = availabilityOf(placed);
    const summed = bruteForceAvailability(placed);
    expect(subjects.length).toBeGreaterThan(1);
    for (const { kind, id, atOnce, settled, alone } of subjects) {
      const expected = summed(kind, id, 'with what it needs');
      expect([kind, id, atOnce.atMost, settled.atMost]).toEqual([kind, id, null, null]);
      expect(Math.abs(atOnce.availability - expected.atOnce), `${kind} ${id} at once`).toBeLessThan(1e-12);
      expect(Math.abs(settled.availability - expected.settled), `${kind} ${id} settled`).toBeLessThan(1e-12);
      if (alone === null) continue;
      const single = summed(kind, id, 'by itself');
      expect(Math.abs(alone.atOnce.availability - single.atOnce)).toBeLessThan(1e-12);
      expect(Math.abs(alone.settled.availability - single.settled)).toBeLessThan(1e-12);
    }
  });
});

describe('by hand', () => {
  const up = 0.9 * 0.8;
  const assumed = { availability: { zone: 0.9, node: 0.8, region: 1 } };
  test.each<[string, number]>([
    ['a', up],
    ['abc', up ** 3 + 3 * up ** 2 * (1 - up)],
    ['aab', 0.9 * (0.64 + 0.32 * up)],
    // Zones a and b with two members, c with one; three of five.
    ['aabbc', 0.81 * (up * (0.8 ** 4 + 4 * 0.8 ** 3 * 0.2 + 6 * 0.64 * 0.04) + (1 - up) * (0.8 ** 4 + 4 * 0.8 ** 3 * 0.2)) + 2 * 0.09 * 0.64 * up],
  ])('quorum of %s', (controlPlane, expected) => {
    const result = availabilityOf(placedOf({ controlPlane, settings: assumed }));
    expect(find(result, 'quorum').atOnce.availability).toBeCloseTo(expected, 12);
  });

  test('an event that takes two zones takes quorum of three', () => {
    const result = availabilityOf(placedOf({ controlPlane: 'abc', settings: { availability: { zone: 1, node: 1, region: 0.5, zonePair: 0.9 } } }));
    expect(find(result, 'quorum').atOnce).toMatchObject({ availability: expect.closeTo(0.5 * 0.9 ** 3, 12), hangsOn: 'region' });
  });

  test('minutes a year, and what they hang on', () => {
    const result = availabilityOf(placedOf({ controlPlane: 'abc', settings: { availability: { zone: 1, node: 1, region: 0.9999, zonePair: 1 } } }));
    expect(find(result, 'quorum').settled).toEqual({
      availability: 0.9999,
      atMost: null,
      minutesDown: expect.closeTo(0.0001 * MINUTES_PER_YEAR, 6),
      effects: [{ assumption: 'region', halved: expect.closeTo(-0.00005 * MINUTES_PER_YEAR, 6), doubled: expect.closeTo(0.0001 * MINUTES_PER_YEAR, 6) }],
      hangsOn: 'region',
    });
  });

  test('machines without a group: their pods move on, unless that would be too much to work out', () => {
    const placed = placedOf({ settings: { controlPlane: 'eks', availability: { zone: 1, node: 0.9, region: 1, eks: 1 } }, entities: [instance('n1', 'a'), instance('n2', 'b'), workload('web', 1)] });
    const web = (options: AvailabilityOptions) => find(availabilityOf(placed, options), 'workload', 'default/web');
    expect(web({})).toMatchObject({ atOnce: { availability: expect.closeTo(0.9, 12) }, settled: { availability: expect.closeTo(0.99, 12) } });
    expect(web({ mostAftermaths: 31 }).settled.availability).toBeCloseTo(0.9, 12);
  });

  test('how far it is', () => {
    const seen: number[] = [];
    availabilityOf(placedOf({ zones: 'ab' }), { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual([0, 0.25, 0.5, 0.75]);
  });

  test('more zones than a region has: said, not guessed', () => {
    expect(availability(placedOf({ zones: 'abcdefg' }))).toEqual({ ok: false, error: { zones: 7, most: 6 } });
  });
});

describe('one truth', () => {
  test.each<Settings['availability']>([{ zone: 0.9997, node: 0.995, region: 0.9999 }, rough])('quorum is what evaluate says: %j', (assumed) => {
    const placed = placedOf({ controlPlane: 'aabbc', settings: { availability: assumed } });
    expect(find(availabilityOf(placed), 'quorum').atOnce.availability).toBe(quorum(placed.design).availability);
  });

  test('assumptions that are left out are not written', () => {
    const file = (assumed: object) => serializeDesign(design({ settings: { availability: assumed } }));
    expect(file({})).not.toContain('availability');
    expect(file({ zonePair: 0.99999 })).toContain('"availability": { "zonePair": 0.99999 }');
  });
});

describe('properties', () => {
  const shares = fc.constantFrom(0, 0.3, 0.9, 0.99, 0.9997);

  test('a replica more in another zone never lowers', () => {
    const web = (on: readonly string[], assumed: Settings['availability'], needed: number) => {
      const pins = Object.fromEntries(on.map((letter, i) => [String(i), `n${i}-${letter}`]));
      const entities = [...on.map((letter, i) => instance(`n${i}-${letter}`, letter)), workload('web', on.length, { pins, podDisruptionBudget: { minAvailable: needed } })];
      return find(availabilityOf(placedOf({ zones: 'abcd', controlPlane: 'abc', settings: { availability: assumed }, entities }), { mostAftermaths: 0 }), 'workload', 'default/web');
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), fc.record({ zone: shares, node: shares, region: shares, zonePair: shares }), (on, needed, assumed) => {
        const [before, after] = [web(on, assumed, needed), web([...on, 'd'], assumed, needed)];
        expect(after.atOnce.availability).toBeGreaterThanOrEqual(before.atOnce.availability - 1e-12);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test('nothing is up less often because an assumption is better', async () => {
    const base = await templateDesign('three-zones');
    const withAssumed = (assumed: Settings['availability']): Design => ({ ...base, settings: { ...base.settings, availability: assumed } });
    const all = (assumed: Settings['availability']) => availabilityOf(settledPlacement(withAssumed(assumed), catalogFor(base.settings.region)!)).subjects;
    const start = { zone: 0.9, node: 0.9, region: 0.9, zonePair: 0.9, loadBalancer: 0.9 };
    const before = all(start);
    for (const name of Object.keys(start)) {
      const after = all({ ...start, [name]: 0.95 });
      for (const [i, { kind, atOnce, settled }] of before.entries()) {
        expect(after[i]?.atOnce.availability, `${kind} by ${name}`).toBeGreaterThanOrEqual(atOnce.availability);
        expect(after[i]?.settled.availability, `${kind} by ${name}`).toBeGreaterThanOrEqual(settled.availability);
      }
    }
    expect(find({ zones: 3, assumptions: [], subjects: before }, 'whole').atOnce.effects.map(({ assumption }) => assumption).sort()).toEqual(Object.keys(start).sort());
  });

  async function templateDesign(id: string): Promise<Design> {
    const parsed = parseDesign(await templates.find((template) => template.id === id)?.load());
    if (!parsed.ok) throw new Error(id);
    return parsed.value;
  }

  test.each(templates.map(({ id }) => id))('template %s: the whole is up less often than any part, and settled no less than at once', async (id) => {
    const placed = settledPlacement(await templateDesign(id), firstCatalog);
    const { subjects, assumptions } = availabilityOf(placed);
    const whole = subjects.at(-1);
    for (const { kind, id: of, atOnce, settled } of subjects) {
      expect(entityById(placed.design, of ?? '') === undefined).toBe(of === null);
      expect(whole?.atOnce.availability, kind).toBeLessThanOrEqual(atOnce.availability);
      expect(whole?.settled.availability, kind).toBeLessThanOrEqual(settled.availability);
      expect(settled.availability, kind).toBeGreaterThanOrEqual(atOnce.availability - 1e-12);
      for (const { doubled, assumption } of [...atOnce.effects, ...settled.effects]) expect(doubled, assumption).toBeGreaterThanOrEqual(0);
    }
    expect(assumptions.map(({ name }) => name)).toEqual(expect.arrayContaining(['region', 'zone', 'node']));
  });
});
