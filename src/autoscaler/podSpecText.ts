import { compareBytes } from '../byteOrder';
import type { Pod } from '../kubernetes/objects';
import { parseQuantity } from '../kubernetes/quantity';

/** Members whose values are quantities: `1` and `1000m` are the same. */
const RESOURCES: ReadonlySet<string> = new Set(['requests', 'limits', 'overhead']);

const texts = new WeakMap<Pod, string>();

/**
 * Labels and spec of a pod as a text that is the same for pods that the autoscaler takes for equal: without projected
 * volumes and their mounts, hostname and environment. Source: kubernetes/autoscaler cluster-autoscaler/utils/utils.go, PodSpecSemanticallyEqual.
 */
export function podSpecText(pod: Pod): string {
  let text = texts.get(pod);
  if (text === undefined) texts.set(pod, (text = JSON.stringify([canonical(pod.metadata.labels ?? {}), canonical(comparedSpec(pod.spec))])));
  return text;
}

interface SpecFields {
  readonly hostname?: unknown;
  readonly volumes?: readonly { readonly name: string; readonly projected?: unknown }[];
  readonly containers?: readonly ContainerFields[];
  readonly initContainers?: readonly ContainerFields[];
}

interface ContainerFields {
  readonly env?: unknown;
  readonly volumeMounts?: readonly { readonly name: string }[];
}

/** The spec without what makes no difference to the autoscaler, nor to the scheduler. */
export function comparedSpec<Spec extends object>(spec: Spec): Spec {
  const { hostname: _hostname, volumes, containers, initContainers, ...others } = spec as Spec & SpecFields;
  const projected = new Set((volumes ?? []).filter((volume) => volume.projected !== undefined).map(({ name }) => name));
  const compared = ({ env: _env, volumeMounts, ...container }: ContainerFields): ContainerFields => ({
    ...container,
    ...(volumeMounts === undefined ? {} : { volumeMounts: volumeMounts.filter(({ name }) => !projected.has(name)) }),
  });
  return {
    ...others,
    ...(volumes === undefined ? {} : { volumes: volumes.filter(({ name }) => !projected.has(name)) }),
    ...(containers === undefined ? {} : { containers: containers.map(compared) }),
    ...(initContainers === undefined ? {} : { initContainers: initContainers.map(compared) }),
  } as Spec;
}

/** Keys in one order; absent, null and empty lists are one, as they are for Go. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => canonical(each));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null && !(Array.isArray(member) && member.length === 0))
    .sort(([a], [b]) => compareBytes(a, b));
  return members.map(([name, member]) => [name, RESOURCES.has(key) ? amount(member) : canonical(member, name)]);
}

function amount(text: unknown): unknown {
  const parsed = parseQuantity(text);
  return parsed.ok ? [parsed.value.value, parsed.value.milliValue] : text;
}
