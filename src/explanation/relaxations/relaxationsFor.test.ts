import { describe, expect, test } from 'vitest';
import { place } from '../../cluster/place';
import { firstCatalog } from '../../catalog/firstCatalog';
import { applyEdit } from '../../design/edit';
import type { Design } from '../../design/schema';
import { parseDesign } from '../../design/parse';
import { simulateFailure } from '../../evaluate';
import { templates } from '../../templates/templates';
import { design, group, instance, overZones, storageClass, workload } from '../../testing/designs';
import { relaxationsFor } from './relaxationsFor';

const big = { containers: [{ name: 'app', requests: { cpu: '1500m', memory: '128Mi' } }] };
const pinnedLow = design({ entities: [instance('one', 'a'), workload('low', 1, { ...big, pins: { 0: 'one' } }), workload('high', 1, { ...big, priority: 10 })] });
const labels = (of: Design, pod: string) => (['en', 'ko'] as const).map((language) => relaxationsFor(of, firstCatalog, pod, { language }).relaxations.map(({ label }) => label));

describe('what would let a pod run', () => {
  test.each<readonly [string, Design, string, readonly string[], readonly string[]]>([
    ['too little left', design({ entities: [group('asg', 'a', 1), workload('web', 2, big)] }), 'default/web-1', ['web requests 900m of cpu instead of 1500m', 'One node more in asg: desired 2'], ['web의 cpu 요청: 1500m → 900m', 'asg에 노드 1개 추가: desired 2']],
    ['too small a node', design({ entities: [group('asg', 'a', 1), workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '3', memory: '64Gi' } }] })] }), 'default/web-0', ['web requests 1805m of cpu instead of 3, web requests 6903Mi of memory instead of 64Gi'], ['web의 cpu 요청: 3 → 1805m, web의 memory 요청: 64Gi → 6903Mi']],
    ['no node', design({ entities: [workload('web')] }), 'default/web-0', [], []],
    ['a scheduling gate', design({ entities: [group('asg', 'a', 1), workload('web', 1, { schedulingGates: ['example.com/quota'] })] }), 'default/web-0', ['web without its scheduling gates'], ['web의 스케줄링 게이트 제거']],
    ['nodeSelector', design({ entities: [group('asg', 'a', 1), workload('web', 1, { nodeSelector: { disk: 'ssd' } })] }), 'default/web-0', ['web without the nodeSelector disk=ssd'], ['web의 nodeSelector disk=ssd 제거']],
    ['two labels of a nodeSelector', design({ entities: [group('asg', 'a', 1), workload('web', 1, { nodeSelector: { disk: 'ssd', gpu: 'yes' } })] }), 'default/web-0', ['web without the nodeSelector disk=ssd, gpu=yes'], ['web의 nodeSelector disk=ssd, gpu=yes 제거']],
    ['node affinity', design({ entities: [group('asg', 'a', 1), workload('web', 1, { nodeAffinity: [{ matchExpressions: [{ key: 'disk', operator: 'Exists' }] }] })] }), 'default/web-0', ['web prefers its nodes instead of requiring them'], ['web의 노드 어피니티를 필수에서 선호로']],
    ['a taint', design({ entities: [group('asg', 'a', 1, { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] }), workload('web')] }), 'default/web-0', ['web tolerates dedicated=db:NoSchedule'], ['web에 dedicated=db:NoSchedule 톨러레이션 추가']],
    ['a topology spread constraint', design({ entities: [group('asg-a', 'a', 1), group('asg-b', 'b', 1, { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] }), workload('web', 2, { topologySpreadConstraints: overZones })] }), 'default/web-1', ['web may be uneven by 2 over zones (maxSkew)', 'web spreads over zones where it can (ScheduleAnyway)', 'web tolerates dedicated=db:NoSchedule'], ['web의 영역 간 차이를 2까지 허용(maxSkew)', 'web의 영역 분산을 가능한 만큼만(ScheduleAnyway)', 'web에 dedicated=db:NoSchedule 톨러레이션 추가']],
    ['anti-affinity', design({ entities: [group('asg', 'a', 1), workload('web', 2, { podAntiAffinity: [{}] })] }), 'default/web-1', ['web prefers to stay apart by node instead of requiring it', 'One node more in asg: desired 2'], ['web의 파드 안티어피니티(노드 단위)를 필수에서 선호로', 'asg에 노드 1개 추가: desired 2']],
    ['affinity', design({ entities: [group('asg', 'a', 1), workload('web', 1, { podAffinity: [{ labelSelector: { matchLabels: { app: 'cache' } } }] })] }), 'default/web-0', ['web prefers to be near by node instead of requiring it'], ['web의 파드 어피니티(노드 단위)를 필수에서 선호로']],
    ['a host port', design({ entities: [group('asg', 'a', 1), workload('web', 2, { containers: [{ name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] }] })] }), 'default/web-1', ['web without host port 8080', 'One node more in asg: desired 2'], ['web의 호스트 포트 8080 제거', 'asg에 노드 1개 추가: desired 2']],
    ['a StorageClass of other zones', design({ entities: [group('asg', 'a', 1), storageClass('gp3', { allowedZones: ['zone-b'] }), workload('db', 1, { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'sc-gp3' }] })] }), 'default/db-0', ['StorageClass gp3 allows every zone', 'Put the volumes of db on EFS, which every zone reaches'], ['StorageClass gp3: 모든 영역 허용', 'db의 볼륨을 모든 영역에서 쓸 수 있는 EFS로 이동']],
    ['ReadWriteOncePod', design({ entities: [group('asg', 'a', 1), storageClass('gp3'), workload('web', 2, { volumes: [{ name: 'data', storageClass: 'sc-gp3', accessMode: 'ReadWriteOncePod' }] })] }), 'default/web-1', ['The volumes of web are ReadWriteOnce, shared on a node', 'Put the volumes of web on EFS, which every zone reaches'], ['web의 볼륨을 노드에서 함께 쓰는 ReadWriteOnce로', 'web의 볼륨을 모든 영역에서 쓸 수 있는 EFS로 이동']],
    ['is preempted', pinnedLow, 'default/low-0', ['One m6i.large more in ap-northeast-2a', 'low requests 305m of cpu instead of 1500m'], ['ap-northeast-2a에 m6i.large 하나 추가', 'low의 cpu 요청: 1500m → 305m']],
  ])('%s', (_name, of, pod, english, korean) => {
    expect(labels(of, pod)).toEqual([english, korean]);
    const { relaxations } = relaxationsFor(of, firstCatalog, pod);
    for (const { edit, node, resolved } of relaxations) {
      const edited = applyEdit(of, edit);
      const after = edited.ok ? place(edited.value, firstCatalog) : undefined;
      expect(after?.nodeOf.get(pod)).toBe(node);
      expect(place(of, firstCatalog).pending.length - (after?.pending.length ?? 0)).toBe(resolved);
    }
  });

  test('after a loss: the volume of a dead zone', async () => {
    const parsed = parseDesign(await templates.find(({ id }) => id === 'regional-group-ebs')?.load());
    if (!parsed.ok) throw new Error('regional-group-ebs');
    const loss = { zones: ['ap-northeast-2a'], nodes: [] };
    const { relaxations } = relaxationsFor(parsed.value, firstCatalog, 'default/kafka-0', { loss });
    expect(relaxations.map(({ label }) => label)).toEqual(['Put the volumes of kafka on EFS, which every zone reaches']);
    const edited = applyEdit(parsed.value, relaxations[0]?.edit ?? { type: 'all', edits: [] });
    expect(edited.ok && simulateFailure(edited.value, firstCatalog, loss).pending.map(({ pod }) => pod)).toEqual(['default/weekly-report-0']);
  });

  test('after a loss the pods that wait then are counted, and each change is sized as it is before the loss', async () => {
    const parsed = parseDesign(await templates.find(({ id }) => id === 'regional-group-ebs')?.load());
    if (!parsed.ok) throw new Error('regional-group-ebs');
    const [efs] = relaxationsFor(parsed.value, firstCatalog, 'default/kafka-0', { loss: { zones: ['ap-northeast-2a'], nodes: [] } }).relaxations;
    expect(efs).toMatchObject({ pending: { before: 2, after: 1 }, size: { entities: 2, fields: 4, weakens: ['blockStorage'], pods: 3 } });
  });

  test('a pod that runs needs nothing', () => {
    expect(labels(design({ entities: [group('asg', 'a', 1), workload('web')] }), 'default/web-0')).toEqual([[], []]);
  });
});

