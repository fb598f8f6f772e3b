import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import type { Design } from '../design/schema';
import type { Scenario } from '../failure/scenario';
import { design, group, instance, overZones, storageClass, workload } from '../testing/designs';
import { sampleDesigns } from '../testing/sampleDesigns';
import { parseDesign } from '../design/parse';
import { templates } from '../templates/templates';
import { explainPlacement } from './explainPlacement';
import type { Explanation } from './explanation';

const inBoth = (of: Design, pod: string, loss: Scenario | null = null) => (['en', 'ko'] as const).map((language) => explainPlacement(of, firstCatalog, pod, { language, loss }));

describe('what happened to a pod of a template', () => {
  const zoneA: Scenario = { zones: ['ap-northeast-2a'], nodes: [] };
  test.each<readonly [string, string, Scenario | null, Explanation['outcome'], string | null, readonly string[], readonly string[]]>([
    ['three-zones', 'default/web-0', null, 'running', 'asg-a-a-0', [
      'It was number 7 of 12 in the scheduling queue; 6 pods had a node before it.',
      '6 of the 6 nodes that fit share the highest total, 657. kube-scheduler draws one of them at random; here it is asg-a-a-0.',
    ], [
      '스케줄링 큐 12개 중 7번째였고, 그 전에 파드 6개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드 6개 중 6개가 657점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 asg-a-a-0입니다.',
    ]],
    ['three-zones', 'default/web-0', zoneA, 'running', 'asg-b-b-0', [
      'asg-a-a-0 is gone with all that ran on it; the pod was made anew and queued again.',
      '3 of the 4 nodes that fit share the highest total, 643. kube-scheduler draws one of them at random; here it is asg-b-b-0.',
    ], [
      'asg-a-a-0 노드가 그 위의 파드와 함께 사라져, 파드를 새로 만들어 다시 큐에 넣었습니다.',
      '들어갈 수 있는 노드 4개 중 3개가 643점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 asg-b-b-0입니다.',
    ]],
    ['three-zones', 'default/web-1', zoneA, 'running', 'asg-b-b-0', [
      'The loss does not touch it: it runs on asg-b-b-0 as before.',
      'It was number 8 of 12 in the scheduling queue; 7 pods had a node before it.',
      '4 of the 4 nodes that fit share the highest total, 657. kube-scheduler draws one of them at random; here it is asg-b-b-0.',
    ], [
      '장애의 영향을 받지 않고 asg-b-b-0에서 그대로 실행됩니다.',
      '스케줄링 큐 12개 중 8번째였고, 그 전에 파드 7개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드 4개 중 4개가 657점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 asg-b-b-0입니다.',
    ]],
    ['regional-group-ebs', 'default/kafka-0', zoneA, 'pending', null, [
      'asg-workers-a-0 is gone with all that ran on it; the pod was made anew and queued again.',
      'None of the 7 nodes suits it.',
    ], [
      'asg-workers-a-0 노드가 그 위의 파드와 함께 사라져, 파드를 새로 만들어 다시 큐에 넣었습니다.',
      '노드 7개 중 어디에도 들어갈 수 없습니다.',
    ]],
    ['regional-group-ebs', 'default/kafka-1', zoneA, 'running', 'asg-workers-b-0', [
      'The loss does not touch it: it runs on asg-workers-b-0 as before.',
      'It was number 2 of 11 in the scheduling queue; 1 pod had a node before it.',
      '2 of the 2 nodes that fit share the highest total, 470. kube-scheduler draws one of them at random; here it is asg-workers-b-0.',
    ], [
      '장애의 영향을 받지 않고 asg-workers-b-0에서 그대로 실행됩니다.',
      '스케줄링 큐 11개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드 2개 중 2개가 470점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 asg-workers-b-0입니다.',
    ]],
    ['regional-group-ebs', 'default/kafka-2', zoneA, 'running', 'asg-workers-c-0', [
      'The loss does not touch it: it runs on asg-workers-c-0 as before.',
      'It was number 3 of 11 in the scheduling queue; 2 pods had a node before it.',
      'asg-workers-c-0 is the only node that fits, so nothing is scored.',
    ], [
      '장애의 영향을 받지 않고 asg-workers-c-0에서 그대로 실행됩니다.',
      '스케줄링 큐 11개 중 3번째였고, 그 전에 파드 2개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드가 asg-workers-c-0 하나뿐이라 점수를 매기지 않습니다.',
    ]],
    ['two-zones', 'default/web-0', zoneA, 'lost', null, [
      'asg-a-a-0 is gone, and without a control plane nothing makes the pod anew.',
    ], [
      'asg-a-a-0 노드가 사라졌고, 컨트롤 플레인이 없어 파드를 새로 만들지 못합니다.',
    ]],
    ['one-zone', 'default/web-0', zoneA, 'lost', null, [
      'asg-workers-a-0 is gone, and without a control plane nothing makes the pod anew.',
    ], [
      'asg-workers-a-0 노드가 사라졌고, 컨트롤 플레인이 없어 파드를 새로 만들지 못합니다.',
    ]],
    ['eks', 'default/web-0', { zones: [], nodes: ['nosuch'] }, 'running', 'asg-a-a-0', [
      'It was number 1 of 6 in the scheduling queue; 0 pods had a node before it.',
      '6 of the 6 nodes that fit share the highest total, 685. kube-scheduler draws one of them at random; here it is asg-a-a-0.',
    ], [
      '스케줄링 큐 6개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드 6개 중 6개가 685점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 asg-a-a-0입니다.',
    ]],
  ])('%s: %s, lost: %o', async (id, pod, loss, outcome, node, english, korean) => {
    const parsed = parseDesign(await templates.find((each) => each.id === id)?.load());
    if (!parsed.ok) throw new Error(id);
    const [en, ko] = inBoth(parsed.value, pod, loss);
    expect(en).toMatchObject({ outcome, node, sentences: english });
    expect(ko).toMatchObject({ outcome, node, sentences: korean });
  });
});

