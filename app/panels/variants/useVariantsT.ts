import { variantsEn } from '../../i18n/messages/variants.en';
import { variantsKo } from '../../i18n/messages/variants.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useVariantsT = ownTexts({ en: variantsEn, ko: variantsKo });
