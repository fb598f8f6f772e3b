import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { design, group, instance, loadBalancer, overZones, service, storageClass, workload, type DesignInput } from '../testing/designs';
import { baselineOf } from './baseline';
import { fail } from './fail';
import { matrix } from './matrix';
import type { Scenario } from './scenario';

const region = 'ap-northeast-2';
const eks = { controlPlane: 'eks' } as const;
const zonal = ['a', 'b', 'c'].map((letter) => group(`asg-${letter}`, letter, 1));
const soft = [{ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' as const }];
const web = workload('web', 3, { topologySpreadConstraints: soft });
const database = [
  storageClass('gp3'),
  workload('db', 3, {
    type: 'StatefulSet',
    volumes: [{ name: 'data', storageClass: 'sc-gp3' }],
    topologySpreadConstraints: overZones,
    podDisruptionBudget: { minAvailable: 2 },
  }),
];

function baseline(input: DesignInput) {
  return baselineOf(place(design(input), firstCatalog));
}

/** Zones by letter, nodes by name. */
function kill(input: DesignInput, letters: string, ...nodes: string[]) {
  return fail(baseline(input), { zones: letters.split('').map((letter) => region + letter), nodes });
}

/** `web-0 moved asg-b-b-0` */
function fates(aftermath: ReturnType<typeof fail>): readonly string[] {
  return aftermath.pods.map(({ pod, fate, node }) => `${pod.replace('default/', '')} ${fate} ${node ?? '-'}`);
}

describe('a zone is lost and the control plane lives on', () => {
  test('zonal groups cannot replace it; Deployments move, bound pods wait in the words of Kubernetes', () => {
    const after = kill({ settings: eks, entities: [...zonal, web, ...database] }, 'b');
    expect(fates(after)).toEqual([
      'db-0 unchanged asg-a-a-0',
      'db-1 pending -',
      'db-2 unchanged asg-c-c-0',
      'web-0 unchanged asg-a-a-0',
      'web-1 moved asg-a-a-0',
      'web-2 unchanged asg-c-c-0',
    ]);
    expect(after.pending).toEqual([{ pod: 'default/db-1', message: "0/2 nodes are available: 2 node(s) didn't match PersistentVolume's node affinity." }]);
    expect(after).toMatchObject({ podsLost: 2, podsRunningAfter: 5, podsPendingAfter: 1, keepsQuorum: true, deadNodes: ['asg-b-b-0'], newNodes: [] });
    expect(after.workloads).toEqual([
      { name: 'default/db', before: 3, after: 2, needed: 2, verdict: 'survives' },
      { name: 'default/web', before: 3, after: 3, needed: 3, verdict: 'survives' },
    ]);
  });

  test('a regional group launches in the zones that are left', () => {
    const after = kill({ settings: eks, entities: [group('asg', 'abc', 3), web] }, 'b');
    expect(after.newNodes).toEqual([{ name: 'asg-a-1', zone: `${region}a`, group: 'asg', joined: true }]);
    expect(fates(after)).toEqual(['web-0 unchanged asg-a-0', 'web-1 moved asg-a-1', 'web-2 unchanged asg-c-0']);
  });

  test('balanced-only keeps trying in the lost zone', () => {
    const after = kill({ settings: eks, entities: [group('asg', 'abc', 3, { distribution: 'balanced-only' }), web] }, 'b');
    expect(after).toMatchObject({ newNodes: [], podsRunningAfter: 3 });
  });

  test('a DaemonSet loses the pods of dead nodes and gets one on each new node', () => {
    const after = kill({ settings: eks, entities: [group('asg', 'abc', 3), workload('agent', 1, { type: 'DaemonSet' })] }, 'b');
    expect(fates(after)).toEqual(['agent-asg-a-0 unchanged asg-a-0', 'agent-asg-c-0 unchanged asg-c-0', 'agent-asg-a-1 moved asg-a-1', 'agent-asg-b-0 lost asg-b-0']);
    expect(after.workloads).toEqual([{ name: 'default/agent', before: 3, after: 3, needed: 3, verdict: 'survives' }]);
    expect(after.podsPendingAfter).toBe(0);
  });

  test('nothing replaces an individual instance', () => {
    const entities = [instance('node-a', 'a'), instance('node-b', 'b'), workload('agent', 1, { type: 'DaemonSet' }), workload('web', 2, { podAntiAffinity: [{}] })];
    const after = kill({ settings: eks, entities }, '', 'node-b');
    expect(after).toMatchObject({ newNodes: [], podsLost: 2, podsRunningAfter: 2, podsPendingAfter: 1 });
    expect(after.workloads.map(({ name, needed, verdict }) => [name, needed, verdict])).toEqual([
      ['default/agent', 1, 'survives'],
      ['default/web', 2, 'degraded'],
    ]);
  });
});

test('a worker that dies alone comes back in its zone, and its bound pod with it', () => {
  const after = kill({ settings: eks, entities: [...zonal, ...database] }, '', 'asg-b-b-0');
  expect(after).toMatchObject({ newNodes: [{ name: 'asg-b-b-1', zone: `${region}b`, joined: true }], podsPendingAfter: 0 });
  expect(fates(after)).toContain('db-1 moved asg-b-b-1');
});

describe('quorum is lost', () => {
  const users = { id: 'users', kind: 'client' } as const;
  const cluster: DesignInput = {
    controlPlane: 'aab',
    entities: [group('asg', 'abc', 3), web, service('web', { type: 'LoadBalancer' }), loadBalancer('lb', 'abc', { service: 'svc-web', crossZone: true }), users],
    links: [{ id: 'users-lb', from: 'users', to: 'lb' }],
  };
  const after = kill(cluster, 'a');

  test('running pods run on, dead ones stay lost, nothing is placed', () => {
    expect(fates(after)).toEqual(['web-0 lost asg-a-0', 'web-1 unchanged asg-b-0', 'web-2 unchanged asg-c-0']);
    expect(after).toMatchObject({ keepsQuorum: false, podsLost: 1, podsRunningAfter: 2, podsPendingAfter: 0 });
    expect(after.workloads).toEqual([{ name: 'default/web', before: 3, after: 2, needed: 3, verdict: 'degraded' }]);
  });

  test('AWS still launches an instance, which cannot join', () => {
    expect(after.newNodes).toEqual([{ name: 'asg-b-1', zone: `${region}b`, group: 'asg', joined: false }]);
    expect(after.deadNodes).toEqual(['asg-a-0', 'cp-1', 'cp-2']);
  });

  test('the dead endpoint keeps its share, which is dropped', () => {
    const [traffic] = after.traffic.services;
    expect(traffic?.dropped).toBeCloseTo(1 / 3, 12);
    expect(Object.values(traffic?.podShares ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(2 / 3, 12);
    expect(after.services).toEqual([{ name: 'default/web', dropped: traffic?.dropped, skew: 1 }]);
  });

  test('with quorum and the same loss it would all be served', () => {
    expect(kill({ ...cluster, controlPlane: 'abc' }, 'a').services).toEqual([{ name: 'default/web', dropped: 0, skew: 1 }]);
  });
});

test('etcd keeps quorum but the last API server is gone: Kubernetes changes nothing either', () => {
  const etcd = ['a', 'b', 'c'].map((letter) => ({ id: `etcd-${letter}`, kind: 'etcdNode' as const, zone: `zone-${letter}` }));
  const api = { id: 'api', kind: 'controlPlaneNode', zone: 'zone-a', etcd: 'none' } as const;
  const after = kill({ entities: [...etcd, api, ...zonal, web] }, 'a');
  expect(after).toMatchObject({ keepsQuorum: true, podsLost: 1, podsRunningAfter: 2, podsPendingAfter: 0, deadNodes: ['api', 'asg-a-a-0', 'etcd-a'] });
});

test('any set of zones and nodes may be killed; what does not exist is left out', () => {
  const after = kill({ settings: eks, entities: [group('asg', 'abc', 6), web] }, 'ab', 'asg-c-0', 'no-such-node');
  expect(after).toMatchObject({ zones: [`${region}a`, `${region}b`], nodes: ['asg-c-0'], keepsQuorum: false, podsRunningAfter: 0 });
});

test('nothing killed: everything stays as it was', () => {
  const before = baseline({ settings: eks, entities: [...zonal, web, ...database] });
  const after = fail(before, { zones: [], nodes: [] });
  expect(after.pods.map(({ pod, workload: id, ordinal, node, zone }) => ({ pod, workload: id, ordinal, node, zone }))).toEqual(
    before.placed.cluster.pods.map(({ key, workload: id, ordinal }) => {
      const node = before.placed.cluster.nodes.find(({ name }) => name === before.placed.nodeOf.get(key));
      return { pod: key, workload: id, ordinal, node: node?.name, zone: node?.zoneName };
    }),
  );
  expect(after.pods.every(({ fate }) => fate === 'unchanged')).toBe(true);
  expect(after).toMatchObject({ podsLost: 0, podsPendingAfter: 0, deadNodes: [], newNodes: [], zones: [], nodes: [] });
});

test('capacity is what the workers left can still take', () => {
  // Three pods of 100m and 128 MiB on three nodes alike, then on two.
  const cluster: DesignInput = { settings: eks, entities: [...zonal, web] };
  const whole = kill(cluster, '').capacity;
  const less = kill(cluster, 'b').capacity;
  expect(less.cpuLeft).toBe(((whole.cpuLeft + 300) / 3) * 2 - 300);
  expect(less.memoryLeft).toBe(((whole.memoryLeft + 3 * 128) / 3) * 2 - 3 * 128);
});

describe('matrix', () => {
  const rows = (input: DesignInput, nodeFailures = false) => matrix(baseline(input), { nodeFailures }).rows.map((row) => [...row.zones.map((zone) => zone.slice(-1)), ...row.nodes].join('+'));

  test('every zone by letter, then every worker by name', () => {
    expect(rows({ controlPlane: 'abc', entities: [group('asg', 'ca', 3), instance('a-node', 'b')] })).toEqual(['a', 'b', 'c', 'a-node', 'asg-a-0', 'asg-a-1', 'asg-c-0']);
  });

  test('above 100 workers their rows are made when asked for', () => {
    const many: DesignInput = { settings: eks, entities: [group('asg', 'abc', 101, { max: 101 })] };
    expect(rows(many)).toEqual(['a', 'b', 'c']);
    expect(rows(many, true)).toHaveLength(104);
  });

  test('a row is what the same failure gives alone', () => {
    const before = baseline({ controlPlane: 'abc', entities: [...zonal, web, ...database, service('web')] });
    for (const row of matrix(before).rows) {
      const scenario: Scenario = { zones: row.zones, nodes: row.nodes };
      const { cost, ...alone } = fail(before, scenario);
      expect({ ...alone, cost: { totalMonthly: cost.totalMonthly } }).toMatchObject(row);
    }
  });
});
