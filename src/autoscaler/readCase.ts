import { z } from 'zod';
import type { ClusterObjects } from '../kubernetes/clusterObjects';
import { objectsFromList } from '../kubernetes/clusterObjects';
import type { ObjectMeta } from '../kubernetes/objects';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { DumpProblem } from '../scheduling/readDump';
import { optional, problemOf, text, whole } from './fields';
import type { NodeGroup } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import { readNode, readObjects } from './readObjects';
import { optionsSchema, readOptions } from './readOptions';
import { secondsOf } from './time';

/** One case: a cluster, its node groups and the flags. */
export interface AutoscalerCase {
  readonly kind: 'scaleUp' | 'scaleDown';
  readonly objects: ClusterObjects;
  readonly jobs: readonly { readonly metadata: ObjectMeta }[];
  readonly groups: readonly NodeGroup[];
  readonly options: AutoscalerOptions;
  /** Seconds since 1970; null where the case says none. */
  readonly now: number | null;
  /** Options that are not known here. */
  readonly ignored: readonly string[];
}

const groupSchema = z
  .object({ id: text.min(1), min: whole, max: whole, target: whole, nodes: optional(z.array(text)), template: optional(z.unknown()) })
  .refine(({ min, max }) => min <= max, { path: ['max'], error: 'expected at least min' });

const caseSchema = z.object({
  kind: z.enum(['scaleUp', 'scaleDown']),
  options: optional(optionsSchema),
  cluster: z.object({ items: z.array(z.unknown()) }),
  nodeGroups: z.array(groupSchema).superRefine((groups, context) => {
    for (const [index, { id }] of groups.entries()) {
      if (groups.findIndex((group) => group.id === id) < index) context.addIssue({ code: 'custom', path: [index, 'id'], message: `there is already a group "${id}"` });
    }
  }),
});

/** Reads a case; the error names the place of what is missing or cannot be read. */
export function readCase(value: unknown): Result<AutoscalerCase, DumpProblem> {
  const outer = caseSchema.safeParse(value);
  if (!outer.success) return err(problemOf('', outer.error));
  const { kind, cluster, nodeGroups } = outer.data;
  const flags = outer.data.options ?? optionsSchema.parse({});
  const items = readObjects(cluster.items, 'cluster.items');
  if (!items.ok) return items;
  const groups: NodeGroup[] = [];
  for (const [index, { template, nodes = [], ...group }] of nodeGroups.entries()) {
    const node = template === undefined ? ok(null) : readNode(template, `nodeGroups[${index}].template`);
    if (!node.ok) return node;
    groups.push({ ...group, nodes, template: node.value });
  }
  const read = readOptions(flags, items.value);
  if (!read.ok) return read;
  const now = secondsOf(flags.now) ?? null;
  if (kind === 'scaleDown' && now === null) return err({ path: 'options.now', message: 'expected the time of the first look, such as "2026-06-01T00:00:00Z"' });
  const { objects } = objectsFromList({ apiVersion: 'v1', kind: 'List', items: items.value });
  const jobs = items.value.filter(({ kind: each }) => (each as string) === 'Job');
  return ok({ kind, objects, jobs, groups, now, ...read.value });
}
