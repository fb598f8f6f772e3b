import { z } from 'zod';
import { displayName, gib, id, reference } from '../fields';
import { defineKind } from './kind';

/** An EFS file system: regional, or One Zone in its one zone; `zones` have a mount target. */
export const fileSystem = defineKind({
  kind: 'fileSystem',
  schema: z
    .strictObject({
      id,
      kind: z.literal('fileSystem'),
      name: displayName.default(''),
      type: z.enum(['regional', 'oneZone']).default('regional'),
      zones: z.array(reference('zone')).min(1),
      storageGiB: gib.default(100),
    })
    .refine((fs) => fs.type === 'regional' || fs.zones.length === 1, { path: ['zones'], message: 'One Zone has exactly one zone' })
    .refine((fs) => new Set(fs.zones).size === fs.zones.length, { path: ['zones'], message: 'each zone once' }),
  idPrefix: 'efs',
  lane: 'storage',
  span: 'zones',
  sectionRank: 1,
  initial: {},
});
