import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, group, loadBalancer, overZones, service, storageClass, workload, type DesignInput } from '../testing/designs';
import { zonalShift, type ZonalShiftOptions } from './zonalShift';

const eks = { controlPlane: 'eks' } as const;
const [A, B, C] = ['a', 'b', 'c'].map((letter) => `ap-northeast-2${letter}`);
const users: DesignInput['entities'] = [{ id: 'users', kind: 'client' }];
const calls: DesignInput['links'] = [{ id: 'l', from: 'users', to: 'lb' }];
const web = workload('web', 6, { topologySpreadConstraints: overZones });

function shift(input: DesignInput, options?: ZonalShiftOptions) {
  return zonalShift(place(design({ settings: eks, ...input }), firstCatalog), B ?? '', options);
}

function behind(lb: object, svc: object = {}): DesignInput {
  return { entities: [group('asg', 'abc', 3), web, service('web', { type: 'LoadBalancer', ...svc }), loadBalancer('lb', 'abc', { service: 'svc-web', ...lb }), ...(users ?? [])], links: calls ?? [] };
}

describe('traffic leaves the zone and the load falls on the others', () => {
  const kept: ZonalShiftOptions = { loadBalancers: new Set() };
  test.each<[string, DesignInput, ZonalShiftOptions | undefined]>([
    ['load balancer shifted too', behind({}), undefined],
    ['load balancer not shifted: its nodes in the zone send on to pods elsewhere', behind({}), kept],
    ['ip targets go with the endpoints, whether it is shifted or not', behind({ targetType: 'ip' }), kept],
    ['Local: instances of the zone fail their health check', behind({}, { externalTrafficPolicy: 'Local' }), kept],
    ['hints of the zone are gone', behind({}, { topology: { mode: 'trafficDistribution', trafficDistribution: 'PreferClose' } }), kept],
  ])('%s', (_, input, options) => {
    const [traffic] = shift(input, options).services;
    expect(traffic).toMatchObject({ name: 'default/web', endpoints: { before: 6, after: 4 }, dropped: { before: 0, after: 0 } });
    expect(traffic?.loadFactor).toBeCloseTo(1.5, 12);
    expect(Object.keys(traffic?.zoneShares.after ?? {})).toEqual([A, C]);
    for (const share of Object.values(traffic?.zoneShares.after ?? {})) expect(share).toBeCloseTo(0.5, 12);
  });

  test('a Service that has pods in the zone alone is cut off', () => {
    const [traffic] = shift({ ...behind({}), entities: [...(behind({}).entities ?? []).filter(({ id }) => id !== 'workload-web'), workload('web', 1, { pins: { 0: 'asg-b-0' } })] }).services;
    expect(traffic).toMatchObject({ endpoints: { before: 1, after: 0 }, loadFactor: null, dropped: { before: 0, after: 1 } });
  });

  test('a load balancer of this zone only cannot be shifted', () => {
    const input = behind({});
    const entities = [...(input.entities ?? []).filter(({ id }) => id !== 'lb'), loadBalancer('lb', 'b', { service: 'svc-web' })];
    expect(shift({ ...input, entities }).loadBalancers).toEqual([{ id: 'lb', shifted: false }]);
  });
});

describe('nodes stay, closed to new pods', () => {
  test('nothing is evicted, and managed groups launch elsewhere', () => {
    const result = shift({ entities: [group('asg', 'abc', 3), group('own', 'ab', 2, { eksManaged: false }), web] });
    expect(result).toMatchObject({ supported: true, cordoned: ['asg-b-0', 'own-b-0'], podsStaying: 2 });
    expect(result.groups).toEqual([
      { id: 'asg', restricted: true, launchesIn: [A, C] },
      { id: 'own', restricted: false, launchesIn: [A, B] },
    ]);
  });

  test('what would wait if the zone died now: its volumes, and what strict spread holds back', () => {
    const db = workload('db', 3, { type: 'StatefulSet', topologySpreadConstraints: overZones, volumes: [{ name: 'data', storageClass: 'sc-gp3' }] });
    const result = shift({ entities: [group('asg', 'abc', 3), storageClass('gp3'), db, workload('soft', 3)] });
    expect(result.wouldWait.map(({ pod, cause }) => `${pod} ${cause}`)).toEqual(['default/db-1 volume']);
  });

  test('what waits already waits on', () => {
    const result = shift({ entities: [group('asg', 'b', 1), workload('web', 1, { nodeSelector: { no: 'node' } })] });
    expect(result.waiting.map(({ pod }) => pod)).toEqual(['default/web-0']);
    expect(result.wouldWait).toEqual([]);
  });

  test('a self-managed control plane has no zonal shift', () => {
    expect(shift({ settings: {}, controlPlane: 'abc', entities: [group('asg', 'abc', 3)] })).toMatchObject({ supported: false, groups: [{ restricted: false }] });
  });
});
