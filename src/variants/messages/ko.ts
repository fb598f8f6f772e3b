import type { Messages } from './en';

export const ko: Messages = {
  drawn: '현재 설계',
  settings: {
    zones: (option) => `영역 ${option}개`,
    spread: (option) => (option === 'zones' ? '영역 분산' : '분산 제약 없음'),
    headroom: () => '여유 용량',
    externalTrafficPolicy: (option) => option,
    hints: (option) => (option === 'on' ? '힌트 켬' : '힌트 끔'),
  },
  verdicts: { 'control-plane-lost': '컨트롤 플레인 상실', down: '중단', degraded: '저하', survives: '유지' },
  variant: '변형',
  totalMonthly: 'USD/월',
  crossZoneMonthly: '그중 영역 간',
  difference: '현재 대비',
  worstZone: '최악의 영역',
  verdict: '손실 후',
  neededRunning: '실행 중인 필요 파드',
  podsLost: '즉시 잃는 파드',
  dropped: '유실',
  order: '* 파레토 경계: 비용이 같거나 싸면서 복원력이 같거나 나은 다른 변형이 없습니다(둘 중 하나는 더 나은 경우).',
  resilience: '복원력은 최악의 영역 하나를 잃고 안정된 뒤의 결과입니다. 판정(컨트롤 플레인 상실, 중단, 저하, 유지)이 먼저이고, 그다음이 계속 실행되는 필요 파드의 비율입니다.',
  rules: [
    '영역: 같은 머신을 영역 두세 개에 나눕니다. 영역에 인스턴스가 하나도 남지 않을 때만 늘립니다. 데이터베이스와 클라이언트는 그대로입니다.',
    '여유 용량: 어느 영역 하나를 잃어도 자리를 기다리는 파드가 없는 인스턴스 수입니다. 이미 충분하거나 그런 수가 없으면 변형도 없습니다.',
    '힌트: 파드나 VPC 안의 클라이언트가 호출하는 Service의 trafficDistribution입니다. Local과 Cluster는 인스턴스 대상의 로드 밸런서가 있는 Service의 것입니다.',
  ],
  notJudged: '데이터베이스와 파일 시스템은 결과에 포함되지 않습니다.',
  leftOut: (count, tried) => `조합 ${tried}개를 시험했습니다. 더 많이 다른 ${count}개는 시험하지 않았습니다.`,
  noZones: '설계에 영역이 없어 잃을 영역도 없습니다.',
};
