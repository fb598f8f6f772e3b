import { z } from 'zod';
import { id, objectName, reference } from '../fields';
import { defineKind } from './kind';

/** A StorageClass of the EBS or EFS CSI driver. */
export const storageClass = defineKind({
  kind: 'storageClass',
  schema: z.strictObject({
    id,
    kind: z.literal('storageClass'),
    name: objectName,
    provisioner: z.enum(['ebs.csi.aws.com', 'efs.csi.aws.com']).default('ebs.csi.aws.com'),
    volumeBindingMode: z.enum(['Immediate', 'WaitForFirstConsumer']).default('WaitForFirstConsumer'),
    volumeType: z.enum(['gp3', 'gp2']).default('gp3').meta({ onlyWith: { provisioner: 'ebs.csi.aws.com' } }),
    reclaimPolicy: z.enum(['Delete', 'Retain']).default('Delete'),
    /** allowedTopologies; empty = every zone. */
    allowedZones: z.array(reference('zone')).default([]),
    /** Where access points are made. */
    fileSystem: reference('fileSystem').optional().meta({ onlyWith: { provisioner: 'efs.csi.aws.com' } }),
  }),
  idPrefix: 'sc',
  lane: 'storage',
  span: 'region',
  sectionRank: 2,
  initial: { name: 'gp3' },
});
