import { expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { design, group, workload } from '../testing/designs';
import { possibleEvictions } from './possibleEvictions';

const crowded = (addons: object) =>
  design({
    settings: { controlPlane: 'eks', addons },
    entities: [group('asg', 'ab', 4), workload('web', 6, { topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname' }], pins: Object.fromEntries([0, 1, 2, 3, 4, 5].map((ordinal) => [ordinal, ordinal < 3 ? 'asg-a-0' : 'asg-b-0'])) })],
  });

test('of equal pods any may go: as many of more candidates', () => {
  const possible = possibleEvictions(crowded({ descheduler: {} }), firstCatalog);
  expect(possible).toMatchObject({ stable: false, counts: [4] });
  expect(possible?.candidates).toHaveLength(6);
});

test('without a descheduler there is nothing to say', () => expect(possibleEvictions(crowded({}), firstCatalog)).toBeNull());
