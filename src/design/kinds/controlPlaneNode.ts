import { z } from 'zod';
import { gib, id, instanceType, reference } from '../fields';
import { defineKind } from './kind';

/** One self-managed control-plane machine: an API server, and an etcd member if `etcd` is not `none` (stacked topology). */
export const controlPlaneNode = defineKind({
  kind: 'controlPlaneNode',
  schema: z.strictObject({
    id,
    kind: z.literal('controlPlaneNode'),
    zone: reference('zone'),
    instanceType: instanceType.default('m6i.large'),
    /** A learner gets the log but has no vote. */
    etcd: z.enum(['voter', 'learner', 'none']).default('voter'),
    rootVolumeGiB: gib.default(50),
    etcdVolumeGiB: gib.default(20),
  }),
  idPrefix: 'cp',
  lane: 'control',
  span: 'zone',
  initial: {},
});