describe('the size of a change, and the order that it gives', () => {
  const webPort = workload('web', 2, { containers: [{ name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] }] });
  test.each<readonly [string, Design, string, readonly string[], readonly string[]]>([
    ['of as many values what gives up nothing, whatever it costs', design({ entities: [group('asg', 'a', 1, { max: 5 }), workload('web', 2, big)] }), 'default/web-1', [
      '1 value, gives up nothing, +$90.70/mo',
      '1 value, gives up CPU or memory that was reserved, 2 pods made anew, no extra cost',
    ], [
      '값 1개 변경, 포기하는 보장 없음, 월 +$90.70',
      '값 1개 변경, 포기하는 보장: 예약한 CPU나 메모리, 파드 2개 새로 만듦, 추가 비용 없음',
    ]],
    ['fewer values before nothing given up', design({ entities: [group('asg', 'a', 1), webPort] }), 'default/web-1', [
      '1 value, gives up the host port, 2 pods made anew, no extra cost',
      '2 values, gives up nothing, +$90.70/mo',
    ], [
      '값 1개 변경, 포기하는 보장: 호스트 포트, 파드 2개 새로 만듦, 추가 비용 없음',
      '값 2개 변경, 포기하는 보장 없음, 월 +$90.70',
    ]],
    ['fewer entities before fewer values, the least given up first', design({ entities: [group('asg', 'a', 1), storageClass('gp3'), workload('web', 2, { volumes: [{ name: 'data', storageClass: 'sc-gp3', accessMode: 'ReadWriteOncePod' }] })] }), 'default/web-1', [
      '1 value, gives up that only one pod writes, 2 pods made anew, no extra cost',
      '4 values in 2 entities, gives up block storage (EFS is NFS), 2 pods made anew, +$5.69/mo',
    ], [
      '값 1개 변경, 포기하는 보장: 한 파드만 쓰기, 파드 2개 새로 만듦, 추가 비용 없음',
      '항목 2개의 값 4개 변경, 포기하는 보장: 블록 스토리지(EFS는 NFS), 파드 2개 새로 만듦, 월 +$5.69',
    ]],
  ])('%s', (_name, of, pod, english, korean) => {
    const texts = (['en', 'ko'] as const).map((language) => relaxationsFor(of, firstCatalog, pod, { language }).relaxations.map(({ sizeText }) => sizeText));
    expect(texts).toEqual([english, korean]);
  });
});

