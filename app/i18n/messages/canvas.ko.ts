import type { canvasEn } from './canvas.en';

export const canvasKo = {
  'step.move': '옮기기',
} as const satisfies Readonly<Record<keyof typeof canvasEn, string>>;
