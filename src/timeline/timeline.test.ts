import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { place } from '../cluster/place';
import { parseDesign } from '../design/parse';
import { baselineOf } from '../failure/baseline';
import { templates } from '../templates/templates';
import { design, group, instance, loadBalancer, service, storageClass, workload, type DesignInput } from '../testing/designs';
import { createTimeline, type Timeline } from './createTimeline';
import { timelineEn } from './messages/en';
import { eventText, timerText } from './sentences';
import type { EventKind } from './timelineEvent';
import { timersOf, type TimerName, type TimerValues } from './timers';

const region = 'ap-northeast-2';
const eks = { controlPlane: 'eks' } as const;
const perNode = [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' as const }];
const gp3 = storageClass('gp3');
const ebs = [{ name: 'data', storageClass: 'sc-gp3' }];
const zonal = [group('asg-a', 'a', 1), group('asg-b', 'b', 1), group('asg-c', 'c', 1)];

/** Zones by letter, nodes by name. */
function kill(input: DesignInput, letters: string, nodes: readonly string[] = [], values: TimerValues = {}): Timeline {
  return createTimeline(baselineOf(place(design(input), firstCatalog)), { zones: Array.from(letters, (letter) => region + letter), nodes }, values);
}

/** `355 podEvicted`, of some kinds, or of one subject. */
function told({ events }: Timeline, wanted: string | readonly EventKind[]): readonly string[] {
  return events.filter(({ kind, subject }) => (typeof wanted === 'string' ? subject.name === wanted : wanted.includes(kind))).map(({ at, kind }) => `${at} ${kind}`);
}

/** At each moment the phase of a pod and where it is. */
function course({ stateAt }: Timeline, pod: string, ...moments: readonly number[]): readonly string[] {
  return moments.map((at) => {
    const state = stateAt(at).pods.find((each) => each.pod === pod);
    return [at, state?.phase, state?.node ?? '-', ...(state?.waitsFor === 'volume' ? ['volume'] : []), ...(state?.terminatingOn ? [`(${state.terminatingOn})`] : [])].join(' ');
  });
}

describe('when a node dies alone', () => {
  const cluster = (fields: object, more: DesignInput['settings'] = {}): DesignInput => ({ settings: { ...eks, ...more }, entities: [...zonal, gp3, workload('app', 3, { topologySpreadConstraints: perNode, ...fields })] });

  /** With its zone nothing takes its place; alone its group replaces it. */
  test.each<[string, DesignInput, readonly string[], string?]>([
    ['a Deployment’s pod is replaced when its toleration runs out', cluster({}), ['355 podEvicted', '365 podRunning']],
    ['before 1.32 ten seconds sooner', cluster({}, { kubernetesVersion: '1.31' }), ['345 podEvicted', '355 podRunning']],
    ['sooner where it tolerates less', cluster({ tolerations: [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }] }), ['85 podEvicted', '95 podRunning']],
    ['where it tolerates everything, once its Node is deleted', cluster({ tolerations: [{ operator: 'Exists' }] }), ['545 podCollected', '555 podRunning']],
    ['a StatefulSet’s name is free only then', cluster({ type: 'StatefulSet' }), ['355 podEvicted', '545 podCollected', '555 podRunning']],
    ['and its volume later still', cluster({ type: 'StatefulSet', volumes: ebs }), ['355 podEvicted', '545 podCollected', '905 volumeDetached', '930 podRunning'], 'asg-b-b-0'],
    ['a DaemonSet’s pod goes with its Node', cluster({ type: 'DaemonSet' }), ['545 podCollected']],
  ])('%s', (_, input, expected, node) => {
    const { cluster: placed, nodeOf } = place(design(input), firstCatalog);
    const pod = placed.pods.find(({ key }) => nodeOf.get(key) === 'asg-b-b-0')?.key ?? '';
    expect(told(node === undefined ? kill(input, 'b') : kill(input, '', [node]), pod)).toEqual(expected);
  });

  test('what the board shows of a Deployment’s pod, and of one with a volume', () => {
    expect(course(kill(cluster({}), '', ['asg-b-b-0']), 'default/app-1', 0, 54, 55, 355, 365, 545)).toEqual([
      '0 unreachable asg-b-b-0',
      '54 unreachable asg-b-b-0',
      '55 notReady asg-b-b-0',
      '355 pending - (asg-b-b-0)',
      '365 pending - (asg-b-b-0)',
      '545 running asg-b-b-1',
    ]);
    expect(course(kill(cluster({ type: 'StatefulSet', volumes: ebs }), '', ['asg-b-b-0']), 'default/app-1', 355, 544, 545, 919, 920, 930)).toEqual([
      '355 terminating asg-b-b-0',
      '544 terminating asg-b-b-0',
      '545 containerCreating asg-b-b-1 volume',
      '919 containerCreating asg-b-b-1 volume',
      '920 containerCreating asg-b-b-1',
      '930 running asg-b-b-1',
    ]);
  });

  test('its group replaces it', () => {
    const timeline = kill(cluster({}), '', ['asg-b-b-0']);
    expect(told(timeline, 'asg-b')).toEqual(['420 instancesReplaced']);
    expect(told(timeline, 'asg-b-b-0')).toEqual(['0 machineLost', '55 nodeUnknown', '55 nodeTainted', '485 nodeDeleted']);
    expect(told(timeline, 'asg-b-b-1')).toEqual(['450 nodeBooting', '530 nodeReady']);
  });

  test('nothing replaces an individual instance: a StatefulSet waits for somebody', () => {
    const entities = [instance('node-a', 'a'), instance('node-b', 'b'), workload('db', 2, { type: 'StatefulSet', topologySpreadConstraints: perNode })];
    const timeline = kill({ settings: eks, entities }, '', ['node-b']);
    expect(told(timeline, 'node-b')).toEqual(['0 machineLost', '55 nodeUnknown', '55 nodeTainted', '1800 nodeDeleted']);
    expect(told(timeline, 'default/db-1')).toEqual(['355 podEvicted', '1860 podCollected', '1870 podRunning']);
  });
});

