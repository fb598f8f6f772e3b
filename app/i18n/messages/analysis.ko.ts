import type { analysisEn } from './analysis.en';

export const analysisKo = {
  'analysis.running': '계산하는 중 …',
  'analysis.placement': '파드 배치 중: {wanted}개 중 {done}개',
  'analysis.nodes': '노드 {wanted}대 중 {done}대',
  'analysis.timeline': '타임라인 계산 중: {wanted}단계 중 {done}단계',
  'analysis.again': '계산하기',
  'analysis.stop': '중지',
  'analysis.stopped': '중지했습니다.',
  'analysis.failed': '문제가 생겼습니다: {error}',
  'analysis.stale': '그 뒤로 설계가 바뀌었습니다. 바뀌기 전의 결과입니다.',
} as const satisfies Readonly<Record<keyof typeof analysisEn, string>>;
