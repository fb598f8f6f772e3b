import { z } from 'zod';
import { displayName, id, reference } from '../fields';
import { defineKind } from './kind';

/** An Elastic Load Balancer in front of a Service; `zones` are its enabled Availability Zones. */
export const loadBalancer = defineKind({
  kind: 'loadBalancer',
  schema: z
    .strictObject({
      id,
      kind: z.literal('loadBalancer'),
      name: displayName.default(''),
      type: z.enum(['nlb', 'alb', 'clb']).default('nlb'),
      scheme: z.enum(['internet-facing', 'internal']).default('internet-facing'),
      zones: z.array(reference('zone')).min(1),
      /** Cross-zone load balancing. An NLB's default is off, an ALB's on. */
      crossZone: z.boolean().default(false),
      targetType: z.enum(['instance', 'ip']).default('instance'),
      /** dns_record.client_routing_policy of an NLB: how clients inside the VPC choose a zone. */
      clientRoutingPolicy: z
        .enum(['any_availability_zone', 'partial_availability_zone_affinity', 'availability_zone_affinity'])
        .default('any_availability_zone'),
      service: reference('service').optional(),
    })
    .refine((lb) => new Set(lb.zones).size === lb.zones.length, { path: ['zones'], message: 'each zone once' }),
  idPrefix: 'lb',
  lane: 'entry',
  span: 'zones',
  sectionRank: 1,
  initial: {},
});