describe('when a zone dies', () => {
  test('its nodes are tainted one after the other, and an EBS volume never comes back', () => {
    const entities = [group('asg', 'a', 3), group('asg-b', 'b', 3), gp3, workload('db', 6, { type: 'StatefulSet', volumes: ebs, topologySpreadConstraints: perNode })];
    const timeline = kill({ settings: eks, entities }, 'a');
    expect(told(timeline, ['nodeTainted'])).toEqual(['55 nodeTainted', '65 nodeTainted', '75 nodeTainted']);
    expect(timeline.stateAt(Infinity).pods.filter(({ phase }) => phase === 'pending')).toHaveLength(3);
  });

  test('no zone has a Ready node: the controller evicts nothing, and pods go with their Nodes', () => {
    const timeline = kill({ zones: 'a', settings: eks, entities: [group('asg', 'a', 2), workload('web', 2)] }, '', ['asg-a-0', 'asg-a-1']);
    expect(told(timeline, ['nodeTainted', 'podEvicted', 'podCollected'])).toEqual(['545 podCollected', '545 podCollected']);
    expect(timeline.events.find(({ kind }) => kind === 'zoneDisrupted')?.args).toMatchObject({ state: 'FullDisruption', everywhere: true });
  });

  test('a less important pod gives way to one that comes back', () => {
    const entities = [instance('node-a', 'a'), instance('node-b', 'b'), ...[['vip', 100], ['low', 0]].map(([name, priority]) => workload(String(name), 1, { priority: Number(priority), containers: [{ name: 'app', requests: { cpu: '1500m' } }] }))];
    const timeline = kill({ settings: eks, entities }, 'a');
    expect(told(timeline, 'default/vip-0')).toEqual(['355 podEvicted', '355 podPending', '385 podScheduled', '395 podRunning']);
    expect(told(timeline, 'default/low-0')).toEqual(['355 podPreempted', '355 podPending']);
    expect(course(timeline, 'default/low-0', 354, 355, 385)).toEqual(['354 running node-b', '355 pending - (node-b)', '385 pending -']);
  });

  test.each([
    ['without the cluster autoscaler', {}, []],
    ['with it', { addons: { clusterAutoscaler: {} } }, ['365 autoscalerScans']],
  ])('a pod finds no room, %s', (_, settings, expected) => {
    const entities = [instance('node-a', 'a'), instance('node-b', 'b'), workload('web', 2, { podAntiAffinity: [{}] })];
    expect(told(kill({ settings: { ...eks, ...settings }, entities }, 'a'), ['autoscalerScans'])).toEqual(expected);
  });
});

