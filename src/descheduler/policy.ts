import { z } from 'zod';
import type { Result } from '../result';
import { err, ok } from '../result';
import { asNodeQuery, defaultEvictorArgs, type DefaultEvictorArgs } from './defaultEvictorArgs';
import type { EvictionLimits } from './evictions';
import { count, flag, optional, optionalList } from './fields';
import type { NodeQuery } from './nodeQuery';
import { problemOf, type CaseProblem } from '../caseProblem';
import { strategies } from './strategies';
import type { ConfiguredStrategy, ExtensionPoint } from './strategy';

/** A DeschedulerPolicy that has been checked, with upstream's defaults filled in. */
export interface Policy {
  readonly nodeSelector: NodeQuery;
  readonly limits: EvictionLimits;
  readonly profiles: readonly Profile[];
}

interface Profile {
  readonly evictor: DefaultEvictorArgs;
  /** The strategies of each extension point in the order in which they run. */
  readonly deschedule: readonly ConfiguredStrategy[];
  readonly balance: readonly ConfiguredStrategy[];
}

const EVICTOR = 'DefaultEvictor';
const pluginSet = optional(z.strictObject({ enabled: optionalList(z.string()), disabled: optionalList(z.string()) }));
const profile = z.strictObject({
  name: z.string(),
  pluginConfig: optionalList(z.strictObject({ name: z.string(), args: z.unknown().optional() })),
  plugins: optional(z.strictObject({ presort: pluginSet, sort: pluginSet, deschedule: pluginSet, balance: pluginSet, filter: pluginSet, preEvictionFilter: pluginSet })),
});

/**
 * Reads a v1alpha2 policy as the descheduler would at its start: whatever makes it stop there is a problem with its place.
 * `classes`: value by name of the cluster's PriorityClasses. Source: kubernetes-sigs/descheduler pkg/descheduler/policyconfig.go, pkg/framework/profile/profile.go.
 */
export function parsePolicy(value: unknown, classes: ReadonlyMap<string, number>): Result<Policy, CaseProblem> {
  const schema = z
    .strictObject({
      apiVersion: z.literal('descheduler/v1alpha2'),
      kind: z.literal('DeschedulerPolicy'),
      nodeSelector: optional(z.string()).transform((text) => text ?? '').transform(asNodeQuery),
      maxNoOfPodsToEvictPerNode: optional(count),
      maxNoOfPodsToEvictPerNamespace: optional(count),
      maxNoOfPodsToEvictTotal: optional(count),
      // These change what is reported, not what is evicted.
      evictionFailureEventNotification: flag,
      gracePeriodSeconds: optional(z.int()),
      profiles: optionalList(profile.transform((read, context) => configured(read, classes, context))),
    })
    .transform((policy): Policy => ({
      nodeSelector: policy.nodeSelector,
      limits: {
        total: policy.maxNoOfPodsToEvictTotal ?? null,
        perNode: policy.maxNoOfPodsToEvictPerNode ?? null,
        perNamespace: policy.maxNoOfPodsToEvictPerNamespace ?? null,
      },
      profiles: policy.profiles ?? [],
    }));
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(problemOf(['policy'], parsed.error));
}

function configured({ pluginConfig = [], plugins }: z.infer<typeof profile>, classes: ReadonlyMap<string, number>, context: z.RefinementCtx): Profile {
  const evictorSchema = defaultEvictorArgs(classes);
  let evictor: DefaultEvictorArgs | undefined;
  const ready = new Map<string, ConfiguredStrategy>();
  for (const [index, { name, args }] of pluginConfig.entries()) {
    const strategy = strategies.find((each) => each.name === name);
    if (name !== EVICTOR && strategy === undefined) {
      context.addIssue({ code: 'custom', path: ['pluginConfig', index, 'name'], message: `expected one of ${[EVICTOR, ...strategies.map((each) => each.name)].join(', ')}, not ${JSON.stringify(name)}` });
      continue;
    }
    const place = ['pluginConfig', index, 'args'];
    if (strategy === undefined) evictor ??= read(evictorSchema, args, place, context);
    else if (!ready.has(name)) {
      const running = read(strategy.configured, args, place, context);
      if (running !== undefined) ready.set(name, running);
    }
  }
  const enabled = (point: ExtensionPoint): readonly ConfiguredStrategy[] =>
    (plugins?.[point]?.enabled ?? []).flatMap((name, index) => {
      const path = ['plugins', point, 'enabled', index];
      const names = strategies.filter(({ extensionPoint }) => extensionPoint === point).map((strategy) => strategy.name);
      if (!names.includes(name)) context.addIssue({ code: 'custom', path, message: `expected one of ${names.join(', ')}, not ${JSON.stringify(name)}` });
      else if (!pluginConfig.some((config) => config.name === name)) context.addIssue({ code: 'custom', path, message: `expected an entry of pluginConfig named ${JSON.stringify(name)}` });
      return ready.get(name) ?? [];
    });
  for (const point of ['filter', 'preEvictionFilter'] as const) {
    for (const [index, name] of (plugins?.[point]?.enabled ?? []).entries()) {
      if (name !== EVICTOR) context.addIssue({ code: 'custom', path: ['plugins', point, 'enabled', index], message: `expected ${EVICTOR}, not ${JSON.stringify(name)}` });
    }
  }
  return { evictor: evictor ?? evictorSchema.parse({}), deschedule: enabled('deschedule'), balance: enabled('balance') };
}

/** Arguments may repeat what type they are. */
function read<T>(schema: z.ZodType<T>, args: unknown, place: readonly (string | number)[], context: z.RefinementCtx): T | undefined {
  const isObject = typeof args === 'object' && args !== null && !Array.isArray(args);
  const { apiVersion: _version, kind: _kind, ...rest } = isObject ? (args as Readonly<Record<string, unknown>>) : {};
  const parsed = schema.safeParse(isObject ? rest : (args ?? {}));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path: [...place, ...path], message });
  return undefined;
}
