import { applyEdit } from '#engine/design/edit';
import type { Design } from '#engine/design/schema';
import { entityById } from '#engine/design/tree';
import { describe, expect, test } from 'vitest';
import type { Arrangement } from './arrangement';
import { centerOf } from './geometry';
import type { Point } from './geometry';
import { dropAt } from './place';
import type { Drop, PlaceContext } from './place';
import { paletteItems } from './palette';
import type { PaletteId } from './palette';
import type { Subject } from './subject';
import { arranged, designOf, nodesOf } from './testing';

const design = designOf([
  { id: 'cp-1', kind: 'controlPlaneNode', zone: 'zone-a' },
  { id: 'asg-1', kind: 'autoScalingGroup', zones: ['zone-a'] },
  { id: 'asg-2', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b'] },
  { id: 'lb-1', kind: 'loadBalancer', zones: ['zone-a', 'zone-b', 'zone-c'] },
  { id: 'svc-1', kind: 'service', name: 'web' },
  { id: 'client-1', kind: 'client' },
  { id: 'workload-1', kind: 'workload', name: 'web', replicas: 2, containers: [{ name: 'app' }] },
  { id: 'workload-2', kind: 'workload', name: 'agent', type: 'DaemonSet', containers: [{ name: 'app' }] },
]);
const nodes = [...nodesOf('asg-1', 'zone-a', 2, 2), ...nodesOf('asg-2', 'zone-b', 1)];
const pods: Readonly<Record<string, { workload: string; node: string }>> = {
  'default/web-0': { workload: 'workload-1', node: 'asg-1-a-0' },
  'default/agent-x': { workload: 'workload-2', node: 'asg-1-a-0' },
};

function contextOf(of: Design = design): PlaceContext {
  return {
    design: of,
    arrangement: arranged(of, nodes),
    letters: ['a', 'b', 'c', 'd'],
    nodeRefusal: (_pod, node) => (node === 'asg-1-a-1' ? 'node-full' : null),
    podOf: (pod) => {
      const found = pods[pod];
      return found === undefined ? undefined : { pod, ordinal: 0, zone: null, ...found };
    },
  };
}

const at = (arrangement: Arrangement, key: string): Point => {
  const box = arrangement.byKey.get(key);
  return box === undefined ? { x: -500, y: -500 } : centerOf(box);
};
const item = (id: PaletteId): Subject => {
  const found = paletteItems.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return { type: 'new', item: found };
};
const drop = (subject: Subject, key: string, context = contextOf()): Drop => dropAt(context, subject, at(context.arrangement, key));
const entities = (...ids: string[]): Subject => ({ type: 'entities', ids, grabbed: 'zone-a' });

describe('from the palette', () => {
  test.each([
    ['controlPlaneNode', 'zone-b', { zone: 'zone-b' }],
    ['zonalGroup', 'zone-c', { zones: ['zone-c'] }],
    ['regionalGroup', 'zone-c', { zones: ['zone-a', 'zone-b', 'zone-c'] }],
    ['database', 'zone-b', { zones: ['zone-b', 'zone-c'] }],
    ['database', 'zone-c', { zones: ['zone-c', 'zone-a'] }],
    ['networkLoadBalancer', 'zone-b', { zones: ['zone-a', 'zone-b', 'zone-c'] }],
    ['deployment', 'zone-b', { name: 'web-2' }],
    ['zone', 'zone-b', { letter: 'd' }],
  ] as const)('%s on %s', (id, key, expected) => {
    const { edit, subject, refusal } = drop(item(id), key);
    expect(refusal).toBe(null);
    const result = edit === null ? null : applyEdit(design, edit);
    expect(result?.ok === true ? entityById(result.value, subject ?? '') : result).toMatchObject(expected);
  });

  test.each([
    ['controlPlaneNode', 'nowhere', 'needs-zone'],
    ['zonalGroup', 'nowhere', 'needs-zone'],
    ['instance', 'nowhere', 'needs-zone'],
  ] as const)('%s %s is refused: %s', (id, key, refusal) => {
    expect(drop(item(id), key)).toMatchObject({ edit: null, refusal });
  });

  test('a control-plane node where EKS runs the control plane', () => {
    const eks = contextOf(designOf([], { settings: { controlPlane: 'eks' } }));
    expect(drop(item('controlPlaneNode'), 'zone-a', eks)).toMatchObject({ edit: null, refusal: 'managed-control-plane' });
  });

  test('a fifth zone where the region has four', () => {
    const four = contextOf(designOf([{ id: 'zone-d', kind: 'zone', letter: 'd' }]));
    expect(drop(item('zone'), 'zone-a', four).refusal).toBe('no-more-zones');
  });

  test('a Service dropped on a load balancer is what that balances', () => {
    const { edit, subject } = drop(item('service'), 'lb-1');
    const result = edit === null ? null : applyEdit(design, edit);
    expect(result?.ok === true ? entityById(result.value, 'lb-1') : null).toMatchObject({ service: subject });
  });
});

describe('moving', () => {
  test.each([
    ['cp-1', 'zone-c', { type: 'place', id: 'cp-1', zones: ['zone-c'] }],
    ['asg-1', 'zone-b', { type: 'place', id: 'asg-1', zones: ['zone-b'] }],
    ['asg-2', 'zone-b', { type: 'place', id: 'asg-2', zones: ['zone-b', 'zone-c'] }],
  ])('%s to %s', (id, key, edit) => {
    expect(drop(entities(id), key)).toMatchObject({ edit, refusal: null });
  });

  test('several at once are one edit', () => {
    expect(drop(entities('cp-1', 'asg-1'), 'zone-c').edit).toMatchObject({ type: 'all', edits: [{ zones: ['zone-c'] }, { zones: ['zone-c'] }] });
  });

  test('a band over the edge of the board is refused', () => {
    expect(drop(entities('asg-2'), 'zone-c')).toMatchObject({ edit: null, refusal: 'off-board' });
  });

  test('where it already is nothing happens', () => {
    expect(drop(entities('cp-1'), 'zone-a')).toMatchObject({ edit: null, refusal: null });
  });
});

describe('stretching a band', () => {
  test.each([
    ['asg-2', 'end', 'zone-c', ['zone-a', 'zone-b', 'zone-c']],
    ['asg-2', 'end', 'zone-a', ['zone-a']],
    ['asg-2', 'start', 'zone-b', ['zone-b']],
    ['asg-1', 'end', 'zone-c', ['zone-a', 'zone-b', 'zone-c']],
    ['lb-1', 'end', 'zone-b', ['zone-a', 'zone-b']],
  ] as const)('%s, its %s over %s', (id, edge, key, zones) => {
    expect(drop({ type: 'band', id, edge }, key).edit).toEqual({ type: 'place', id, zones });
  });

  test('its other end is as far as it goes', () => {
    expect(drop({ type: 'band', id: 'asg-2', edge: 'start' }, 'zone-c').edit).toEqual({ type: 'place', id: 'asg-2', zones: ['zone-b'] });
  });
});

describe('pods', () => {
  const pod = (name: string): Subject => ({ type: 'pod', pod: name });
  test('onto another node: a pin', () => {
    expect(drop(pod('default/web-0'), 'node:asg-2-b-0').edit).toEqual({ type: 'set', id: 'workload-1', fields: { pins: { '0': 'asg-2-b-0' } } });
  });
  test.each([
    ['default/web-0', 'lb-1', 'needs-node'],
    ['default/agent-x', 'node:asg-2-b-0', 'daemonset-pod'],
    ['default/web-0', 'node:asg-1-a-1', 'node-full'],
  ])('%s onto %s is refused: %s', (name, key, refusal) => {
    expect(drop(pod(name), key)).toMatchObject({ edit: null, refusal });
  });
});

describe('links', () => {
  const link: Subject = { type: 'link', from: 'client-1' };
  test('to what can be called', () => {
    expect(drop(link, 'lb-1').edit).toMatchObject({ type: 'add', links: [{ from: 'client-1', to: 'lb-1' }] });
  });
  test('to what cannot', () => {
    expect(drop(link, 'cp-1')).toMatchObject({ edit: null, refusal: 'not-callable' });
  });
});
