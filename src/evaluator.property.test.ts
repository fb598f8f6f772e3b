import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAddons } from './addons/withAddons';
import { findingMessages } from './findings/languages';
import { firstCatalog } from './catalog/firstCatalog';
import { applyEdit, type Edit } from './design/edit';
import { parseDesign } from './design/parse';
import type { Design, EntityOf } from './design/schema';
import { entitiesOf } from './design/tree';
import { evaluate, simulateFailure } from './evaluate';
import { createEvaluator } from './evaluator';
import { arbitraryDesign } from './testing/arbitraryDesign';

/** A step of somebody at work: an edit of the present design, or something that puts another in its place. */
type Step = (design: Design, before: readonly Design[]) => Design;

function edit(make: (design: Design) => Edit | null): Step {
  return (design) => {
    const made = make(design);
    const result = made === null ? null : applyEdit(design, made);
    return result?.ok === true ? result.value : design;
  };
}

/** Sets fields of the nth entity of a kind, if there is one. */
function setNth<Kind extends Design['entities'][number]['kind']>(kind: Kind, nth: number, fields: (entity: EntityOf<Kind>) => Readonly<Record<string, unknown>>): Step {
  return edit((design) => {
    const all = entitiesOf(design, kind);
    const entity = all[nth % Math.max(1, all.length)];
    return entity === undefined ? null : { type: 'set', id: entity.id, fields: fields(entity) };
  });
}

const nth = fc.nat(7);
const count = fc.nat(6);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('a', 'b').map((name) => edit(() => ({ type: 'design', fields: { name } }))),
  fc.constantFrom('per-zone', 'single', 'none').map((nat) => edit(() => ({ type: 'settings', fields: { nat } }))),
  fc.constantFrom('1.31', '1.34').map((kubernetesVersion) => edit(() => ({ type: 'settings', fields: { kubernetesVersion } }))),
  fc.constantFrom(null, 1, 2).map((seed) => edit(() => ({ type: 'settings', fields: { seed } }))),
  fc.tuple(nth, count).map(([n, replicas]) => setNth('workload', n, () => ({ replicas }))),
  fc.tuple(nth, fc.constantFrom('10m', '700m')).map(([n, cpu]) => setNth('workload', n, ({ containers }) => ({ containers: containers.map((container) => ({ ...container, requests: { cpu } })) }))),
  fc.tuple(nth, fc.constantFrom(0, 10)).map(([n, priority]) => setNth('workload', n, () => ({ priority }))),
  fc.tuple(nth, fc.constantFrom(undefined, { maxUnavailable: 1 }, { minAvailable: 2 })).map(([n, podDisruptionBudget]) => setNth('workload', n, () => ({ podDisruptionBudget }))),
  fc.tuple(nth, fc.constantFrom(0.5, 1)).map(([n, neededShare]) => setNth('workload', n, () => ({ neededShare }))),
  fc.tuple(nth, fc.constantFrom({}, { tier: 'web' })).map(([n, nodeSelector]) => setNth('workload', n, () => ({ nodeSelector }))),
  fc.tuple(nth, fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet')).map(([n, type]) => setNth('workload', n, () => ({ type }))),
  fc.tuple(nth, count).map(([n, desired]) => setNth('autoScalingGroup', n, () => ({ desired, max: 9 }))),
  fc.tuple(nth, fc.constantFrom('m6i.large', 'c6i.xlarge')).map(([n, type]) => setNth('autoScalingGroup', n, () => ({ instanceTypes: [type] }))),
  fc.tuple(nth, fc.subarray(['zone-a', 'zone-b', 'zone-c'], { minLength: 1 })).map(([n, zones]) =>
    edit((design) => {
      const movable = design.entities.filter(({ kind }) => kind === 'instance' || kind === 'autoScalingGroup' || kind === 'controlPlaneNode');
      const entity = movable[n % Math.max(1, movable.length)];
      return entity === undefined ? null : { type: 'place', id: entity.id, zones: entity.kind === 'autoScalingGroup' ? zones : zones.slice(0, 1) };
    }),
  ),
  fc.tuple(nth, fc.constantFrom('Local', 'Cluster')).map(([n, externalTrafficPolicy]) => setNth('service', n, () => ({ externalTrafficPolicy }))),
  fc.tuple(nth, fc.constantFrom({ app: 'web' }, {})).map(([n, selector]) => setNth('service', n, () => ({ selector }))),
  fc.tuple(nth, fc.boolean()).map(([n, crossZone]) => setNth('loadBalancer', n, () => ({ crossZone }))),
  fc.tuple(nth, fc.constantFrom('Immediate', 'WaitForFirstConsumer')).map(([n, volumeBindingMode]) => setNth('storageClass', n, () => ({ volumeBindingMode }))),
  fc.nat(40).map((n) => edit(({ entities }) => ({ type: 'remove', ids: entities.slice(n, n + 1).map(({ id }) => id) }))),
  fc.nat(40).map((n) => edit(({ links }) => ({ type: 'remove', ids: links.slice(n, n + 1).map(({ id }) => id) }))),
  // What comes out of a message is all new objects.
  fc.constant<Step>((design) => structuredClone(design)),
  // Undo, several steps at once.
  fc.nat(4).map((steps): Step => (design, before) => before[steps] ?? design),
  fc.constant<Step>((design) => ({ ...design, entities: [...design.entities].reverse() })),
);

