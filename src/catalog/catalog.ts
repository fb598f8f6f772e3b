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

/** One price in USD with where it comes from; `assumed` = general knowledge, shown as such. */
export interface Price {
  readonly usd: number;
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
  readonly crossAzPerGbEachDirection: Price | null;
  readonly internetOutPerGbFirst10TB: Price | null;
  readonly eksClusterHour: Price | null;
  readonly eksExtendedSupportHour: Price | null;
  readonly natGatewayHour: Price | null;
  readonly natGatewayPerGb: Price | null;
  readonly albHour: Price | null;
  readonly albLcuHour: Price | null;
  readonly nlbHour: Price | null;
  readonly nlbNlcuHour: Price | null;
  readonly clbHour: Price | null;
  readonly clbPerGb: Price | null;
  readonly ebsGp3PerGbMonth: Price | null;
  readonly ebsGp2PerGbMonth: Price | null;
  readonly efsStandardPerGbMonth: Price | null;
  readonly efsOneZonePerGbMonth: Price | null;
  readonly publicIpv4Hour: Price | null;
  /** Hourly price of an instance type, on-demand Linux, or null where the region does not offer it. */
  readonly ec2: (type: string) => Price | null;
  /** Hourly price of an RDS instance class. */
  readonly rds: (engine: 'postgres' | 'mysql', instanceClass: string, multiAz: boolean) => Price | null;
}
