import { describe, expect, it } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { catalogFor } from '../catalog/catalogFor';
import { applyEdit, type Edit } from '../design/edit';
import { parseDesign } from '../design/parse';
import type { Design } from '../design/schema';
import { evaluate, simulateFailure } from '../evaluate';
import { baselineOf } from '../failure/baseline';
import { createTimeline } from '../timeline/createTimeline';
import type { Aftermath, Evaluation, FailureRow, ServiceTraffic } from '../evaluation';
import { templates } from './templates';

/** What each template is there to show, beyond the table of `expectations.ts`. */

const [a, b, c] = ['ap-northeast-2a', 'ap-northeast-2b', 'ap-northeast-2c'] as const;
const volumeMessage = "node(s) didn't match PersistentVolume's node affinity";

describe('control plane and quorum', () => {
  it('three-zones: of the StatefulSet two run and one waits for its volume, everything else comes back', async () => {
    const { design, evaluation } = await open('three-zones');
    expect(evaluation.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const [ordinal, zone] of [a, b, c].entries()) {
      const after = fail(design, [zone]);
      expect(after.pending.map(({ pod }) => pod)).toEqual([`default/orders-db-${ordinal}`]);
      expect(after.pending[0]?.message).toContain(volumeMessage);
      expect(workload(after, 'default/web')).toMatchObject({ before: 6, after: 6 });
      expect(workload(after, 'default/api')).toMatchObject({ before: 3, after: 3 });
      expect(workload(after, 'default/orders-db')).toMatchObject({ before: 3, after: 2, needed: 2, verdict: 'survives' });
      expect(after.services.map(({ dropped }) => dropped)).toEqual([0, 0, 0]);
    }
  });

  it('one-zone: any one machine may fail, zone a may not', async () => {
    const { evaluation } = await open('one-zone');
    const machines = evaluation.quorum.losses.filter(({ nodes }) => nodes.length === 1);
    expect(machines.map(({ nodes, membersLeft, keepsQuorum }) => [nodes[0], membersLeft, keepsQuorum])).toEqual([
      ['cp-1', 2, true],
      ['cp-2', 2, true],
      ['cp-3', 2, true],
    ]);
    expect(row(evaluation, [a])).toMatchObject({ keepsQuorum: false, podsLost: 6, podsRunningAfter: 0, workloads: [{ after: 0, verdict: 'down' }] });
  });

  it('two-members: losing either loses quorum, and half of the pods with it', async () => {
    const { evaluation } = await open('two-members');
    for (const zone of [a, b]) expect(row(evaluation, [zone])).toMatchObject({ keepsQuorum: false, podsRunningAfter: 2, podsPendingAfter: 0 });
    expect(evaluation.quorum.losses.filter(({ nodes }) => nodes.length === 1).map(({ keepsQuorum }) => keepsQuorum)).toEqual([false, false]);
  });

  it('two-zones: one member of three is left without zone a', async () => {
    const { evaluation } = await open('two-zones');
    expect(loss(evaluation, [a])).toMatchObject({ membersLeft: 1, keepsQuorum: false });
    expect(loss(evaluation, [b])).toMatchObject({ membersLeft: 2, keepsQuorum: true });
    expect(row(evaluation, [b])).toMatchObject({ podsRunningAfter: 4 });
  });

  it('five-members: any two machines may fail, no three', async () => {
    const { design } = await open('five-members');
    const members = ['cp-a-1', 'cp-a-2', 'cp-b-1', 'cp-b-2', 'cp-c-1'];
    for (const [i, first] of members.entries()) {
      for (const [j, second] of members.entries()) {
        if (i < j) expect(fail(design, [], [first, second]).keepsQuorum).toBe(true);
        for (const third of members.slice(j + 1)) if (i < j) expect(fail(design, [], [first, second, third]).keepsQuorum).toBe(false);
      }
    }
  });

  it('even-members: three of four are needed, so losing two in zone a is too much', async () => {
    expect(loss((await open('even-members')).evaluation, [a])).toMatchObject({ membersLeft: 2, keepsQuorum: false });
  });

  it('external-etcd: an API server is no member', async () => {
    const { evaluation } = await open('external-etcd');
    const machines = evaluation.quorum.losses.filter(({ nodes }) => nodes.length === 1);
    expect(machines.map(({ nodes, membersLeft, apiServersLeft }) => [nodes[0], membersLeft, apiServersLeft])).toEqual([
      ['cp-a', 3, 1],
      ['cp-b', 3, 1],
      ['etcd-a', 2, 2],
      ['etcd-b', 2, 2],
      ['etcd-c', 2, 2],
    ]);
  });

  it('eks: AWS runs it, one zone may fail, a pair may not', async () => {
    const { evaluation } = await open('eks');
    expect(evaluation.quorum.losses.map(({ zones, keepsQuorum }) => [zones.length, keepsQuorum])).toEqual([
      [1, true],
      [1, true],
      [1, true],
      [2, false],
      [2, false],
      [2, false],
    ]);
    expect(evaluation.cost.lines.find(({ id }) => id === 'eks')).toMatchObject({ quantity: 730, unitPrice: 0.1, monthly: 73 });
  });
});

