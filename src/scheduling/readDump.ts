import { z } from 'zod';
import type { ObjectList } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';
import type { Result } from '../result';
import { err, ok } from '../result';

/** A value of a dump that the scheduler would need and cannot read. */
export interface DumpProblem {
  /** JSON path, e.g. `items[12].status.allocatable.cpu`. */
  readonly path: string;
  /** What was expected there, without the path. */
  readonly message: string;
}

/** The API's decoders read null as unset. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

function optionalList<Schema extends z.ZodType>(schema: Schema) {
  return optional(z.array(schema));
}

const text = optional(z.string());
const flag = optional(z.boolean());
const whole = optional(z.int());
const labels = optional(z.record(z.string(), z.string()));
const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .superRefine((value, context) => {
    const parsed = parseQuantity(value);
    if (!parsed.ok) context.addIssue(parsed.error);
    else if (parsed.value.milliValue < 0) context.addIssue(`expected a quantity that is not negative, got "${value}"`);
  });
const resources = optional(z.record(z.string(), quantity));
const metadata = z.object({
  name: z.string().min(1),
  namespace: text,
  uid: text,
  labels,
  annotations: labels,
  creationTimestamp: text,
  deletionTimestamp: text,
  ownerReferences: optionalList(z.object({ apiVersion: z.string(), kind: z.string(), name: z.string(), controller: flag })),
});

const requirement = z.object({ key: z.string(), operator: z.string(), values: optionalList(z.string()) });
const labelSelector = optional(z.object({ matchLabels: labels, matchExpressions: optionalList(requirement) }));
const nodeTerm = z.object({ matchExpressions: optionalList(requirement), matchFields: optionalList(requirement) });
const nodeSelector = optional(z.object({ nodeSelectorTerms: z.array(nodeTerm) }));
const podTerm = z.object({
  topologyKey: z.string(),
  labelSelector,
  namespaces: optionalList(z.string()),
  namespaceSelector: labelSelector,
});
const podAffinity = optional(
  z.object({
    requiredDuringSchedulingIgnoredDuringExecution: optionalList(podTerm),
    preferredDuringSchedulingIgnoredDuringExecution: optionalList(z.object({ weight: z.int(), podAffinityTerm: podTerm })),
  }),
);
const affinity = optional(
  z.object({
    nodeAffinity: optional(
      z.object({
        requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
        preferredDuringSchedulingIgnoredDuringExecution: optionalList(z.object({ weight: z.int(), preference: nodeTerm })),
      }),
    ),
    podAffinity,
    podAntiAffinity: podAffinity,
  }),
);
const requests = optional(z.object({ requests: resources, limits: resources }));
const container = z.object({
  name: text,
  image: text,
  restartPolicy: text,
  resources: requests,
  ports: optionalList(z.object({ containerPort: whole, hostPort: whole, hostIP: text, protocol: text })),
});
const claimSpec = z.object({
  accessModes: optionalList(z.string()),
  resources: optional(z.object({ requests: resources })),
  storageClassName: text,
  volumeName: text,
  volumeMode: text,
  selector: labelSelector,
});
const conditions = optionalList(z.object({ type: z.string(), status: z.string(), reason: text, message: text }));
const containerStatuses = optionalList(z.object({ name: z.string(), resources: requests, allocatedResources: resources }));

const pod = z.object({
  metadata,
  spec: z.object({
    nodeName: text,
    schedulerName: text,
    containers: optionalList(container),
    initContainers: optionalList(container),
    nodeSelector: labels,
    affinity,
    tolerations: optionalList(z.object({ key: text, operator: text, value: text, effect: text })),
    topologySpreadConstraints: optionalList(
      z.object({
        maxSkew: z.int().min(1),
        topologyKey: z.string(),
        whenUnsatisfiable: z.string(),
        labelSelector,
        minDomains: optional(z.int().min(1)),
        nodeAffinityPolicy: text,
        nodeTaintsPolicy: text,
        matchLabelKeys: optionalList(z.string()),
      }),
    ),
    priority: whole,
    preemptionPolicy: text,
    schedulingGates: optionalList(z.object({ name: z.string() })),
    overhead: resources,
    resources: requests,
    volumes: optionalList(
      z.object({
        name: z.string(),
        persistentVolumeClaim: optional(z.object({ claimName: z.string() })),
        ephemeral: optional(z.looseObject({})),
        awsElasticBlockStore: optional(z.object({ volumeID: z.string() })),
      }),
    ),
  }),
  status: optional(
    z.object({
      phase: text,
      nominatedNodeName: text,
      startTime: text,
      conditions,
      containerStatuses,
      initContainerStatuses: containerStatuses,
    }),
  ),
});

const node = z.object({
  metadata,
  spec: optional(z.object({ unschedulable: flag, taints: optionalList(z.object({ key: z.string(), value: text, effect: z.string() })) })),
  status: optional(
    z.object({
      allocatable: resources,
      images: optionalList(z.object({ names: optionalList(z.string()), sizeBytes: optional(z.number()) })),
      nodeInfo: optional(z.object({ kubeletVersion: text })),
    }),
  ).transform((status) => status ?? {}),
});

const volume = z.object({
  metadata,
  spec: z.object({
    capacity: resources,
    accessModes: optionalList(z.string()),
    storageClassName: text,
    volumeMode: text,
    persistentVolumeReclaimPolicy: text,
    claimRef: optional(z.object({ namespace: text, name: z.string(), uid: text })),
    csi: optional(z.object({ driver: z.string(), volumeHandle: z.string() })),
    nodeAffinity: optional(z.object({ required: nodeSelector })),
  }),
  status: optional(z.object({ phase: text })),
});

const storageClass = z.object({
  metadata,
  provisioner: z.string(),
  reclaimPolicy: text,
  volumeBindingMode: text,
  allowedTopologies: optionalList(
    z.object({ matchLabelExpressions: optionalList(z.object({ key: z.string(), values: z.array(z.string()) })) }),
  ),
});

const selected = z.object({ metadata, spec: optional(z.object({ selector: labels })).transform((spec) => spec ?? {}) });
const selecting = z.object({ metadata, spec: optional(z.object({ selector: labelSelector })).transform((spec) => spec ?? {}) });
const anything = z.object({ metadata });

const schemas: Readonly<Record<string, z.ZodType>> = {
  Node: node,
  Pod: pod,
  Namespace: anything,
  Service: selected,
  ReplicationController: selected,
  ReplicaSet: selecting,
  StatefulSet: selecting,
  PersistentVolumeClaim: z.object({ metadata, spec: claimSpec, status: optional(z.object({ phase: text })) }),
  PersistentVolume: volume,
  StorageClass: storageClass,
  CSINode: z.object({
    metadata,
    spec: z.object({
      drivers: optionalList(z.object({ name: z.string(), allocatable: optional(z.object({ count: whole })) })).transform((drivers) => drivers ?? []),
    }),
  }),
  CSIDriver: z.object({ metadata, spec: optional(z.object({ storageCapacity: flag })).transform((spec) => spec ?? {}) }),
  CSIStorageCapacity: z.object({
    metadata,
    storageClassName: z.string(),
    nodeTopology: labelSelector,
    capacity: optional(quantity),
    maximumVolumeSize: optional(quantity),
  }),
  VolumeAttachment: z.object({
    metadata,
    spec: z.object({ attacher: z.string(), nodeName: z.string(), source: z.object({ persistentVolumeName: text }) }),
  }),
  PodDisruptionBudget: z.object({
    metadata,
    spec: optional(z.object({ selector: labelSelector })).transform((spec) => spec ?? {}),
    status: optional(z.object({ disruptionsAllowed: whole, disruptedPods: labels })),
  }),
};

const dump = z.object({ items: z.array(z.looseObject({ kind: optional(z.string()) })) });

/** The objects that scheduling reads, reduced to what it reads; those of other kinds stay as they are, to be counted. */
export function readDump(list: unknown): Result<ObjectList, DumpProblem> {
  const outer = dump.safeParse(list);
  if (!outer.success) return err(problem([], outer.error));
  const items: unknown[] = [];
  for (const [index, item] of outer.data.items.entries()) {
    const kind = item.kind ?? 'no kind';
    const schema = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
    if (schema === undefined) {
      items.push({ kind });
      continue;
    }
    const parsed = schema.safeParse(item);
    if (!parsed.success) return err(problem(['items', index], parsed.error));
    items.push({ kind, ...(parsed.data as object) });
  }
  // The schemas are the types of `objects.ts`, cut down to what this folder reads.
  return ok({ apiVersion: 'v1', kind: 'List', items: items as unknown as ObjectList['items'] });
}

function problem(place: readonly (string | number)[], error: z.ZodError): DumpProblem {
  const issue = error.issues[0];
  const path = [...place, ...(issue?.path ?? [])]
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
  return { path, message: issue?.message ?? 'not what the Kubernetes API prints' };
}
