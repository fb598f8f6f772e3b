import type { Messages } from './en';

/** 발견 사항과 수정 제안의 한국어 문구. 코드마다 함수 하나. */
export const ko: Messages = {
  findings: {
    noEtcdMember: () => '투표권이 있는 etcd 멤버가 없습니다. 스케줄링도, 스케일링도, 복구도 할 컨트롤 플레인이 없는 상태입니다.',
    controlPlaneOneZone: ({ members, zone }) =>
      `${members === 1 ? '하나뿐인 etcd 멤버가' : `etcd 멤버 ${members}개가 모두`} ${zone}에 있습니다. 이 영역을 잃으면 다른 곳에 무엇이 살아 있든 쿼럼을 잃습니다.`,
    etcdOneMember: () => 'etcd 멤버가 하나뿐이라 그 머신을 잃으면 컨트롤 플레인도 잃습니다. 영역 셋에 멤버 셋을 두면 장애 하나를 견딥니다.',
    etcdTwoMembers: () => 'etcd 멤버 둘은 서로가 있어야만 합니다. 쿼럼이 2개 중 2개라 멤버 하나일 때처럼 장애를 하나도 견디지 못하고, 고장 날 머신만 하나 더 늘어납니다.',
    etcdZoneMajority: ({ zones, left, members, size, twoZones }) =>
      `${losing(zones)} etcd 멤버 ${members}개 중 ${left}개만 남고, 쿼럼에는 ${size}개가 필요합니다.` +
      (twoZones ? ' 영역이 둘이면 더 큰 절반을 잃었을 때 결코 견딜 수 없습니다.' : ''),
    etcdEvenMembers: ({ members, size, tolerates }) =>
      `etcd 멤버 ${members}개는 쿼럼에 ${size}개가 필요해 장애 ${tolerates}개를 견딥니다. ${members - 1}개일 때와 다를 것이 없습니다.`,
    etcdMoreThanFive: ({ members }) =>
      `etcd 멤버가 ${members}개입니다. 쓰기마다 과반수를 기다려야 하며, etcd는 5개를 권장합니다` + (members > 7 ? '(최대 7개).' : '.'),
    etcdLearner: ({ learners, members }) => `러너 ${learners}개는 로그만 받고 투표권이 없습니다. 쿼럼에는 멤버 ${members}개만 셉니다.`,
    apiServerOneZone: ({ zones }) => `${losing(zones)} etcd 쿼럼은 남지만 API 서버가 하나도 남지 않아 스케줄링도 복구도 할 수 없습니다.`,
    noApiServer: () => 'etcd 멤버는 있지만 그 앞에 API 서버가 없습니다. 컨트롤 플레인 노드를 추가하십시오.',
    workloadZoneLoss: ({ workload, zones, frozen }) =>
      `${losing(zones)} ${workload} 워크로드가 중단됩니다. ` +
      (frozen ? '실행 중인 파드가 없고, 쿼럼이 없어 새로 배치되지도 않습니다.' : '모두 안정된 뒤에도 실행 중인 파드가 없습니다.'),
    workloadZoneDegraded: ({ workload, zones, after, needed }) =>
      `${losing(zones)} ${workload} 워크로드에 필요한 파드 ${needed}개 중 ${after}개만 남습니다.`,
    podsPending: ({ workload, pending, reason }) => `${workload} 파드 ${pending}개가 Pending 상태입니다: ${reason}`,
    capacityNMinusOne: ({ zones, pods, zone }) =>
      `${losing(zones)} 남은 노드로는 용량이 모자랍니다. ${zone} 없이는 파드 ${pods}개가 자리가 없어 Pending으로 남습니다.`,
    serviceOnOneNode: ({ service, pods, node }) =>
      `${service} Service의 파드 ${pods}개가 모두 ${node} 노드에 있습니다. 이 노드가 죽으면 파드가 다시 배치될 때까지 Service가 응답하지 못합니다.`,
    noAntiAffinity: ({ workload, replicas }) =>
      `${workload} 워크로드에는 레플리카 ${replicas}개를 떼어 놓는 규칙이 스케줄러의 느슨한 기본값뿐입니다. 여럿이 같은 노드나 같은 영역에 놓일 수 있습니다.`,
    singleReplica: ({ workload }) =>
      `Service 뒤의 ${workload} 레플리카가 하나입니다. 그 노드가 죽을 때마다 다시 배치될 때까지 모든 요청이 유실됩니다.`,
    regionalGroupZonalVolume: ({ group, zones, workloads }) =>
      `${group} 그룹은 ${zones.join(', ')}에 걸쳐 있는데, ${workloads.join(', ')}의 EBS 볼륨은 파드가 배치되기 전에 어느 한 영역에 만들어집니다. 그 영역에 노드를 달라고 그룹에 요청할 방법이 없습니다.`,
    regionalGroupBoundVolume: ({ group, workloads }) =>
      `${workloads.join(', ')}의 EBS 볼륨은 한번 바인딩되면 파드를 한 영역에 묶는데, ${group} 그룹은 여러 영역에 걸쳐 있습니다. 오토스케일러가 볼륨이 있는 영역을 지정해 노드를 요청할 수 없습니다.`,
    immediateBinding: ({ storageClass }) =>
      `${storageClass} StorageClass는 스케줄러가 노드를 고르기 전에 EBS 볼륨을 만듭니다. 파드가 들어갈 수 없는 영역에 볼륨이 생길 수 있습니다.`,
    sharedZonalVolume: ({ workload, replicas }) =>
      `${workload} Deployment의 레플리카 ${replicas}개가 EBS 클레임 하나를 함께 씁니다. 한 영역에 묶이고, 볼륨은 한 번에 노드 하나에만 연결됩니다.`,
    volumeTiesPods: ({ workload }) =>
      `EBS 볼륨은 한 영역에만 있습니다. 그 영역을 잃으면 거기서 볼륨을 쓰던 ${workload} 파드는 영역이 돌아올 때까지 Pending으로 남습니다.`,
    instanceWithoutGroup: ({ instances }) =>
      `Auto Scaling 그룹에 속하지 않은 인스턴스: ${instances.join(', ')}. 장애가 나도 교체되지 않고 스케일링도 되지 않습니다.`,
    autoscalerWithoutTemplate: ({ group, type }) =>
      `${group} 그룹에는 본뜰 인스턴스가 없고 Cluster Autoscaler는 인스턴스 유형 ${type}을(를) 모릅니다. 이런 그룹이 하나라도 있으면 클러스터의 스케일 업이 모두 멈춥니다("No node info for: ${group}").`,
    autoscalerOverOrders: ({ workloads }) =>
      `${workloads.join(', ')}: 영역에는 DoNotSchedule로, 호스트 이름으로도 분산합니다. Cluster Autoscaler가 이미 있는 노드를 새 노드로 세어 노드를 하나 더 요청할 수 있습니다.`,
    nodeGroupsNotSimilar: ({ groups, labels }) =>
      `balance-similar-node-groups가 켜져 있지만 ${groups.join(', ')} 그룹은 균형을 맞추지 않습니다. 노드의 레이블 ${labels.join(', ')}이(가) 다릅니다. --balancing-ignore-label을 쓰면 비슷한 그룹이 됩니다.`,
    autoscalerStopsWithZone: ({ zone, nodes, all }) =>
      `${zone}에 노드 ${all}개 중 ${nodes}개가 있습니다. Ready가 아닌 노드가 3개를 넘고 전체의 45%를 넘는 동안 Cluster Autoscaler는 다른 영역에서도 아무것도 늘리지 않습니다.`,
    deschedulerEndless: ({ pods, minutes }) =>
      `Descheduler가 끝없이 움직입니다. ${minutes}분마다 파드를 축출하지만(지금까지 ${pods}개) 스케줄러가 전략이 원하지 않는 곳에 되돌려 놓습니다.`,
    azRebalanceWithAutoscaler: ({ groups }) =>
      `${groups.join(', ')}의 AZRebalance는 드레인 없이 인스턴스를 종료하며, Cluster Autoscaler는 이를 미리 알 수 없습니다.`,
    balancedOnlyZoneLoss: ({ group, zone, lost, of }) =>
      `${group} 그룹은 balanced-only입니다. ${losing([zone])} 인스턴스 ${of}개 중 ${lost}개가 사라지고, AWS는 다른 영역에 대신 띄우지 않습니다.`,
    rebalanceUndoesHandSet: ({ group, byZone, moved }) =>
      `${group} 그룹의 인스턴스 수는 직접 지정한 값인데(${byZone.join(', ')}) AZRebalance가 켜져 있습니다. AWS가 영역별 수를 고르게 맞추면서 ${moved}개를 드레인 없이 종료하게 됩니다.`,
    groupsAtMax: ({ zones, groups, pods }) =>
      `${losing(zones)} 파드 최대 ${pods}개가 자리를 잃고, Cluster Autoscaler도 도울 수 없습니다. 최대 크기에 이른 그룹: ${groups.join(', ')}.`,
    trafficDropped: ({ service, dropped }) => `${service} Service로 가는 요청의 ${percent(dropped)}가 엔드포인트를 찾지 못합니다.`,
    topologyKeysNoEndpoint: ({ service, dropped, keys }) =>
      `${service} Service로 가는 요청의 ${percent(dropped)}가 엔드포인트를 찾지 못합니다. ${keys.join(', ')} 중 일치하는 것이 없고 마지막 키가 "*"도 아닙니다.`,
    topologyKeysRemoved: ({ service, version }) =>
      version === '1.21'
        ? `${service} Service의 topologyKeys는 Kubernetes 1.22에서 제거되었습니다. 지금은 trafficDistribution이 그 일을 합니다.`
        : `Kubernetes ${version}에는 topologyKeys가 없어 ${service} Service는 이 설정 없이 라우팅됩니다. trafficDistribution을 쓰십시오.`,
    hintsNotApplied: ({ service, reason }) => `${service} Service는 토폴로지 인지 라우팅을 요청하지만 힌트를 받지 못합니다: ${reason}.`,
    trafficDistributionVersion: ({ service, value, version, since }) =>
      `${service} Service의 trafficDistribution ${value}: Kubernetes ${since}부터 기본으로 켜져 있고 ${version}에는 없습니다.`,
    nearbyTrafficSkew: ({ service, skew, pod, share }) =>
      `${service} Service는 트래픽을 가까운 곳에 둡니다. 파드 ${pod}에 요청의 ${percent(share)}가 몰려 평균의 ${decimal(skew)}배입니다.`,
    localPolicySkew: ({ service, skew, largest }) =>
      `externalTrafficPolicy Local은 ${service} Service의 요청을 노드 단위로 나누는데 노드마다 파드 수가 다릅니다. 파드 하나에 ${percent(largest)}가 몰려 평균의 ${decimal(skew)}배입니다.`,
    serviceWithoutPods: ({ service, empty }) =>
      empty ? `${service} Service에 셀렉터가 없어 엔드포인트도 없습니다.` : `${service} Service의 셀렉터와 레이블이 일치하는 워크로드가 네임스페이스에 없습니다.`,
    istioFailoverInactive: () => '이상값 감지(outlier detection)가 없으면 Istio의 지역 장애 조치는 동작하지 않습니다. 트래픽이 모든 영역으로 갑니다.',
    istioRuleRejected: ({ reason }) => `istiod가 DestinationRule을 거부합니다: ${reason}. 사이드카는 규칙이 없을 때처럼 요청을 나눕니다.`,
    istioDistributeBlocksFailover: ({ from, to }) => `Istio는 ${from}의 요청을 ${to}로만 보냅니다. distribute는 장애 조치를 하지 않으므로 그곳에 엔드포인트가 없으면 503으로 응답합니다.`,
    istioNeverEjects: ({ services }) =>
      `이상값 감지(outlier detection)가 ${services.join(', ')} Service의 엔드포인트를 하나도 내보내지 못합니다. Envoy는 최대 10 %만 내보내는데 엔드포인트가 10개보다 적으면 0개입니다. maxEjectionPercent를 설정하십시오.`,
    istioNotReadyCounted: ({ service, zone, endpoints, keeps }) =>
      `Istio 1.31부터는 준비되지 않은 파드도 셉니다. ${zone}에 있는 ${service}의 엔드포인트 ${endpoints}개 중 하나만 준비되면 그것이 영역 요청의 ${keeps} %를 맡고 나머지는 영역을 떠납니다. 1.30까지는 모두 그것이 받았습니다.`,
    loadBalancerOneZone: ({ loadBalancer, zone, alb }) =>
      `${loadBalancer} 로드 밸런서가 ${zone}에서만 활성화되어 있습니다. 이 영역을 잃으면 클라이언트가 끊깁니다.` + (alb ? ' ALB에는 영역이 둘 이상 필요합니다.' : ''),
    loadBalancerZoneSkew: ({ loadBalancer, skew, largest }) =>
      `${loadBalancer} 로드 밸런서는 영역마다 똑같이 나누는데 영역마다 파드 수가 다릅니다. 파드 하나에 ${percent(largest)}가 몰려 평균의 ${decimal(skew)}배입니다.`,
    loadBalancerZoneNotEnabled: ({ loadBalancer, zones }) =>
      `${loadBalancer} 로드 밸런서가 ${zones.join(', ')}에서 활성화되지 않아 그곳의 대상은 트래픽을 받지 못합니다.`,
    loadBalancerZoneWithoutTargets: ({ loadBalancer, zones }) =>
      `${loadBalancer} 로드 밸런서는 ${zones.join(', ')}에 대상이 없고 교차 영역 로드 밸런싱도 꺼져 있어 DNS에서 그 영역이 빠집니다.`,
    singleNat: ({ zones }) => `NAT 게이트웨이 하나를 영역 ${zones}개가 함께 씁니다. 그 영역을 잃으면 모두 인터넷이 끊기고, 평소에도 트래픽이 영역을 넘습니다.`,
    noNat: ({ workloads }) => `${workloads.join(', ')}: 인터넷을 호출하지만 프라이빗 서브넷에 NAT 게이트웨이가 없습니다.`,
    databaseOneZone: ({ database, zone }) => `${database} 데이터베이스가 ${zone}에만 있습니다. 이 영역을 잃으면 복원할 때까지 쓸 수 없습니다.`,
    fileSystemOneZone: ({ fileSystem, zone }) =>
      `${fileSystem} 파일 시스템은 ${zone}의 EFS One Zone입니다. 이 영역을 잃으면 모든 영역의 파드가 쓸 수 없게 됩니다.`,
    mountTargetMissing: ({ fileSystem, zones }) =>
      `${fileSystem} 파일 시스템은 ${zones.join(', ')}에 탑재 대상이 없습니다. 그곳의 파드는 다른 영역을 거쳐 탑재하므로 비용이 들고, 그 영역과 함께 장애를 겪습니다.`,
    subnetAddresses: ({ zone, needs, has, lost }) =>
      `${zone}의 프라이빗 서브넷 주소는 ${has}개인데 ${lost === null ? '' : `${lost} 영역을 잃은 뒤에는 `}노드와 파드가 ${needs}개를 씁니다(노드마다 예비 네트워크 인터페이스 하나를 두는 VPC CNI 기준).`,
    subnetsDoNotFit: ({ vpc, privatePrefix, publicPrefix }) =>
      `요청한 크기의 서브넷이 VPC에 들어가지 않습니다. 내보낼 때 쓰는 크기: VPC ${vpc}, 프라이빗 /${privatePrefix}, 퍼블릭 /${publicPrefix}.`,
    pdbBlocksEviction: ({ workload, replicas }) =>
      `${workload} 워크로드의 PodDisruptionBudget이 레플리카 ${replicas}개 모두 정상이기를 요구합니다. 노드 드레인이 멈추고 업그레이드도 멈춥니다.`,
    statefulSetWithoutPdb: ({ workload }) => `${workload} StatefulSet에 PodDisruptionBudget이 없습니다. 드레인 한 번에 여러 멤버가 축출될 수 있습니다.`,
    noRequests: ({ workload }) =>
      `${workload} 컨테이너에 CPU나 메모리 요청량이 없습니다. 스케줄러는 이를 0으로 세므로 노드가 감당할 수 있는 것보다 많이 찹니다.`,
    zoneNotInRegion: ({ zone, region, letters }) => `${region} 리전에는 ${zone} 영역이 없습니다. 있는 영역: ${letters.join(', ')}.`,
    unknownInstanceType: ({ type, region, known }) =>
      known
        ? `${region} 리전의 ${type} 가격이 없어 합계에서 빠집니다. 리전에서 제공하지 않는 유형일 수 있습니다.`
        : `카탈로그에 없는 인스턴스 유형: ${type}. 가격 없이 2 vCPU, 8 GiB, 파드 29개로 계산합니다.`,
    eksVersionSupport: ({ version, ended, unsupported }) =>
      unsupported
        ? `EKS의 Kubernetes ${version} 연장 지원이 ${ended}에 끝났습니다. AWS가 클러스터를 자동으로 업그레이드합니다.`
        : `EKS의 Kubernetes ${version} 표준 지원이 ${ended}에 끝났습니다. 실제로는 연장 지원 가격이 청구되지만 이 설계는 표준 가격으로 계산합니다.`,
    spotShare: ({ group, share }) =>
      `${group} 그룹의 기본 용량을 넘는 부분 중 ${percent(share)}가 스팟입니다. AWS는 2분 전에 알리고 회수하며, 한 영역의 같은 유형을 한꺼번에 회수하기도 합니다.`,
    teachingVersion: () => 'Kubernetes 1.21은 topologyKeys를 가르치기 위한 것입니다. 파드 스케줄링은 1.34의 규칙을 따릅니다.',
    addonNotSimulated: ({ names }) =>
      `판정은 그려진 레플리카 수에 대한 것입니다. 이 트래픽에서 ${names.join(', ')}가 어떻게 바꾸는지는 확장 패널(명령줄: hpa)에 있습니다.`,
  },
  fixes: {
    addControlPlane: ({ zones }) => `영역 ${zones}개에 컨트롤 플레인 노드 3개 추가`,
    useEks: () => '컨트롤 플레인을 EKS에 맡기기',
    spreadMembers: ({ zones }) => `멤버를 영역 ${zones}개에 나누어 두기`,
    addMember: ({ zone }) => `${zone}에 멤버 추가`,
    removeMembers: ({ ids }) => `${ids.join(', ')} 제거`,
    promoteLearners: () => '러너에 투표권 주기',
    addApiServer: ({ zone }) => `${zone}에 API 서버 추가`,
    spreadOverZones: ({ workload }) => `${workload} 파드를 영역에 고르게 분산`,
    spreadOverNodes: ({ workload }) => `${workload} 파드를 노드에 고르게 분산`,
    setReplicas: ({ workload, replicas }) => `${workload} 레플리카를 ${replicas}개로`,
    oneMoreEach: ({ groups }) => (groups === 1 ? '그룹의 영역마다 인스턴스 하나 추가' : '모든 그룹의 영역마다 인스턴스 하나 추가'),
    headroom: ({ groups }) => `임의의 한 영역 손실에 필요한 만큼 인스턴스 두기: ${groups.map(({ id, before, after }) => `${id} ${before} → ${after}`).join(', ')}`,
    zonalGroups: ({ group, count }) => `${group} 그룹을 영역별 그룹 ${count}개로 나누기`,
    waitForFirstConsumer: ({ storageClass }) => `${storageClass} 볼륨을 파드가 배치될 때 바인딩(WaitForFirstConsumer)`,
    moveToEfs: ({ workload }) => `${workload} 데이터를 EFS에 두기`,
    useStatefulSet: ({ workload }) => `${workload} 워크로드를 레플리카마다 볼륨이 있는 StatefulSet으로 바꾸기`,
    intoGroups: ({ count }) => `Auto Scaling 그룹 ${count}개로 바꾸기`,
    bestEffort: ({ group }) => `한 영역에서 실패하면 ${group} 인스턴스를 다른 영역에 띄우기(balanced-best-effort)`,
    raiseMax: ({ groups }) => (groups === 1 ? '그룹의 최대 크기를 절반만큼 늘리기' : '그룹들의 최대 크기를 절반만큼 늘리기'),
    suspendAzRebalance: () => 'AZRebalance 일시 중단',
    maxUnavailableOne: ({ workload }) => `${workload} 파드 하나까지 사용 불가 허용`,
    crossZoneOn: ({ loadBalancer }) => `${loadBalancer}의 교차 영역 로드 밸런싱 켜기`,
    useClusterPolicy: ({ service }) => `${service}에 externalTrafficPolicy Cluster 사용(소스 IP는 유지되지 않음)`,
    preferSameZone: ({ service, trafficDistribution }) => `${service}에 trafficDistribution ${trafficDistribution} 사용`,
    fallBackToAny: ({ service }) => `${service}의 마지막 키로 "*" 추가`,
    outlierDetection: () => '이상값 감지 켜기',
    natPerZone: () => '영역마다 NAT 게이트웨이 두기',
    multiAz: () => '다른 영역에 대기 인스턴스 추가(다중 AZ)',
    regionalFileSystem: () => '모든 영역에 탑재 대상이 있는 리전 파일 시스템으로 바꾸기',
    addMountTargets: ({ zones }) => `${zones.join(', ')}에 탑재 대상 추가`,
    enableZones: ({ zones }) => `${zones.join(', ')}에서 활성화`,
    crossZone: () => '교차 영역 로드 밸런싱 켜기',
    largerSubnets: ({ prefix }) => `프라이빗 서브넷 넓히기: /${prefix}`,
    kubernetesVersion: ({ version }) => `Kubernetes 버전 올리기: ${version}`,
    extendedSupport: () => '연장 지원 가격으로 계산',
  },
};

/** 영역 하나, 또는 여럿 중 어느 하나. */
function losing(zones: readonly string[]): string {
  return zones.length === 1 ? `${zones.join('')} 영역을 잃으면` : `${zones.join(', ')} 중 한 영역을 잃으면`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

function decimal(value: number): string {
  return String(Number(value.toFixed(2)));
}
