import type { greyEn } from './grey.en';

export const greyKo = {
  'grey.title': '그레이 장애',
  'grey.hint': '패킷을 잃거나 느려진 영역',
  'grey.zone': '영역',
  'grey.loss': '방향별 패킷 손실',
  'grey.latency': '왕복에 더해지는 지연',
  'grey.timeout': '클라이언트 대기 시간',
  'grey.noServices': '트래픽이 있는 Service가 없습니다. 클라이언트와 링크를 더하면 누가 영향을 받는지 보입니다.',
  'grey.check': '검사',
  'grey.notices': '알아챔',
  'grey.rule': '규칙(기본값)',
  'grey.figures': '수치',
  'grey.source': '출처',
  'grey.until': '평균 {time} 뒤 제외, {out} 유지: 전체 시간의 {share}',
  'grey.perCheck': '검사 하나가 실패할 확률 {share}, 연속 {failures}번 {inARow}',
} as const satisfies Readonly<Record<keyof typeof greyEn, string>>;
