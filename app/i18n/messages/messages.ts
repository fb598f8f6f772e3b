import type { Language } from '../language';
import { canvasEn } from './canvas.en';
import { canvasKo } from './canvas.ko';
import { commonEn } from './common.en';
import { commonKo } from './common.ko';
import { drawsEn } from './draws.en';
import { drawsKo } from './draws.ko';
import { whyEn } from './why.en';
import { whyKo } from './why.ko';
import { exportEn } from './export.en';
import { exportKo } from './export.ko';
import { inspectorEn } from './inspector.en';
import { inspectorKo } from './inspector.ko';
import { panelsEn } from './panels.en';
import { panelsKo } from './panels.ko';
import { persistEn } from './persist.en';
import { persistKo } from './persist.ko';
import { trustEn } from './trust.en';
import { trustKo } from './trust.ko';

const en = { ...commonEn, ...panelsEn, ...inspectorEn, ...exportEn, ...persistEn, ...trustEn, ...canvasEn, ...drawsEn, ...whyEn };

/** Every text of the page by key. A key that Korean lacks does not compile (`satisfies` in each `*.ko.ts`). */
export type English = typeof en;
export type MessageKey = keyof English;

export const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en,
  ko: { ...commonKo, ...panelsKo, ...inspectorKo, ...exportKo, ...persistKo, ...trustKo, ...canvasKo, ...drawsKo, ...whyKo },
};
