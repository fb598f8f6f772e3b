import { z } from 'zod';
import { count, gib, id, labelKey, labels, labelValue, namespace, objectName, port, reference, resources, share } from '../fields';
import { defineKind } from './kind';

const requirement = z.strictObject({
  key: labelKey,
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
  values: z.array(labelValue).max(100).default([]),
});

/** Left out, a selector means the workload's own labels. */
const labelSelector = z.strictObject({
  matchLabels: labels.default({}),
  matchExpressions: z.array(requirement).max(50).default([]),
});

const container = z.strictObject({
  name: objectName,
  image: z.string().min(1).max(500).default('registry.k8s.io/pause:3.10').meta({ widget: 'image' }),
  requests: resources.default({}),
  limits: resources.default({}),
  ports: z
    .array(
      z.strictObject({
        name: objectName.max(15).optional(),
        containerPort: port,
        hostPort: port.optional(),
        protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
      }),
    )
    .max(50)
    .default([]),
});

const toleration = z.strictObject({
  key: labelKey.optional(),
  operator: z.enum(['Equal', 'Exists']).default('Equal'),
  value: labelValue.default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
  tolerationSeconds: z.int().min(0).optional(),
});

const spreadConstraint = z.strictObject({
  maxSkew: count(1, 1000).default(1),
  topologyKey: labelKey.default('topology.kubernetes.io/zone'),
  whenUnsatisfiable: z.enum(['DoNotSchedule', 'ScheduleAnyway']).default('DoNotSchedule'),
  labelSelector: labelSelector.optional(),
  minDomains: count(1, 1000).optional(),
  nodeAffinityPolicy: z.enum(['Honor', 'Ignore']).optional(),
  nodeTaintsPolicy: z.enum(['Honor', 'Ignore']).optional(),
  matchLabelKeys: z.array(labelKey).max(20).default([]),
});

/** Required without a weight, preferred with one. */
const podAffinityTerm = z.strictObject({
  topologyKey: labelKey.default('kubernetes.io/hostname'),
  labelSelector: labelSelector.optional(),
  namespaces: z.array(namespace).max(50).default([]),
  weight: count(1, 100).optional(),
});

/** Required terms are alternatives (ORed), preferred ones have a weight. */
const nodeAffinityTerm = z.strictObject({
  matchExpressions: z.array(requirement).min(1).max(50),
  weight: count(1, 100).optional(),
});

const volume = z.strictObject({
  name: objectName,
  /** EBS or EFS claim of this class; a Deployment's replicas share one claim, a StatefulSet's have one each. */
  storageClass: reference('storageClass').optional(),
  /** Or an EFS file system, mounted as one shared volume. */
  fileSystem: reference('fileSystem').optional(),
  sizeGiB: gib.default(10),
  mountPath: z.string().min(1).max(500).default('/data'),
  accessMode: z.enum(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']).default('ReadWriteOnce'),
});

/** A count of pods or a percentage, as the API takes them. */
const countOrPercent = z.union([count(0, 10_000), z.string().regex(/^(100|[1-9]?[0-9])%$/, 'a count, or a percentage such as 50%')]);

/** A Deployment, StatefulSet or DaemonSet and the pods it makes. */
export const workload = defineKind({
  kind: 'workload',
  schema: z
    .strictObject({
      id,
      kind: z.literal('workload'),
      name: objectName,
      namespace: namespace.default('default'),
      type: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']).default('Deployment'),
      /** Ignored for a DaemonSet: one a node. */
      replicas: count(0, 20_000).default(1),
      /** Added to `app: NAME`, which every pod of the workload carries. */
      labels: labels.default({}),
      containers: z.array(container).min(1).max(20),
      initContainers: z.array(container.extend({ sidecar: z.boolean().default(false) })).max(20).default([]),
      nodeSelector: labels.default({}),
      nodeAffinity: z.array(nodeAffinityTerm).max(20).default([]),
      tolerations: z.array(toleration).max(50).default([]),
      topologySpreadConstraints: z.array(spreadConstraint).max(10).default([]),
      podAffinity: z.array(podAffinityTerm).max(10).default([]),
      podAntiAffinity: z.array(podAffinityTerm).max(10).default([]),
      podDisruptionBudget: z
        .strictObject({ minAvailable: countOrPercent.optional(), maxUnavailable: countOrPercent.optional() })
        .refine((pdb) => (pdb.minAvailable === undefined) !== (pdb.maxUnavailable === undefined), {
          message: 'either minAvailable or maxUnavailable',
        })
        .optional(),
      /** Of its PriorityClass; 0 has none. User classes end at 1,000,000,000. */
      priority: z.int().min(-2_147_483_648).max(1_000_000_000).default(0),
      preemptionPolicy: z.enum(['PreemptLowerPriority', 'Never']).default('PreemptLowerPriority'),
      volumes: z.array(volume).max(20).default([]),
      /** What the runtime itself takes a pod (RuntimeClass). */
      overhead: resources.default({}),
      schedulingGates: z.array(labelKey).max(10).default([]),
      horizontalPodAutoscaler: z
        .strictObject({
          minReplicas: count(1, 20_000).default(1),
          maxReplicas: count(1, 20_000),
          targetCpuUtilization: count(1, 1000).default(80).meta({ unit: '%' }),
          /** CPU time that a request takes its pod, for the prediction of what it scales to. */
          cpuPerRequest: z.number().min(0).max(600_000).default(5).meta({ unit: 'ms' }),
        })
        .refine((hpa) => hpa.minReplicas <= hpa.maxReplicas, { path: ['maxReplicas'], message: 'minReplicas <= maxReplicas' })
        .optional(),
      /** The share of its replicas that its users need. */
      neededShare: share.optional(),
      /** Ordinal -> node name: where a pod starts; later it is an ordinary pod. */
      pins: z.record(z.string().regex(/^(0|[1-9][0-9]{0,4})$/, 'an ordinal'), z.string().max(253)).default({}),
    })
    .refine((w) => new Set([...w.containers, ...w.initContainers].map((c) => c.name)).size === w.containers.length + w.initContainers.length, {
      path: ['containers'],
      message: 'container names must differ',
    })
    .refine((w) => new Set(w.volumes.map((v) => v.name)).size === w.volumes.length, {
      path: ['volumes'],
      message: 'volume names must differ',
    }),
  idPrefix: 'workload',
  lane: 'workloads',
  span: 'region',
  initial: {
    name: 'web',
    replicas: 3,
    containers: [{ name: 'app', requests: { cpu: '250m', memory: '256Mi' }, ports: [{ containerPort: 8080 }] }],
  },
});