/** Three zones with a node each, a database with volumes, and workloads that fill the nodes unevenly. */
const drawn = parseDesign({
  zonesketch: 1,
  settings: { controlPlane: 'eks' },
  entities: [
    ...['a', 'b', 'c'].map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
    { id: 'asg', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b', 'zone-c'], instanceTypes: ['m6i.large'], desired: 3, max: 6 },
    { id: 'gp3', kind: 'storageClass', name: 'gp3' },
    { id: 'db', kind: 'workload', name: 'db', type: 'StatefulSet', replicas: 3, containers: [{ name: 'db', requests: { cpu: '100m' } }], volumes: [{ name: 'data', storageClass: 'gp3' }] },
    ...['batch-1', 'batch-2'].map((id) => ({ id, kind: 'workload', name: id, replicas: 2, containers: [{ name: 'app', requests: { cpu: '700m' } }] })),
    { id: 'web', kind: 'workload', name: 'web', replicas: 2, containers: [{ name: 'app', requests: { cpu: '600m' } }] },
  ],
});

describe('what neither a pod nor a node shows', () => {
  test.each<[string, Edit]>([
    ['zones of a class', { type: 'set', id: 'gp3', fields: { allowedZones: ['zone-c'] } }],
    ['the seed', { type: 'settings', fields: { seed: 3 } }],
  ])('is seen: %s', (_, change) => {
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
    const result = applyEdit(drawn.value, change);
    if (!result.ok) throw new Error(result.error.message);
    const evaluator = createEvaluator(withAddons, (language) => findingMessages[language]);
    const before = evaluator.evaluate(drawn.value, firstCatalog);
    const after = evaluator.evaluate(result.value, firstCatalog);
    expect(after.placement.pods).not.toEqual(before.placement.pods);
    expect(JSON.stringify(after)).toBe(JSON.stringify(evaluate(structuredClone(result.value), firstCatalog)));
    expect(JSON.stringify(evaluator.evaluate(drawn.value, firstCatalog))).toBe(JSON.stringify(before));
  });
});

// Seconds of pure computing: a loaded machine may take many more.
describe('an evaluator', { timeout: 240_000 }, () => {
  test('answers the bytes of a full evaluation after every edit of any design', () => {
    fc.assert(
      fc.property(arbitraryDesign, fc.array(step, { minLength: 1, maxLength: 10 }), fc.boolean(), (start, steps, nodeFailures) => {
        const evaluator = createEvaluator(withAddons, (language) => findingMessages[language]);
        const seen: Design[] = [];
        let design = start;
        for (const next of [(same: Design) => same, ...steps]) {
          design = next(design, seen);
          seen.unshift(design);
          // Nothing that an evaluation remembers by object can help the full one.
          const afresh = structuredClone(design);
          const answer = evaluator.evaluate(design, firstCatalog, { nodeFailures });
          expect(JSON.stringify(answer)).toBe(JSON.stringify(evaluate(afresh, firstCatalog, { nodeFailures })));
          const row = answer.failures[seen.length % Math.max(1, answer.failures.length)];
          if (row === undefined) continue;
          const scenario = { zones: row.zones, nodes: row.nodes };
          expect(JSON.stringify(evaluator.simulate(design, firstCatalog, scenario))).toBe(JSON.stringify(simulateFailure(afresh, firstCatalog, scenario)));
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
