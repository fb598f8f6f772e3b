import { z } from 'zod';
import { displayName, id } from '../fields';
import { defineKind } from './kind';

/** A source of traffic: the internet, or machines inside the VPC with a weight per zone. */
export const client = defineKind({
  kind: 'client',
  schema: z.strictObject({
    id,
    kind: z.literal('client'),
    name: displayName.default(''),
    from: z.enum(['internet', 'vpc']).default('internet'),
    /** Zone id -> relative weight; for `vpc`. Empty = every zone alike. */
    weights: z.record(id, z.number().min(0).max(1_000_000)).meta({ keyRef: ['zone'] }).default({}),
  }),
  idPrefix: 'client',
  lane: 'entry',
  span: 'region',
  initial: {},
});
