import { z } from 'zod';
import { gib, id, instanceType, labels, reference, taint } from '../fields';
import { defineKind } from './kind';

/** An individual EC2 worker without an Auto Scaling group: nothing replaces it. */
export const instance = defineKind({
  kind: 'instance',
  schema: z.strictObject({
    id,
    kind: z.literal('instance'),
    zone: reference('zone'),
    instanceType: instanceType.default('m6i.large'),
    labels: labels.default({}),
    taints: z.array(taint).max(50).default([]),
    rootVolumeGiB: gib.default(50),
  }),
  idPrefix: 'node',
  lane: 'groups',
  span: 'zone',
  initial: {},
});
