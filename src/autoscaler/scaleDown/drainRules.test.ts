import { expect, test } from 'vitest';
import type { Pod, PodDisruptionBudget, PodSpec } from '../../kubernetes/objects';
import { clusterOf, podOf } from '../../testing/clusterBuilders';
import type { AutoscalerOptions } from '../options';
import { DEFAULT_OPTIONS } from '../options';
import { secondsOf } from '../time';
import { DisruptionBudgets } from './disruptionBudgets';
import type { Drainability } from './drainRules';
import { drainability } from './drainRules';
import { Workloads } from './workloads';

const NOW = secondsOf('2026-06-01T00:00:00Z') ?? 0;
const safe = 'cluster-autoscaler.kubernetes.io/safe-to-evict';

function of(kind: string, spec: Partial<PodSpec> = {}, metadata: Partial<Pod['metadata']> = {}, apiVersion = 'apps/v1'): Pod {
  return podOf('p', spec, { labels: { app: 'web' }, metadata: { ownerReferences: [{ apiVersion, kind, name: 'web', uid: 'u', controller: true }], ...metadata } });
}

const meta = { name: 'web', namespace: 'default' };
const selector = { matchLabels: { app: 'web' } };
const template = { metadata: {}, spec: { containers: [] } };
const workloads = new Workloads(
  clusterOf([], [], {
    replicaSets: [
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: meta, spec: { replicas: 2, selector, template } },
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'web', namespace: 'kube-system' }, spec: { selector, template } },
    ],
    statefulSets: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: meta, spec: { replicas: 1, serviceName: 'web', selector, template } }],
    replicationControllers: [{ apiVersion: 'v1', kind: 'ReplicationController', metadata: meta, spec: { replicas: 1 } }],
  }),
  [{ metadata: meta }],
);

const budget = (disruptionsAllowed: number, namespace = 'default'): PodDisruptionBudget => ({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'b', namespace }, spec: { selector }, status: { disruptionsAllowed } });
const system = (created: string): Partial<Pod['metadata']> => ({ namespace: 'kube-system', creationTimestamp: created });
const disk = (medium: object, annotations = {}): [Partial<PodSpec>, Partial<Pod['metadata']>] => [{ volumes: [{ name: 'v', emptyDir: { ...medium } }] }, { annotations }];

test.each<[string, Pod, Drainability, Partial<AutoscalerOptions>?, PodDisruptionBudget?]>([
  ['a pod of a ReplicaSet', of('ReplicaSet'), 'ok'],
  ['of a StatefulSet', of('StatefulSet'), 'ok'],
  ['of a Job', of('Job', {}, {}, 'batch/v1'), 'ok'],
  ['a mirror pod', podOf('p', {}, { metadata: { annotations: { 'kubernetes.io/config.mirror': 'x' } } }), 'ignored'],
  ['deleted for longer than its grace period', of('ReplicaSet', { terminationGracePeriodSeconds: 10 }, { deletionTimestamp: '2026-05-31T23:59:19Z' }), 'ignored'],
  ['deleted a moment ago', of('ReplicaSet', { terminationGracePeriodSeconds: 10 }, { deletionTimestamp: '2026-05-31T23:59:20Z' }), 'ok'],
  ['its controller is gone', of('ReplicaSet', {}, { namespace: 'elsewhere' }), { blocking: 'ControllerNotFound' }],
  ['its DaemonSet is gone', of('DaemonSet'), { blocking: 'ControllerNotFound' }],
  ['a DaemonSet of another API is not looked up', of('DaemonSet', {}, {}, 'apps.kruise.io/v1alpha1'), 'ok'],
  ['controllers are not looked up if any will do', of('ReplicaSet', {}, { namespace: 'elsewhere' }), 'ok', { skipNodesWithCustomControllerPods: false }],
  ['too few replicas', of('ReplicaSet'), { blocking: 'MinReplicasReached' }, { minReplicaCount: 3 }],
  ['too few replicas of a ReplicationController', of('ReplicationController', {}, {}, 'v1'), { blocking: 'MinReplicasReached' }, { minReplicaCount: 2 }],
  ['few replicas of a StatefulSet', of('StatefulSet'), 'ok', { minReplicaCount: 3 }],
  ['without a controller', podOf('p'), { blocking: 'NotReplicated' }],
  ['without a controller, but safe to evict', podOf('p', {}, { metadata: { annotations: { [safe]: 'true' } } }), 'ok'],
  ['a controller of another kind', of('CloneSet', {}, {}, 'apps.kruise.io/v1alpha1'), { blocking: 'NotReplicated' }],
  ['a controller of another kind, if any will do', of('CloneSet', {}, {}, 'apps.kruise.io/v1alpha1'), 'ok', { skipNodesWithCustomControllerPods: false }],
  ['kube-system, older than an hour', of('ReplicaSet', {}, system('2026-05-31T22:59:59Z')), 'ok'],
  ['kube-system, younger', of('ReplicaSet', {}, system('2026-05-31T23:00:00Z')), { blocking: 'UnmovableKubeSystemPod' }],
  ['kube-system, younger, with a budget', of('ReplicaSet', {}, system('2026-05-31T23:30:00Z')), 'ok', {}, budget(1, 'kube-system')],
  ['kube-system, younger, if that is fine', of('ReplicaSet', {}, system('2026-05-31T23:30:00Z')), 'ok', { skipNodesWithSystemPods: false }],
  ['not safe to evict', of('ReplicaSet', {}, { annotations: { [safe]: 'false' } }), { blocking: 'NotSafeToEvictAnnotation' }],
  ['a disk of the node', of('ReplicaSet', ...disk({})), { blocking: 'LocalStorageRequested' }],
  ['a path of the node', of('ReplicaSet', { volumes: [{ name: 'v', hostPath: { path: '/' } }] }), { blocking: 'LocalStorageRequested' }],
  ['memory as a disk', of('ReplicaSet', ...disk({ medium: 'Memory' })), 'ok'],
  ['a disk that is safe to lose', of('ReplicaSet', ...disk({}, { [`${safe}-local-volumes`]: 'other,v' })), 'ok'],
  ['a disk, if that is fine', of('ReplicaSet', ...disk({})), 'ok', { skipNodesWithLocalStorage: false }],
  ['a budget that allows one', of('ReplicaSet'), 'ok', {}, budget(1)],
  ['a budget that allows none', of('ReplicaSet'), { blocking: 'NotEnoughPdb' }, {}, budget(0)],
  ['a budget of another namespace', of('ReplicaSet'), 'ok', {}, budget(0, 'elsewhere')],
])('%s', (_name, pod, answer, options = {}, pdb) => {
  expect(drainability(pod, { options: { ...DEFAULT_OPTIONS, ...options }, workloads, budgets: new DisruptionBudgets(pdb === undefined ? [] : [pdb]), now: NOW })).toEqual(answer);
});
