import { costEn } from '../../i18n/messages/cost.en';
import { costKo } from '../../i18n/messages/cost.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useCostT = ownTexts({ en: costEn, ko: costKo });
