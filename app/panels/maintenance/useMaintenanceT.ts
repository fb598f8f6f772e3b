import { maintenanceEn } from '../../i18n/messages/maintenance.en';
import { maintenanceKo } from '../../i18n/messages/maintenance.ko';
import { ownTexts } from '../../i18n/ownTexts';

export const useMaintenanceT = ownTexts({ en: maintenanceEn, ko: maintenanceKo });
