import { describe, expect, test } from 'vitest';
import { scheduleDump } from './scheduleDump';

const run = (list: unknown): unknown => scheduleDump(list, { mode: 'sequence', seed: null });
const items = (...all: unknown[]): unknown => ({ kind: 'List', items: all });
const node = { kind: 'Node', metadata: { name: 'n' }, status: { allocatable: { cpu: '1', memory: '1Gi', pods: 10 } } };
const pod = (spec: object, metadata: object = {}): unknown => ({ kind: 'Pod', metadata: { name: 'p', ...metadata }, spec });

describe('wild dumps', () => {
  test.each<[string, unknown, string]>([
    ['no list', null, ''],
    ['no items', {}, 'items'],
    ['items that are none', items(3), 'items[0]'],
    ['a node without a name', items({ kind: 'Node', metadata: {} }), 'items[0].metadata.name'],
    ['an invalid quantity', items(node, { ...node, status: { allocatable: { cpu: 'lots' } } }), 'items[1].status.allocatable.cpu'],
    ['a negative one', items(pod({ containers: [{ resources: { requests: { cpu: '-1' } } }] })), 'items[0].spec.containers[0].resources.requests.cpu'],
    ['labels that are no texts', items(pod({}, { labels: { on: true } })), 'items[0].metadata.labels.on'],
    ['a list that is a text', items(pod({ tolerations: 'all' })), 'items[0].spec.tolerations'],
    ['a priority that is a text', items(pod({ priority: 'high' })), 'items[0].spec.priority'],
  ])('%s: one error that names the place', (_name, list, path) => {
    expect(run(list)).toMatchObject({ ok: false, error: { path, message: expect.stringMatching(/expected|Invalid|Too small/) } });
  });

  test('null is unset, unknown kinds are counted, pods elsewhere and finished are no concern', () => {
    const list = items(
      node,
      { kind: 'ConfigMap' },
      { kind: 'ConfigMap' },
      { kind: 'constructor' },
      {},
      pod({ nodeName: 'gone', containers: null }, { name: 'stray' }),
      pod({ schedulerName: 'other' }, { name: 'foreign' }),
      { ...(pod({}, { name: 'done' }) as object), status: { phase: 'Succeeded' } },
      pod({ affinity: null, tolerations: null, volumes: null, containers: [{ resources: null }] }, { labels: null, namespace: null }),
    );
    expect(run(list)).toEqual({
      ok: true,
      value: {
        verdicts: [{ pod: 'default/p', outcome: 'scheduled', node: 'n', bestNodes: ['n'], nodes: { n: {} } }],
        hasTables: true,
        ignored: new Map([
          ['ConfigMap', 2],
          ['constructor', 1],
          ['no kind', 1],
        ]),
      },
    });
  });

  test('references that lead nowhere end in an answer', () => {
    const lost = pod(
      { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'none' } }], nodeSelector: { constructor: 'x' } },
      { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'none', controller: true }] },
    );
    expect(run(items(node, lost))).toMatchObject({
      value: { verdicts: [{ outcome: 'unschedulable', preFilterRejectedBy: ['VolumeRestrictions'], preFilterMessage: 'persistentvolumeclaim "none" not found' }] },
    });
  });
});

describe('large dumps', () => {
  const many = 1001;
  const nodes = Array.from({ length: many }, (_, i) => ({ ...node, metadata: { name: `n${i}` } }));
  const pods = (spec: object) => Array.from({ length: many }, (_, i) => pod(spec, { name: `p${i}` }));

  test.each(['explain', 'sequence'] as const)('%s: no tables of more than a million rows, and otherwise the same answer', (mode) => {
    const result = scheduleDump(items(...nodes, ...pods({ containers: [{ resources: { requests: { cpu: '1' } } }] })), { mode, seed: null });
    if (!result.ok) throw new Error(result.error.message);
    const { hasTables, verdicts } = result.value;
    expect(hasTables).toBe(false);
    expect(verdicts.filter((verdict) => verdict.nodes !== undefined || verdict.bestNodes !== undefined)).toEqual([]);
    expect(new Set(verdicts.map((verdict) => verdict.node)).size).toBe(mode === 'explain' ? 1 : many);
  });

  test.each(['explain', 'sequence'] as const)('%s: replicas that would all have to preempt each get the whole answer', (mode) => {
    const full = { ...node, metadata: { name: 'n' } };
    const running = { ...(pod({ nodeName: 'n', containers: [{ resources: { requests: { cpu: '1' } } }] }, { name: 'running' }) as object) };
    const waiting = Array.from({ length: 3 }, (_, i) => pod({ priority: 10, containers: [{ resources: { requests: { cpu: '1' } } }] }, { name: `p${i}` }));
    const answer = { outcome: 'unschedulable', message: '0/1 nodes are available: 1 Insufficient cpu.', preemption: { node: 'n', victims: ['default/running'] } };
    expect(scheduleDump(items(full, running, ...waiting), { mode, seed: null })).toMatchObject({
      value: { verdicts: [0, 1, 2].map((i) => ({ pod: `default/p${i}`, ...answer })) },
    });
  });
});
