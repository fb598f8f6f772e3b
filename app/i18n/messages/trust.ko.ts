import type { trustEn } from './trust.en';

export const trustKo = {
  'trust.label': '이 결과가 나온 이유',
  'trust.rule': '규칙',
  'trust.formula': '이 설계의 수치로',
  'trust.holdsFor': '적용 범위',
  'trust.sources': '출처',
  'trust.assumptions': '가정',
  'trust.notModelled': '다루지 않는 것',
  'trust.kubernetesVersion': 'Kubernetes {version}, 기본 구성',
  'trust.kubernetesUnconfirmed': 'Kubernetes {version}, 기본 구성. 정확히 알지 못하는 부분은 근거 패널 참고',
  'trust.versions': 'Kubernetes 버전별 규칙',
  'trust.version': '버전',
  'trust.certainty': '확인 방법',
  'trust.certainty.recorded': '기록된 답',
  'trust.certainty.read': '소스',
  'trust.certainty.unconfirmed': '미확인',
  'trust.certainty.notModelled': '다루지 않음',
  'trust.ofThisVersion': '{version}에서',
  'trust.ofOthers': '다른 버전에서',

  'trust.quorum.rule':
    '투표권이 있는 etcd 멤버의 과반이 살아 있어야 합니다. 쿼럼을 잃으면 Kubernetes는 아무것도 바꾸지 못합니다. 스케줄링도, 축출도, 엔드포인트 갱신도 멈춥니다. 실행 중인 파드는 계속 돌고, AWS는 인스턴스를 띄우지만 클러스터에 합류하지는 못합니다.',
  'trust.quorum.formula': 'floor({members} / 2) + 1 = {size}, 허용 장애 {members} − {size} = {tolerates}',
  'trust.quorum.availability': '쿼럼이 유지되는 모든 영역·노드 상태의 확률 합 = {share}',
  'trust.quorum.version': 'etcd 3.4 이상. learner는 투표권이 없음',
  'trust.quorum.assume1': '영역과 노드는 서로 독립적으로, 설계 설정의 가용성 값에 따라 고장 납니다(AWS 공식 수치가 아닌 가정).',
  'trust.quorum.assume2': '영역을 잃으면 그 안의 모든 머신을 한꺼번에 잃습니다.',
  'trust.quorum.not1': '양쪽이 모두 살아 있는 네트워크 분단, 느린 디스크, 리더 선출.',
  'trust.quorum.not2': 'etcd 데이터 손실과 복구, 백업.',

  'trust.placement.rule':
    'kube-scheduler 기본 플러그인을 따릅니다. 대기 중인 파드를 큐 순서대로 모든 노드에 대해 필터링하고, 통과한 노드에 점수와 가중치를 매겨 가장 높은 노드를 고릅니다. 우선순위가 다르면 선점이 이어집니다.',
  'trust.placement.formula': '파드 {pods}개 중 {running}개를 노드 {nodes}대에 배치',
  'trust.placement.assume1': '실사용량이 아니라 requests로 계산합니다. 모든 노드에 뜨는 DaemonSet은 allocatable에서 미리 뺐습니다.',
  'trust.placement.assume2': '점수가 같으면 이름순으로 첫 노드를, 시드가 있으면 추첨한 노드를 고릅니다. 실제 클러스터는 그중 어느 것이든 고를 수 있습니다.',
  'trust.placement.not1': '노드에 이미 받아 둔 이미지, 사용자 정의 스케줄러와 스케줄러 프로파일.',
  'trust.placement.not2': '노드 압박, 이미지 풀, 어드미션 웹훅.',

  'trust.failure.rule':
    '모든 것이 안정된 뒤의 상태입니다. 죽은 Node는 삭제되고, Auto Scaling 그룹이 남은 영역에 대체 인스턴스를 띄우며, 파드는 다시 배치됩니다. 워크로드는 필요한 만큼의 파드가 실행되면 유지됩니다. 필요한 수는 PodDisruptionBudget의 정상 파드 수, 없으면 필요 비율, 그것도 없으면 전체입니다.',
  'trust.failure.formula': '최악의 경우: {names} 손실 = 파드 {lost}개 손실, 이후 {after}개 실행, {pending}개 대기',
  'trust.failure.assume1': '장애는 완전하고 지속됩니다. 잃은 영역에서는 아무것도 응답하지 않습니다.',
  'trust.failure.assume2': '남은 영역에는 그룹이 요청하는 인스턴스를 띄울 용량이 있습니다.',
  'trust.failure.not1': 'API 제한(throttling), 용량 부족 오류. 그레이 장애는 따로 다룹니다.',
  'trust.failure.not2': '표에서는 걸리는 시간. 그것은 타임라인이 보여 줍니다.',

  'trust.title.autoScaling': 'Auto Scaling',
  'trust.autoScaling.rule':
    '그룹은 인스턴스가 가장 적은 영역에 인스턴스를 띄웁니다. 시작에 실패하면 balanced-best-effort는 다른 영역에 띄우고 balanced-only는 그 영역에서 계속 시도합니다. 영역이 돌아오면 AZRebalance가 먼저 띄운 뒤 드레인 없이 종료하며, 영역 사이의 차이가 한 대를 넘지 않을 때까지 이어집니다. 그동안 최대 크기를 넘을 수 있습니다.',
  'trust.autoScaling.formula': '재균형 중 최대 max + max(1, floor(max × 10 %))',
  'trust.autoScaling.version': '2026년에 읽은 AWS 문서 기준. AWS는 소스를 공개하지 않습니다',
  'trust.autoScaling.assume1': '조건이 같은 영역 가운데 문자순 첫 영역에 띄우고 마지막 영역에서 종료합니다. 한 영역에서는 이름순 첫 인스턴스가 종료됩니다. AWS는 어느 것인지 밝히지 않습니다.',
  'trust.autoScaling.assume2': '10 %는 내림하고, AZRebalance는 한 번에 할 수 있는 만큼 옮깁니다. 일반 지식이며 확인되지 않았습니다.',
  'trust.autoScaling.assume3': 'EKS 관리형 그룹의 노드에서는 EKS가 중단 예산과 관계없이 최대 15분 동안 파드를 먼저 축출합니다.',
  'trust.autoScaling.not1': '인스턴스 유지 관리 정책, 수명 주기 후크, 웜 풀, 축소 보호.',
  'trust.autoScaling.not2': '조정 정책, 스팟 용량 재조정, 그룹의 영역 전환(zonal shift).',

  'trust.title.karpenter': 'Karpenter',
  'trust.karpenter.rule':
    '대기하는 파드를 큰 것부터 함께 계획합니다. 있는 노드, 곧 띄울 노드, 새 노드 순서로 자리를 찾습니다. 분산은 NodePool이 쓸 수 있는 모든 영역을 세고 호스트는 0부터 세며, 허용되는 도메인 가운데 파드가 가장 적은 곳을 고릅니다. 선호와 ScheduleAnyway는 필수로 보고 하나씩 포기합니다. 볼륨의 영역은 노드의 조건에 더합니다. 들어맞는 가장 싼 유형을 띄웁니다.',
  'trust.karpenter.formula': '도메인의 파드 수 + 1 − 가장 적은 도메인의 파드 수 ≤ maxSkew, 그중 가장 적은 곳',
  'trust.karpenter.version': 'Karpenter 1.x의 문서와 2026년 8월 소스 기준. 기록된 답과 대조하지 않았습니다',
  'trust.karpenter.assume1': 'NodePool은 하나입니다. 설정에 없으면 c, m, r 계열 3세대 이상의 amd64, 온디맨드, 설계의 모든 영역, 루트 볼륨 20 GiB입니다.',
  'trust.karpenter.assume2': '유형은 온디맨드 가격순이며 스팟도 마찬가지입니다. 영역은 문자순 첫 번째 또는 설계의 시드로 뽑은 것입니다.',
  'trust.karpenter.assume3': '크기가 같은 파드는 큐 순서를 따릅니다. 실제로는 생성 시각 순서입니다.',
  'trust.karpenter.not1': '통합(consolidation), 드리프트, 만료, 중단 처리: 노드를 추가하기만 합니다.',
  'trust.karpenter.not2': '여러 NodePool과 가중치, NodePool의 테인트, minValues, 예약 용량.',
  'trust.karpenter.not3': '있는 노드의 EBS 연결 한도, 스팟 가격, 용량이 없는 영역.',

  'trust.traffic.rule':
    '각 클라이언트의 요청을 DNS, 로드 밸런서, 노드, kube-proxy를 거쳐 파드까지 정확한 비율로 따라갑니다. Istio가 있으면 호출하는 파드의 사이드카가 kube-proxy를 대신합니다. 우선순위와 가중치는 istiod 1.31이 보내는 대로, 비율은 Envoy가 계산하는 대로입니다. 쏠림(skew)은 가장 많이 받는 파드의 비율을 평균 비율로 나눈 값입니다.',
  'trust.traffic.formula': '{service}: {largest} / {mean} = {skew}',
  'trust.traffic.assume1': '모든 요청은 같고 하나씩 분산됩니다. 오래 유지되는 연결은 없다고 봅니다.',
  'trust.traffic.assume2': '실행 중인 파드는 모두 ready이고, 로드 밸런서 대상은 정상입니다.',
  'trust.traffic.assumeIstio': 'Istio가 있으면 모든 파드에 사이드카가 있고 모든 Service의 DestinationRule이 같습니다. 클러스터 밖 클라이언트와 로드 밸런서에는 사이드카가 없습니다.',
  'trust.traffic.not1': '세션 어피니티, 연결 재사용, DNS 캐시, slow start.',
  'trust.traffic.not2': '장애가 진행되는 동안의 상태 확인 지연.',
  'trust.traffic.notIstio': 'Istio의 재시도, 이상값 감지에 의한 제외, 실행 중이지만 ready가 아닌 파드(1.31부터 unhealthy로 전송), zoneAwareLbSetting, 인그레스 게이트웨이, 앰비언트 모드.',

  'trust.cost.rule':
    '각 항목은 수량 × 단가를 정확한 십진수로 계산해 센트 단위로 반올림하며, 합계는 항목의 합입니다. 영역 간 트래픽은 해당 구간의 규칙에 따라 양쪽에서 과금됩니다. 한 달은 730시간입니다.',
  'trust.cost.formula': '{crossZone} + {infrastructure} = {total}',
  'trust.cost.version': '{region} 공개 정가, 최신 {date}',
  'trust.cost.assume1': 'USD 온디맨드 정가. GB는 전송에서도 2^30바이트로 계산합니다.',
  'trust.cost.assume2': '한 달 내내 트래픽이 일정하고 그룹은 desired 크기를 유지합니다.',
  'trust.cost.not1': '할인, Savings Plans, 스팟 가격, 세금, 프리 티어.',
  'trust.cost.not2': '‘가격 미반영’ 목록에 있는 것.',

  'trust.findings.rule': '각 항목은 평가 결과에 대한 고정된 규칙이며, 바뀌지 않는 코드와 근거 문서 링크가 있습니다.',
  'trust.findings.formula': '오류 {errors}건, 경고 {warnings}건, 참고 {notes}건',
  'trust.findings.assume1': '발견 사항이 없다고 좋은 설계임이 증명되는 것은 아닙니다. 규칙이 있는 것만 찾습니다.',
  'trust.findings.not1': '보안, 백업, 관측성, 애플리케이션 동작.',

  'trust.draws.rule':
    '총점이 가장 높은 노드가 여럿이면 kube-scheduler는 같은 확률로 하나를 뽑습니다. 추첨 한 번은 시드 하나로 모든 동점을 정합니다. 먼저 파드를 배치하고, 영역마다 그 영역을 잃은 뒤 다시 뽑습니다. 어느 영역을 잃어도 쿼럼이 유지되고, 각 워크로드에 필요한 파드가 남으며, 어느 Service도 요청을 유실하지 않으면 견디는 것으로 봅니다.',
  'trust.draws.formula': 'P(노드) = 1 / 최고 점수 노드 수',
  'trust.draws.formula2': '유력: 수치는 중앙값, 판정은 가장 잦은 값',
  'trust.draws.assume1': '파드는 큐 순서대로 하나씩 배치됩니다. 우연에 맡기는 것은 동점뿐입니다.',
  'trust.draws.assume2': '범위는 비율에 대한 95 % 윌슨 점수 구간입니다.',
  'trust.draws.not1': '파드가 도착하는 우연한 순서, 똑같이 좋은 선점 후보 사이의 무작위 선택.',
  'trust.draws.not2': '노드가 100대 이상인 클러스터에서 병렬 작업자가 어떤 노드를 먼저 찾는지.',

  'trust.scaling.rule':
    'Auto Scaling은 인스턴스가 가장 적은 영역부터 채웁니다. Cluster Autoscaler는 그룹마다 템플릿 노드 하나로 스케줄러의 필터를 시뮬레이션해 루프마다 가장 좋은 선택지를 요청하고, 영역은 Auto Scaling이 고릅니다. Descheduler가 축출하면 스케줄러가 다시 배치합니다.',
  'trust.scaling.formula': '노드 {added}개 추가, 그중 {wrong}개는 잘못된 영역; 파드 {evicted}개 축출',
  'trust.scaling.version': 'cluster-autoscaler 1.34.5와 descheduler 0.36.0. 실제 프로그램에서 기록한 답과 비교했습니다.',
  'trust.scaling.assume1': '요청한 인스턴스는 시작됩니다. 용량 부족이나 할당량 제한은 없습니다.',
  'trust.scaling.assume2': '실제 프로그램이 무작위 순서로 도는 곳은 이름 순서를 따릅니다.',
  'trust.scaling.assume3': 'Karpenter는 문서와 소스를 따르며, 기록한 답과 비교하지 않았습니다.',
  'trust.scaling.not1': '스케일 다운: 오토스케일러가 나중에 줄일 노드도 그대로 남습니다.',
  'trust.scaling.not2': 'Karpenter의 통합과 드리프트, Descheduler의 메트릭 소스.',

  'trust.title.severalLosses': '여러 장애',
  'trust.severalLosses.rule':
    '영역 두 개나 머신 조합을 한꺼번에 잃으면 영역 하나를 잃을 때처럼 정리됩니다. 머신 k대의 조합은 500개까지는 모두 시험하고, 더 많으면 시드로 500개를 뽑습니다. 모든 조합의 확률은 같습니다. 여유 용량은 가장 적은 인스턴스 수를 이분 탐색합니다. 먼저 그룹 하나로, 안 되면 모든 그룹을 함께 늘리며, 시험마다 모든 파드를 배치하고 모든 영역을 하나씩 잃습니다.',
  'trust.severalLosses.formula': '비율 = 성립하는 조합 / 시험한 조합, 머신 {machines}대',
  'trust.severalLosses.assume1': '머신은 서로, 그리고 영역과 관계없이 죽습니다. 같은 랙이나 영역에 있다고 함께 죽기 쉽지는 않습니다.',
  'trust.severalLosses.assume2': '인스턴스가 많아서 나빠지는 일은 없으므로 이분 탐색할 수 있습니다.',
  'trust.severalLosses.not1': '그만큼이 한꺼번에 죽을 확률, 잇따라 일어나는 장애.',
  'trust.severalLosses.not2': '더 큰 인스턴스 유형이나 요청량 변경으로 얻는 여유 용량.',
} as const satisfies Readonly<Record<keyof typeof trustEn, string>>;
