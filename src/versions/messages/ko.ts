import type { VersionTexts } from './en';

export const versionsKo: VersionTexts = {
  summary: {
    recorded: () => 'Kubernetes 1.34: 1.34.4의 실제 스케줄러, EndpointSlice 컨트롤러, kube-proxy가 낸 답을 기록해 두고 규칙을 하나하나 대조합니다.',
    read: (version) => `Kubernetes ${version}: 1.34의 규칙에 소스와 릴리스 노트에서 읽은 아래 차이를 적용합니다. ${version}의 기록된 답으로 대조하지는 않습니다.`,
    unconfirmed: (version) => `Kubernetes ${version} 버전은 정확히 알지 못합니다. 1.34의 규칙에 아래 차이를 적용하며, 그중 일부는 확인되지 않았습니다. 점수가 비슷하면 실제 ${version} 클러스터는 파드를 다른 곳에 둘 수 있습니다.`,
  },
  range: {
    before: (version) => `${version} 이하`,
    after: (version) => `${version} 이상`,
    between: (from, to) => `${from}~${to}`,
  },
  notes: {
    balancedAllocationAfter: 'NodeResourcesBalancedAllocation은 파드를 둔 뒤 CPU와 메모리 사용률이 얼마나 비슷한지를 점수로 매깁니다.',
    balancedAllocationChange: 'NodeResourcesBalancedAllocation은 파드가 노드의 CPU·메모리 사용 균형을 얼마나 바꾸는지를 점수로 매깁니다. 변화가 없으면 75점입니다. 수식은 풀 리퀘스트에서 가져왔으며 기록된 답으로 확인되지 않았습니다.',
    bestEffort: 'NodeResourcesBalancedAllocation이 CPU도 메모리도 요청하지 않는 파드에도 점수를 매깁니다. 1.33부터는 건너뜁니다.',
    wording: 'Pending 파드의 메시지는 1.34.4의 문구입니다. 그 전에는 taint의 이름을 적었고, “node(s) had volume node affinity conflict”라고 썼습니다.',
    spreadUnchanged: 'PodTopologySpread의 수식은 1.34와 같습니다.',
    alphaGates: '알파 기능은 기본으로 꺼져 있어 다루지 않습니다. toleration의 Gt와 Lt, 갱 스케줄링, CSI 드라이버가 없는 노드의 제한이 해당합니다.',
    teaching: '파드는 1.34의 규칙으로 배치합니다. 1.21의 스케줄러는 가중치가 달랐습니다. 1.21은 topologyKeys를 가르치기 위한 것입니다.',
    preferClose: 'trafficDistribution: PreferClose가 기본으로 켜져 있습니다. 그 전 버전에서는 적용하지 않습니다.',
    preferSame: 'trafficDistribution: PreferSameZone과 PreferSameNode가 기본으로 켜져 있습니다. 그 전 버전에서는 적용하지 않습니다.',
    hintsAnnotation: '정확히 확인하지 못한 릴리스까지는 kube-proxy가 topology-mode 어노테이션이 있는 Service의 힌트만 따랐습니다. 여기서는 1.34처럼 모든 Service의 힌트를 따릅니다.',
    topologyKeys: 'Service에 topologyKeys가 있고(1.22에서 제거), topology-mode와 기본 internalTrafficPolicy는 없습니다.',
  },
};
