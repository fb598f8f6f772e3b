import type { CostLine, HopKind } from '../../evaluation';
import type { Language } from '../../language';
import { en } from './en';
import { ko } from './ko';

/** Every text of the cost stage: titles of lines, what has no price, and what is assumed. */
export interface CostMessages {
  readonly ec2: (entity: string, count: number, type: string, factor?: Pick<NonNullable<CostLine['factor']>, 'of' | 'value'>) => string;
  readonly eks: (extended: boolean) => string;
  readonly natHours: (count: number) => string;
  readonly natProcessing: string;
  readonly natAddresses: (count: number) => string;
  readonly loadBalancerAddresses: (entity: string, count: number) => string;
  readonly loadBalancerHours: (entity: string, type: string) => string;
  readonly capacityUnits: (entity: string, unit: 'LCU' | 'NLCU') => string;
  readonly classicProcessing: (entity: string) => string;
  readonly rootVolumes: (count: number) => string;
  readonly etcdVolumes: (count: number) => string;
  readonly claims: (storageClass: string, count: number, type: string) => string;
  readonly fileSystem: (entity: string, oneZone: boolean) => string;
  readonly database: (entity: string, instanceClass: string, multiAz: boolean) => string;
  readonly internetOut: string;
  readonly crossZone: (from: string, to: string, kind: HopKind, ends: 1 | 2) => string;
  readonly notPriced: {
    readonly missing: (what: string, region: string) => string;
    readonly spot: (group: string, share: number) => string;
    readonly gp3: string;
    readonly fileSystemThroughput: (entity: string) => string;
    readonly databaseStorage: (entity: string, gib: number) => string;
    readonly multiAzCluster: (entity: string, instanceClass: string) => string;
    readonly beyondFirstTier: (gb: number) => string;
    readonly publicAddress: (entity: string, gb: number) => string;
    readonly tooMuch: (what: string) => string;
    readonly interfaceEndpoints: string;
  };
  readonly assumptions: {
    readonly gigabyte: string;
    readonly capacityUnits: string;
    readonly databaseTransfer: string;
    readonly fileSystemTransfer: string;
    readonly natTransfer: string;
    readonly price: (what: string, note: string) => string;
  };
}

export const messages: Readonly<Record<Language, CostMessages>> = { en, ko };
