import type { TimelineTexts } from './en';

export const timelineKo: TimelineTexts = {
  events: {
    zoneLost: ({ zone }) => `영역 ${zone} 손실: 그 안의 어떤 것도 응답하지 않습니다. Kubernetes와 로드 밸런서는 아직 모르고 계속 요청을 보냅니다.`,
    machineLost: ({ machine }) => `${machine} 손실. Kubernetes와 로드 밸런서는 아직 모르고 계속 요청을 보냅니다.`,
    quorumLost: ({ membersLeft, apiServersLeft }) =>
      `컨트롤 플레인이 멈췄습니다(남은 etcd 멤버 ${membersLeft}개, API 서버 ${apiServersLeft}개). Kubernetes는 더 이상 아무것도 바꾸지 않습니다. 실행 중인 파드는 계속 실행되고, 죽은 엔드포인트는 요청의 몫을 그대로 받아 그 요청이 유실됩니다.`,
    etcdLeaderElected: ({ membersLeft }) => `늦어도 지금은 남은 etcd 멤버 ${membersLeft}개에 리더가 있고 쓰기가 이어집니다.`,
    controllersElected: ({ seconds }) =>
      `늦어도 지금은 다른 컨트롤러 매니저와 스케줄러가 리더입니다. 이전 리더가 죽은 쪽에 있었다면 유예 시간을 처음부터 다시 세므로 이후의 일이 최대 ${seconds}초 늦어집니다.`,
    targetsUnhealthy: ({ loadBalancer, interval, checks }) => `${loadBalancer}: 죽은 대상이 ${interval}초 간격의 상태 확인에 ${checks}번 실패해 더 이상 요청을 받지 않습니다.`,
    dnsUpdated: ({ loadBalancer }) => `${loadBalancer}: DNS가 정상 대상이 있는 주소만 내주고, 클라이언트가 기억하던 다른 주소는 만료되었습니다.`,
    nodeUnknown: ({ node }) => `${node}: 유예 시간 동안 하트비트가 없었습니다. Ready 조건이 Unknown이 되고 unreachable:NoSchedule 테인트가 붙으며 파드가 NotReady로 표시됩니다.`,
    zoneDisrupted: ({ zone, state, notReady, nodes, rate, everywhere }) => {
      const nodesNotReady = `${zone}: 노드 ${nodes}개 중 ${notReady}개가 Ready가 아닙니다(${state}).`;
      if (everywhere) return `${nodesNotReady} Ready 노드가 있는 영역이 없어 컨트롤러가 스스로를 믿지 않고, Ready 노드가 생길 때까지 파드를 축출하지 않습니다.`;
      return rate === 0 ? `${nodesNotReady} 컨트롤러가 네트워크 문제로 보고 파드를 축출하지 않습니다.` : `${nodesNotReady} ${round(1 / rate)}초마다 노드 하나에 NoExecute 테인트가 붙습니다.`;
    },
    endpointsRemoved: ({ service, endpoints }) => `${service}: 죽은 엔드포인트 ${endpoints}개가 제거되었습니다. kube-proxy가 더 이상 그곳으로 요청을 보내지 않습니다.`,
    nodeTainted: ({ node }) => `${node}에 unreachable:NoExecute 테인트가 붙었습니다. 톨러레이션 시간이 끝나면 파드가 축출됩니다.`,
    podEvicted: ({ pod, node, isReplaced }) =>
      isReplaced
        ? `${pod}: ${node}에서 축출되어 그곳에 Terminating으로 남습니다. 컨트롤러가 곧바로 대체 파드를 만듭니다.`
        : `${pod}: ${node}에서 축출되어 Terminating으로 남습니다. StatefulSet은 Node가 삭제될 때까지 같은 이름의 파드를 만들지 않습니다.`,
    podCollected: ({ pod, node, isReplaced }) =>
      isReplaced ? `Node ${node}이(가) 없어져 파드 가비지 수집이 ${pod}을(를) 삭제하고, 컨트롤러가 새로 만듭니다.` : `Node ${node}이(가) 없어져 파드 가비지 수집이 ${pod}을(를) 삭제합니다.`,
    podPreempted: ({ pod, node }) => `${pod}: 더 중요한 파드에 자리를 내주고 ${node}을(를) 떠납니다.`,
    podPending: ({ pod, waitsFor }) => (waitsFor === null ? `${pod}: 맞는 노드가 없어 Pending입니다.` : `${pod}: 안정된 클러스터에서 실행될 ${waitsFor}을(를) 기다립니다. 실제 스케줄러는 남은 노드 중 맞는 것이 있으면 그곳에 배치합니다.`),
    podScheduled: ({ pod, node }) => `${pod}: ${node}에 배치되었습니다.`,
    volumeDetached: ({ pod, node }) => `${pod}의 볼륨이 ${node}에서 강제로 분리되었습니다. 마운트 해제를 확인해 줄 곳이 없었습니다.`,
    podRunning: ({ pod, node }) => `${pod}: ${node}에서 실행되며 Ready입니다.`,
    instancesReplaced: ({ group, lost, launched }) => `${group}: 비정상 인스턴스 ${lost}개를 종료하고 ${launched === 0 ? '대신 시작할 수 있는 것이 없습니다' : `${launched}개를 시작합니다`}.`,
    nodeBooting: ({ node, zone }) => `${node}의 인스턴스가 ${zone}에서 실행되어 부팅 중입니다.`,
    nodeReady: ({ node, zone }) => `${node}: ${zone}에서 합류해 Ready입니다.`,
    nodeCannotJoin: ({ node, zone }) => `${node}의 인스턴스가 ${zone}에서 부팅을 마쳤지만 합류할 컨트롤 플레인이 없습니다.`,
    nodeDeleted: ({ node, byHand }) =>
      byHand ? `누군가 Node ${node}을(를) 삭제합니다. 인스턴스를 종료할 그룹이 없어 다른 무엇도 삭제하지 않습니다.` : `클라우드 컨트롤러가 ${node}의 인스턴스가 종료된 것을 확인하고 Node를 삭제합니다.`,
    autoscalerScans: ({ pods }) => `클러스터 오토스케일러가 스캔하여 노드가 없어 Pending인 파드 ${pods}개를 찾습니다.`,
  },
  timers: {
    nodeLeaseRenewInterval: 'kubelet: 노드 리스 갱신 간격',
    nodeMonitorPeriod: '--node-monitor-period',
    nodeMonitorGracePeriod: '--node-monitor-grace-period',
    endpointPropagation: 'EndpointSlice 컨트롤러와 kube-proxy: 변경이 모든 노드에 닿기까지',
    nodeEvictionRate: '--node-eviction-rate',
    secondaryNodeEvictionRate: '--secondary-node-eviction-rate',
    unhealthyZoneThreshold: '--unhealthy-zone-threshold',
    largeClusterSizeThreshold: '--large-cluster-size-threshold',
    defaultTolerationSeconds: '연결할 수 없는 노드에 대한 tolerationSeconds',
    podGcQuarantine: '파드 가비지 수집: 사라진 노드의 유예',
    podGcPeriod: '파드 가비지 수집: 간격',
    terminationGracePeriod: 'terminationGracePeriodSeconds',
    forceDetach: '연결/분리 컨트롤러: 마운트 해제를 기다리는 시간',
    volumeAttach: 'EBS: 연결과 마운트',
    podStart: '파드: 이미지, 시작, 준비 상태',
    etcdElectionTimeout: 'etcd --election-timeout',
    leaderLeaseDuration: '--leader-elect-lease-duration',
    leaderRetryPeriod: '--leader-elect-retry-period',
    statusCheckInterval: 'EC2 상태 확인: 간격',
    statusCheckFailures: 'EC2 상태 확인: 손상으로 판정되는 실패 횟수',
    groupHealthCheck: 'Auto Scaling: 그룹이 손상된 인스턴스에 조치하기까지',
    instanceTermination: 'EC2: 인스턴스 종료',
    instanceLaunch: 'EC2: 시작해서 실행되기까지',
    instanceBoot: '인스턴스: 부팅해서 kubelet이 등록되기까지',
    nodeJoin: '노드: 네트워크와 DaemonSet이 갖춰져 Ready가 되기까지',
    removalByHand: '그룹이 교체하지 않는 죽은 노드를 누군가 제거하기까지',
    nlbHealthCheckInterval: 'NLB 상태 확인: 간격',
    nlbUnhealthyThreshold: 'NLB 상태 확인: 비정상으로 판정되는 실패 횟수',
    albHealthCheckInterval: 'ALB 상태 확인: 간격',
    albUnhealthyThreshold: 'ALB 상태 확인: 비정상으로 판정되는 실패 횟수',
    clbHealthCheckInterval: 'CLB 상태 확인: 간격',
    clbUnhealthyThreshold: 'CLB 상태 확인: 비정상으로 판정되는 실패 횟수',
    loadBalancerZoneCheck: '로드 밸런서: AWS가 그 영역의 노드가 죽은 것을 알기까지',
    loadBalancerDnsTtl: '로드 밸런서: DNS 이름의 TTL',
    clusterAutoscalerScanInterval: '클러스터 오토스케일러 --scan-interval',
  },
};

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
