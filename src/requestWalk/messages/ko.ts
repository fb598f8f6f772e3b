import type { Messages } from './en';

export const ko: Messages = {
  nothing: '이 링크에는 요청이 없습니다. 호출하는 쪽이 없거나 끝에 아무것도 없습니다.',
  rule: {
    internet: () => '인터넷의 클라이언트는 어느 영역에도 속하지 않습니다.',
    weights: () => 'VPC 안의 클라이언트: 영역마다 정한 가중치대로.',
    'pods-evenly': () => '호출하는 파드는 저마다 같은 수의 요청을 보냅니다.',
    'nodes-evenly': () => 'ClusterIP를 호출하는 클라이언트는 클러스터 안에서, 자기 영역의 노드에 고르게 있습니다.',
    'node-port': () => '노드 포트를 쓰는 클라이언트는 모든 워커를 고르게 씁니다.',
    primary: () => '살아 있는 첫 영역의 프라이머리로.',
    'own-mount-target': () => '호출자 영역의 마운트 타깃으로.',
    'first-mount-target': () => '호출자 영역에 마운트 타깃이 없어 살아 있는 첫 번째로.',
    'nat-zone': () => '호출자 영역의 NAT 게이트웨이로.',
    'nat-single': () => '첫 영역에 있는 하나뿐인 NAT 게이트웨이로.',
    'nat-internet': () => 'NAT 게이트웨이에서 인터넷으로.',
    unreachable: () => '더 갈 길이 없습니다.',
    dns: ({ policy, failOpen }) =>
      `DNS는 정상 대상이 있는 로드 밸런서 영역의 주소를 모두 알려 줍니다${failOpen ? '. 정상 대상이 하나도 없어 모두 알려 줍니다(fail open)' : ''}${policy === 'any_availability_zone' ? '' : `. VPC 안의 클라이언트는 자기 영역을 선호합니다(${policy})`}.`,
    targets: ({ targetType, crossZone, failOpen }) =>
      `로드 밸런서는 ${crossZone ? '모든 영역(교차 영역 로드 밸런싱 켬)' : '자기 영역(교차 영역 로드 밸런싱 끔)'}의 ${targetType === 'ip' ? '파드' : '노드'}에 고르게 나눕니다${failOpen ? '. 정상인 것이 없어 모두 씁니다(fail open)' : ''}.`,
    'kube-proxy': ({ choice }) =>
      ({
        local: 'kube-proxy는 이 노드의 엔드포인트만 씁니다(트래픽 정책 Local).',
        'topology-keys': 'kube-proxy는 처음 맞는 토폴로지 키가 고른 엔드포인트를 씁니다.',
        'hinted-node': 'kube-proxy는 이 노드로 힌트된 엔드포인트를 씁니다.',
        'hinted-zone': 'kube-proxy는 이 영역으로 힌트된 엔드포인트를 씁니다.',
        'no-hint': '이 영역으로 힌트된 엔드포인트가 없어 준비된 모든 엔드포인트를 씁니다.',
        all: 'kube-proxy는 준비된 모든 엔드포인트를 고르게 씁니다.',
      })[choice],
    sidecar: () => '사이드카가 Istio 지역 로드 밸런싱으로 고릅니다.',
  },
  stop: {
    client: (name, zone) => (zone === null ? `인터넷의 ${name}` : `${zone}의 ${name}`),
    callers: (name, where) => `${where}의 ${name}`,
    loadBalancer: (name, zone) => `${name}의 ${zone} 노드`,
    node: (name) => name,
    pod: (name, node) => `${node}의 ${name}`,
    store: (name, zone) => `${zone}의 ${name}`,
    nat: (zone) => `${zone}의 NAT 게이트웨이`,
    internet: '인터넷',
    dropped: '유실',
  },
  dropped: {
    'no-endpoint': '갈 엔드포인트가 없음',
    'endpoint-gone': '파드가 사라졌지만 Kubernetes가 아직 모름',
    'node-gone': '노드가 사라짐',
    'no-target': '로드 밸런서에 대상이 없음',
    'zone-lost': '영역을 잃음',
    'not-reachable': '거기서는 닿을 수 없음',
    'no-nat': 'NAT 게이트웨이가 없음',
  },
  excluded: {
    'no-local-endpoint': (names) => `${names}: 이 Service의 파드가 없어 상태 확인에 실패함(externalTrafficPolicy Local)`,
    dead: (names) => `${names}: 사라짐`,
    'zone-not-enabled': (names) => `${names}: 로드 밸런서가 그 영역에서 켜져 있지 않음`,
    'zone-lost': (names) => `${names}: 잃음`,
    'no-healthy-target': (names) => `${names}: 정상 대상이 없어 DNS에서 빠짐`,
  },
  crosses: '영역 경계를 넘음',
  soFar: (percent, crossings, hops) => `이 링크 요청의 ${percent}. 영역 경계 ${crossings}번, 머신 사이 전송 ${hops}번`,
};