describe('what is dropped', () => {
  const users = { id: 'users', kind: 'client' } as const;
  const behind = (fields: Parameters<typeof loadBalancer>[2], controlPlane?: string): DesignInput => ({
    ...(controlPlane === undefined ? { settings: eks } : { controlPlane }),
    entities: [...zonal, workload('web', 3, { topologySpreadConstraints: perNode }), service('web'), loadBalancer('lb', 'abc', { service: 'svc-web', crossZone: true, ...fields }), users],
    links: [{ id: 'users-lb', from: 'users', to: 'lb', requestsPerSecond: 100 }],
  });
  /** Dropped at each moment, in 27ths. */
  const dropped = ({ stateAt }: Timeline, ...moments: readonly number[]) => moments.map((at) => [at, Math.round((stateAt(at).services[0]?.dropped ?? 0) * 27e6) / 1e6]);

  test.each<[string, DesignInput, readonly (readonly [number, number])[]]>([
    // A third meets the dead address, a third of the rest a dead node, a third of that a dead endpoint.
    ['NLB with instance targets', behind({}), [[0, 19], [30, 15], [56, 9], [90, 0]]],
    ['ALB: half the checks', behind({ type: 'alb' }), [[29, 19], [30, 15], [56, 9], [90, 0]]],
    ['CLB: after dead endpoints are out', behind({ type: 'clb' }), [[0, 19], [56, 15], [60, 9], [120, 0]]],
    // Only the address and the pod itself.
    ['NLB with ip targets', behind({ targetType: 'ip' }), [[0, 15], [30, 9], [56, 9], [90, 0]]],
    ['each zone for itself', behind({ crossZone: false }), [[0, 15], [30, 15], [56, 9], [90, 0]]],
    ['no quorum: dead endpoints keep their share', behind({}, 'aab'), [[0, 19], [30, 15], [56, 15], [90, 9], [3600, 9]]],
  ])('%s', (_, input, expected) => {
    expect(dropped(kill(input, 'a'), ...expected.map(([at]) => at))).toEqual(expected);
  });

  test('the sum of it', () => {
    expect(kill(behind({}), 'a').summary).toEqual({
      endpointsRemoved: 56,
      firstPodEvicted: 355,
      lastPodEvicted: 355,
      lastPodRunning: 365,
      errorsSteady: 90,
      settled: 545,
      requestErrors: Math.round((100 * (19 * 30 + 15 * 26 + 9 * 34)) / 27),
    });
  });

  test('without a control plane only AWS acts', () => {
    const input = behind({}, 'aab');
    const timeline = kill({ ...input, entities: [...(input.entities ?? []), group('asg', 'abc', 3)] }, 'a');
    expect(told(timeline, 'asg-b-1')).toEqual(['450 nodeBooting', '510 nodeCannotJoin']);
    expect([...new Set(timeline.events.map(({ kind }) => kind))]).toEqual(['zoneLost', 'quorumLost', 'targetsUnhealthy', 'dnsUpdated', 'instancesReplaced', 'nodeBooting', 'nodeCannotJoin']);
    expect(timeline.summary).toMatchObject({ endpointsRemoved: null, firstPodEvicted: null, lastPodEvicted: null, lastPodRunning: null, errorsSteady: 90 });
  });

  test('everything, while all pods of a Local Service were on the node', async () => {
    const parsed = parseDesign(await templates.find(({ id }) => id === 'no-anti-affinity')?.load());
    if (!parsed.ok) throw new Error('no such template');
    const baseline = baselineOf(place(parsed.value, firstCatalog));
    const [node = ''] = new Set(baseline.placed.nodeOf.values());
    const timeline = createTimeline(baseline, { zones: [], nodes: [node] });
    expect(timeline.stateAt(300).services.map(({ dropped: share }) => share)).toEqual([1]);
    expect(timeline.stateAt(Infinity).services.map(({ dropped: share }) => share)).toEqual([0]);
  });
});

