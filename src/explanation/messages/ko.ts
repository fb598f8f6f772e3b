import { dollars } from './dollars';
import type { Messages } from './en';

/** 배치 설명의 한국어 문구. 이유마다 함수 하나. */
export const ko: Messages = {
  plugins: {
    SchedulingGates: { refuses: '파드에 스케줄링 게이트가 있습니다.', scores: '' },
    NodeUnschedulable: { refuses: '노드가 cordon 상태입니다.', scores: '' },
    NodeName: { refuses: '파드가 다른 노드를 지정합니다.', scores: '' },
    TaintToleration: { refuses: '노드에 파드가 허용하지 않는 테인트가 있습니다.', scores: '되도록 피하라는 테인트가 없는 노드' },
    NodeAffinity: { refuses: '노드 레이블이 파드가 요구하는 것과 다릅니다.', scores: '파드가 선호하는 레이블이 있는 노드' },
    NodePorts: { refuses: '파드에 필요한 호스트 포트를 노드에서 이미 쓰고 있습니다.', scores: '' },
    NodeResourcesFit: { refuses: '파드가 요청하는 만큼 노드에 여유가 없습니다.', scores: 'CPU와 메모리가 가장 많이 남은 노드' },
    VolumeRestrictions: { refuses: '파드의 볼륨을 다른 파드가 쓰고 있고 함께 쓸 수 없습니다.', scores: '' },
    NodeVolumeLimits: { refuses: '노드에 볼륨을 더 연결할 수 없습니다.', scores: '' },
    VolumeBinding: { refuses: '파드의 볼륨이 노드가 있는 곳에 없고 만들 수도 없습니다.', scores: '' },
    VolumeZone: { refuses: '파드의 볼륨이 다른 영역에 있습니다.', scores: '' },
    PodTopologySpread: { refuses: '여기에 하나 더 두면 분산 제약이 허용하는 것보다 치우칩니다.', scores: '같은 파드가 적은 영역과 노드' },
    InterPodAffinity: { refuses: '어떤 파드와 함께 있을 수 있는지 정한 규칙에 어긋납니다.', scores: '함께 있고 싶은 파드와 가깝고 다른 파드와 먼 노드' },
    NodeResourcesBalancedAllocation: { refuses: '', scores: 'CPU와 메모리를 고르게 쓰게 되는 노드' },
    ImageLocality: { refuses: '', scores: '컨테이너 이미지가 이미 있는 노드' },
  },
  outcome: {
    queue: ({ position, pods, placed }) => `스케줄링 큐 ${pods}개 중 ${position}번째였고, 그 전에 파드 ${placed}개가 노드에 배치되었습니다.`,
    highest: ({ node, total, fitting }) => `들어갈 수 있는 노드 ${fitting}개 중 ${node}의 합계가 ${total}점으로 가장 높습니다.`,
    drawn: ({ node, total, best, fitting }) =>
      `들어갈 수 있는 노드 ${fitting}개 중 ${best}개가 ${total}점으로 공동 1위입니다. kube-scheduler는 그중 하나를 무작위로 뽑으며, 여기서는 ${node}입니다.`,
    onlyOne: ({ node }) => `들어갈 수 있는 노드가 ${node} 하나뿐이라 점수를 매기지 않습니다.`,
    daemon: ({ node }) => `DaemonSet은 노드마다 파드를 하나씩 만들며, 이 파드의 노드는 ${node}입니다.`,
    sampled: ({ looked, nodes }) => `노드가 많으면 kube-scheduler는 충분한 수를 찾는 대로 멈춥니다. 노드 ${nodes}개 중 ${looked}개를 살펴보았습니다.`,
    pinned: ({ node }) => `손으로 ${node}에 고정했습니다. 표는 다른 파드가 지금 자리에 있을 때 스케줄러가 내릴 판단을 보여 줍니다.`,
    noneFits: ({ nodes }) => (nodes === 1 ? '하나뿐인 노드에 들어갈 수 없습니다.' : `노드 ${nodes}개 중 어디에도 들어갈 수 없습니다.`),
    noNodes: () => '클러스터에 노드가 없습니다.',
    gated: ({ gates }) => `스케줄링 게이트(${gates.join(', ')})가 있어서, 없어질 때까지 스케줄러가 살펴보지 않습니다.`,
    preempted: ({ victims, node }) => `처음에는 자리가 있는 노드가 없었습니다. 우선순위가 낮은 ${some(victims)} 파드가 ${node}에서 자리를 내주었습니다.`,
    evicted: ({ node }) => `처음에는 ${node}에서 실행되다가 우선순위가 높은 파드에 자리를 내주었습니다.`,
    moved: ({ node }) => `${node} 노드가 그 위의 파드와 함께 사라져, 파드를 새로 만들어 다시 큐에 넣었습니다.`,
    unchanged: ({ node }) => `장애의 영향을 받지 않고 ${node}에서 그대로 실행됩니다.`,
    frozen: ({ node }) => `컨트롤 플레인이 멈춰 Kubernetes가 아무것도 바꾸지 않습니다. 파드는 ${node}에서 그대로 실행됩니다.`,
    lostFrozen: ({ node }) => `${node} 노드가 사라졌고, 컨트롤 플레인이 없어 파드를 새로 만들지 못합니다.`,
    lostDaemon: ({ node }) => `${node} 노드를 위해 만든 파드인데 그 노드가 사라졌습니다. DaemonSet은 다른 곳에 대신 만들지 않습니다.`,
    waitsFrozen: () => '컨트롤 플레인이 멈춰 스케줄러가 살펴보지 않으므로 계속 기다립니다.',
  },
  reasons: {
    short: ({ resource, requested, left, allocatable }) => `${resource} ${requested} 요청, 노드에는 ${allocatable} 중 ${left} 남음.`,
    tooSmall: ({ resource, requested, allocatable }) => `${resource} ${requested} 요청, 노드는 비어 있어도 ${allocatable}.`,
    tooManyPods: ({ pods, most }) => `노드에서 파드 ${pods}개가 실행 중이고 최대 ${most}개입니다.`,
    taint: ({ taint }) => `노드의 테인트 ${taint}: 파드가 허용하지 않습니다.`,
    nodeSelector: ({ wanted }) => `nodeSelector가 요구하는 레이블이 노드에 없습니다: ${some(wanted)}.`,
    nodeAffinity: () => '필수 노드 어피니티의 어느 조건도 만족하지 않는 노드입니다.',
    otherNode: () => '다른 노드를 위해 만든 파드입니다.',
    cordoned: () => '노드가 cordon(스케줄링 불가) 상태입니다.',
    hostPorts: ({ ports }) => `호스트 포트 ${some(ports)}: 노드의 다른 파드가 쓰고 있습니다.`,
    volumeLimit: ({ most }) => (most === null ? '노드에 볼륨을 더 연결할 수 없습니다.' : `노드에 연결할 수 있는 볼륨은 ${most}개이고, 이 파드의 볼륨을 더하면 넘칩니다.`),
    volumeElsewhere: ({ claim, zones }) => `클레임 ${claim}의 볼륨이 ${zones.length === 0 ? '다른 영역' : some(zones)}에 있습니다. EBS 볼륨은 영역을 옮길 수 없습니다.`,
    volumeNotAllowed: ({ claim, zones }) => `클레임 ${claim}의 볼륨을 여기에 만들 수 없습니다${zones.length === 0 ? '' : `. StorageClass가 허용하는 영역: ${some(zones)}`}.`,
    volumeUnbound: () => 'StorageClass가 파드를 배치하기 전에 볼륨을 바인딩하는데(Immediate) 아직 바인딩되지 않았습니다.',
    readWriteOncePod: () => '다른 파드가 볼륨을 쓰고 있습니다. ReadWriteOncePod는 한 번에 파드 하나만 허용합니다.',
    spread: ({ domain, key, here, least, maxSkew }) =>
      `${domain}에 이미 ${here}개, 가장 적은 ${domainWord(key)}에 ${least}개가 있습니다. 하나 더 두면 차이가 ${here + 1 - least}인데 ${maxSkew}까지만 허용됩니다.`,
    spreadDomains: ({ key, minDomains }) => `참여하는 ${domainWord(key)}${key === ZONE ? '이' : '가'} ${minDomains}개보다 적어(minDomains) 빈 곳이 하나 더 있는 것으로 셉니다.`,
    spreadLabel: ({ key }) => `분산 제약의 기준인 레이블 ${key}: 노드에 없습니다.`,
    antiAffinity: ({ other, domain }) => `${domain}에 ${other} 파드가 있고, 이 파드의 안티어피니티가 함께 있는 것을 허용하지 않습니다.`,
    antiAffinityOfOther: ({ other, domain }) => `${domain}의 ${other} 파드가 이런 파드를 피하는 안티어피니티를 갖고 있습니다.`,
    affinity: () => '가까이 있어야 하는 파드가 여기에 없습니다.',
  },
  relaxations: {
    nodes: ({ group, count, desired }) => `${group}에 노드 ${count}개 추가: desired ${desired}`,
    instance: ({ zone, type }) => `${zone}에 ${type} 하나 추가`,
    request: ({ workload, resource, to, before }) => `${workload}의 ${resource} 요청: ${before} → ${to}`,
    toleration: ({ workload, taint }) => `${workload}에 ${taint} 톨러레이션 추가`,
    nodeSelector: ({ workload, label }) => `${workload}의 nodeSelector ${label} 제거`,
    nodeAffinity: ({ workload }) => `${workload}의 노드 어피니티를 필수에서 선호로`,
    maxSkew: ({ workload, key, maxSkew }) => `${workload}의 ${domainWord(key)} 간 차이를 ${maxSkew}까지 허용(maxSkew)`,
    scheduleAnyway: ({ workload, key }) => `${workload}의 ${domainWord(key)} 분산을 가능한 만큼만(ScheduleAnyway)`,
    antiAffinity: ({ workload, key }) => `${workload}의 파드 안티어피니티(${domainWord(key)} 단위)를 필수에서 선호로`,
    affinity: ({ workload, key }) => `${workload}의 파드 어피니티(${domainWord(key)} 단위)를 필수에서 선호로`,
    hostPort: ({ workload, ports }) => `${workload}의 호스트 포트 ${some(ports)} 제거`,
    waitForFirstConsumer: ({ storageClass }) => `StorageClass ${storageClass}: 파드를 기다려 바인딩(WaitForFirstConsumer)`,
    allowedZones: ({ storageClass }) => `StorageClass ${storageClass}: 모든 영역 허용`,
    efs: ({ workload }) => `${workload}의 볼륨을 모든 영역에서 쓸 수 있는 EFS로 이동`,
    accessMode: ({ workload }) => `${workload}의 볼륨을 노드에서 함께 쓰는 ReadWriteOnce로`,
    gates: ({ workload }) => `${workload}의 스케줄링 게이트 제거`,
  },
  guarantees: {
    requests: '예약한 CPU나 메모리',
    volumeZones: '볼륨의 영역 지정',
    nodeChoice: '노드 지정',
    together: '파드끼리 가까이 있음',
    evenness: '고른 분산의 일부',
    spread: '분산 보장',
    apart: '파드끼리 떨어져 있음',
    reserved: '테인트로 비워 둔 노드',
    blockStorage: '블록 스토리지(EFS는 NFS)',
    singleWriter: '한 파드만 쓰기',
    hostPort: '호스트 포트',
    gates: '스케줄링 게이트',
  },
  size: ({ entities, fields, weakens, pods, monthly }) =>
    [
      `${entities === 1 ? '' : `항목 ${entities}개의 `}값 ${fields}개 변경`,
      weakens.length === 0 ? '포기하는 보장 없음' : `포기하는 보장: ${some([...new Set(weakens)].map((each) => ko.guarantees[each]))}`,
      ...(pods === 0 ? [] : [`파드 ${pods}개 새로 만듦`]),
      monthly === 0 ? '추가 비용 없음' : `월 ${dollars(monthly)}`,
    ].join(', '),
};

const ZONE = 'topology.kubernetes.io/zone';

function domainWord(key: string): string {
  if (key === ZONE) return '영역';
  return key === 'kubernetes.io/hostname' ? '노드' : key;
}

/** 셋까지 쓰고 나머지는 수로. */
function some(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} 외 ${names.length - 3}개` : names.join(', ');
}
