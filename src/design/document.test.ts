import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from './edit';
import { createHistory, record, redo, undo } from './history';
import { kindNames, kinds } from './kinds/kinds';
import { migrate, migrations } from './migrations';
import { emptyDesign, newEntity } from './newEntity';
import { parseDesign, parseDesignText, pathText } from './parse';
import { currentVersion, type Design } from './schema';
import { zoneIdsOf } from './tree';
import { serializeDesign } from './serialize';

const zoneA = { id: 'zone-a', kind: 'zone', letter: 'a' };
const workload = { id: 'web', kind: 'workload', name: 'web', containers: [{ name: 'app' }] };

function parsed(document: object): Design {
  const result = parseDesign({ zonesketch: 1, ...document });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function edited(design: Design, edit: Edit): Design {
  const result = applyEdit(design, edit);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** One entity of every kind, with every reference set. */
const full = parsed({
  name: 'full',
  entities: [
    zoneA,
    { id: 'zone-b', kind: 'zone', letter: 'b' },
    { id: 'cp-1', kind: 'controlPlaneNode', zone: 'zone-a' },
    { id: 'etcd-1', kind: 'etcdNode', zone: 'zone-b' },
    { id: 'asg-1', kind: 'autoScalingGroup', zones: ['zone-a', 'zone-b'], desired: 3, instancesPerZone: { 'zone-a': 1, 'zone-b': 2 } },
    { id: 'node-1', kind: 'instance', zone: 'zone-a' },
    { ...workload, volumes: [{ name: 'data', storageClass: 'gp3' }, { name: 'shared', fileSystem: 'efs-1' }] },
    { id: 'svc', kind: 'service', name: 'web', selector: { app: 'web' }, topology: { mode: 'topologyKeys', topologyKeys: ['kubernetes.io/hostname', '*'] } },
    { id: 'lb', kind: 'loadBalancer', zones: ['zone-a'], service: 'svc' },
    { id: 'users', kind: 'client', from: 'vpc', weights: { 'zone-a': 2, 'zone-b': 1 } },
    { id: 'gp3', kind: 'storageClass', name: 'gp3', allowedZones: ['zone-b'] },
    { id: 'efs-1', kind: 'fileSystem', zones: ['zone-a', 'zone-b'] },
    { id: 'db-1', kind: 'database', zones: ['zone-a', 'zone-b'] },
    { id: 'note-1', kind: 'note', text: 'hello', on: 'lb' },
  ],
  links: [
    { id: 'l1', from: 'users', to: 'lb' },
    { id: 'l2', from: 'web', to: 'db-1' },
    { id: 'l3', from: 'web', to: 'internet' },
  ],
  layout: { order: ['lb', 'svc'] },
});

describe('parse', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['no object', 7, '', /expected an object/],
    ['a list', [], '', /expected an object/],
    ['no version', {}, 'zonesketch', /version number/],
    ['a newer version', { zonesketch: 99 }, 'zonesketch', /newer Zonesketch/],
    ['a broken version', { zonesketch: 1.5 }, 'zonesketch', /version number/],
    ['an unknown field', { zonesketch: 1, entitys: [] }, '', /no field "entitys"/],
    ['an unknown kind', { zonesketch: 1, entities: [{ id: 'x', kind: 'lambda' }] }, 'entities[0].kind', /expected.*zone/],
    ['a duplicate id', { zonesketch: 1, entities: [zoneA, { ...zoneA, letter: 'b' }] }, 'entities[1].id', /taken/],
    ['an id of a link and an entity', { zonesketch: 1, entities: [zoneA, workload], links: [{ id: 'web', from: 'web', to: 'internet' }] }, 'links[0].id', /taken/],
    ['two zones of a letter', { zonesketch: 1, entities: [zoneA, { ...zoneA, id: 'zone-x' }] }, 'entities[1].letter', /second/],
    ['a missing reference', { zonesketch: 1, entities: [{ id: 'cp', kind: 'controlPlaneNode', zone: 'zone-z' }] }, 'entities[0].zone', /no "zone-z"/],
    ['a reference of the wrong kind', { zonesketch: 1, entities: [zoneA, workload, { id: 'cp', kind: 'controlPlaneNode', zone: 'web' }] }, 'entities[2].zone', /is a workload/],
    ['containment in itself', { zonesketch: 1, entities: [{ id: 'n', kind: 'note', on: 'n' }] }, 'entities[0].on', /cycle/],
    ['a cycle of containment', { zonesketch: 1, entities: [{ id: 'n', kind: 'note', on: 'm' }, { id: 'm', kind: 'note', on: 'n' }] }, 'entities[0].on', /cycle/],
    ['a number out of range', { zonesketch: 1, entities: [zoneA, { id: 'g', kind: 'autoScalingGroup', zones: ['zone-a'], max: 5001 }] }, 'entities[1].max', /at most 5000/],
    ['desired above max', { zonesketch: 1, entities: [zoneA, { id: 'g', kind: 'autoScalingGroup', zones: ['zone-a'], desired: 9 }] }, 'entities[1].desired', /min <= desired <= max/],
    ['a bad quantity', { zonesketch: 1, entities: [{ ...workload, containers: [{ name: 'app', requests: { cpu: '1 core' } }] }] }, 'entities[0].containers[0].requests.cpu', /quantity/],
    ['1.21 on EKS', { zonesketch: 1, settings: { kubernetesVersion: '1.21', controlPlane: 'eks' } }, 'settings.kubernetesVersion', /self-managed/],
    ['a prototype in a list of labels', JSON.parse('{"zonesketch":1,"settings":{"tags":{"__proto__":"x"}}}'), 'settings.tags.__proto__', /no field/],
    ['a prototype of an entity', JSON.parse('{"zonesketch":1,"entities":[{"__proto__":{"kind":"zone"},"id":"z"}]}'), 'entities[0].__proto__', /no field/],
  ])('%s is an error with its place', (_name, document, path, message) => {
    const result = parseDesign(document);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const errors = result.error.map((error) => `${pathText(error.path)} ${error.message}`);
    expect(errors.some((error) => error.startsWith(path) && message.test(error)), errors.join('\n')).toBe(true);
  });

  test.each<[string, string]>([
    ['empty text', ''],
    ['no JSON', '{ "zonesketch": 1, '],
    ['50 MB of noise', 'x'.repeat(50 * 1024 * 1024)],
    ['50 MB of brackets', '['.repeat(50 * 1024 * 1024)],
    ['nesting that would exhaust a stack', `{"zonesketch":1,"entities":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s is an error', (_name, text) => {
    expect(parseDesignText(text).ok).toBe(false);
  });

  test('says line and column of broken JSON', () => {
    const result = parseDesignText('{\n  "zonesketch": 1,\n  oops\n}');
    expect(result.ok ? '' : result.error[0]?.message).toMatch(/line 3 column 3/);
  });

  test('nothing that is thrown at it throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseDesign(value)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (entity, settings) => {
        parseDesign({ zonesketch: 1, entities: [entity, { ...zoneA, zoneId: entity }], settings, links: [entity] });
      }),
    );
  });
});

describe('serialize', () => {
  test('parse gives back the design, and the bytes are stable', () => {
    const text = serializeDesign(full);
    const again = parseDesignText(text);
    expect(again.ok && serializeDesign(again.value)).toBe(text);
    expect(again.ok && new Set(again.value.entities)).toEqual(new Set(full.entities));
  });

  test('order of entities and of keys makes no difference', () => {
    const shuffled: Design = { ...full, entities: [...full.entities].reverse(), links: [...full.links].reverse() };
    expect(serializeDesign(shuffled)).toBe(serializeDesign(full));
  });

  test('defaults are left out, an entity takes few lines', () => {
    const lines = serializeDesign(full).split('\n');
    expect(lines).toContain('    { "id": "cp-1", "kind": "controlPlaneNode", "zone": "zone-a" },');
    expect(lines.length).toBeLessThan(60);
  });
});

describe('migrations', () => {
  test('are gapless up to the current version', () => {
    expect(migrations.map((migration) => migration.from)).toEqual(Array.from({ length: currentVersion - 1 }, (_, i) => i + 1));
  });

  test('run in order from the version of the file', () => {
    const list = [
      { from: 1, name: 'one', migrate: (d: object) => ({ ...d, one: true }) },
      { from: 2, name: 'two', migrate: (d: object) => ({ ...d, two: true }) },
    ];
    expect(migrate({ zonesketch: 1 }, list, 3)).toEqual({ ok: true, value: { document: { zonesketch: 3, one: true, two: true }, applied: ['one', 'two'] } });
    expect(migrate({ zonesketch: 2 }, list, 3)).toEqual({ ok: true, value: { document: { zonesketch: 3, two: true }, applied: ['two'] } });
  });

  test.each<readonly [object, number, string]>([
    [{}, 1, 'a version number: 1'],
    [{ zonesketch: '1' }, 3, 'a version number from 1 to 3'],
    [{ zonesketch: 2 }, 1, 'version 1; this file has version 2: open it with a newer Zonesketch'],
    [{ zonesketch: 4 }, 3, 'version 3 or before; this file has version 4: open it with a newer Zonesketch'],
  ])('%j where the newest is %i: expected %s', (document, newest, error) => {
    expect(migrate({ ...document }, [], newest)).toEqual({ ok: false, error });
  });

  test('each has a file of its version that a test has run', () => {
    for (const migration of migrations) {
      const sample = readFileSync(new URL(`../testing/data/designs/v${migration.from}.json`, import.meta.url), 'utf8');
      expect(parseDesignText(sample).ok, migration.name).toBe(true);
    }
  });
});

describe('edit', () => {
  test.each<[string, Edit]>([
    ['removing nothing', { type: 'remove', ids: ['nobody'] }],
    ['adding nothing', { type: 'add', entities: [], links: [] }],
    ['setting what is so', { type: 'set', id: 'cp-1', fields: { zone: 'zone-a' } }],
    ['placing where it is', { type: 'place', id: 'asg-1', zones: ['zone-a', 'zone-b'] }],
    ['settings as they are', { type: 'settings', fields: { region: 'ap-northeast-2' } }],
  ])('%s gives the same design', (_name, edit) => {
    expect(edited(full, edit)).toBe(full);
  });

  test('a zone goes with what is in it; bands, lists and weights only lose it', () => {
    const next = edited(full, { type: 'remove', ids: ['zone-a'] });
    expect(next.entities.map((entity) => entity.id).sort()).toEqual(['asg-1', 'db-1', 'efs-1', 'etcd-1', 'gp3', 'note-1', 'svc', 'users', 'web', 'zone-b']);
    expect(next.links.map((link) => link.id)).toEqual(['l2', 'l3']);
    expect(next.entities.find((entity) => entity.id === 'asg-1')).toMatchObject({ zones: ['zone-b'], desired: 3 });
    expect(next.entities.find((entity) => entity.id === 'users')).toMatchObject({ weights: { 'zone-b': 1 } });
    expect(next.entities.find((entity) => entity.id === 'note-1')).not.toHaveProperty('on');
    expect(next.layout.order).toEqual(['svc']);
    expect(parseDesign(JSON.parse(serializeDesign(next))).ok).toBe(true);
  });

  test.each(full.entities.map((entity) => entity.id))('without %s the design is still valid', (id) => {
    const next = edited(full, { type: 'remove', ids: [id] });
    expect(parseDesign(JSON.parse(serializeDesign(next)))).toMatchObject({ ok: true });
  });

  test.each<[string, Edit, string, string]>([
    ['an unknown entity', { type: 'set', id: 'nobody', fields: {} }, 'not-found', ''],
    ['a value out of range', { type: 'set', id: 'asg-1', fields: { max: -1 } }, 'invalid', 'max'],
    ['a missing zone', { type: 'set', id: 'cp-1', fields: { zone: 'zone-z' } }, 'invalid', 'zone'],
    ['a band without zones', { type: 'place', id: 'asg-1', zones: [] }, 'needs-zone', 'zones'],
    ['a machine in two zones', { type: 'place', id: 'cp-1', zones: ['zone-a', 'zone-b'] }, 'needs-zone', 'zone'],
    ['a Service in a zone', { type: 'place', id: 'svc', zones: ['zone-a'] }, 'not-in-zones', ''],
    ['a taken id', { type: 'set', id: 'cp-1', fields: { id: 'etcd-1' } }, 'duplicate-id', 'id'],
    ['another kind', { type: 'set', id: 'cp-1', fields: { kind: 'instance' } }, 'wrong-kind', 'kind'],
    ['a region that is none', { type: 'settings', fields: { region: 'Seoul' } }, 'invalid', 'settings.region'],
  ])('%s is refused with its place', (_name, edit, code, path) => {
    const result = applyEdit(full, edit);
    expect(result.ok ? null : { code: result.error.code, path: pathText(result.error.path) }).toEqual({ code, path });
  });

  test('a new id is followed everywhere', () => {
    const next = edited(full, { type: 'set', id: 'zone-a', fields: { id: 'zone-first' } });
    const text = serializeDesign(next);
    expect(text).not.toContain('"zone-a"');
    expect(text).toContain('"zone-first": 2');
    expect(parseDesignText(text).ok).toBe(true);
  });

  test('EKS has no control plane to add to', () => {
    const eks = edited(emptyDesign('eks'), { type: 'settings', fields: { controlPlane: 'eks' } });
    const node = newEntity(eks, 'controlPlaneNode', ['zone-a']);
    const result = node.ok ? applyEdit(eks, { type: 'add', entities: [node.value], links: [] }) : node;
    expect(result.ok ? null : result.error.code).toBe('managed-control-plane');
  });

  test.each(kindNames.filter((kind) => kind !== 'zone'))('a new %s is valid', (kind) => {
    const design = emptyDesign('new');
    const entity = newEntity(design, kind, ['zone-a']);
    expect(entity).toMatchObject({ ok: true, value: { kind, id: `${kinds[kind].idPrefix}-1` } });
    if (!entity.ok) return;
    expect(edited(design, { type: 'add', entities: [entity.value], links: [] }).entities).toHaveLength(4);
    expect(zoneIdsOf(entity.value)).toEqual(kinds[kind].span === 'region' ? [] : ['zone-a']);
  });

  test('an addition may leave out what has a default', () => {
    const next = edited(emptyDesign('new'), { type: 'add', entities: [{ id: 'cp-1', kind: 'controlPlaneNode', zone: 'zone-a' }], links: [] });
    expect(next.entities.at(-1)).toMatchObject({ id: 'cp-1', etcd: 'voter', instanceType: 'm6i.large' });
  });
});

describe('history', () => {
  test('undo after do gives back the same object, redo the other', () => {
    const before = createHistory(full);
    const next = edited(full, { type: 'remove', ids: ['note-1'] });
    const after = record(before, next, 'delete');
    expect(undo(after).present).toBe(full);
    expect(redo(undo(after)).present).toBe(next);
    expect(undo(before)).toBe(before);
  });

  test('steps with one key are one step; doing something else forgets redo', () => {
    const typed = ['a', 'ab', 'abc'].reduce((history, text) => record(history, text, 'type', 'field'), createHistory(''));
    expect(typed.past).toHaveLength(1);
    expect(undo(typed).present).toBe('');
    expect(record(undo(typed), 'x', 'type', 'field').future).toEqual([]);
  });

  test('any walk of undo and redo comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), (values) => {
        const distinct = values.map((value, index) => `${index}:${value}`);
        let history = distinct.reduce((h, value) => record(h, value, 'set'), createHistory('start'));
        for (const _ of distinct) history = undo(history);
        expect(history.present).toBe('start');
        for (const _ of distinct) history = redo(history);
        expect(history.present).toBe(distinct.at(-1));
      }),
    );
  });
});
