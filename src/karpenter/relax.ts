import type { Affinity, Pod, PodSpec } from '../kubernetes/objects';

const relaxed = new WeakMap<PodSpec, PodSpec | null>();

/**
 * The pod with one thing less that it asks for, null where all that is left is required: first another required node
 * affinity term (they are ORed), then preferred pod affinity, pod anti-affinity and node affinity, the heaviest of each
 * first, and then a ScheduleAnyway spread. Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/preferences.go.
 */
export function relax(pod: Pod): Pod | null {
  let spec = relaxed.get(pod.spec);
  if (spec === undefined) relaxed.set(pod.spec, (spec = relaxSpec(pod.spec)));
  return spec === null ? null : { ...pod, spec };
}

function relaxSpec(spec: PodSpec): PodSpec | null {
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const terms = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  if (terms.length > 1) return withAffinity(spec, { nodeAffinity: { ...nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms.slice(1) } } });
  const near = withoutHeaviest(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution);
  if (near !== null) return withAffinity(spec, { podAffinity: { ...podAffinity, preferredDuringSchedulingIgnoredDuringExecution: near } });
  const apart = withoutHeaviest(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution);
  if (apart !== null) return withAffinity(spec, { podAntiAffinity: { ...podAntiAffinity, preferredDuringSchedulingIgnoredDuringExecution: apart } });
  const nodes = withoutHeaviest(nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution);
  if (nodes !== null) return withAffinity(spec, { nodeAffinity: { ...nodeAffinity, preferredDuringSchedulingIgnoredDuringExecution: nodes } });
  const spread = spec.topologySpreadConstraints ?? [];
  const soft = spread.findIndex(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway');
  return soft < 0 ? null : { ...spec, topologySpreadConstraints: spread.toSpliced(soft, 1) };
}

function withAffinity(spec: PodSpec, changed: Affinity): PodSpec {
  return { ...spec, affinity: { ...spec.affinity, ...changed } };
}

function withoutHeaviest<Term extends { readonly weight: number }>(terms: readonly Term[] | undefined): readonly Term[] | null {
  if (terms === undefined || terms.length === 0) return null;
  return terms.toSorted((a, b) => b.weight - a.weight).slice(1);
}
