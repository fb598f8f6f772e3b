import { parse } from 'yaml';
import { z } from 'zod';
import type { KubernetesObject, ObjectMeta } from '../kubernetes/objects';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { DumpProblem } from '../scheduling/readDump';
import type { ExpanderName } from './expanders/expanders';
import { expanders } from './expanders/expanders';
import { optional, text, time, whole } from './fields';
import type { AutoscalerOptions } from './options';
import { DEFAULT_OPTIONS } from './options';

const flag = optional(z.boolean());
const texts = optional(z.array(text));

/** The flags of a case, in camelCase; `now` is the time of a scale-down's first look. */
export const optionsSchema = z.looseObject({
  expander: optional(text),
  balanceSimilarNodeGroups: flag,
  balancingIgnoreLabels: texts,
  balancingLabels: texts,
  maxNodesTotal: optional(whole),
  maxNodesPerScaleUp: optional(whole),
  maxCoresTotal: optional(whole),
  maxMemoryTotalGiB: optional(whole),
  expendablePodsPriorityCutoff: optional(z.int()),
  forceDaemonSets: flag,
  scaleDownUtilizationThreshold: optional(z.number().min(0)),
  ignoreDaemonSetsUtilization: flag,
  ignoreMirrorPodsUtilization: flag,
  skipNodesWithSystemPods: flag,
  skipNodesWithLocalStorage: flag,
  skipNodesWithCustomControllerPods: flag,
  minReplicaCount: optional(whole),
  now: optional(time),
});

export type CaseOptions = z.infer<typeof optionsSchema>;

export interface ReadOptions {
  readonly options: AutoscalerOptions;
  /** Names that are not known here. */
  readonly ignored: readonly string[];
}

/** Flags with their defaults, and the priority expander's ConfigMap from the dump. */
export function readOptions({ expander, ...flags }: CaseOptions, items: readonly KubernetesObject[]): Result<ReadOptions, DumpProblem> {
  const chain = expander === undefined ? ok(DEFAULT_OPTIONS.expander) : expanderChain(expander);
  if (!chain.ok) return chain;
  const names = Object.keys(optionsSchema.shape);
  const given = Object.entries(flags).filter(([name, value]) => value !== undefined && name !== 'now' && names.includes(name));
  const options = { ...DEFAULT_OPTIONS, ...(Object.fromEntries(given) as Partial<AutoscalerOptions>), expander: chain.value, priorities: prioritiesOf(items) };
  return ok({ options, ignored: Object.keys(flags).filter((name) => !names.includes(name)) });
}

function expanderChain(value: string): Result<readonly ExpanderName[], DumpProblem> {
  const wrong = (message: string): Result<never, DumpProblem> => err({ path: 'options.expander', message });
  const names = value.split(',');
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(expanders, name)) return wrong(`expected ${Object.keys(expanders).join(', ')}, or several with commas, got ${JSON.stringify(name)}`);
    if (names.indexOf(name) !== index) return wrong(`"${name}" may be there once only`);
    if (name === 'random' && index < names.length - 1) return wrong('nothing may follow random');
  }
  return ok(names as ExpanderName[]);
}

/** Null where the ConfigMap is missing or wrong, which the autoscaler takes for no preference. */
function prioritiesOf(items: readonly KubernetesObject[]): AutoscalerOptions['priorities'] {
  const objects = items as readonly { readonly kind: string; readonly metadata: ObjectMeta; readonly data?: Readonly<Record<string, string>> }[];
  const map = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'cluster-autoscaler-priority-expander' && metadata.namespace === 'kube-system');
  const listed = map?.data?.['priorities'];
  if (listed === undefined) return null;
  try {
    const read = z.record(text, z.array(text)).parse(parse(listed));
    return new Map(Object.entries(read).map(([number, expressions]) => [z.coerce.number().int().parse(number), expressions.map(goRegExp)] as const));
  } catch {
    return null;
  }
}

/** Go writes flags for the whole expression in front of it. */
function goRegExp(expression: string): RegExp {
  const [, flags = '', rest = expression] = /^\(\?([ims]+)\)(.*)$/s.exec(expression) ?? [];
  return new RegExp(rest.replaceAll('(?P<', '(?<'), flags);
}
