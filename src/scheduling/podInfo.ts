import type { Labels, OwnerReference, Pod, PodSpec } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import { podRequests } from '../kubernetes/podRequests';
import type { PodRequests } from '../kubernetes/podRequests';
import type { CompiledPod } from './compiledPod';
import { compilePod } from './compiledPod';

/** A pod with what the scheduler needs to know about it. Immutable, shared by all snapshots. */
export interface PodInfo {
  readonly pod: Pod;
  /** `namespace/name`. */
  readonly key: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly priority: number;
  readonly terminating: boolean;
  readonly requests: PodRequests;
  /** Shared by the pods of one workload. */
  readonly compiled: CompiledPod;
}

const NO_LABELS: Labels = {};
const infos = new WeakMap<Pod, PodInfo>();

/** The same pod object always gives the same info. */
export function podInfoOf(pod: Pod): PodInfo {
  let info = infos.get(pod);
  if (info === undefined) infos.set(pod, (info = readPod(pod)));
  return info;
}

/** As `podInfoOf` for pods that are read once, such as those of a dump: a hundred thousand weak keys would be slow. */
export function readPod(pod: Pod): PodInfo {
  const compiled = compiledOf(pod);
  return {
    pod,
    key: objectKey(pod),
    namespace: compiled.namespace,
    labels: compiled.labels,
    priority: pod.spec.priority ?? 0,
    terminating: pod.metadata.deletionTimestamp !== undefined,
    requests: pod.status?.containerStatuses === undefined ? compiled.requests : podRequests(pod),
    compiled,
  };
}

const compiledBySpec = new WeakMap<PodSpec, CompiledPod[]>();

/** Pending pods of one workload share their spec object; labels and owner are compared, as a spec may be shared more widely. */
function compiledOf(pod: Pod): CompiledPod {
  const labels = pod.metadata.labels ?? NO_LABELS;
  const namespace = pod.metadata.namespace ?? 'default';
  const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (pod.spec.nodeName) return interned(pod.spec, namespace, labels, owner);
  let candidates = compiledBySpec.get(pod.spec);
  if (candidates === undefined) compiledBySpec.set(pod.spec, (candidates = []));
  for (const candidate of candidates) {
    if (candidate.namespace === namespace && sameLabels(candidate.labels, labels) && sameOwner(candidate.owner, owner)) return candidate;
  }
  const compiled = interned(pod.spec, namespace, labels, owner);
  candidates.push(compiled);
  return compiled;
}

const compiledByText = new Map<string, CompiledPod>();
const INTERNED_LIMIT = 20_000;

/** In a dump every pod has a spec of its own; equal ones are recognised by their text. */
function interned(spec: PodSpec, namespace: string, labels: Labels, owner: OwnerReference | undefined): CompiledPod {
  const { nodeName: _node, volumes, hostname: _host, ...common } = spec as PodSpec & { readonly hostname?: string };
  const text = JSON.stringify([namespace, labels, owner?.apiVersion, owner?.kind, owner?.name, (volumes ?? []).length > 0, common]);
  let compiled = compiledByText.get(text);
  if (compiled === undefined) {
    compiled = compilePod(spec, namespace, labels, owner);
    if (compiledByText.size >= INTERNED_LIMIT) compiledByText.clear();
    compiledByText.set(text, compiled);
  }
  return compiled;
}

function sameLabels(a: Labels, b: Labels): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function sameOwner(a: OwnerReference | undefined, b: OwnerReference | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.name === b.name && a.apiVersion === b.apiVersion);
}
