import { failuresEn } from '../../i18n/messages/failures.en';
import { failuresKo } from '../../i18n/messages/failures.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useFailuresT = ownTexts({ en: failuresEn, ko: failuresKo });