describe('two changes together, where no single one is enough', () => {
  const zoneAndNode = [...overZones, { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' as const }];
  /** Zone b counts for spreading, but its node stays closed. */
  const closed = group('asg-b', 'b', 1, { taints: [{ key: 'node-role.kubernetes.io/infra', effect: 'NoSchedule' }] });
  test.each<readonly [string, Design, string, readonly string[]]>([
    ['a taint that hides a request', design({ entities: [group('asg', 'a', 1, { taints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }] }), workload('web', 1, { containers: [{ name: 'app', requests: { cpu: '3', memory: '128Mi' } }] })] }), 'default/web-0', [
      'web tolerates dedicated=db:NoSchedule + web requests 1805m of cpu instead of 3',
    ]],
    ['two items of one list', design({ entities: [group('asg-a', 'a', 1, { max: 1 }), closed, workload('web', 2, { topologySpreadConstraints: zoneAndNode })] }), 'default/web-1', [
      'web may be uneven by 2 over zones (maxSkew) + web may be uneven by 2 over nodes (maxSkew)',
      'web may be uneven by 2 over zones (maxSkew) + web spreads over nodes where it can (ScheduleAnyway)',
      'web spreads over zones where it can (ScheduleAnyway) + web may be uneven by 2 over nodes (maxSkew)',
      'web spreads over zones where it can (ScheduleAnyway) + web spreads over nodes where it can (ScheduleAnyway)',
      'web may be uneven by 2 over zones (maxSkew) + One node more in asg-a: desired 2',
      'web spreads over zones where it can (ScheduleAnyway) + One node more in asg-a: desired 2',
    ]],
    ['a host port and a constraint', design({ entities: [group('asg-a', 'a', 1), closed, workload('web', 2, { topologySpreadConstraints: overZones, containers: [{ name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] }] })] }), 'default/web-1', [
      'web without host port 8080 + web may be uneven by 2 over zones (maxSkew)',
      'web without host port 8080 + web spreads over zones where it can (ScheduleAnyway)',
      'One node more in asg-a: desired 2 + web may be uneven by 2 over zones (maxSkew)',
      'One node more in asg-a: desired 2 + web spreads over zones where it can (ScheduleAnyway)',
    ]],
    ['two fields of one container', design({ entities: [group('asg-a', 'a', 1, { max: 1 }), workload('web', 2, { containers: [{ ...big.containers[0], name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] }], nodeSelector: { 'kubernetes.io/hostname': 'asg-a-a-0' } })] }), 'default/web-1', [
      'web without host port 8080 + web requests 900m of cpu instead of 1500m',
      'One node more in asg-a: desired 2 + web without the nodeSelector kubernetes.io/hostname=asg-a-a-0',
    ]],
  ])('%s', (_name, of, pod, english) => {
    const { relaxations, isComplete } = relaxationsFor(of, firstCatalog, pod);
    expect(relaxations.map(({ label }) => label)).toEqual(english);
    expect(isComplete).toBe(true);
    for (const { edit, node } of relaxations) {
      const nodeAfter = (edited: ReturnType<typeof applyEdit>) => (edited.ok ? place(edited.value, firstCatalog).nodeOf.get(pod) : 'refused');
      expect(nodeAfter(applyEdit(of, edit))).toBe(node);
      const [first] = edit.type === 'all' ? edit.edits : [];
      expect(first && nodeAfter(applyEdit(of, first))).toBeUndefined();
    }
  });

  test('the work is bounded, and what was not tried is said', { timeout: 30_000 }, () => {
    const away = Array.from({ length: 18 }, (_, i) => workload(`w${i}`, 1, { priority: 10, containers: [{ name: 'app' }], podAntiAffinity: [{ labelSelector: { matchLabels: { app: 'last' } }, topologyKey: 'topology.kubernetes.io/zone' }] }));
    const of = design({ entities: [group('asg', 'a', 1), ...away, workload('last')] });
    expect(relaxationsFor(of, firstCatalog, 'default/last-0')).toEqual({ relaxations: [], isComplete: false });
  });
});
