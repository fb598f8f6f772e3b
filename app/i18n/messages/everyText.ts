import type { Language } from '../language';
import { analysisEn } from './analysis.en';
import { analysisKo } from './analysis.ko';
import { availabilityEn } from './availability.en';
import { availabilityKo } from './availability.ko';
import { costEn } from './cost.en';
import { costKo } from './cost.ko';
import { en } from './en';
import { failuresEn } from './failures.en';
import { failuresKo } from './failures.ko';
import { greyEn } from './grey.en';
import { greyKo } from './grey.ko';
import { hpaEn } from './hpa.en';
import { hpaKo } from './hpa.ko';
import { ko } from './ko';
import { maintenanceEn } from './maintenance.en';
import { maintenanceKo } from './maintenance.ko';
import { pathEn } from './path.en';
import { pathKo } from './path.ko';
import { trafficEn } from './traffic.en';
import { trafficKo } from './traffic.ko';
import { trustEn } from './trust.en';
import { trustKo } from './trust.ko';
import { variantsEn } from './variants.en';
import { variantsKo } from './variants.ko';

const english = {
  ...en,
  ...analysisEn,
  ...availabilityEn,
  ...costEn,
  ...failuresEn,
  ...greyEn,
  ...hpaEn,
  ...maintenanceEn,
  ...pathEn,
  ...trafficEn,
  ...trustEn,
  ...variantsEn,
};

export type TextKey = keyof typeof english;

const korean = {
  ...ko,
  ...analysisKo,
  ...availabilityKo,
  ...costKo,
  ...failuresKo,
  ...greyKo,
  ...hpaKo,
  ...maintenanceKo,
  ...pathKo,
  ...trafficKo,
  ...trustKo,
  ...variantsKo,
};

/** The page's texts and those that come with a panel: for tests, which speak as any part does. */
export const everyText: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en: english, ko: korean };
