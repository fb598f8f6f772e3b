import type { DetailMessages } from './messages';

const things = { machine: '머신', gateway: '게이트웨이', address: '주소', one: '' } as const;

export const ko: DetailMessages = {
  formula: {
    hours: (count, thing) => `${thing === 'one' ? '' : `${things[thing]} ${count}개 × `}730 h`,
    factor: (listPrice, value, unitPrice) => `${listPrice} USD × ${value}(사용자 계수) = 시간당 ${unitPrice} USD`,
    volumes: (name, count, gib) => `${count} × ${gib} GiB (${name})`,
    together: (count, gib) => `볼륨 ${count}개, 합계 ${gib} GiB`,
    stored: (gib) => `저장 ${gib} GiB`,
    bytes: (bytesPerSecond, ends) => `${shown(bytesPerSecond)} B/s(과금되는 요청과 응답) × 2,628,000 s ÷ 2^30 B${ends === 2 ? ' × 양쪽 끝 2' : ''}`,
  },
  range: {
    connections: (perSecond, perUnit) => `초당 새 연결 ${shown(perSecond)}개 ÷ 단위당 ${perUnit}개. 새 연결이 바이트보다 많은 단위를 쓸 때이며, 활성 연결과 규칙은 알 수 없음`,
  },
  otherwise: {
    clientEnd: '한쪽 끝에서만 과금된다면',
    bothEnds: '두 인스턴스 사이처럼 양쪽 끝에서 과금된다면',
    free: '전혀 과금되지 않는다면',
    decimalGb: '1 GB가 2^30이 아니라 10^9바이트라면',
    allowance: '계정마다 월 100 GB인 무료 전송량을 다른 곳에서 쓰지 않아 뺀다면',
  },
  free: {
    'same-zone': { title: '영역 안의 트래픽', why: '한 영역 안의 프라이빗 주소 사이는 무료입니다.' },
    'load-balancer': { title: '영역을 넘는 ALB와 CLB', why: 'ALB·CLB와 VPC 안의 클라이언트·대상 사이는 무료입니다(NLB는 과금).' },
    'internet-in': { title: '인터넷에서 들어오는 데이터', why: '들어오는 데이터는 무료이고 응답은 과금됩니다.' },
    'rds-replication': { title: 'RDS의 예비 인스턴스 복제', why: '다중 AZ 복제는 무료입니다. 쓰는 양은 설계에 없습니다.' },
    'efs-replication': { title: 'EFS의 영역 간 저장', why: '리전 파일 시스템의 스토리지 가격에 포함됩니다(가정: 가격표에 다른 요금이 없음).' },
    'eks-control-plane': { title: 'EKS의 etcd와 API 서버', why: '클러스터 시간 요금에 포함됩니다(가정: AWS 계정에서 실행).' },
  },
  estimate: {
    replication: {
      title: '영역 간 etcd 복제',
      formula: '리더와 다른 영역의 팔로워 × (초당 쓰기 × (쓰기 + 응답) + 초당 하트비트 × 2 × 하트비트) × 양쪽 끝 2. 최소: Kubernetes가 쉬는 동안의 쓰기, 가장 싼 리더. 최대: 사용자의 쓰기를 더하고 가장 비싼 리더',
    },
    apiServerToEtcd: {
      title: 'API 서버와 etcd',
      formula: '초당 쓰기 × 쓰기 크기 × 리더까지 영역을 넘는 횟수(외부 etcd: 모든 변경이 각 API 서버로 돌아오는 길 포함) × 양쪽 끝 2. API 서버 캐시에서 읽는 것은 제외',
    },
    nodesToApiServer: { title: '노드와 API 서버', formula: '노드 × 다른 영역에 있는 API 서버의 비율 × 노드의 초당 바이트 × 양쪽 끝 2. 최소: 리스마다 쓰기 크기의 두 배. 최대: 사용자의 초당 바이트' },
    nodesToEks: { title: '노드와 EKS 엔드포인트', formula: '노드 × 다른 영역의 비율(영역마다 엔드포인트 주소가 하나라고 가정) × 노드의 초당 바이트. 최소: 리스만, 한쪽 끝 과금. 최대: 사용자의 초당 바이트, 양쪽 끝 과금(어느 쪽인지 읽지 못함)' },
  },
  input: {
    machines: '노드',
    apiServers: 'API 서버',
    lease: '리스 갱신 주기',
    leaderElection: '리더 선출 쓰기',
    writes: '그 밖의 쓰기, 최대',
    writeBytes: '쓰기 하나의 크기',
    heartbeats: 'etcd 하트비트',
    heartbeatBytes: '하트비트 또는 응답의 크기',
    nodeBytes: '노드의 API 트래픽, 최대',
  },
};

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}
