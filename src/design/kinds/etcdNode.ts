import { z } from 'zod';
import { gib, id, instanceType, reference } from '../fields';
import { defineKind } from './kind';

/** One external etcd member on a machine of its own. */
export const etcdNode = defineKind({
  kind: 'etcdNode',
  schema: z.strictObject({
    id,
    kind: z.literal('etcdNode'),
    zone: reference('zone'),
    instanceType: instanceType.default('m6i.large'),
    etcd: z.enum(['voter', 'learner']).default('voter'),
    rootVolumeGiB: gib.default(20),
    etcdVolumeGiB: gib.default(20),
  }),
  idPrefix: 'etcd',
  lane: 'control',
  span: 'zone',
  initial: {},
});
