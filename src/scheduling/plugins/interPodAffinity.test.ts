import { describe, expect, test } from 'vitest';
import type { Affinity, Namespace, PodAffinityTerm } from '../../kubernetes/objects';
import { clusterOf, nodeOf, podOf } from '../../testing/clusterBuilders';
import { explainPod } from '../schedule';
import { createSnapshot } from '../snapshot';

const ZONE = 'topology.kubernetes.io/zone';
const nodes = [nodeOf('a1', { [ZONE]: 'a' }), nodeOf('a2', { [ZONE]: 'a' }), nodeOf('b1', { [ZONE]: 'b' }), nodeOf('bare')];
const namespaces: Namespace[] = ['default', 'other'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { team: name } } }));
const web: PodAffinityTerm = { topologyKey: ZONE, labelSelector: { matchLabels: { app: 'web' } } };

function near(...terms: PodAffinityTerm[]): Affinity {
  return { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } };
}

function apart(...terms: PodAffinityTerm[]): Affinity {
  return { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } };
}

const here = podOf('here', { nodeName: 'a1' }, { labels: { app: 'web' } });
const elsewhere = podOf('there', { nodeName: 'a1' }, { labels: { app: 'web' }, metadata: { namespace: 'other' } });

describe('required terms', () => {
  test.each<[string, (typeof here)[], Affinity, Record<string, string>, string[]]>([
    ['near a pod: its whole zone', [here], near(web), {}, ['a1', 'a2']],
    ['near nobody', [], near(web), {}, []],
    ['the first of its group may run where there is a zone', [], near(web), { app: 'web' }, ['a1', 'a2', 'b1']],
    ['not the first where there is one', [here], near(web), { app: 'web' }, ['a1', 'a2']],
    ['apart from a pod: not in its zone', [here], apart(web), {}, ['b1', 'bare']],
    ['pods of other namespaces do not count', [elsewhere], apart(web), {}, ['a1', 'a2', 'b1', 'bare']],
    ['but where they are named', [elsewhere], apart({ ...web, namespaces: ['other'] }), {}, ['b1', 'bare']],
    ['or their labels are', [elsewhere], apart({ ...web, namespaceSelector: { matchLabels: { team: 'other' } } }), {}, ['b1', 'bare']],
    ['or all of them are', [elsewhere], apart({ ...web, namespaceSelector: {} }), {}, ['b1', 'bare']],
    ['two terms hold together', [here], near(web, { ...web, topologyKey: 'kubernetes.io/hostname' }), {}, ['a1']],
  ])('%s', (_name, pods, affinity, labels, expected) => {
    const { bestNodes = [], nodes: table = {} } = explainPod(createSnapshot(clusterOf(nodes, pods, { namespaces })), podOf('p', { affinity }, { labels }));
    const open = Object.keys(table).filter((name) => !('rejectedBy' in (table[name] ?? {})));
    expect(open.toSorted()).toEqual(expected);
    expect(bestNodes.every((name) => open.includes(name))).toBe(true);
  });

  test('a pod that runs keeps away whom it does not want', () => {
    const loner = podOf('loner', { nodeName: 'b1', affinity: apart(web) });
    expect(explainPod(createSnapshot(clusterOf(nodes, [loner])), podOf('p', {}, { labels: { app: 'web' } })).nodes).toMatchObject({
      b1: { rejectedBy: 'InterPodAffinity', reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], resolvable: true },
    });
  });
});

describe('preferred terms', () => {
  test('own preferences, and those of pods that run, add up', () => {
    const fond = podOf('fond', { nodeName: 'b1', affinity: near(web) });
    const affinity: Affinity = { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 4, podAffinityTerm: web }] } };
    const { nodes: table } = explainPod(createSnapshot(clusterOf(nodes, [here, fond])), podOf('p', { affinity }, { labels: { app: 'web' } }));
    expect(table).toMatchObject({
      a1: { scores: { InterPodAffinity: 200 } },
      a2: { scores: { InterPodAffinity: 200 } },
      b1: { scores: { InterPodAffinity: 50 } },
      bare: { scores: { InterPodAffinity: 0 } },
    });
  });
});
