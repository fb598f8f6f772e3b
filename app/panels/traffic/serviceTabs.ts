import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ServiceTraffic } from '#engine/evaluation';
import type { trafficEn } from '../../i18n/messages/traffic.en';
import { SharesTab } from './SharesTab';

export interface ServiceTab {
  readonly id: string;
  readonly label: keyof typeof trafficEn & `traffic.tab.${string}`;
  readonly Content: ComponentType<{ readonly service: ServiceTraffic }>;
}

/** What the panel says of a Service, in the order of the tabs; all but the first are loaded when they are opened. */
export const serviceTabs: readonly ServiceTab[] = [
  { id: 'shares', label: 'traffic.tab.shares', Content: SharesTab },
  { id: 'walk', label: 'traffic.tab.walk', Content: lazy(async () => ({ default: (await import('./WalkTab')).WalkTab })) },
  { id: 'alternatives', label: 'traffic.tab.alternatives', Content: lazy(async () => ({ default: (await import('./AlternativesTab')).AlternativesTab })) },
  { id: 'hints', label: 'traffic.tab.hints', Content: lazy(async () => ({ default: (await import('./HintsTab')).HintsTab })) },
];
