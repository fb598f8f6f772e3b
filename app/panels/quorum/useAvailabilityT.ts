import { availabilityEn } from '../../i18n/messages/availability.en';
import { availabilityKo } from '../../i18n/messages/availability.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useAvailabilityT = ownTexts({ en: availabilityEn, ko: availabilityKo });