describe('groups and volumes', () => {
  it.each([
    ['zonal-groups', ['default/kafka-1', 'default/weekly-invoices-0']],
    ['wait-for-first-consumer', ['default/kafka-1']],
    ['regional-group-ebs', ['default/kafka-1', 'default/yearly-invoices-0']],
  ])('%s: a volume ties its pod to its zone', async (id, tied) => {
    const { design, evaluation } = await open(id);
    const waited = evaluation.placement.pending.length;
    const after = fail(design, [b]);
    expect(after.pending.map(({ pod }) => pod)).toEqual(tied);
    for (const { message } of after.pending) expect(message).toContain(volumeMessage);
    expect(after.podsRunningAfter).toBe(evaluation.placement.running + waited - tied.length);
  });

  it('zonal-groups: a pod whose volume is in zone b makes the autoscaler grow the group of zone b', async () => {
    const { design, evaluation } = await open('zonal-groups');
    expect(evaluation.scaling).toMatchObject({ added: { 'asg-b': 1 }, wrongZoneAttempts: 0 });
    const pod = evaluation.placement.pods.find(({ workload: of }) => of === 'weekly-invoices');
    expect(pod).toMatchObject({ zone: b, node: 'asg-b-b-1' });
    expect(without(design, 'clusterAutoscaler').placement.pending.map(({ pod: key }) => key)).toEqual(['default/weekly-invoices-0']);
  });

  it('regional-group-ebs: of a volume in the zone of the template the attempts elsewhere are counted, of another no option is seen', async () => {
    const { evaluation } = await open('regional-group-ebs');
    const { added, wrongZoneAttempts, autoscaler } = evaluation.scaling;
    expect({ added, wrongZoneAttempts }).toEqual({ added: { 'asg-workers': 2 }, wrongZoneAttempts: 1 });
    expect(autoscaler?.nodes.map(({ zone, isWrongZone }) => [zone, isWrongZone])).toEqual([[c, true], [a, false]]);
    expect(autoscaler?.loops.at(-1)).toMatchObject({ ordered: {}, unhelped: { 'default/yearly-invoices-0': { 'asg-workers': [volumeMessage] } } });
    expect(evaluation.placement.pending.map(({ pod }) => pod)).toEqual(['default/yearly-invoices-0']);
  });

  it('regional-group: replacements come back in the other zones, and every pod with them', async () => {
    const { design, evaluation } = await open('regional-group');
    for (const zone of [a, b, c]) {
      const after = fail(design, [zone]);
      expect(after.newNodes.map((node) => node.zone).sort()).toEqual([a, b, c].filter((other) => other !== zone));
      expect(after).toMatchObject({ podsRunningAfter: evaluation.placement.running, podsPendingAfter: 0 });
    }
  });

  it('regional-group-ebs: the finding offers zonal groups, WaitForFirstConsumer and EFS', async () => {
    const { evaluation } = await open('regional-group-ebs');
    const finding = evaluation.findings.find(({ code }) => code === 'regional-group-zonal-volume');
    expect(finding?.fixes.map(({ id }) => id)).toEqual(['zonal-groups', 'wait-for-first-consumer', 'move-to-efs', 'move-to-efs-weekly-report', 'move-to-efs-yearly-invoices']);
  });

  it('individual-instances: nothing replaces a machine', async () => {
    const { design, evaluation } = await open('individual-instances');
    expect(evaluation.scaling.groups).toEqual([]);
    expect(fail(design, [], ['node-a'])).toMatchObject({ newNodes: [], podsLost: 2, podsRunningAfter: 6 });
  });
});

