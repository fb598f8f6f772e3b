import { describe, expect, test } from 'vitest';
import { catalogFor } from '../catalog/catalogFor';
import { firstCatalog } from '../catalog/firstCatalog';
import { applyEdit } from '../design/edit';
import type { Design } from '../design/schema';
import { designSchema } from '../design/schema';
import { evaluate } from '../evaluate';
import { templates } from '../templates/templates';
import { endpointCounts, type HintsOutcome } from './endpointCounts';

async function template(id: string): Promise<Design> {
  return designSchema.parse(await templates.find((each) => each.id === id)?.load());
}

const few = (n: number) => `Warning TopologyAwareHintsDisabled Insufficient number of endpoints (${n} endpoints, 3 zones), addressType: IPv4`;
const overloaded = (n: number) => `Warning TopologyAwareHintsDisabled Unable to allocate minimum required endpoints to each zone without exceeding overload threshold (${n} endpoints, 3 zones), addressType: IPv4`;
const enabled = 'Normal TopologyAwareHintsEnabled Topology Aware Hints has been enabled, addressType: IPv4';

describe('three equal zones', async () => {
  const design = await template('topology-aware-hints');
  const rows = [...endpointCounts(design, catalogFor(design.settings.region) ?? firstCatalog, 'svc-api')];

  test.each([
    [1, few(1)],
    [2, few(2)],
    [3, enabled],
    [4, overloaded(4)],
    [5, overloaded(5)],
    [6, enabled],
    [7, enabled],
    [8, overloaded(8)],
    [9, enabled],
  ])('%i endpoints: %s', (replicas, event) => {
    const row = rows[replicas - 1];
    expect([row?.replicas, row?.even.auto?.event, row?.scheduled.auto?.event]).toEqual([replicas, event, event]);
  });

  test.each([
    // A zone that has none is served by all.
    [1, [null, null, null], [1, null, null]],
    [2, [null, null, null], [1, 1, null]],
    [4, [null, null, null], [4 / 6, 4 / 3, 4 / 3]],
    [5, [null, null, null], [5 / 6, 5 / 6, 5 / 3]],
    [6, [1, 1, 1], [1, 1, 1]],
    [7, [7 / 9, 7 / 6, 7 / 6], [7 / 9, 7 / 6, 7 / 6]],
  ])('%i endpoints: load of those that each zone has been given, and of a zone’s own under PreferSameZone', (replicas, auto, sameZone) => {
    const row = rows[replicas - 1]?.even;
    const rounded = (load: number | null) => (load === null ? null : Math.round(load * 1e6));
    const loads = (outcome: HintsOutcome | null | undefined) => outcome?.zones.map(({ expectedLoad }) => rounded(expectedLoad));
    expect([loads(row?.auto), loads(row?.sameZone)]).toEqual([auto.map(rounded), sameZone.map(rounded)]);
  });

  test('today is marked, and is what the design evaluates to', () => {
    const now = rows.filter(({ isToday }) => isToday);
    expect(now.map(({ replicas }) => replicas)).toEqual([6]);
    const [service] = evaluate(design, catalogFor(design.settings.region) ?? firstCatalog).traffic.services;
    expect([now[0]?.scheduled.auto?.event, now[0]?.scheduled.auto?.skew]).toEqual([service?.events[0], service?.skew]);
  });
});

test('without nodes of two zones there are never hints, and that is what the event says', async () => {
  const edited = applyEdit(await template('topology-aware-hints'), { type: 'remove', ids: ['asg-b', 'asg-c'] });
  if (!edited.ok) throw new Error(edited.error.message);
  for (const { even } of endpointCounts(edited.value, firstCatalog, 'svc-api')) {
    expect(even.auto).toMatchObject({ holds: false, event: 'Warning TopologyAwareHintsDisabled Insufficient Node information: allocatable CPU or zone not specified on one or more nodes, addressType: IPv4' });
  }
});

test.each([['nosuch'], ['api']])('%s is no Service: nothing to count', async (id) => {
  expect([...endpointCounts(await template('topology-aware-hints'), firstCatalog, id)]).toEqual([]);
});
