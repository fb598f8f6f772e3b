import { z } from 'zod';
import { count, displayName, id, instanceType, reference, share } from './fields';
import { kinds } from './kinds/kinds';

/** The version that this program writes. A file with a higher one is refused, a lower one is migrated. */
export const currentVersion = 1;

export const kubernetesVersions = ['1.21', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;
export type KubernetesVersion = (typeof kubernetesVersions)[number];

export const expanders = ['least-waste', 'most-pods', 'least-nodes', 'priority', 'random'] as const;

const bytes = z.number().min(0).max(1e12).meta({ unit: 'B' });

const addons = z.strictObject({
  clusterAutoscaler: z
    .strictObject({
      expander: z.enum(expanders).default('least-waste'),
      balanceSimilarNodeGroups: z.boolean().default(false),
    })
    .optional(),
  /** One NodePool; what is absent is as in Karpenter's "Getting Started". */
  karpenter: z
    .strictObject({
      instanceTypes: z.array(instanceType).min(1).max(100).optional(),
      /** Letters; absent: every zone of the design. */
      zones: z.array(z.string().regex(/^[a-z]$/, 'the letter of a zone, e.g. a')).min(1).max(26).optional(),
      capacityTypes: z.array(z.enum(['on-demand', 'spot'])).min(1).optional(),
      /** What all its nodes may have together. */
      limits: z.strictObject({ cpu: count(1, 1_000_000).meta({ unit: 'vCPU' }) }).optional(),
    })
    .optional(),
  descheduler: z
    .strictObject({
      strategies: z
        .array(
          z.enum([
            'RemoveDuplicates',
            'RemovePodsViolatingTopologySpreadConstraint',
            'RemovePodsViolatingInterPodAntiAffinity',
            'RemovePodsViolatingNodeAffinity',
            'RemovePodsViolatingNodeTaints',
            'LowNodeUtilization',
            'HighNodeUtilization',
          ]),
        )
        .default(['RemoveDuplicates', 'RemovePodsViolatingTopologySpreadConstraint']),
      intervalMinutes: count(1, 10_080).default(5).meta({ unit: 'min' }),
    })
    .optional(),
  istio: z
    .strictObject({
      mode: z.enum(['failover', 'distribute', 'failoverPriority']).default('failover'),
      /** Without it Istio's failover does nothing. */
      outlierDetection: z.boolean().default(true),
      /** For `distribute`: zone letter -> zone letter -> percent. */
      distribute: z.record(id, z.record(id, count(0, 100))).default({}),
      failoverPriority: z.array(z.string().max(317)).max(10).default([]),
    })
    .optional(),
});

/** Assumptions, not AWS figures: the share of time that a zone, a node and the region as a whole are up. */
const availability = z.strictObject({
  zone: share.default(0.9997),
  node: share.default(0.995),
  region: share.default(0.9999),
  /** Left out, these are as `src/availability/assumptions.ts` has them. A pair of zones: what takes both at once, and no other. */
  zonePair: share.optional(),
  eks: share.optional(),
  loadBalancer: share.optional(),
  databaseMultiAz: share.optional(),
  databaseSingleAz: share.optional(),
  fileSystemRegional: share.optional(),
  fileSystemOneZone: share.optional(),
});

/** The bill's own numbers: no price list and no other part of the design says them. */
const costAssumptions = z.strictObject({
  /** How on-demand machines are bought; a factor is what an hour costs of the on-demand price, 1: no discount. */
  commitment: z.enum(['none', 'savings-plan', 'reserved']).default('none'),
  commitmentFactor: share.default(1),
  spotFactor: share.default(1),
  /** 1: each request opens a connection of its own. */
  requestsPerConnection: z.number().min(1).max(1e9).default(1),
  /** On top of what Kubernetes writes at rest. */
  etcdWritesPerSecond: z.number().min(0).max(1e6).default(50).meta({ unit: '/s' }),
  etcdBytesPerWrite: bytes.default(2_000),
  etcdBytesPerHeartbeat: bytes.default(100),
  /** Each second, between a node and the API servers. */
  apiServerBytesPerNode: bytes.default(5_000),
});

const cidr = z
  .string()
  .regex(/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}\/(1[6-9]|2[0-8])$/, 'an IPv4 CIDR of /16 to /28, e.g. 10.0.0.0/16');