describe('timers', () => {
  test.each<[TimerName, string, number, TimerValues, number]>([
    ['nodeMonitorGracePeriod', '1.31', 40, {}, 40],
    ['nodeMonitorGracePeriod', '1.32', 50, {}, 50],
    ['nodeMonitorGracePeriod', '1.34', 50, { nodeMonitorGracePeriod: 20 }, 20],
    ['podStart', '1.34', 10, { podStart: 0 }, 0],
  ])('%s in %s', (name, version, standard, values, value) => {
    expect(timersOf(version, values)[name]).toMatchObject({ name, default: standard, value });
  });

  test('each has a source and a name in both languages', () => {
    for (const { name, source } of Object.values(timersOf('1.34'))) {
      expect(source).toMatch(/^https:\/\//);
      expect(timerText(name, 'en')).not.toBe('');
      expect(timerText(name, 'ko')).not.toBe('');
    }
  });

  test('what a timeline takes from them: a shorter toleration is followed', () => {
    const input: DesignInput = { settings: eks, entities: [...zonal, workload('app', 3, { topologySpreadConstraints: perNode })] };
    expect(kill(input, 'b', [], { defaultTolerationSeconds: 30, endpointPropagation: 5 }).summary).toMatchObject({ endpointsRemoved: 60, firstPodEvicted: 85 });
  });
});

test('every event is told in both languages', () => {
  const heavy = (name: string, replicas: number, priority: number) => workload(name, replicas, { priority, topologySpreadConstraints: perNode, containers: [{ name: 'app', requests: { cpu: '1500m' } }] });
  const db = workload('db', 3, { type: 'StatefulSet', volumes: ebs, topologySpreadConstraints: perNode });
  const shared = [instance('single', 'a'), gp3, service('db'), loadBalancer('lb', 'abc', { service: 'svc-db' })];
  const settings = { addons: { clusterAutoscaler: {} } };
  const all = [
    kill({ controlPlane: 'abc', settings, entities: [...zonal, ...shared, db, heavy('vip', 4, 9)] }, 'a'),
    kill({ controlPlane: 'abc', settings, entities: [...zonal, ...shared, db, heavy('vip', 4, 9)] }, '', ['asg-a-a-0']),
    kill({ settings: eks, entities: [instance('node-a', 'a'), instance('node-b', 'b'), heavy('vip', 1, 9), heavy('low', 1, 0)] }, 'a'),
    kill({ controlPlane: 'a', entities: [...shared, group('asg', 'abc', 3), db] }, 'a'),
  ].flatMap(({ events }) => events);
  for (const event of all) {
    expect(eventText(event, 'en')).toMatch(/^\S.*[.]$/);
    expect(eventText(event, 'ko')).toMatch(/[가-힣].*[.]$/);
    expect(`${eventText(event, 'en')} ${eventText(event, 'ko')}`).not.toMatch(/undefined|NaN|Infinity|\[object/);
  }
  const kinds = new Set(all.map(({ kind }) => kind));
  expect((Object.keys(timelineEn.events) as EventKind[]).filter((kind) => !kinds.has(kind))).toEqual([]);
});
