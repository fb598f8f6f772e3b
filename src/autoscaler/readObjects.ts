import { z } from 'zod';
import type { KubernetesObject, Node } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { DumpProblem } from '../scheduling/readDump';
import { readDump } from '../scheduling/readDump';
import { comparedSpec } from './podSpecText';
import { optional, problemOf, text, time, whole } from './fields';

const quantities = optional(
  z.record(
    text,
    z.union([text, z.number()]).superRefine((value, context) => {
      const parsed = parseQuantity(value);
      if (!parsed.ok) context.addIssue(parsed.error);
    }),
  ),
);
const anything = optional(z.looseObject({}));
const replicas = z.object({ spec: optional(z.object({ replicas: optional(whole) })) });
const named = z.object({ name: text.min(1), namespace: optional(text), uid: optional(text) });

/** What the autoscaler reads beyond the scheduler, by kind. */
const extraSchemas: Readonly<Record<string, z.ZodType>> = {
  Node: z.object({
    metadata: z.object({ creationTimestamp: optional(time) }),
    status: optional(
      z.object({
        capacity: quantities,
        conditions: optional(z.array(z.object({ type: text, status: text, lastTransitionTime: optional(time) }))),
      }),
    ),
  }),
  Pod: z.object({
    metadata: z.object({ creationTimestamp: optional(time), deletionTimestamp: optional(time), ownerReferences: optional(z.array(z.object({ uid: optional(text) }))) }),
    spec: z.object({
      terminationGracePeriodSeconds: optional(z.number()),
      volumes: optional(z.array(z.object({ hostPath: anything, emptyDir: optional(z.object({ medium: optional(text) })), projected: anything }))),
    }),
  }),
  ReplicaSet: replicas,
  ReplicationController: replicas,
  StatefulSet: replicas,
  Job: z.object({ metadata: named }),
  ConfigMap: z.object({ metadata: named, data: optional(z.record(text, text)) }),
  DaemonSet: z.object({ metadata: named, spec: z.object({ template: z.object({ metadata: optional(z.object({ labels: optional(z.record(text, text)) })), spec: z.looseObject({}) }) }) }),
};

/** The objects of a dump, whole but for nulls; what is read of them is checked and in one form. */
export function readObjects(items: readonly unknown[], place: string): Result<readonly KubernetesObject[], DumpProblem> {
  const moved = ({ path, message }: DumpProblem): DumpProblem => ({ path: path.replace(/^items/, place), message });
  const read = readDump({ items });
  if (!read.ok) return err(moved(read.error));
  const objects: KubernetesObject[] = [];
  for (const [index, item] of items.entries()) {
    const reduced = read.value.items[index];
    const extra = extraSchemas[reduced?.kind ?? '']?.safeParse(item);
    if (extra?.success === false) return err(problemOf(`${place}[${index}]`, extra.error));
    const object = withoutNulls(item, reduced) as KubernetesObject;
    if (object.kind === 'DaemonSet') {
      const pod = readDump({ items: [{ kind: 'Pod', metadata: { name: object.metadata.name }, spec: object.spec.template.spec }] });
      if (!pod.ok) return err({ ...pod.error, path: pod.error.path.replace(/^items\[0\]/, `${place}[${index}].spec.template`) });
    }
    objects.push(object.kind === 'Pod' ? { ...object, spec: comparedSpec(object.spec) } : object);
  }
  return ok(objects);
}

/** One node that has no kind, or whose kind is plain from where it stands. */
export function readNode(value: unknown, place: string): Result<Node, DumpProblem> {
  const read = readObjects([typeof value === 'object' && value !== null ? { ...value, kind: 'Node' } : value], 'items');
  return read.ok ? ok(read.value[0] as Node) : err({ ...read.error, path: read.error.path.replace(/^items\[0\]/, place) });
}

/** `raw` without nulls, with the values of `read` where it has them: quantities as text, for one. Most objects stay as they are. */
function withoutNulls(raw: unknown, read: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return read === undefined ? raw : read;
  const known: Readonly<Record<string, unknown>> = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  if (Array.isArray(raw)) {
    const list = raw.map((each: unknown, index) => withoutNulls(each, known[index]));
    return list.every((each, index) => each === raw[index]) ? raw : list;
  }
  const changed = new Map<string, unknown>();
  for (const [key, value] of Object.entries(raw)) {
    const next = value === null ? undefined : withoutNulls(value, Object.hasOwn(known, key) ? known[key] : undefined);
    if (next !== value) changed.set(key, next);
  }
  for (const [key, value] of Object.entries(known)) if (value !== undefined && !Object.hasOwn(raw, key)) changed.set(key, value);
  if (changed.size === 0) return raw;
  return Object.fromEntries(Object.entries({ ...raw, ...Object.fromEntries(changed) }).filter(([, value]) => value !== undefined));
}