/** Subnets: made by the Terraform, or existing ones named here. */
const network = z.strictObject({
  vpcCidr: cidr.default('10.0.0.0/16'),
  /** Prefix lengths of each zone's subnets. */
  privateSubnetPrefix: count(16, 28).default(20),
  publicSubnetPrefix: count(16, 28).default(24),
  existing: z
    .strictObject({
      vpcId: z.string().regex(/^vpc-[0-9a-f]+$/, 'a VPC id, e.g. vpc-0abc'),
      /** Zone id -> subnet id. */
      privateSubnets: z.record(id, z.string().regex(/^subnet-[0-9a-f]+$/, 'a subnet id, e.g. subnet-0abc')).default({}),
      publicSubnets: z.record(id, z.string().regex(/^subnet-[0-9a-f]+$/, 'a subnet id, e.g. subnet-0abc')).default({}),
    })
    .optional(),
});

const settings = z
  .strictObject({
    region: z
      .string()
      .max(32)
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region, e.g. ap-northeast-2')
      .default('ap-northeast-2'),
    kubernetesVersion: z.enum(kubernetesVersions).default('1.34'),
    /** The price of the EKS control plane: extended support costs more. */
    eksSupport: z.enum(['standard', 'extended']).default('standard'),
    nat: z.enum(['per-zone', 'single', 'none']).default('per-zone'),
    controlPlane: z.enum(['eks', 'self-managed']).default('self-managed'),
    addons: addons.default({}),
    availability: availability.prefault({}),
    costAssumptions: costAssumptions.prefault({}),
    network: network.prefault({}),
    /** Name prefix and tags of everything that the Terraform makes. */
    namePrefix: id.max(24).default('zonesketch'),
    tags: z
      .record(z.string().min(1).max(128), z.string().max(256))
      .refine((tags) => !Object.hasOwn(tags, '__proto__'), 'not a tag name')
      .default({}),
    /** null: among equals the first node by name; a number: drawn with this seed. */
    seed: z.int().min(0).max(4_294_967_295).nullable().default(null),
  })
  .refine((s) => s.kubernetesVersion !== '1.21' || s.controlPlane === 'self-managed', {
    path: ['kubernetesVersion'],
    message: '1.21 is for teaching topologyKeys on a self-managed control plane only',
  });

/** Who calls or uses whom. `to` is an entity, or `internet`. */
export const linkSchema = z.strictObject({
  id,
  from: reference('client', 'workload'),
  to: reference('service', 'loadBalancer', 'database', 'fileSystem'),
  requestsPerSecond: z.number().min(0).max(1e9).default(100).meta({ unit: '/s' }),
  requestBytes: bytes.default(2_000),
  responseBytes: bytes.default(20_000),
});

export const entitySchema = z.discriminatedUnion('kind', [
  kinds.zone.schema,
  kinds.controlPlaneNode.schema,
  kinds.etcdNode.schema,
  kinds.autoScalingGroup.schema,
  kinds.instance.schema,
  kinds.workload.schema,
  kinds.service.schema,
  kinds.loadBalancer.schema,
  kinds.client.schema,
  kinds.storageClass.schema,
  kinds.fileSystem.schema,
  kinds.database.schema,
  kinds.note.schema,
]);

/** How the board is drawn; it never changes what is evaluated. */
const layout = z.strictObject({
  /** Ids in the order in which the board shows them, where that differs from the natural order. */
  order: z.array(id).default([]),
  collapsed: z.array(id).default([]),
});

export const designSchema = z.strictObject({
  zonesketch: z.literal(currentVersion),
  name: displayName.default('Untitled'),
  description: z.string().max(4000).default(''),
  settings: settings.prefault({}),
  entities: z.array(entitySchema).max(10_000).default([]),
  links: z.array(linkSchema).max(10_000).default([]),
  layout: layout.prefault({}),
});

export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export type Design = DeepReadonly<z.infer<typeof designSchema>>;
export type Settings = Design['settings'];
export type Entity = Design['entities'][number];
/** As a file or an addition may write it: without what has a default. */
export type EntityInput = DeepReadonly<z.input<typeof entitySchema>>;
export type EntityInputOf<K extends Entity['kind']> = Extract<EntityInput, { readonly kind: K }>;
export type EntityOf<K extends Entity['kind']> = Extract<Entity, { readonly kind: K }>;
export type Link = Design['links'][number];
export type Layout = Design['layout'];

export type Zone = EntityOf<'zone'>;
export type ControlPlaneNode = EntityOf<'controlPlaneNode'>;
export type EtcdNode = EntityOf<'etcdNode'>;
export type AutoScalingGroup = EntityOf<'autoScalingGroup'>;
export type Instance = EntityOf<'instance'>;
export type Workload = EntityOf<'workload'>;
export type ServiceEntity = EntityOf<'service'>;
export type LoadBalancer = EntityOf<'loadBalancer'>;
export type Client = EntityOf<'client'>;
export type StorageClassEntity = EntityOf<'storageClass'>;
export type FileSystem = EntityOf<'fileSystem'>;
export type Database = EntityOf<'database'>;
