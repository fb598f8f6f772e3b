import type { CostMessages } from './messages';

const hops = {
  'client-lb': '클라이언트 → 로드 밸런서',
  'client-node': '클라이언트 → 노드',
  'lb-node': '로드 밸런서 → 노드',
  'lb-pod': '로드 밸런서 → 파드',
  'node-pod': '노드 → 파드 (kube-proxy)',
  'pod-pod': '파드 → 파드',
  'pod-database': '파드 → 데이터베이스',
  'pod-fileSystem': '파드 → 탑재 대상',
  'pod-nat': '파드 → NAT 게이트웨이',
  'nat-internet': 'NAT 게이트웨이 → 인터넷',
  'pod-lb': '파드 → 로드 밸런서',
} as const;

const purchases = { spot: '스팟', 'savings-plan': 'Savings Plan', reserved: '예약' } as const;

export const ko: CostMessages = {
  ec2: (entity, count, type, factor) => `${entity}: ${type} ${count}대${factor === undefined ? '' : `, ${purchases[factor.of]}, 온디맨드 가격의 ${factor.value}배(사용자 계수)`}`,
  eks: (extended) => (extended ? 'EKS 컨트롤 플레인, 연장 지원' : 'EKS 컨트롤 플레인'),
  natHours: (count) => `NAT 게이트웨이 ${count}개`,
  natProcessing: 'NAT 게이트웨이 데이터 처리',
  natAddresses: (count) => `NAT 게이트웨이 퍼블릭 IPv4 ${count}개`,
  loadBalancerAddresses: (entity, count) => `${entity}: 퍼블릭 IPv4 ${count}개(영역마다 하나)`,
  loadBalancerHours: (entity, type) => `${entity}: ${type}`,
  capacityUnits: (entity, unit) => `${entity}: ${unit}, 처리한 데이터 기준`,
  classicProcessing: (entity) => `${entity}: 처리한 데이터`,
  rootVolumes: (count) => `루트 볼륨 ${count}개, gp3`,
  etcdVolumes: (count) => `etcd 볼륨 ${count}개, gp3`,
  claims: (storageClass, count, type) => `${storageClass}: EBS 볼륨 ${count}개, ${type}`,
  fileSystem: (entity, oneZone) => `${entity}: EFS ${oneZone ? 'One Zone' : 'Standard'} 스토리지`,
  database: (entity, instanceClass, multiAz) => `${entity}: RDS ${instanceClass}${multiAz ? ', 다중 AZ 인스턴스' : ', 단일 AZ'}`,
  internetOut: '인터넷으로 나가는 데이터, 월 첫 10 TB',
  crossZone: (from, to, kind, ends) => `${from} → ${to}: ${hops[kind]}, ${ends === 2 ? '양쪽 끝에서 과금' : '클라이언트 쪽에서만 과금'}`,
  notPriced: {
    missing: (what, region) => `${what}: ${region}의 가격을 알 수 없음`,
    spot: (group, share) => `${group}의 스팟 할인: 스팟 ${Math.round(share * 100)} %도 온디맨드 가격으로 계산`,
    gp3: 'gp3 볼륨에 포함된 3,000 IOPS와 125 MiB/s를 넘는 IOPS와 처리량',
    fileSystemThroughput: (entity) => `EFS ${entity}의 처리량: 스토리지만 계산`,
    databaseStorage: (entity, gib) => `RDS ${entity}의 스토리지와 백업(${gib} GiB)`,
    multiAzCluster: (entity, instanceClass) => `RDS ${entity}: ${instanceClass} 세 대의 다중 AZ 클러스터`,
    beyondFirstTier: (gb) => `월 첫 10 TB를 넘어 인터넷으로 나가는 데이터: ${Math.round(gb).toLocaleString('en-US')} GB`,
    publicAddress: (entity, gb) => `${entity}: VPC 안에서 공인 주소로 가는 ${gb.toLocaleString('en-US', { maximumFractionDigits: 1 })} GB. AWS는 같은 영역 안에서도 양방향을 과금하며, 거쳐 가는 NAT 게이트웨이도 과금함`,
    tooMuch: (what) => `${what}: 월 100억 USD 초과`,
    interfaceEndpoints: 'VPC 인터페이스 엔드포인트, 로그, 지표, 컨테이너 이미지, 지원 플랜, 세금',
  },
  assumptions: {
    gigabyte: '전송량의 1 GB는 2^30바이트, 한 달은 일정한 트래픽의 730시간으로 계산',
    capacityUnits: '용량 단위는 처리한 데이터로 계산하며, 연결이 재사용되어 새 연결 수가 이를 넘지 않는다고 가정',
    databaseTransfer: '다른 영역의 데이터베이스로 가는 트래픽은 두 인스턴스 사이처럼 양쪽 끝에서 과금된다고 가정',
    fileSystemTransfer: '다른 영역의 탑재 대상으로 가는 트래픽은 클라이언트 쪽에서만 과금된다고 가정',
    natTransfer: '다른 영역의 NAT 게이트웨이로 가는 트래픽은 두 인스턴스 사이처럼 양쪽 끝에서 과금된다고 가정',
    price: (what, note) => `${what}: 가정한 가격 (${note})`,
  },
};
