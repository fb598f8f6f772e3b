import type { trafficEn } from './traffic.en';

export const trafficKo = {
  'traffic.tabs': '이 Service',
  'traffic.tab.shares': '비율',
} as const satisfies Readonly<Record<keyof typeof trafficEn, string>>;