describe('what happened, then what is said of nodes, by plugin', () => {
  const big = { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '128Mi' } }] };
  const pinnedLow = design({ entities: [instance('one', 'a'), workload('low', 1, { ...big, pins: { 0: 'one' } }), workload('high', 1, { ...big, priority: 10 })] });
  const words = (explanation: Explanation | null | undefined) => [...(explanation?.sentences ?? []), ...new Set(explanation?.nodes.flatMap(({ refusal }) => refusal?.plain ?? []))];
  test.each<readonly [string, Design, string, Explanation['outcome'], readonly string[], readonly string[]]>([
    ['too little left', design({ entities: [group('asg', 'a', 1), workload('web', 2, big)] }), 'default/web-1', 'pending', [
      'It was number 2 of 2 in the scheduling queue; 1 pod had a node before it.',
      'The only node does not suit it.',
      'It requests 1500m of cpu; the node has 305m of 1805m left.',
    ], [
      '스케줄링 큐 2개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      'cpu 1500m 요청, 노드에는 1805m 중 305m 남음.',
    ]],
    ['too small a node', design({ entities: [group('asg', 'a', 1), workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '3', memory: '64Gi' } }] })] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'It requests 3 of cpu; even empty, the node has 1805m.',
      'It requests 64Gi of memory; even empty, the node has 6903Mi.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      'cpu 3 요청, 노드는 비어 있어도 1805m.',
      'memory 64Gi 요청, 노드는 비어 있어도 6903Mi.',
    ]],
    ['no node', design({ entities: [workload('web')] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The cluster has no node.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '클러스터에 노드가 없습니다.',
    ]],
    ['a scheduling gate', design({ entities: [group('asg', 'a', 1), workload('web', 1, { schedulingGates: ['example.com/quota'] })] }), 'default/web-0', 'pending', [
      'It has a scheduling gate, example.com/quota: the scheduler does not look at it until it is gone.',
    ], [
      '스케줄링 게이트(example.com/quota)가 있어서, 없어질 때까지 스케줄러가 살펴보지 않습니다.',
    ]],
    ['nodeSelector', design({ entities: [group('asg', 'a', 1), workload('web', 1, { nodeSelector: { disk: 'ssd' } })] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'The node lacks disk=ssd, which the nodeSelector asks for.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      'nodeSelector가 요구하는 레이블이 노드에 없습니다: disk=ssd.',
    ]],
    ['node affinity', design({ entities: [group('asg', 'a', 1), workload('web', 1, { nodeAffinity: [{ matchExpressions: [{ key: 'disk', operator: 'Exists' }] }] })] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'The node meets none of the required node affinity’s terms.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '필수 노드 어피니티의 어느 조건도 만족하지 않는 노드입니다.',
    ]],
    ['a taint', design({ entities: [group('asg', 'a', 1, { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] }), workload('web')] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'The node is tainted dedicated=db:NoSchedule, which the pod does not tolerate.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '노드의 테인트 dedicated=db:NoSchedule: 파드가 허용하지 않습니다.',
    ]],
    ['a topology spread constraint', design({ entities: [group('asg-a', 'a', 1), group('asg-b', 'b', 1, { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] }), workload('web', 2, { topologySpreadConstraints: overZones })] }), 'default/web-1', 'pending', [
      'It was number 2 of 2 in the scheduling queue; 1 pod had a node before it.',
      'None of the 2 nodes suits it.',
      'ap-northeast-2a has 1 of these pods already and the emptiest zone 0: one more would be a skew of 2, and 1 is allowed.',
      'The node is tainted dedicated=db:NoSchedule, which the pod does not tolerate.',
    ], [
      '스케줄링 큐 2개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '노드 2개 중 어디에도 들어갈 수 없습니다.',
      'ap-northeast-2a에 이미 1개, 가장 적은 영역에 0개가 있습니다. 하나 더 두면 차이가 2인데 1까지만 허용됩니다.',
      '노드의 테인트 dedicated=db:NoSchedule: 파드가 허용하지 않습니다.',
    ]],
    ['anti-affinity', design({ entities: [group('asg', 'a', 1), workload('web', 2, { podAntiAffinity: [{}] })] }), 'default/web-1', 'pending', [
      'It was number 2 of 2 in the scheduling queue; 1 pod had a node before it.',
      'The only node does not suit it.',
      'default/web-0 runs in asg-a-0, and the pod’s anti-affinity does not allow both.',
    ], [
      '스케줄링 큐 2개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      'asg-a-0에 default/web-0 파드가 있고, 이 파드의 안티어피니티가 함께 있는 것을 허용하지 않습니다.',
    ]],
    ['affinity', design({ entities: [group('asg', 'a', 1), workload('web', 1, { podAffinity: [{ labelSelector: { matchLabels: { app: 'cache' } } }] })] }), 'default/web-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'No pod that it must be near runs here.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '가까이 있어야 하는 파드가 여기에 없습니다.',
    ]],
    ['a host port', design({ entities: [group('asg', 'a', 1), workload('web', 2, { containers: [{ name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] }] })] }), 'default/web-1', 'pending', [
      'It was number 2 of 2 in the scheduling queue; 1 pod had a node before it.',
      'The only node does not suit it.',
      'Host port 8080 is taken by another pod on the node.',
    ], [
      '스케줄링 큐 2개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '호스트 포트 8080: 노드의 다른 파드가 쓰고 있습니다.',
    ]],
    ['a StorageClass of other zones', design({ entities: [group('asg', 'a', 1), storageClass('gp3', { allowedZones: ['zone-b'] }), workload('db', 1, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }] })] }), 'default/db-0', 'pending', [
      'It was number 1 of 1 in the scheduling queue; 0 pods had a node before it.',
      'The only node does not suit it.',
      'No volume for claim data-db-0 can be made here: its StorageClass allows ap-northeast-2b only.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '클레임 data-db-0의 볼륨을 여기에 만들 수 없습니다. StorageClass가 허용하는 영역: ap-northeast-2b.',
    ]],
    ['volumes bound before', sampleDesigns['immediate binding'], 'default/db-0', 'running', [
      'It was number 1 of 6 in the scheduling queue; 0 pods had a node before it.',
      'asg-c-0 is the only node that fits, so nothing is scored.',
      'The volume of claim data-db-0 lies in ap-northeast-2c, and an EBS volume cannot leave its zone.',
      'The volume of claim wal-db-0 lies in ap-northeast-2c, and an EBS volume cannot leave its zone.',
      'The node is tainted node-role.kubernetes.io/control-plane:NoSchedule, which the pod does not tolerate.',
    ], [
      '스케줄링 큐 6개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      '들어갈 수 있는 노드가 asg-c-0 하나뿐이라 점수를 매기지 않습니다.',
      '클레임 data-db-0의 볼륨이 ap-northeast-2c에 있습니다. EBS 볼륨은 영역을 옮길 수 없습니다.',
      '클레임 wal-db-0의 볼륨이 ap-northeast-2c에 있습니다. EBS 볼륨은 영역을 옮길 수 없습니다.',
      '노드의 테인트 node-role.kubernetes.io/control-plane:NoSchedule: 파드가 허용하지 않습니다.',
    ]],
    ['ReadWriteOncePod', design({ entities: [group('asg', 'a', 1), storageClass('gp3'), workload('web', 2, { volumes: [{ name: 'data', storageClass: 'sc-gp3', accessMode: 'ReadWriteOncePod' }] })] }), 'default/web-1', 'pending', [
      'It was number 2 of 2 in the scheduling queue; 1 pod had a node before it.',
      'The only node does not suit it.',
      'Another pod uses the volume, and ReadWriteOncePod lets one pod at a time.',
    ], [
      '스케줄링 큐 2개 중 2번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      '다른 파드가 볼륨을 쓰고 있습니다. ReadWriteOncePod는 한 번에 파드 하나만 허용합니다.',
    ]],
    ['preempts another', pinnedLow, 'default/high-0', 'running', [
      'It was number 1 of 1 in the scheduling queue; 1 pod had a node before it.',
      'At first no node had room. It is more important than default/low-0, which had to leave one for it.',
      'one is the only node that fits, so nothing is scored.',
    ], [
      '스케줄링 큐 1개 중 1번째였고, 그 전에 파드 1개가 노드에 배치되었습니다.',
      '처음에는 자리가 있는 노드가 없었습니다. 우선순위가 낮은 default/low-0 파드가 one에서 자리를 내주었습니다.',
      '들어갈 수 있는 노드가 one 하나뿐이라 점수를 매기지 않습니다.',
    ]],
    ['is preempted', pinnedLow, 'default/low-0', 'pending', [
      'It ran on one at first, and had to make room for a more important pod.',
      'The only node does not suit it.',
      'It requests 1500m of cpu; the node has 305m of 1805m left.',
    ], [
      '처음에는 one에서 실행되다가 우선순위가 높은 파드에 자리를 내주었습니다.',
      '하나뿐인 노드에 들어갈 수 없습니다.',
      'cpu 1500m 요청, 노드에는 1805m 중 305m 남음.',
    ]],
    ['a pin', design({ entities: [group('asg', 'ab', 2), workload('web', 1, { pins: { 0: 'asg-b-0' } })] }), 'default/web-0', 'pinned', [
      'It was put on asg-b-0 by hand. The table shows what the scheduler would make of it now, with the other pods where they are.',
    ], [
      '손으로 asg-b-0에 고정했습니다. 표는 다른 파드가 지금 자리에 있을 때 스케줄러가 내릴 판단을 보여 줍니다.',
    ]],
    ['a DaemonSet', design({ entities: [group('asg', 'ab', 2), workload('agent', 1, { type: 'DaemonSet' })] }), 'default/agent-asg-a-0', 'running', [
      'It was number 1 of 2 in the scheduling queue; 0 pods had a node before it.',
      'A DaemonSet makes one pod for each node; this one is for asg-a-0.',
      'The pod is made for another node.',
    ], [
      '스케줄링 큐 2개 중 1번째였고, 그 전에 파드 0개가 노드에 배치되었습니다.',
      'DaemonSet은 노드마다 파드를 하나씩 만들며, 이 파드의 노드는 asg-a-0입니다.',
      '다른 노드를 위해 만든 파드입니다.',
    ]],
  ])('%s', (_name, of, pod, outcome, english, korean) => {
    const [en, ko] = inBoth(of, pod);
    expect(en?.outcome).toBe(outcome);
    expect(words(en)).toEqual(english);
    expect(words(ko)).toEqual(korean);
  });

  test('no such pod, no answer', () => {
    expect(inBoth(design(), 'default/nosuch')).toEqual([null, null]);
  });
});
