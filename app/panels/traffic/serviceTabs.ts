import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ServiceTraffic } from '#engine/evaluation';
import type { trafficEn } from '../../i18n/messages/traffic.en';
import { SharesTab } from './SharesTab';

export interface ServiceTab {
  readonly id: string;
  readonly label: keyof typeof trafficEn;
  readonly Content: ComponentType<{ readonly service: ServiceTraffic }>;
}

/** What the panel says of a Service, in the order of the tabs; all but the first are best `lazy`. */
export const serviceTabs: readonly ServiceTab[] = [
  { id: 'shares', label: 'traffic.tab.shares', Content: SharesTab },
  { id: 'walk', label: 'traffic.tab.walk', Content: lazy(async () => ({ default: (await import('./WalkTab')).WalkTab })) },
];
