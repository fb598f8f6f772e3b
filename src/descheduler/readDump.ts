import { z } from 'zod';
import type { ObjectList } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';
import type { Result } from '../result';
import { err, ok } from '../result';
import { count, optional, optionalList } from './fields';
import { problemOf, type CaseProblem } from '../caseProblem';

const text = optional(z.string());
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
  labels,
  annotations: labels,
  deletionTimestamp: text,
  ownerReferences: optionalList(z.object({ apiVersion: text, kind: z.string(), name: z.string(), uid: text.transform((uid) => uid ?? ''), controller: optional(z.boolean()) })),
});

const requirement = z.object({ key: z.string(), operator: z.string(), values: optionalList(z.string()) });
const labelSelector = optional(z.object({ matchLabels: labels, matchExpressions: optionalList(requirement) }));
const nodeTerm = z.object({ matchExpressions: optionalList(requirement), matchFields: optionalList(requirement) });
const podTerm = z.object({ topologyKey: z.string(), labelSelector, namespaces: optionalList(z.string()), namespaceSelector: labelSelector });
const affinity = optional(
  z.object({
    nodeAffinity: optional(
      z.object({
        requiredDuringSchedulingIgnoredDuringExecution: optional(z.object({ nodeSelectorTerms: z.array(nodeTerm) })),
        preferredDuringSchedulingIgnoredDuringExecution: optionalList(z.object({ weight: z.int(), preference: nodeTerm })),
      }),
    ),
    podAntiAffinity: optional(z.object({ requiredDuringSchedulingIgnoredDuringExecution: optionalList(podTerm) })),
  }),
);
const requests = optional(z.object({ requests: resources, limits: resources }));
const containers = optionalList(z.object({ name: text, image: text, restartPolicy: text, resources: requests }));
const containerStatuses = optionalList(z.object({ name: z.string(), resources: requests, allocatedResources: resources }));
const conditions = optionalList(z.object({ type: z.string(), status: z.string(), reason: text }));
const anything = optional(z.looseObject({}));

const pod = z.object({
  metadata,
  spec: z.object({
    nodeName: text,
    containers,
    initContainers: containers,
    nodeSelector: labels,
    affinity,
    tolerations: optionalList(z.object({ key: text, operator: text, value: text, effect: text })),
    topologySpreadConstraints: optionalList(
      z.object({
        maxSkew: z.int().min(1),
        topologyKey: z.string(),
        whenUnsatisfiable: z.string(),
        labelSelector,
        nodeAffinityPolicy: text,
        nodeTaintsPolicy: text,
        matchLabelKeys: optionalList(z.string()),
      }),
    ),
    priority: optional(z.int()),
    overhead: resources,
    resources: requests,
    resourceClaims: optionalList(z.object({ name: z.string() })),
    volumes: optionalList(z.object({ name: z.string(), persistentVolumeClaim: optional(z.object({ claimName: z.string() })), hostPath: anything, emptyDir: anything })),
  }),
  status: optional(z.object({ phase: text, qosClass: text, startTime: text, conditions, containerStatuses, initContainerStatuses: containerStatuses })),
});

const node = z.object({
  metadata,
  spec: optional(z.object({ unschedulable: optional(z.boolean()), taints: optionalList(z.object({ key: z.string(), value: text, effect: z.string() })) })),
  status: optional(z.object({ capacity: resources, allocatable: resources, conditions })).transform((status) => status ?? {}),
});

const schemas: Readonly<Record<string, z.ZodType>> = {
  Node: node,
  Pod: pod,
  Namespace: z.object({ metadata }),
  PriorityClass: z.object({ metadata, value: z.int() }),
  PersistentVolumeClaim: z.object({ metadata, spec: z.object({ storageClassName: text }) }),
  PodDisruptionBudget: z.object({
    metadata,
    spec: optional(z.object({ selector: labelSelector })).transform((spec) => spec ?? {}),
    status: optional(z.object({ disruptionsAllowed: optional(count) })),
  }),
};

const dump = z.object({ items: z.array(z.looseObject({ kind: text })) });

/** The objects that the descheduler reads, reduced to what it reads. Those of other kinds play no part. */
export function readDump(list: unknown): Result<ObjectList, CaseProblem> {
  const outer = dump.safeParse(list);
  if (!outer.success) return err(problemOf(['cluster'], outer.error));
  const items: unknown[] = [];
  for (const [index, item] of outer.data.items.entries()) {
    const kind = item.kind ?? '';
    const schema = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
    if (schema === undefined) continue;
    const parsed = schema.safeParse(item);
    if (!parsed.success) return err(problemOf(['cluster', 'items', index], parsed.error));
    items.push({ kind, ...(parsed.data as object) });
  }
  // The schemas are the types of `objects.ts`, cut down to what this folder reads.
  return ok({ apiVersion: 'v1', kind: 'List', items: items as unknown as ObjectList['items'] });
}
