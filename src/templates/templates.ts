/** The sections of the gallery. */
export type TemplateGroup = 'control-plane' | 'groups' | 'endpoints' | 'topology';

interface Text {
  readonly en: string;
  readonly ko: string;
}

/** A built-in design: what a newcomer opens, what a lesson starts from, and a test of the whole engine. */
export interface Template {
  /** A promise: links and lessons name it. */
  readonly id: string;
  readonly group: TemplateGroup;
  readonly title: Text;
  readonly summary: Text;
  /** The design file's content, for `parseDesign`. */
  readonly load: () => Promise<unknown>;
}

export const templateGroups: Readonly<Record<TemplateGroup, Text>> = {
  'control-plane': { en: 'Control plane and quorum', ko: '컨트롤 플레인과 쿼럼' },
  groups: { en: 'Groups and volumes', ko: '그룹과 볼륨' },
  endpoints: { en: 'Load balancer endpoints', ko: '로드 밸런서 엔드포인트' },
  topology: { en: 'Service topology', ko: 'Service 토폴로지' },
};

/** In the order of the gallery; the first one opens on the first start. */
export const templates: readonly Template[] = [
  {
    id: 'three-zones',
    group: 'control-plane',
    title: { en: 'Three zones', ko: '세 영역' },
    summary: { en: 'Control plane, workers and data over three zones; any one of them may fail.', ko: '컨트롤 플레인, 워커, 데이터를 세 영역에 나누어 어느 한 영역이 멈춰도 견딥니다.' },
    load: async () => (await import('./data/three-zones.json')).default,
  },
  {
    id: 'one-zone',
    group: 'control-plane',
    title: { en: 'One zone', ko: '한 영역' },
    summary: { en: 'Three control-plane nodes, and one zone that takes them all with it.', ko: '컨트롤 플레인 노드는 셋이지만 영역 하나가 멈추면 모두 멈춥니다.' },
    load: async () => (await import('./data/one-zone.json')).default,
  },
  {
    id: 'two-members',
    group: 'control-plane',
    title: { en: 'Two etcd members', ko: 'etcd 멤버 둘' },
    summary: { en: 'Both are needed: no better than one, with one more machine that can fail.', ko: '둘 다 있어야 하므로 하나일 때보다 나을 것이 없고, 고장 날 머신만 하나 늘어납니다.' },
    load: async () => (await import('./data/two-members.json')).default,
  },
  {
    id: 'two-zones',
    group: 'control-plane',
    title: { en: 'Three members in two zones', ko: '두 영역의 멤버 셋' },
    summary: { en: 'One of the two zones always holds the majority.', ko: '두 영역 가운데 하나는 반드시 과반수를 갖습니다.' },
    load: async () => (await import('./data/two-zones.json')).default,
  },
  {
    id: 'five-members',
    group: 'control-plane',
    title: { en: 'Five members', ko: '멤버 다섯' },
    summary: { en: 'Two failures tolerated, so that one may fail while another is replaced.', ko: '둘까지 잃어도 되므로 하나를 교체하는 동안 다른 하나가 고장 나도 됩니다.' },
    load: async () => (await import('./data/five-members.json')).default,
  },
  {
    id: 'even-members',
    group: 'control-plane',
    title: { en: 'Four members', ko: '멤버 넷' },
    summary: { en: 'The fourth raises the quorum and tolerates no more than three members do.', ko: '넷째 멤버는 쿼럼만 늘릴 뿐, 견디는 장애 수는 셋일 때와 같습니다.' },
    load: async () => (await import('./data/even-members.json')).default,
  },
  {
    id: 'external-etcd',
    group: 'control-plane',
    title: { en: 'External etcd', ko: '외부 etcd' },
    summary: { en: 'etcd on machines of its own; only its members count for quorum.', ko: 'etcd를 별도 머신에 두며, 쿼럼은 etcd 멤버만으로 셉니다.' },
    load: async () => (await import('./data/external-etcd.json')).default,
  },
  {
    id: 'eks',
    group: 'control-plane',
    title: { en: 'EKS', ko: 'EKS' },
    summary: { en: 'The control plane is run by AWS over three zones.', ko: '컨트롤 플레인을 AWS가 세 영역에 걸쳐 운영합니다.' },
    load: async () => (await import('./data/eks.json')).default,
  },
  {
    id: 'zonal-groups',
    group: 'groups',
    title: { en: 'Zonal groups', ko: '영역별 그룹' },
    summary: { en: 'A group for each zone, so that a node comes where a volume is.', ko: '영역마다 그룹을 두어 볼륨이 있는 영역에 노드를 늘릴 수 있습니다.' },
    load: async () => (await import('./data/zonal-groups.json')).default,
  },
  {
    id: 'regional-group',
    group: 'groups',
    title: { en: 'Regional group', ko: '리전 그룹' },
    summary: { en: 'State on EFS and in a Multi-AZ database: pods may come back anywhere.', ko: '상태를 EFS와 다중 AZ 데이터베이스에 두어 파드가 어느 영역에서든 다시 뜹니다.' },
    load: async () => (await import('./data/regional-group.json')).default,
  },
  {
    id: 'regional-group-ebs',
    group: 'groups',
    title: { en: 'Regional group with EBS', ko: 'EBS를 쓰는 리전 그룹' },
    summary: { en: 'Volumes are made before pods are placed, and the group chooses the zone of its nodes by itself.', ko: '볼륨이 파드보다 먼저 만들어지고, 노드의 영역은 그룹이 스스로 고릅니다.' },
    load: async () => (await import('./data/regional-group-ebs.json')).default,
  },
  {
    id: 'wait-for-first-consumer',
    group: 'groups',
    title: { en: 'WaitForFirstConsumer', ko: 'WaitForFirstConsumer' },
    summary: { en: 'Volumes are made where pods land, and stay there.', ko: '볼륨이 파드가 놓인 영역에 만들어지고, 그 뒤로는 옮겨 가지 못합니다.' },
    load: async () => (await import('./data/wait-for-first-consumer.json')).default,
  },
  {
    id: 'individual-instances',
    group: 'groups',
    title: { en: 'Individual instances', ko: '개별 인스턴스' },
    summary: { en: 'Machines without an Auto Scaling group; nothing replaces them.', ko: 'Auto Scaling 그룹이 없는 인스턴스는 아무도 대신 띄워 주지 않습니다.' },
    load: async () => (await import('./data/individual-instances.json')).default,
  },
  {
    id: 'local-policy',
    group: 'endpoints',
    title: { en: 'externalTrafficPolicy Local', ko: 'externalTrafficPolicy Local' },
    summary: { en: 'Shares go by node: 25, 25 and 50 %.', ko: '트래픽이 노드 단위로 나뉘어 파드마다 25, 25, 50 %를 받습니다.' },
    load: async () => (await import('./data/local-policy.json')).default,
  },
  {
    id: 'cluster-policy',
    group: 'endpoints',
    title: { en: 'externalTrafficPolicy Cluster', ko: 'externalTrafficPolicy Cluster' },
    summary: { en: 'Equal shares, one more hop, and the source address is lost.', ko: '부하는 고르지만 홉이 하나 늘고 클라이언트 IP를 잃습니다.' },
    load: async () => (await import('./data/cluster-policy.json')).default,
  },
  {
    id: 'local-policy-scaled',
    group: 'endpoints',
    title: { en: 'Local policy, scaled', ko: '확장한 Local 정책' },
    summary: { en: 'More nodes, unevenly filled: the imbalance grows.', ko: '노드가 늘어도 파드가 한쪽에 몰리면 불균형이 커집니다.' },
    load: async () => (await import('./data/local-policy-scaled.json')).default,
  },
  {
    id: 'no-anti-affinity',
    group: 'endpoints',
    title: { en: 'No anti-affinity', ko: '안티어피니티 없음' },
    summary: { en: 'Every pod of a Service on one node.', ko: 'Service의 모든 파드가 노드 하나에 몰려 있습니다.' },
    load: async () => (await import('./data/no-anti-affinity.json')).default,
  },
  {
    id: 'descheduler',
    group: 'endpoints',
    title: { en: 'Descheduler', ko: '디스케줄러' },
    summary: { en: 'Nodes came after the pods; the descheduler evens them out.', ko: '파드보다 노드가 늦게 늘었고, 디스케줄러가 파드를 고르게 나눕니다.' },
    load: async () => (await import('./data/descheduler.json')).default,
  },
  {
    id: 'topology-keys-strict',
    group: 'topology',
    title: { en: 'topologyKeys without a fallback', ko: '폴백 없는 topologyKeys' },
    summary: { en: 'Callers in a zone without endpoints find none.', ko: '엔드포인트가 없는 영역의 호출은 갈 곳이 없습니다.' },
    load: async () => (await import('./data/topology-keys-strict.json')).default,
  },
  {
    id: 'topology-keys-fallback',
    group: 'topology',
    title: { en: 'topologyKeys with a fallback', ko: '폴백 있는 topologyKeys' },
    summary: { en: 'The nearest endpoint first, and any before none.', ko: '가까운 엔드포인트부터, 없으면 아무 곳이든 찾습니다.' },
    load: async () => (await import('./data/topology-keys-fallback.json')).default,
  },
  {
    id: 'topology-aware-hints',
    group: 'topology',
    title: { en: 'Topology Aware Routing', ko: '토폴로지 인식 라우팅' },
    summary: { en: 'Hints keep every call in its zone, as long as there are endpoints enough.', ko: '엔드포인트가 충분하면 힌트 덕분에 호출이 영역을 벗어나지 않습니다.' },
    load: async () => (await import('./data/topology-aware-hints.json')).default,
  },
  {
    id: 'traffic-distribution',
    group: 'topology',
    title: { en: 'trafficDistribution', ko: 'trafficDistribution' },
    summary: { en: 'Calls stay in their zone, even where one endpoint does the work of two.', ko: '엔드포인트가 모자란 영역에서도 호출은 영역 안에 머뭅니다.' },
    load: async () => (await import('./data/traffic-distribution.json')).default,
  },
  {
    id: 'istio-locality',
    group: 'topology',
    title: { en: 'Istio locality failover', ko: 'Istio 지역 장애 조치' },
    summary: { en: 'Sidecars keep calls in their zone and fail over when it has no endpoint; without outlier detection they do neither.', ko: '사이드카가 호출을 영역 안에 두고 엔드포인트가 없으면 다른 영역으로 넘깁니다. 이상값 감지가 없으면 둘 다 하지 않습니다.' },
    load: async () => (await import('./data/istio-locality.json')).default,
  },
];
