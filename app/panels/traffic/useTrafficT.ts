import { trafficEn } from '../../i18n/messages/traffic.en';
import { trafficKo } from '../../i18n/messages/traffic.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useTrafficT = ownTexts({ en: trafficEn, ko: trafficKo });