describe('load balancer endpoints', () => {
  it('local-policy: 25, 25 and 50 %, the source address kept', async () => {
    const web = service((await open('local-policy')).evaluation);
    expect(shares(web)).toEqual([0.25, 0.25, 0.5]);
    expect(web).toMatchObject({ sourceIpPreserved: true, dropped: 0 });
    expect(web.skew).toBeCloseTo(1.5, 12);
    expect(web.crossings).toBeCloseTo(0.5, 12);
  });

  it('cluster-policy: a third each, more crossings, half a hop more, the source address lost', async () => {
    const local = service((await open('local-policy')).evaluation);
    const cluster = service((await open('cluster-policy')).evaluation);
    for (const share of shares(cluster)) expect(share).toBeCloseTo(1 / 3, 12);
    expect(cluster).toMatchObject({ sourceIpPreserved: false, dropped: 0 });
    expect(cluster.skew).toBeCloseTo(1, 12);
    expect(cluster.crossings).toBeCloseTo(1, 12);
    expect(cluster.hops - local.hops).toBeCloseTo(0.5, 12);
  });

  it('local-policy-scaled: worse than with two nodes, and one click evens it', async () => {
    const { design, evaluation } = await open('local-policy-scaled');
    expect(service(evaluation).skew).toBeCloseTo(2, 12);
    const finding = evaluation.findings.find(({ code }) => code === 'local-policy-skew');
    const mended = evaluate(edited(design, finding!.fixes.at(0)!.edit), catalogOfDesign(design), {});
    expect(service(mended).skew).toBeCloseTo(1, 12);
    expect(mended.findings.map(({ code }) => code)).not.toContain('local-policy-skew');
  });

  it('no-anti-affinity: the node takes every pod with it, and they come back elsewhere', async () => {
    const { evaluation } = await open('no-anti-affinity');
    const [node] = [...new Set(evaluation.placement.pods.map((pod) => pod.node))];
    expect(new Set(evaluation.placement.pods.map((pod) => pod.node)).size).toBe(1);
    expect(evaluation.failures.find(({ nodes }) => nodes.length === 1 && nodes[0] === node)).toMatchObject({ podsLost: 4, podsRunningAfter: 4 });
  });

  it('no-anti-affinity: until somebody notices, everything is dropped; then they come back', async () => {
    const { design, evaluation } = await open('no-anti-affinity');
    const node = evaluation.placement.pods[0]?.node ?? '';
    const timeline = createTimeline(baselineOf(settledPlacement(design, catalogOfDesign(design))), { zones: [], nodes: [node] });
    expect(timeline.stateAt(0).services[0]?.dropped).toBeCloseTo(1, 12);
    expect(timeline.stateAt(timeline.settledAt).services[0]?.dropped).toBeCloseTo(0, 12);
    expect(timeline.summary.requestErrors).toBeGreaterThan(0);
  });

  it('descheduler: six pods crowd two of four nodes until it runs, and then use all', async () => {
    const { design, evaluation } = await open('descheduler');
    const before = without(design, 'descheduler').placement;
    expect(new Set(before.pods.map((pod) => pod.node)).size).toBe(2);
    expect(before.nodes).toHaveLength(4);
    expect(new Set(evaluation.placement.pods.map((pod) => pod.node)).size).toBe(4);
    expect(evaluation.descheduler).toMatchObject({ cycles: 1, isEndless: false });
    expect(evaluation.descheduler?.evicted).toHaveLength(4);
  });
});

