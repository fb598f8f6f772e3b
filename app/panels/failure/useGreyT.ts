import { greyEn } from '../../i18n/messages/grey.en';
import { greyKo } from '../../i18n/messages/grey.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useGreyT = ownTexts({ en: greyEn, ko: greyKo });
