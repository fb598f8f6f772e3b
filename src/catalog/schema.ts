import { z } from 'zod';

/** The sheets in `data/`, as `scripts/catalog.mjs` writes them. */

const price = z.strictObject({
  usd: z.number().positive(),
  unit: z.enum(['h', 'GB', 'GB-month', 'LCU-h', 'NLCU-h']),
  /** Key of `sources`. */
  source: z.string(),
  confidence: z.enum(['file', 'derived', 'assumed']),
  note: z.string().optional(),
});

/** USD an hour for a single-AZ instance and for a Multi-AZ instance, and the key of the source. */
const rdsPrice = z.tuple([z.number().positive(), z.number().positive(), z.string()]);

export const sheetSchema = z.strictObject({
  generatedBy: z.string(),
  currency: z.literal('USD'),
  region: z.string(),
  name: z.string(),
  zones: z.array(z.string().regex(/^[a-z]$/)).min(1),
  sources: z.record(z.string(), z.strictObject({ source: z.string(), date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/) })),
  prices: z.strictObject({
    crossAzPerGbEachDirection: price.nullable(),
    internetOutPerGbFirst10TB: price.nullable(),
    eksClusterHour: price.nullable(),
    eksExtendedSupportHour: price.nullable(),
    natGatewayHour: price.nullable(),
    natGatewayPerGb: price.nullable(),
    albHour: price.nullable(),
    albLcuHour: price.nullable(),
    nlbHour: price.nullable(),
    nlbNlcuHour: price.nullable(),
    clbHour: price.nullable(),
    clbPerGb: price.nullable(),
    ebsGp3PerGbMonth: price.nullable(),
    ebsGp2PerGbMonth: price.nullable(),
    efsStandardPerGbMonth: price.nullable(),
    efsOneZonePerGbMonth: price.nullable(),
    publicIpv4Hour: price.nullable(),
  }),
  ec2: z.strictObject({
    unit: z.literal('h'),
    source: z.string(),
    confidence: z.enum(['file', 'derived', 'assumed']),
    types: z.record(z.string(), z.number().positive()),
  }),
  rds: z.strictObject({
    unit: z.literal('h'),
    postgres: z.record(z.string(), rdsPrice),
    mysql: z.record(z.string(), rdsPrice),
  }),
});

export type Sheet = z.infer<typeof sheetSchema>;

export const instanceTypesSchema = z.array(
  z.strictObject({
    type: z.string(),
    vcpu: z.int().positive(),
    memoryMiB: z.int().positive(),
    arch: z.enum(['amd64', 'arm64']),
    enis: z.int().positive(),
    ipv4PerEni: z.int().positive(),
    maxPods: z.int().positive(),
    ebsAttachLimit: z.strictObject({ table: z.int().positive(), shared: z.boolean() }),
    networkGbps: z.number().positive(),
  }),
);

export type InstanceTypes = z.infer<typeof instanceTypesSchema>;
