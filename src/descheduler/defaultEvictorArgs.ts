import { z } from 'zod';
import type { LabelSelector } from '../kubernetes/objects';
import { parseDuration } from './duration';
import { count, flag, labelSelector, optional, optionalList } from './fields';
import { compileNodeQuery, type NodeQuery } from './nodeQuery';
import { defaultProtections, extraProtections, SYSTEM_CRITICAL_PRIORITY, type PodProtection } from './podProtections';

/** The evictor's arguments, with upstream's defaults filled in. */
export interface DefaultEvictorArgs {
  readonly nodeSelector: NodeQuery;
  readonly labelSelector: LabelSelector | undefined;
  readonly namespaceLabelSelector: LabelSelector | undefined;
  readonly priorityThreshold: number;
  readonly nodeFit: boolean;
  readonly minReplicas: number;
  /** Milliseconds. */
  readonly minPodAge: number | undefined;
  readonly noEvictionPolicy: 'Preferred' | 'Mandatory';
  readonly protections: ReadonlySet<PodProtection>;
  /** For PodsWithPVC; empty: all. */
  readonly protectedStorageClasses: readonly string[];
}

const flags = { evictLocalStoragePods: flag, evictDaemonSetPods: flag, evictSystemCriticalPods: flag, evictFailedBarePods: flag, ignorePvcPods: flag, ignorePodsWithoutPDB: flag };

const podProtections = optional(
  z.strictObject({
    defaultDisabled: optionalList(z.enum(defaultProtections)),
    extraEnabled: optionalList(z.enum(extraProtections)),
    config: optional(z.strictObject({ PodsWithPVC: optional(z.strictObject({ protectedStorageClasses: optionalList(z.strictObject({ name: z.string().min(1) })) })) })),
  }),
);

/** `classes`: value by name of a PriorityClass. */
export function defaultEvictorArgs(classes: ReadonlyMap<string, number>): z.ZodType<DefaultEvictorArgs> {
  return z
    .strictObject({
      ...flags,
      nodeSelector: optional(z.string()).transform((text) => text ?? '').transform(asNodeQuery),
      labelSelector,
      namespaceLabelSelector: labelSelector,
      priorityThreshold: priorityThreshold(classes),
      nodeFit: flag,
      minReplicas: count.nullish().transform((value) => value ?? 0),
      minPodAge: optional(z.string().transform(asDuration)),
      noEvictionPolicy: optional(z.enum(['Preferred', 'Mandatory'])).transform((policy) => policy ?? 'Preferred'),
      podProtections,
    })
    .superRefine(({ podProtections, ...args }, context) => {
      const old = (Object.keys(flags) as (keyof typeof flags)[]).find((name) => args[name]);
      if (old === undefined || !isNewStyle(podProtections)) return;
      context.addIssue({ code: 'custom', path: [old], message: 'expected either podProtections or the flags that it replaces, not both' });
    })
    .transform(({ podProtections, ...args }) => ({
      ...args,
      protections: new Set<PodProtection>(isNewStyle(podProtections) ? newStyle(podProtections) : oldStyle(args)),
      protectedStorageClasses: (podProtections?.config?.PodsWithPVC?.protectedStorageClasses ?? []).map(({ name }) => name),
    }));
}

type PodProtections = z.infer<typeof podProtections>;

function isNewStyle(given: PodProtections): given is NonNullable<PodProtections> {
  return (given?.defaultDisabled ?? []).length > 0 || (given?.extraEnabled ?? []).length > 0;
}

function newStyle({ defaultDisabled = [], extraEnabled = [] }: NonNullable<PodProtections>): readonly PodProtection[] {
  return [...defaultProtections.filter((protection) => !defaultDisabled.includes(protection)), ...extraEnabled];
}

function oldStyle(given: Readonly<Record<keyof typeof flags, boolean>>): readonly PodProtection[] {
  const holds: readonly (readonly [PodProtection, boolean])[] = [
    ['PodsWithLocalStorage', !given.evictLocalStoragePods],
    ['DaemonSetPods', !given.evictDaemonSetPods],
    ['SystemCriticalPods', !given.evictSystemCriticalPods],
    ['FailedBarePods', !given.evictFailedBarePods],
    ['PodsWithPVC', given.ignorePvcPods],
    ['PodsWithoutPDB', given.ignorePodsWithoutPDB],
  ];
  return holds.filter(([, is]) => is).map(([protection]) => protection);
}

/** A cluster has these two without being told. */
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', SYSTEM_CRITICAL_PRIORITY],
  ['system-node-critical', SYSTEM_CRITICAL_PRIORITY + 1000],
]);

/** A value, or that of a class. */
function priorityThreshold(classes: ReadonlyMap<string, number>) {
  return z
    .strictObject({ value: optional(z.int()), name: optional(z.string()) })
    .nullish()
    .transform((given, context): number => {
      const { value, name } = given ?? {};
      if (value !== undefined && name) context.addIssue({ code: 'custom', message: 'expected either value or name, not both' });
      const threshold = value ?? (name ? (classes.get(name) ?? SYSTEM_CLASSES.get(name)) : SYSTEM_CRITICAL_PRIORITY);
      if (threshold === undefined) context.addIssue({ code: 'custom', path: ['name'], message: `expected the name of a PriorityClass of the cluster, not ${JSON.stringify(name)}` });
      else if (threshold > SYSTEM_CRITICAL_PRIORITY) context.addIssue({ code: 'custom', message: `expected at most ${SYSTEM_CRITICAL_PRIORITY}, not ${threshold}` });
      return threshold ?? SYSTEM_CRITICAL_PRIORITY;
    });
}

export function asNodeQuery(text: string, context: z.RefinementCtx): NodeQuery {
  const query = compileNodeQuery(text);
  if (query.ok) return query.value;
  context.addIssue({ code: 'custom', message: query.error });
  return z.NEVER;
}

function asDuration(text: string, context: z.RefinementCtx): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== null) return milliseconds;
  context.addIssue({ code: 'custom', message: `expected a duration such as "5m" or "1h30m", not ${JSON.stringify(text)}` });
  return z.NEVER;
}
