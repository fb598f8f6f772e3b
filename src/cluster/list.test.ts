import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { parseDesign } from '../design/parse';
import type { Design } from '../design/schema';
import type { Pod } from '../kubernetes/objects';
import { scheduleDump } from '../scheduling/scheduleDump';
import { templates } from '../templates/templates';
import { apiProblems } from '../testing/node/apiProblems';
import { sampleDesigns } from '../testing/sampleDesigns';
import { clusterList } from './list';
import { place } from './place';
import { noteText } from './notes';

const fromTemplates = await Promise.all(
  templates.map(async ({ id, load }): Promise<[string, Design]> => {
    const parsed = parseDesign(await load());
    if (!parsed.ok) throw new Error(id);
    return [id, parsed.value];
  }),
);

describe.each<[string, Design]>([...Object.entries(sampleDesigns), ...fromTemplates])('the cluster of: %s', (_, design) => {
  const placed = place(design, firstCatalog);

  test.each([false, true])('every object is one that the API server takes (pending: %s)', (pending) => {
    const { items } = clusterList(placed, { pending });
    expect(items.flatMap(apiProblems)).toEqual([]);
    const keys = items.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(keys).toEqual([...new Set(keys)]);
    for (const { metadata } of items) {
      expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/);
      expect(metadata.uid).toBeUndefined();
    }
  });

  test('scheduling the pending cluster gives the placement of the settled one', () => {
    if (placed.preempted.length > 0) return;
    const dump = JSON.parse(JSON.stringify(clusterList(placed, { pending: true }))) as ReturnType<typeof clusterList>;
    const result = scheduleDump(dump, { mode: 'sequence', seed: null });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const unpinned = placed.cluster.pods.filter(({ pinnedTo }) => pinnedTo === null);
    expect(result.value.verdicts.map(({ pod, node }) => [pod, node])).toEqual(unpinned.map(({ key }) => [key, placed.nodeOf.get(key)]));
    expect(clusterList(placed).items.filter(isPod).map(({ spec }) => spec.nodeName)).toEqual(placed.cluster.pods.map(({ key }) => placed.nodeOf.get(key)));
  });
});

test('kinds come in the order of the contract', () => {
  const kinds = clusterList(place(sampleDesigns['three zones'], firstCatalog)).items.map(({ kind }) => kind);
  expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual([
    'Node',
    'Namespace',
    'ServiceAccount',
    'StorageClass',
    'CSINode',
    'CSIDriver',
    'PersistentVolumeClaim',
    'PersistentVolume',
    'ReplicaSet',
    'StatefulSet',
    'Service',
    'PodDisruptionBudget',
    'Pod',
  ]);
});

test('topologyKeys are kept for routing, and left out of what is written', () => {
  const placed = place(sampleDesigns['topology keys'], firstCatalog);
  expect(placed.cluster.services[0]?.object.spec.topologyKeys).toEqual(['kubernetes.io/hostname', '*']);
  expect(JSON.stringify(clusterList(placed))).not.toContain('topologyKeys');
  expect(placed.cluster.unsupported.map((note) => noteText(note, 'en')).join('\n')).toContain('topologyKeys');
});

function isPod(object: { readonly kind: string }): object is Pod {
  return object.kind === 'Pod';
}
