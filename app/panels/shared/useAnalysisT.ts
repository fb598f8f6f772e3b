import { analysisEn } from '../../i18n/messages/analysis.en';
import { analysisKo } from '../../i18n/messages/analysis.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useAnalysisT = ownTexts({ en: analysisEn, ko: analysisKo });
