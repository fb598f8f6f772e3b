import { z } from 'zod';
import type { Node, Pod, Service } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';
import { err, ok, type Result } from '../result';

/** Where a dump is not what the Kubernetes API prints, and what was expected there. */
export interface DumpError {
  /** JSON path, e.g. `items[3].spec.nodeName`. */
  readonly path: string;
  /** One sentence with the path in it. */
  readonly message: string;
}

/** The objects of a dump that routing reads, in its order and reduced to the fields that routing reads. */
export interface RoutingObjects {
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
}

/** The API's decoders read null as unset. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const strings = z.record(z.string(), z.string());
const metadata = z.object({
  name: z.string().min(1),
  namespace: optional(z.string()),
  labels: optional(strings),
  annotations: optional(strings),
  deletionTimestamp: optional(z.string()),
});
const conditions = optional(z.array(z.object({ type: z.string(), status: z.string() })));
const container = z.object({
  ports: optional(
    z.array(z.object({ name: optional(z.string()), containerPort: optional(z.number()), protocol: optional(z.string()) })),
  ),
  restartPolicy: optional(z.string()),
});
const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => {
    const parsed = parseQuantity(text);
    return parsed.ok && parsed.value.milliValue >= 0;
  }, 'expected a quantity that is not negative, such as "500m"');

const node = z.object({
  metadata,
  status: optional(
    z.object({
      allocatable: optional(z.object({ cpu: optional(quantity) })),
      conditions,
      nodeInfo: optional(z.object({ kubeletVersion: optional(z.string()) })),
    }),
  ).transform((status) => status ?? {}),
});

const pod = z.object({
  metadata,
  spec: z.object({
    nodeName: optional(z.string()).transform((name) => name || undefined),
    containers: optional(z.array(container)).transform((containers) => containers ?? []),
    initContainers: optional(z.array(container)),
  }),
  status: optional(
    z.object({ phase: optional(z.string()), podIP: optional(z.string()), podIPs: optional(z.array(z.object({ ip: z.string() }))), conditions }),
  ),
});

const policy = z.enum(['Cluster', 'Local']);
const service = z.object({
  metadata,
  spec: z.object({
    type: optional(z.string()),
    selector: optional(strings),
    clusterIP: optional(z.string()),
    ipFamilies: optional(z.array(z.enum(['IPv4', 'IPv6']))),
    externalIPs: optional(z.array(z.string())),
    ports: optional(
      z.array(
        z.object({
          targetPort: optional(z.union([z.string(), z.number()])),
          nodePort: optional(z.number()),
          protocol: optional(z.string()),
        }),
      ),
    ),
    internalTrafficPolicy: optional(policy),
    externalTrafficPolicy: optional(policy),
    trafficDistribution: optional(z.enum(['PreferClose', 'PreferSameZone', 'PreferSameNode'])),
    publishNotReadyAddresses: optional(z.boolean()),
    topologyKeys: optional(z.array(z.string())),
  }),
  status: optional(
    z.object({ loadBalancer: optional(z.object({ ingress: optional(z.array(z.object({ ip: optional(z.string()) }))) })) }),
  ),
});

const schemas = { Node: node, Pod: pod, Service: service } as const;
const dump = z.object({ items: z.array(z.looseObject({ kind: optional(z.string()) })) });

/** Reads a `v1.List`. Objects of other kinds are passed over; one of these kinds in a wrong shape is an error. */
export function readDump(list: unknown): Result<RoutingObjects, DumpError> {
  const outer = dump.safeParse(list);
  if (!outer.success) return err(dumpError([], outer.error));
  const found: Record<keyof typeof schemas, unknown[]> = { Node: [], Pod: [], Service: [] };
  for (const [index, item] of outer.data.items.entries()) {
    const kind = item.kind;
    if (kind !== 'Node' && kind !== 'Pod' && kind !== 'Service') continue;
    const parsed = schemas[kind].safeParse(item);
    if (!parsed.success) return err(dumpError(['items', index], parsed.error));
    found[kind].push(parsed.data);
  }
  // The schemas above are these types, cut down to what this folder reads.
  return ok({ nodes: found.Node as Node[], pods: found.Pod as Pod[], services: found.Service as Service[] });
}

function dumpError(place: readonly (string | number)[], error: z.ZodError): DumpError {
  const issue = error.issues[0];
  const path = [...place, ...(issue?.path ?? [])]
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
  return { path, message: `${path === '' ? 'the dump' : path}: ${issue?.message ?? 'not what the Kubernetes API prints'}` };
}
