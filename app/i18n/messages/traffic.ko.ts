import type { trafficEn } from './traffic.en';

export const trafficKo = {
  'traffic.tabs': '이 Service',
  'traffic.tab.shares': '비율',
  'traffic.tab.walk': '요청 따라가기',
  'traffic.walk.link': '호출하는 쪽',
  'traffic.walk.again': '처음부터',
} as const satisfies Readonly<Record<keyof typeof trafficEn, string>>;
