import { describe, expect, test } from 'vitest';
import { parsePolicy } from './policy';

const head = { apiVersion: 'descheduler/v1alpha2', kind: 'DeschedulerPolicy' };
const classes = new Map([['web', 7]]);
const withEvictor = (args: unknown) => ({ ...head, profiles: [{ name: 'p', pluginConfig: [{ name: 'DefaultEvictor', args }] }] });
const withStrategy = (name: string, args: unknown) => ({ ...head, profiles: [{ name: 'p', pluginConfig: [{ name, args }] }] });
const enabling = (point: string, name: string) => ({ ...head, profiles: [{ name: 'p', pluginConfig: [{ name: 'RemoveDuplicates' }], plugins: { [point]: { enabled: [name] } } }] });
const evictor = 'policy.profiles[0].pluginConfig[0].args';
const low = (more: object) => withStrategy('LowNodeUtilization', { thresholds: { cpu: 20 }, targetThresholds: { cpu: 50 }, ...more });

describe('a policy that the descheduler would not start with', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['none', undefined, 'policy', /expected object/],
    ['an old version', { ...head, apiVersion: 'descheduler/v1alpha1' }, 'policy.apiVersion', /descheduler\/v1alpha2/],
    ['a field that is none', { ...head, interval: 5 }, 'policy', /interval/],
    ['a limit below 0', { ...head, maxNoOfPodsToEvictPerNode: -1 }, 'policy.maxNoOfPodsToEvictPerNode', /0/],
    ['a node selector that is none', { ...head, nodeSelector: 'a in b' }, 'policy.nodeSelector', /key in \(a, b\)/],
    ['a strategy that is not predicted', withStrategy('PodLifeTime', {}), 'policy.profiles[0].pluginConfig[0].name', /expected one of DefaultEvictor, RemoveDuplicates/],
    ['a strategy without its configuration', enabling('balance', 'LowNodeUtilization'), 'policy.profiles[0].plugins.balance.enabled[0]', /entry of pluginConfig named "LowNodeUtilization"/],
    ['a strategy at the wrong point', enabling('deschedule', 'RemoveDuplicates'), 'policy.profiles[0].plugins.deschedule.enabled[0]', /RemovePodsViolatingNodeTaints/],
    ['another evictor', enabling('filter', 'MyEvictor'), 'policy.profiles[0].plugins.filter.enabled[0]', /DefaultEvictor/],
    ['arguments that are none', withEvictor(3), evictor, /expected object/],
    ['an argument that is none', withEvictor({ nodefit: true }), evictor, /nodefit/],
    ['both styles of protection', withEvictor({ ignorePvcPods: true, podProtections: { extraEnabled: ['PodsWithPVC'] } }), `${evictor}.ignorePvcPods`, /not both/],
    ['an extra protection among the default ones', withEvictor({ podProtections: { defaultDisabled: ['PodsWithPVC'] } }), `${evictor}.podProtections.defaultDisabled[0]`, /PodsWithLocalStorage/],
    ['two thresholds', withEvictor({ priorityThreshold: { value: 1, name: 'web' } }), `${evictor}.priorityThreshold`, /not both/],
    ['a class that is not there', withEvictor({ priorityThreshold: { name: 'wbe' } }), `${evictor}.priorityThreshold.name`, /PriorityClass of the cluster, not "wbe"/],
    ['a threshold above the system', withEvictor({ priorityThreshold: { name: 'system-node-critical' } }), `${evictor}.priorityThreshold`, /at most 2000000000/],
    ['an age that is none', withEvictor({ minPodAge: '5 minutes' }), `${evictor}.minPodAge`, /"1h30m"/],
    ['a selector that selects nothing', withEvictor({ labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }), `${evictor}.labelSelector`, /label selector/],
    ['namespaces in and out', withStrategy('RemoveDuplicates', { namespaces: { include: ['a'], exclude: ['b'] } }), `${evictor}.namespaces`, /not both/],
    ['taints in and out', withStrategy('RemovePodsViolatingNodeTaints', { includedTaints: ['a'], excludedTaints: ['b'] }), evictor, /not both/],
    ['no type of affinity', withStrategy('RemovePodsViolatingNodeAffinity', {}), `${evictor}.nodeAffinityType`, /expected array/],
    ['no thresholds', low({ thresholds: {} }), `${evictor}.thresholds`, /at least one resource/],
    ['more than all', low({ thresholds: { cpu: 120 } }), `${evictor}.thresholds.cpu`, /100/],
    ['other resources', low({ thresholds: { 'nvidia.com/gpu': 20 } }), `${evictor}.targetThresholds`, /nvidia\.com\/gpu/],
    ['a low mark above the high one', low({ thresholds: { cpu: 60 } }), `${evictor}.thresholds.cpu`, /at most targetThresholds, 50/],
    ['namespaces to act in', low({ evictableNamespaces: { include: ['a'] } }), `${evictor}.evictableNamespaces`, /exclude only/],
    ['usage from metrics', low({ metricsUtilization: { source: 'Prometheus' } }), `${evictor}.metricsUtilization`, /source/],
  ])('%s', (_name, policy, path, message) => {
    expect(parsePolicy(policy, classes)).toMatchObject({ ok: false, error: { path, message: expect.stringMatching(message) } });
  });

  test('a resource name in a path is quoted', () => {
    const parsed = parsePolicy(withStrategy('HighNodeUtilization', { thresholds: { 'nvidia.com/gpu': -1 } }), classes);
    expect(parsed).toMatchObject({ error: { path: `${evictor}.thresholds["nvidia.com/gpu"]` } });
  });
});

describe('a policy that it starts with', () => {
  test.each<[string, unknown]>([
    ['nothing to do', head],
    ['null is unset', { ...head, nodeSelector: null, profiles: null }],
    ['arguments that tell their type', withEvictor({ apiVersion: 'descheduler/v1alpha2', kind: 'DefaultEvictorArgs', nodeFit: true })],
    ['no arguments', enabling('balance', 'RemoveDuplicates')],
    ['the deviation may be wider below', low({ thresholds: { cpu: 60 }, useDeviationThresholds: true })],
    ['a threshold of the system', withEvictor({ priorityThreshold: { name: 'system-cluster-critical' } })],
  ])('%s', (_name, policy) => {
    expect(parsePolicy(policy, classes)).toMatchObject({ ok: true });
  });

  test('the evictor has upstream’s defaults', () => {
    const parsed = parsePolicy({ ...head, profiles: [{ name: 'p' }] }, classes);
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.profiles[0]?.evictor).toMatchObject({
      nodeFit: false,
      minReplicas: 0,
      priorityThreshold: 2_000_000_000,
      noEvictionPolicy: 'Preferred',
      protections: new Set(['PodsWithLocalStorage', 'SystemCriticalPods', 'FailedBarePods', 'DaemonSetPods']),
    });
  });
});