describe('service topology', () => {
  it('topology-keys-strict: callers in zone c find no endpoint', async () => {
    const api = service((await open('topology-keys-strict')).evaluation);
    expect(api.dropped).toBeCloseTo(1 / 3, 12);
    expect(api.crossZoneShare).toBeCloseTo(0, 12);
  });

  it('topology-keys-fallback: everyone is served, the nearest first', async () => {
    const api = service((await open('topology-keys-fallback')).evaluation);
    expect(api.dropped).toBe(0);
    expect(api.crossZoneShare).toBeCloseTo(1 / 3, 12);
  });

  it('topology-aware-hints: nothing crosses zones; with 4 replicas the hints vanish', async () => {
    const { design, evaluation } = await open('topology-aware-hints');
    expect(service(evaluation)).toMatchObject({ crossZoneShare: 0, dropped: 0 });
    const fewer = evaluate(edited(design, { type: 'set', id: 'api', fields: { replicas: 4 } }), catalogOfDesign(design), {});
    expect(service(fewer).crossZoneShare).toBeGreaterThan(0.5);
    expect(service(fewer).events.join()).toContain('TopologyAwareHintsDisabled');
    expect(fewer.findings.map(({ code }) => code)).toContain('hints-not-applied');
  });

  it('traffic-distribution: stays in the zone, where one endpoint is overloaded', async () => {
    const api = service((await open('traffic-distribution')).evaluation);
    expect(api).toMatchObject({ crossZoneShare: 0, dropped: 0 });
    expect(shares(api).at(-1)).toBeCloseTo(1 / 3, 12);
    expect(api.skew).toBeCloseTo(5 / 3, 12);
  });

  it('istio-locality: stays in the zone, fails over where it has no endpoint, and does neither without outlier detection', async () => {
    const { design, evaluation } = await open('istio-locality');
    const after = (edit: Edit) => evaluate(edited(design, edit), catalogOfDesign(design), {});
    expect(service(evaluation)).toMatchObject({ crossZoneShare: 0, dropped: 0 });
    expect(fail(design, [a]).services.map(({ dropped }) => dropped)).toEqual([0]);

    const fewer = service(after({ type: 'set', id: 'api', fields: { replicas: 2 } }));
    expect(fewer.dropped).toBe(0);
    expect(fewer.crossZoneShare).toBeCloseTo(1 / 3, 12);

    const trap = after({ type: 'settings', fields: { addons: { istio: { mode: 'failover', outlierDetection: false, distribute: {}, failoverPriority: [] } } } });
    expect(service(trap).crossZoneShare).toBeCloseTo(2 / 3, 12);
    expect(trap.findings.map(({ code }) => code)).toContain('istio-failover-inactive');
  });
});

async function open(id: string): Promise<{ readonly design: Design; readonly evaluation: Evaluation }> {
  const parsed = parseDesign(await templates.find((template) => template.id === id)!.load());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { design: parsed.value, evaluation: evaluate(parsed.value, catalogOfDesign(parsed.value), {}) };
}

function catalogOfDesign(design: Design) {
  return catalogFor(design.settings.region)!;
}

/** The same design without one of its add-ons. */
function without(design: Design, addon: keyof Design['settings']['addons']): Evaluation {
  const { [addon]: _, ...addons } = design.settings.addons;
  return evaluate({ ...design, settings: { ...design.settings, addons } }, catalogOfDesign(design), {});
}

function fail(design: Design, zones: readonly string[], nodes: readonly string[] = []): Aftermath {
  return simulateFailure(design, catalogOfDesign(design), { zones, nodes }, {});
}

function edited(design: Design, edit: Edit): Design {
  const result = applyEdit(design, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function row(evaluation: Evaluation, zones: readonly string[]): FailureRow | undefined {
  return evaluation.failures.find((each) => each.nodes.length === 0 && each.zones.join() === zones.join());
}

function loss(evaluation: Evaluation, zones: readonly string[]) {
  return evaluation.quorum.losses.find((each) => each.nodes.length === 0 && each.zones.join() === zones.join());
}

function workload(of: FailureRow, name: string) {
  return of.workloads.find((each) => each.name === name);
}

/** The Service that the template is about: the only one with traffic. */
function service(evaluation: Evaluation): ServiceTraffic {
  return evaluation.traffic.services.at(0)!;
}

function shares(of: ServiceTraffic): readonly number[] {
  return Object.values(of.podShares).sort((x, y) => x - y);
}
