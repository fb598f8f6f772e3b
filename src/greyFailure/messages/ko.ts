import type { Messages } from './en';

/** 회색 장애의 한국어 문장. */
export const ko: Messages = {
  title: ({ zone, loss, latencyMs }) => `${zone} 회색 장애: 패킷이 방향마다 ${loss} 손실, 왕복 지연 ${latencyMs} ms 증가`,
  requests: '요청',
  service: 'Service',
  touching: '영역을 지남',
  failing: '실패',
  delayed: '패킷 재전송을 기다림',
  addedLatency: '늘어난 지연',
  hops: '영역을 지나는 전송',
  stores: '데이터베이스와 파일 시스템',
  observers: '무엇이 알아차리는가',
  observer: {
    'load-balancer': (id, watched) => `${id}의 상태 확인(영역 안 대상 ${watched}개)`,
    'readiness-probe': (_, watched) => `준비성 프로브(파드 ${watched}개), 같은 노드의 kubelet이 확인`,
    'node-lease': (_, watched) => `노드 리스(노드 ${watched}개)`,
  },
  rule: ({ interval, timeout, failures, passes }) => `${interval}초마다, 제한 시간 ${timeout}초, ${failures}번 실패하면 제외, ${passes}번 성공하면 복귀`,
  perCheck: '한 번 실패할 확률',
  inARow: '연속으로 모두 실패',
  until: '제외까지 평균',
  out: '제외 기간',
  shareOut: '제외된 시간 비율',
  lasting: '장애가 이어지는 동안',
  never: '없음',
  notices: { soon: '알아차림', sometimes: '하루 안에 알아차림', hardly: '거의 알아차리지 못함', never: '알아차리지 못함' },
  ifItCrossed: (share) => `노드 밖 네트워크를 쓰지 않음: 다른 머신에 묻는 프로브만 실패함(확률 ${share})`,
  outlier: {
    title: 'Istio 이상값 감지(outlier detection)',
    'too-few-endpoints': ({ endpoints }) => `제외하지 못함: 엔드포인트 ${endpoints}개의 10 %는 하나가 되지 않음`,
    ejects: ({ inZone, ejectable, requests }) => `영역 안 엔드포인트 ${inZone}개 중 최대 ${ejectable}개 제외, 프록시 하나가 요청 ${requests}개를 보낸 뒤 하나씩, 처음에는 30초 동안`,
    never: () => '제외하지 않음: 실패하는 요청이 없음',
  },
  assumed: (seconds) => `가정: 클라이언트는 ${seconds}초를 기다림. 왕복 한 번이 결과를 정하고 TCP는 1, 3, 7초(이미 연결된 경우 0.2, 0.6, 1.4초) 뒤 재전송함. 손실은 서로 독립.`,
};
