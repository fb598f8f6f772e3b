import { describe, expect, test } from 'vitest';
import { localityCase, type LocalityAnswer } from './localityCase';

/** Endpoints `name@locality`; `!` in front: not ready; `*3` behind: weight 3; `?key=value` behind: a label. */
function endpoints(...texts: readonly string[]): object[] {
  return texts.map((text) => {
    const [, not, name, locality, weight, key, value] = /^(!?)(\w+)@([^*?]*)(?:\*(\d+))?(?:\?([^=]+)=(.*))?$/.exec(text) ?? [];
    return { name, locality, healthy: not === '', weight: Number(weight ?? 1), labels: key === undefined ? {} : { [key]: value } };
  });
}

const rule = (trafficPolicy: object, spec: object = {}) => ({ kind: 'DestinationRule', metadata: { namespace: 'default' }, spec: { host: 'web', trafficPolicy, ...spec } });
const setting = (localityLbSetting: object) => rule({ loadBalancer: { localityLbSetting }, outlierDetection: {} });

function answerTo(given: object): LocalityAnswer {
  const answer = localityCase({ proxy: { locality: 'r1/a' }, endpoints: [], ...given });
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.value;
}

function shares(given: object): object {
  const answer = answerTo(given);
  return 'rejected' in answer ? answer : answer.computed.shares;
}

function levels(given: object): object {
  const answer = answerTo(given);
  return 'rejected' in answer ? answer : answer.pilot.localities.map(({ priority, weight, endpoints: sent }) => [priority, weight, ...sent.map(({ name }) => name)]);
}

describe('which rule is for the service and the client', () => {
  const near = endpoints('a@r1/a', 'b@r1/b');
  const local = { a: 1 };
  const even = { a: 0.5, b: 0.5 };
  const outlier = { outlierDetection: {} };
  test.each<[string, object, object]>([
    ['the short name, in the rule’s namespace', rule(outlier), local],
    ['the short name, in another namespace', { ...rule(outlier), metadata: { namespace: 'other' } }, even],
    ['another service', rule(outlier, { host: 'other' }), even],
    ['a wildcard', rule(outlier, { host: '*.default.svc.cluster.local' }), local],
    ['a wildcard of another namespace', rule(outlier, { host: '*.other.svc.cluster.local' }), even],
    ['a workload selector that is for another client', rule(outlier, { workloadSelector: { matchLabels: { app: 'other' } } }), even],
    ['a workload selector that is for this client', rule(outlier, { workloadSelector: { matchLabels: { app: 'client' } } }), local],
    ['a setting of the port replaces the whole', rule({ ...outlier, portLevelSettings: [{ port: { number: 80 } }] }), even],
    ['a setting of another port does not', rule({ ...outlier, portLevelSettings: [{ port: { number: 81 } }] }), local],
    ['fields that are null are unset', rule({ ...outlier, loadBalancer: null, portLevelSettings: null }), local],
  ])('%s', (_, destinationRule, expected) => {
    expect(shares({ proxy: { locality: 'r1/a', labels: { app: 'client' } }, destinationRule, endpoints: near })).toEqual(expected);
  });
});

describe('distribute', () => {
  const to = (entry: Record<string, number>, from = '*') => setting({ distribute: [{ from, to: entry }] });
  test.each<[string, object, object, object]>([
    ['weights rounded up within a pattern', to({ 'r1/*': 10, r2: 90 }), endpoints('a@r1/a*2', 'b@r1/b', 'c@r2/a'), [[0, 7, 'a'], [0, 4, 'b'], [0, 90, 'c']]],
    ['no pattern: endpoints lost, weight kept', to({ 'r1/a': 100 }), endpoints('a@r1/a', 'b@r1/b*5'), [[0, 100, 'a'], [0, 5]]],
    ['an entry for others changes nothing', to({ 'r1/b': 100 }, 'r2/*'), endpoints('a@r1/a', 'b@r1/b*5'), [[0, 1, 'a'], [0, 5, 'b']]],
    ['overlapping patterns: the first written takes', to({ 'r1/b': 30, 'r1/*': 70 }), endpoints('a@r1/a', 'b@r1/b'), [[0, 70, 'a'], [0, 30, 'b']]],
    ['the first entry that is for the proxy', setting({ distribute: [{ from: 'r1/a', to: { 'r1/a': 100 } }, { from: 'r1/*', to: { 'r1/b': 100 } }] }), endpoints('a@r1/a', 'b@r1/b'), [[0, 100, 'a'], [0, 1]]],
    ['with failoverPriority, which is ignored', setting({ distribute: [{ from: '*', to: { '*': 100 } }], failoverPriority: ['version'] }), endpoints('a@r1/a?version=1', 'b@r1/a'), [[0, 100, 'a', 'b']]],
    ['a subzone of the pattern', to({ 'r1/a/s1': 100 }), endpoints('a@r1/a/s1', 'b@r1/a/s2'), [[0, 100, 'a'], [0, 1]]],
  ])('%s', (_, destinationRule, given, expected) => expect(levels({ destinationRule, endpoints: given })).toEqual(expected));

  test('a pattern that matches nothing: the others have it all', () => {
    expect(shares({ destinationRule: to({ 'r1/a': 20, 'r1/b': 20, 'r1/c': 60 }), endpoints: endpoints('a@r1/a', 'b@r1/b') })).toEqual({ a: 0.5, b: 0.5 });
  });
});

