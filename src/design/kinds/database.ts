import { z } from 'zod';
import { displayName, gib, id, reference } from '../fields';
import { defineKind } from './kind';

/** An RDS database. The first of `zones` is the primary's (writer's), the others are the standbys'. */
export const database = defineKind({
  kind: 'database',
  schema: z
    .strictObject({
      id,
      kind: z.literal('database'),
      name: displayName.default(''),
      engine: z.enum(['postgres', 'mysql']).default('postgres'),
      deployment: z.enum(['single-az', 'multi-az-instance', 'multi-az-cluster']).default('multi-az-instance'),
      instanceClass: z
        .string()
        .max(40)
        .regex(/^db\.[a-z0-9-]+\.[a-z0-9-]+$/, 'an RDS instance class, e.g. db.m6g.large')
        .default('db.m6g.large'),
      zones: z.array(reference('zone')).min(1).max(3),
      storageGiB: gib.default(100),
    })
    .refine((db) => db.zones.length <= zonesOfDeployment[db.deployment], {
      path: ['zones'],
      message: 'single-az has one zone, multi-az-instance two, multi-az-cluster three',
    })
    .refine((db) => new Set(db.zones).size === db.zones.length, { path: ['zones'], message: 'each zone once' }),
  idPrefix: 'db',
  lane: 'storage',
  span: 'zones',
  initial: {},
});

/** Zones that a deployment uses when complete; a half-finished drawing may name fewer. */
const zonesOfDeployment = { 'single-az': 1, 'multi-az-instance': 2, 'multi-az-cluster': 3 } as const;
