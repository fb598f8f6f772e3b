import type { CostFree } from '../../../evaluation';
import type { Language } from '../../../language';
import { en } from './en';
import { ko } from './ko';

/** Every text of a bill's detail: how a line came about, what it may be instead, what stands beside the total. */
export interface DetailMessages {
  readonly formula: {
    readonly hours: (count: number, thing: 'machine' | 'gateway' | 'address' | 'one') => string;
    readonly factor: (listPrice: number, value: number, unitPrice: number) => string;
    readonly volumes: (name: string, count: number, gib: number) => string;
    readonly together: (count: number, gib: number) => string;
    readonly stored: (gib: number) => string;
    readonly bytes: (bytesPerSecond: number, ends: number) => string;
  };
  readonly range: { readonly connections: (perSecond: number, perUnit: number) => string };
  readonly otherwise: { readonly clientEnd: string; readonly bothEnds: string; readonly free: string; readonly decimalGb: string; readonly allowance: string };
  readonly free: Readonly<Record<CostFree['id'], { readonly title: string; readonly why: string }>>;
  readonly estimate: Readonly<Record<'replication' | 'apiServerToEtcd' | 'nodesToApiServer' | 'nodesToEks', { readonly title: string; readonly formula: string }>>;
  /** Names of what estimates are made of. */
  readonly input: Readonly<Record<'machines' | 'apiServers' | 'lease' | 'leaderElection' | 'writes' | 'writeBytes' | 'heartbeats' | 'heartbeatBytes' | 'nodeBytes', string>>;
}

export const messages: Readonly<Record<Language, DetailMessages>> = { en, ko };