describe('failover', () => {
  const chain = endpoints('a@r1/a/s1', 'b@r1/a/s2', 'c@r1/b', 'd@r2/a', 'e@r3/a', 'f@');
  test.each<[string, object, object]>([
    ['subzone, zone, region, others', {}, [[3, 1, 'f'], [0, 1, 'a'], [1, 1, 'b'], [2, 1, 'c'], [3, 1, 'd'], [3, 1, 'e']]],
    ['a region before the others', { failover: [{ from: 'r1', to: 'r3' }] }, [[4, 1, 'f'], [0, 1, 'a'], [1, 1, 'b'], [2, 1, 'c'], [4, 1, 'd'], [3, 1, 'e']]],
    ['only the first entry of the region', { failover: [{ from: 'r1', to: 'r3' }, { from: 'r1', to: 'r2' }] }, [[4, 1, 'f'], [0, 1, 'a'], [1, 1, 'b'], [2, 1, 'c'], [4, 1, 'd'], [3, 1, 'e']]],
  ])('%s', (_, fields, expected) => expect(levels({ proxy: { locality: 'r1/a/s1' }, destinationRule: setting(fields), endpoints: chain })).toEqual(expected));

  test('a client without a locality prefers endpoints without one', () => {
    expect(levels({ proxy: {}, destinationRule: setting({}), endpoints: endpoints('a@r1/a', 'b@') })).toEqual([[0, 1, 'b'], [1, 1, 'a']]);
  });
});

describe('failoverPriority', () => {
  const network = 'topology.istio.io/network';
  const zone = 'topology.kubernetes.io/zone';
  test.each<[string, readonly string[], readonly string[], object]>([
    ['a label that neither has is shared', ['nothing', zone], ['a@r1/a', 'b@r1/b'], [[0, 1, 'a'], [1, 1, 'b']]],
    ['a name that every object has is no label', ['constructor', zone], ['a@r1/a', 'b@r1/a?constructor=x'], [[0, 1, 'a'], [1, 1, 'b']]],
    ['a given value splits a locality', ['version=2'], ['a@r1/a?version=1', 'b@r1/a*4?version=2', 'c@r1/a'], [[0, 4, 'b'], [1, 2, 'a', 'c']]],
    ['two "=": the key alone, compared with the proxy’s own', ['version=2=3'], ['a@r1/a?version=2', 'b@r1/a'], [[0, 1, 'b'], [1, 1, 'a']]],
    ['a value of a key that is there twice holds in both places', ['version', zone, 'version=2'], ['a@r1/b?version=2', 'b@r1/a'], [[1, 1, 'b'], [0, 1, 'a']]],
    ['another network comes last, in the order of the rest', [network, zone], [`a@r1/b?${network}=n2`, `b@r1/a?${network}=n2`, 'c@r1/b', 'd@r1/a'], [[0, 1, 'd'], [2, 1, 'b'], [1, 1, 'c'], [3, 1, 'a']]],
    ['a network with a value is a label like others', [`${network}=n2`, zone], [`a@r1/b?${network}=n1`, `b@r1/a?${network}=n1`, `c@r1/a?${network}=n2`], [[0, 1, 'c'], [1, 1, 'b'], [1, 1, 'a']]],
    ['a network that is not the first is one too', [zone, network], [`a@r1/a?${network}=n2`, 'b@r1/a', 'c@r1/b'], [[0, 1, 'b'], [1, 1, 'a'], [2, 1, 'c']]],
  ])('%s', (_, failoverPriority, given, expected) => expect(levels({ destinationRule: setting({ failoverPriority }), endpoints: endpoints(...given) })).toEqual(expected));

  test('with failover: levels of labels first, nearness within each', () => {
    const destinationRule = setting({ failoverPriority: ['version'], failover: [{ from: 'r1', to: 'r2' }] });
    expect(levels({ destinationRule, endpoints: endpoints('a@r1/a', 'b@r2/a', 'c@r3/a', 'd@r1/a?version=1', 'e@r2/a?version=1') })).toEqual([[0, 1, 'a'], [3, 1, 'd'], [1, 1, 'b'], [4, 1, 'e'], [2, 1, 'c']]);
  });
});

