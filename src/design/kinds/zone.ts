import { z } from 'zod';
import { id } from '../fields';
import { defineKind } from './kind';

/** An Availability Zone: region name + `letter`. The zone id (`apne2-az1`) names the same place in every account. */
export const zone = defineKind({
  kind: 'zone',
  schema: z.strictObject({
    id,
    kind: z.literal('zone'),
    letter: z.string().regex(/^[a-z]$/, 'one letter of the region, e.g. a'),
    zoneId: z
      .string()
      .regex(/^[a-z0-9]+-az[0-9]+$/, 'an AZ id, e.g. apne2-az1')
      .optional(),
  }),
  idPrefix: 'zone',
  lane: 'column',
  span: 'region',
  initial: { letter: 'a' },
});
