import { trustEn } from '../../i18n/messages/trust.en';
import { trustKo } from '../../i18n/messages/trust.ko';
import { ownTexts } from '../../i18n/ownTexts';

/** The texts of every topic come with the first panel that is opened. */
export const useTrustT = ownTexts({ en: trustEn, ko: trustKo });
