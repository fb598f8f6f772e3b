import { hpaEn } from '../../i18n/messages/hpa.en';
import { hpaKo } from '../../i18n/messages/hpa.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useHpaT = ownTexts({ en: hpaEn, ko: hpaKo });
