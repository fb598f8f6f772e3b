import { z } from 'zod';
import { count, id, labelKey, labels, namespace, objectName, port } from '../fields';
import { defineKind } from './kind';

/** A Service. `selector` is Kubernetes' own: labels that a pod of the same namespace must carry; empty selects nothing. */
export const service = defineKind({
  kind: 'service',
  schema: z
    .strictObject({
      id,
      kind: z.literal('service'),
      name: objectName,
      namespace: namespace.default('default'),
      selector: labels.default({}),
      type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']).default('ClusterIP'),
      ports: z
        .array(
          z.strictObject({
            name: objectName.max(15).optional(),
            port,
            targetPort: port.optional(),
            nodePort: count(30_000, 32_767).optional(),
            protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
          }),
        )
        .min(1)
        .max(50)
        .default([{ port: 80, targetPort: 8080, protocol: 'TCP' }]),
      externalTrafficPolicy: z.enum(['Cluster', 'Local']).default('Cluster'),
      internalTrafficPolicy: z.enum(['Cluster', 'Local']).default('Cluster'),
      /** How the Service keeps traffic near: at most one of the ways that Kubernetes has had. */
      topology: z
        .discriminatedUnion('mode', [
          z.strictObject({ mode: z.literal('none') }),
          /** Annotation `service.kubernetes.io/topology-mode: Auto`. */
          z.strictObject({ mode: z.literal('auto') }),
          z.strictObject({
            mode: z.literal('trafficDistribution'),
            trafficDistribution: z.enum(['PreferClose', 'PreferSameZone', 'PreferSameNode']).default('PreferSameZone'),
          }),
          /** Kubernetes 1.21 and before. */
          z.strictObject({ mode: z.literal('topologyKeys'), topologyKeys: z.array(z.union([z.literal('*'), labelKey])).min(1).max(16) }),
        ])
        .default({ mode: 'none' }),
      publishNotReadyAddresses: z.boolean().default(false),
    })
    .refine((s) => s.ports.length === 1 || s.ports.every((p) => p.name !== undefined), {
      path: ['ports'],
      message: 'with several ports each needs a name',
    })
    .refine((s) => s.topology.mode !== 'topologyKeys' || s.topology.topologyKeys.indexOf('*') === -1 || s.topology.topologyKeys.indexOf('*') === s.topology.topologyKeys.length - 1, {
      path: ['topology', 'topologyKeys'],
      message: '* may only be the last key',
    })
    .refine((s) => s.topology.mode !== 'topologyKeys' || s.externalTrafficPolicy === 'Cluster', {
      path: ['topology'],
      message: 'topologyKeys and externalTrafficPolicy Local exclude each other',
    }),
  idPrefix: 'svc',
  lane: 'entry',
  span: 'region',
  sectionRank: 2,
  initial: { name: 'web' },
});
