import type { Labels, OwnerReference, PodAffinityTerm, PodSpec, Toleration, TopologySpreadConstraint } from '../kubernetes/objects';
import type { PodRequests } from '../kubernetes/podRequests';
import { podRequests } from '../kubernetes/podRequests';
import type { LabelMatcher, NodeMatcher } from '../kubernetes/selector';
import { andMatchers, compileLabelSelector, compileLabels, compileNodeSelector, compileNodeTerm, labelValue } from '../kubernetes/selector';
import { normalizedImageName } from './plugins/imageLocality';
import type { HostPort } from './plugins/nodePorts';
import { hostPortsOf } from './plugins/nodePorts';

/** What can be read from a pod's spec, labels, namespace and owner once and for all. */
export interface CompiledPod {
  /** Of one of the pods; they may differ in nodeName and in the names of their claims. */
  readonly spec: PodSpec;
  readonly namespace: string;
  readonly labels: Labels;
  readonly owner: OwnerReference | undefined;
  readonly requests: PodRequests;
  readonly tolerations: readonly Toleration[];
  readonly nodeSelector: LabelMatcher;
  /** Null without required node affinity. */
  readonly requiredNodes: NodeMatcher | null;
  readonly preferredNodes: readonly WeightedNodeTerm[];
  readonly hostPorts: readonly HostPort[];
  readonly images: readonly string[];
  /** Containers and init containers. */
  readonly containerCount: number;
  readonly hardSpread: readonly SpreadConstraint[];
  readonly softSpread: readonly SpreadConstraint[];
  readonly affinity: readonly AffinityTerm[];
  readonly antiAffinity: readonly AffinityTerm[];
  readonly preferredAffinity: readonly WeightedAffinityTerm[];
  readonly preferredAntiAffinity: readonly WeightedAffinityTerm[];
  readonly hasVolumes: boolean;
}

interface WeightedNodeTerm {
  readonly weight: number;
  readonly term: NonNullable<ReturnType<typeof compileNodeTerm>>;
}

export interface SpreadConstraint {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly selector: LabelMatcher;
  readonly minDomains: number;
  readonly honorNodeAffinity: boolean;
  readonly honorTaints: boolean;
}

export interface AffinityTerm {
  readonly topologyKey: string;
  readonly selector: LabelMatcher;
  readonly namespaces: ReadonlySet<string>;
  readonly namespaceSelector: LabelMatcher;
}

interface WeightedAffinityTerm extends AffinityTerm {
  readonly weight: number;
}

export function compilePod(spec: PodSpec, namespace: string, labels: Labels, owner: OwnerReference | undefined): CompiledPod {
  const node = spec.affinity?.nodeAffinity;
  const pods = spec.affinity?.podAffinity;
  const anti = spec.affinity?.podAntiAffinity;
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const spread = (kind: TopologySpreadConstraint['whenUnsatisfiable']): SpreadConstraint[] =>
    (spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === kind).map((constraint) => compileSpread(constraint, labels));
  const term = (source: PodAffinityTerm): AffinityTerm => compileAffinityTerm(source, namespace);
  return {
    spec,
    namespace,
    labels,
    owner,
    requests: podRequests({ apiVersion: 'v1', kind: 'Pod', metadata: { name: '' }, spec }),
    tolerations: spec.tolerations ?? [],
    nodeSelector: compileLabels(spec.nodeSelector),
    requiredNodes: node?.requiredDuringSchedulingIgnoredDuringExecution ? compileNodeSelector(node.requiredDuringSchedulingIgnoredDuringExecution) : null,
    preferredNodes: (node?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ weight, preference }) => {
      const compiled = compileNodeTerm(preference);
      return compiled === null || weight === 0 ? [] : [{ weight, term: compiled }];
    }),
    hostPorts: hostPortsOf(spec),
    images: containers.flatMap(({ image }) => (image === undefined ? [] : [normalizedImageName(image)])),
    containerCount: containers.length,
    hardSpread: spread('DoNotSchedule'),
    softSpread: spread('ScheduleAnyway'),
    affinity: (pods?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map(term),
    antiAffinity: (anti?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map(term),
    preferredAffinity: (pods?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ weight, podAffinityTerm }) => ({ weight, ...term(podAffinityTerm) })),
    preferredAntiAffinity: (anti?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ weight, podAffinityTerm }) => ({ weight, ...term(podAffinityTerm) })),
    hasVolumes: (spec.volumes ?? []).length > 0,
  };
}

function compileSpread(source: TopologySpreadConstraint, labels: Labels): SpreadConstraint {
  return {
    maxSkew: source.maxSkew,
    topologyKey: source.topologyKey,
    selector: withLabelKeys(compileLabelSelector(source.labelSelector), source.matchLabelKeys, labels),
    minDomains: source.minDomains ?? 1,
    honorNodeAffinity: source.nodeAffinityPolicy !== 'Ignore',
    honorTaints: source.nodeTaintsPolicy === 'Honor',
  };
}

function compileAffinityTerm(source: PodAffinityTerm, namespace: string): AffinityTerm {
  const named = source.namespaces ?? [];
  const own = named.length === 0 && source.namespaceSelector === undefined;
  // matchLabelKeys and mismatchLabelKeys are the API server's: it writes them into the selector, the scheduler ignores them.
  return {
    topologyKey: source.topologyKey,
    selector: compileLabelSelector(source.labelSelector),
    namespaces: new Set(own ? [namespace] : named),
    namespaceSelector: compileLabelSelector(source.namespaceSelector),
  };
}

/** The pod's own values of these keys must match too. */
function withLabelKeys(selector: LabelMatcher, keys: readonly string[] | undefined, labels: Labels): LabelMatcher {
  const requirements = (keys ?? []).flatMap((key) => {
    const value = labelValue(labels, key);
    return value === undefined ? [] : [{ key, operator: 'In' as const, values: [value] }];
  });
  return requirements.length === 0 ? selector : andMatchers(selector, { kind: 'requirements', requirements });
}
