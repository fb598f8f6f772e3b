import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeDump } from './routeDump';

const node = (name: string, zone: string | undefined, more: object = {}) => ({
  kind: 'Node',
  metadata: { name, labels: { 'kubernetes.io/hostname': name, ...(zone ? { 'topology.kubernetes.io/zone': zone } : {}) } },
  status: { allocatable: { cpu: '2' }, conditions: [{ type: 'Ready', status: 'True' }], ...more },
});
const pod = (name: string, nodeName: string, ip = '10.0.0.1') => ({
  kind: 'Pod',
  metadata: { name, namespace: 'default', labels: { app: 'web' } },
  spec: { nodeName, containers: [{ name: 'c', ports: [{ name: 'http', containerPort: 8080 }] }] },
  status: { phase: 'Running', podIP: ip, conditions: [{ type: 'Ready', status: 'True' }] },
});
const service = (spec: object = {}, annotations: object | null = null) => ({
  kind: 'Service',
  metadata: { name: 'web', namespace: 'default', annotations },
  spec: { selector: { app: 'web' }, clusterIP: '172.20.0.10', ports: [{ port: 80, targetPort: 8080 }], ...spec },
});
const v121 = { nodeInfo: { kubeletVersion: 'v1.21.14-eks-1' } };

function route(...items: object[]) {
  const routed = routeDump({ apiVersion: 'v1', kind: 'List', items });
  if (!routed.ok) throw new Error(routed.error.message);
  return routed.value;
}

describe('topologyKeys', () => {
  const pods = [pod('web-0', 'n1'), pod('web-1', 'n2')];
  test.each([
    ['host, then zone: the caller in a zone without endpoints finds none', v121, ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'], { n1: ['web-0'], n2: ['web-1'], n3: [] }],
    ['zone, then *: it finds all', v121, ['topology.kubernetes.io/zone', '*'], { n1: ['web-0'], n2: ['web-1'], n3: ['web-0', 'web-1'] }],
    ['since 1.22 the field means nothing', {}, ['kubernetes.io/hostname'], { n1: ['web-0', 'web-1'], n2: ['web-0', 'web-1'], n3: ['web-0', 'web-1'] }],
  ])('%s', (_, status, topologyKeys, internal) => {
    const nodes = ['a', 'b', 'c'].map((zone, index) => node(`n${index + 1}`, zone, status));
    const { results } = route(...nodes, ...pods, service({ topologyKeys }));
    const lists = results.flatMap((result) => Object.entries(result.nodes).map(([name, { internal: found }]) => [name, found]));
    expect(Object.fromEntries(lists)).toEqual(internal);
  });
});

describe('which Services and pods count', () => {
  test.each([
    ['no selector', service({ selector: null }), { withoutSelector: ['default/web'], results: 0 }],
    ['an empty selector', service({ selector: {} }), { withoutSelector: ['default/web'], results: 0 }],
    ['a selector', service(), { withoutSelector: [], results: 1 }],
  ])('%s', (_, item, expected) => {
    const { results, withoutSelector } = route(node('n1', 'a'), item);
    expect({ withoutSelector, results: results.length }).toEqual(expected);
  });

  test.each([
    ['a pod on an unknown node is none', pod('web-0', 'gone'), {}, []],
    ['unless unready addresses are published', pod('web-0', 'gone'), { publishNotReadyAddresses: true }, ['web-0']],
    ['a pod without an address is none', pod('web-0', 'n1', ''), {}, []],
    ['nor one of another address family', pod('web-0', 'n1', 'fd00::1'), {}, []],
    ['an IPv6 Service takes it', pod('web-0', 'n1', 'fd00::1'), { ipFamilies: ['IPv6'] }, ['web-0']],
    ['a named target port that a container has', pod('web-0', 'n1'), { ports: [{ port: 80, targetPort: 'http' }] }, ['web-0']],
    ['a named target port that no container has', pod('web-0', 'n1'), { ports: [{ port: 80, targetPort: 'metrics' }] }, []],
    ['headless: kube-proxy has no rule', pod('web-0', 'n1'), { clusterIP: 'None' }, []],
  ])('%s', (_, item, spec, internal) => {
    expect(route(node('n1', 'a'), item, service(spec)).results[0]?.nodes['n1']?.internal).toEqual(internal);
  });

  test('the older annotation wins over topology-mode', () => {
    const annotations = { 'service.kubernetes.io/topology-aware-hints': 'Disabled', 'service.kubernetes.io/topology-mode': 'Auto' };
    expect(route(node('n1', 'a'), node('n2', 'b'), service({}, annotations)).results[0]).not.toHaveProperty('events');
  });
});

describe('wild dumps', () => {
  test.each([
    [null, 'the dump'],
    [{}, 'items'],
    [{ items: [7] }, 'items[0]'],
    [{ items: [{ kind: 'Node' }] }, 'items[0].metadata'],
    [{ items: [node('n1', 'a', { allocatable: { cpu: 'much' } })] }, 'items[0].status.allocatable.cpu'],
    [{ items: [{ kind: 'Pod', metadata: { name: 'p', labels: { app: 7 } }, spec: {} }] }, 'items[0].metadata.labels.app'],
    [{ items: [node('n1', 'a'), service({ trafficDistribution: 'Far' })] }, 'items[1].spec.trafficDistribution'],
  ])('%j is an error at %s', (list, place) => {
    const routed = routeDump(list);
    expect(routed.ok ? '' : routed.error.message).toMatch(new RegExp(`^${place.replace(/[[\].]/g, '\\$&')}: `));
  });

  test('nothing throws', () => {
    const kinds = fc.constantFrom('Node', 'Pod', 'Service', 'List', '__proto__');
    const wild = fc.record({ items: fc.array(fc.record({ kind: kinds, metadata: fc.anything(), spec: fc.anything(), status: fc.anything() })) });
    fc.assert(fc.property(fc.oneof(wild, fc.anything()), (list) => typeof routeDump(list).ok === 'boolean'));
  });
});