describe('the Service’s traffic distribution', () => {
  const trafficDistribution = 'PreferClose';
  const ill = endpoints('!a@r1/a', 'b@r1/a', 'c@r1/b');
  const kept = (given: object) => {
    const answer = answerTo({ trafficDistribution, endpoints: ill, ...given });
    return 'rejected' in answer ? answer : [answer.pilot.localityWeighted, answer.pilot.panicThreshold, answer.computed.shares];
  };
  test.each<[string, object, object]>([
    ['levels without outlier detection', {}, [true, 0, { b: 0.7, c: 0.3 }]],
    ['pods that are not ready are sent by releases up to 1.30 too', { sendUnready: false }, [true, 0, { b: 0.7, c: 0.3 }]],
    ['no panic, whatever the rule says', { destinationRule: rule({ outlierDetection: { minHealthPercent: 60 } }) }, [true, 0, { b: 0.7, c: 0.3 }]],
    ['the rule’s setting comes first', { destinationRule: setting({ enabled: false }) }, [false, 0, { b: 0.5, c: 0.5 }]],
    ['and without outlier detection it makes no levels', { destinationRule: rule({ loadBalancer: { localityLbSetting: {} } }) }, [false, 0, { b: 0.5, c: 0.5 }]],
  ])('%s', (_, given, expected) => expect(kept(given)).toEqual(expected));

  test('PreferSameNode: the node, then subzone, zone and region', () => {
    const sameNode = [...endpoints('a@r1/a', 'b@r1/a', 'c@r1/b')].map((endpoint, index) => ({ ...endpoint, node: `n${index}` }));
    expect(levels({ proxy: { locality: 'r1/a', node: 'n1' }, trafficDistribution: 'PreferSameNode', endpoints: sameNode })).toEqual([[0, 1, 'b'], [1, 1, 'a'], [2, 1, 'c']]);
  });
});

describe('pods that are not ready', () => {
  const local = endpoints('!a@r1/a', '!b@r1/a', '!c@r1/a', 'd@r1/a', 'e@r1/b');
  test.each<[string, object, object]>([
    ['1.31 sends them: the level counts as partly ill', { destinationRule: setting({}) }, { d: 0.35, e: 0.65 }],
    ['1.30 leaves them out', { destinationRule: setting({}), sendUnready: false }, { d: 1 }],
    ['1.31 with minHealthPercent leaves them out', { destinationRule: rule({ outlierDetection: { minHealthPercent: 10 } }) }, { d: 1 }],
  ])('%s', (_, given, expected) => expect(shares({ endpoints: local, ...given })).toEqual(expected));
});

describe('endpoint weights', () => {
  const weighted = endpoints('a@r1/a*3', 'b@r1/a');
  test.each<[string, object]>([
    ['LEAST_CONN', { a: 0.75, b: 0.25 }],
    ['ROUND_ROBIN', { a: 0.75, b: 0.25 }],
    ['RANDOM', { a: 0.5, b: 0.5 }],
  ])('%s', (simple, expected) => expect(shares({ destinationRule: rule({ loadBalancer: { simple } }), endpoints: weighted })).toEqual(expected));
});

describe('what istiod refuses, and what cannot be read', () => {
  test('a rule that is refused has no further result', () => {
    expect(answerTo({ destinationRule: setting({ failover: [{ from: 'r1', to: 'r1' }] }) })).toEqual({ rejected: 'locality lb failover settings must specify different regions' });
  });

  test.each<[string, object, string]>([
    ['no endpoints', { endpoints: undefined }, 'endpoints'],
    ['an endpoint without health', { endpoints: [{ name: 'a' }] }, 'endpoints[0].healthy'],
    ['two of one name', { endpoints: endpoints('a@', 'b@', 'a@') }, 'endpoints[2].name'],
    ['no rule', { destinationRule: { kind: 'VirtualService', spec: { host: 'web' } } }, 'destinationRule.kind'],
    ['a weight that is no number', { destinationRule: setting({ distribute: [{ from: '*', to: { 'r1/*': '100' } }] }) }, 'destinationRule.spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to["r1/*"]'],
    ['what is not simulated', { destinationRule: rule({ loadBalancer: { zoneAwareLbSetting: {} } }) }, 'destinationRule.spec.trafficPolicy.loadBalancer.zoneAwareLbSetting'],
    ['a hash', { destinationRule: rule({ loadBalancer: { consistentHash: { useSourceIp: true } } }) }, 'destinationRule.spec.trafficPolicy.loadBalancer.consistentHash'],
    ['a distribution that is none', { trafficDistribution: 'PreferFar' }, 'trafficDistribution'],
  ])('%s', (_, given, path) => expect(localityCase({ proxy: {}, endpoints: [], ...given })).toMatchObject({ ok: false, error: { path } }));
});
