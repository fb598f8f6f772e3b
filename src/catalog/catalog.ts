/**
 * What AWS offers and charges in one region, with source and date of every price: the data that evaluation takes
 * beside the design. Sheets are in `data/`, one file a region; `catalogOf` joins a sheet with the instance types.
 */
export interface Catalog {
  readonly region: string;
  readonly regionName: string;
  /** Zone letters that the region has. */
  readonly zones: readonly string[];
  readonly instanceTypes: ReadonlyMap<string, InstanceType>;
  readonly prices: Prices;
  /** The oldest and the newest of the prices' dates. */
  readonly priceDates: { readonly oldest: string; readonly newest: string };
}

export interface InstanceType {
  readonly type: string;
  readonly vcpu: number;
  readonly memoryMiB: number;
  readonly arch: 'amd64' | 'arm64';
  readonly enis: number;
  readonly ipv4PerEni: number;
  /** Pods that the VPC CNI has addresses for, in secondary-IP mode. */
  readonly maxPods: number;
  readonly ebsAttachLimit: { readonly table: number; readonly shared: boolean };
  readonly networkGbps: number;
}

/** What a price is for. `LCU-h` and `NLCU-h`: load balancer capacity units, each for an hour. */
export type CostUnit = 'h' | 'GB' | 'GB-month' | 'LCU-h' | 'NLCU-h';

/** One price in USD with where it comes from; `assumed` = general knowledge, shown as such. */
export interface Price<Unit extends CostUnit = CostUnit> {
  readonly usd: number;
  /** Of the type only: hours cannot be charged at the price of a GB. */
  readonly per?: Unit;
  /** Repository and path of the file that it was read from. */
  readonly source: string;
  /** `2025-10-28`, `2025-10` or `2025`. */
  readonly date: string;
  readonly confidence: 'file' | 'derived' | 'assumed';
  /** How it was derived, or on what it is assumed. */
  readonly note?: string;
}

/** Prices of one region; null where the source has none. Per hour, GB or GB-month as the names say. */
export interface Prices {
  readonly crossAzPerGbEachDirection: Price<'GB'> | null;
  readonly internetOutPerGbFirst10TB: Price<'GB'> | null;
  readonly eksClusterHour: Price<'h'> | null;
  readonly eksExtendedSupportHour: Price<'h'> | null;
  readonly natGatewayHour: Price<'h'> | null;
  readonly natGatewayPerGb: Price<'GB'> | null;
  readonly albHour: Price<'h'> | null;
  readonly albLcuHour: Price<'LCU-h'> | null;
  readonly nlbHour: Price<'h'> | null;
  readonly nlbNlcuHour: Price<'NLCU-h'> | null;
  readonly clbHour: Price<'h'> | null;
  readonly clbPerGb: Price<'GB'> | null;
  readonly ebsGp3PerGbMonth: Price<'GB-month'> | null;
  readonly ebsGp2PerGbMonth: Price<'GB-month'> | null;
  readonly efsStandardPerGbMonth: Price<'GB-month'> | null;
  readonly efsOneZonePerGbMonth: Price<'GB-month'> | null;
  readonly publicIpv4Hour: Price<'h'> | null;
  /** Hourly price of an instance type, on-demand Linux, or null where the region does not offer it. */
  readonly ec2: (type: string) => Price<'h'> | null;
  /** Hourly price of an RDS instance class. */
  readonly rds: (engine: 'postgres' | 'mysql', instanceClass: string, multiAz: boolean) => Price<'h'> | null;
}
