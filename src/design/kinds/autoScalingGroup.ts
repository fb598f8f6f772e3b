import { z } from 'zod';
import { count, gib, id, instanceType, labels, reference, share, taint } from '../fields';
import { defineKind } from './kind';

/** An EC2 Auto Scaling group of workers: zonal with one zone, regional with several. */
export const autoScalingGroup = defineKind({
  kind: 'autoScalingGroup',
  schema: z
    .strictObject({
      id,
      kind: z.literal('autoScalingGroup'),
      zones: z.array(reference('zone')).min(1),
      /** The first one is what the evaluator launches; the others are alternatives of a mixed-instances policy. */
      instanceTypes: z.array(instanceType).min(1).max(40).default(['m6i.large']),
      min: count(0, 5000).default(0),
      desired: count(0, 5000).default(1),
      max: count(0, 5000).default(3),
      /** CapacityDistributionStrategy: what happens where launches fail in a zone. */
      distribution: z.enum(['balanced-best-effort', 'balanced-only']).default('balanced-best-effort'),
      /** The AZRebalance process; suspend it where the cluster autoscaler runs. */
      azRebalance: z.boolean().default(true),
      labels: labels.default({}),
      taints: z.array(taint).max(50).default([]),
      /** OnDemandPercentageAboveBaseCapacity as a share: 1 = all on-demand, 0 = all spot. */
      onDemandShare: share.default(1),
      /** An EKS managed node group (else self-managed). */
      eksManaged: z.boolean().default(true),
      /** Set by hand: zone id -> instances, instead of AWS's balancing. */
      instancesPerZone: z.record(id, count(0, 5000)).meta({ keyRef: ['zone'] }).optional(),
      rootVolumeGiB: gib.default(50),
    })
    .refine((group) => group.min <= group.desired && group.desired <= group.max, {
      path: ['desired'],
      message: 'min <= desired <= max',
    })
    .refine((group) => new Set(group.zones).size === group.zones.length, { path: ['zones'], message: 'each zone once' })
    .refine((group) => Object.keys(group.instancesPerZone ?? {}).every((zone) => group.zones.includes(zone)), {
      path: ['instancesPerZone'],
      message: 'only zones of the group',
    })
    .refine(
      (group) =>
        group.instancesPerZone === undefined ||
        Object.values(group.instancesPerZone).reduce((sum, n) => sum + n, 0) === group.desired,
      { path: ['instancesPerZone'], message: 'must add up to desired' },
    ),
  idPrefix: 'asg',
  lane: 'groups',
  span: 'zones',
  initial: {},
  // Counts set by hand belong to the zones they were set for.
  withZones: (group, zones) => Object.fromEntries(Object.entries({ ...group, zones }).filter(([field]) => field !== 'instancesPerZone')),
});
