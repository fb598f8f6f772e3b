import type { analysisEn } from './analysis.en';

export const analysisKo = {
  'analysis.running': '계산하는 중 …',
  'analysis.stop': '중지',
  'analysis.stopped': '중지했습니다.',
  'analysis.failed': '문제가 생겼습니다: {error}',
  'analysis.stale': '그 뒤로 설계가 바뀌었습니다. 바뀌기 전의 결과입니다.',
} as const satisfies Readonly<Record<keyof typeof analysisEn, string>>;
