import type { DaemonSet, Labels, Node, Pod, ResourceList } from '../kubernetes/objects';
import { labelValue } from '../kubernetes/selector';
import { podInfoOf } from '../scheduling/podInfo';
import { daemonSetPod, isPreemptingSystemNodeCritical, runsOn } from './daemonSetPods';
import type { NodeGroup } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import { controllerOf, isDaemonSetPod, isMirrorPod, MIRROR_ANNOTATION } from './podKinds';
import { isGoodTemplate, isReadyAndSchedulable } from './readiness';
import { sanitizeTaints } from './sanitizeTaints';

/** A group's node as the autoscaler imagines the next one. */
export interface Template {
  /** `asg`: what the provider would build, else the real node that it is copied from. */
  readonly from: 'asg' | `node:${string}`;
  readonly node: Node;
  /** Pods that every fresh node has: those of DaemonSets, and mirror pods. */
  readonly pods: readonly Pod[];
}

export interface TemplateSource {
  /** In natural order. */
  readonly nodes: readonly Node[];
  readonly podsOn: (nodeName: string) => readonly Pod[];
  readonly daemonSets: readonly DaemonSet[];
  readonly options: AutoscalerOptions;
  readonly now: number | null;
}

/**
 * The template of each group that has one: its first good node, else what the provider builds, else any ready node.
 * Source: kubernetes/autoscaler cluster-autoscaler/processors/nodeinfosprovider/{mixed_nodeinfos_processor,asg_tag_resource_node_info_provider}.go.
 */
export function templatesOf(groups: readonly NodeGroup[], source: TemplateSource): ReadonlyMap<string, Template> {
  const ready = new Map(source.nodes.filter(isReadyAndSchedulable).map((node, index) => [node.metadata.name, { node, index }]));
  const templates = new Map<string, Template>();
  for (const group of groups) {
    const candidates = group.nodes
      .map((name) => ready.get(name))
      .filter((entry) => entry !== undefined)
      .sort((a, b) => a.index - b.index)
      .map(({ node }) => node);
    const good = candidates.find((node) => isGoodTemplate(node, source.now));
    const real = good ?? (group.template === null ? candidates[0] : undefined);
    if (real !== undefined) templates.set(group.id, fromNode(group, real, source));
    else if (group.template !== null) templates.set(group.id, fromProvider(group.id, group.template, source));
  }
  return templates;
}

function fromNode({ id, template }: NodeGroup, real: Node, { podsOn, daemonSets, options }: TemplateSource): Template {
  const node = sanitized(id, real, template);
  const present = podsOn(real.metadata.name).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const running = new Set(present.map(controllerOf).flatMap((owner) => (owner?.kind === 'DaemonSet' ? [owner.uid || owner.name] : [])));
  const missing = daemonSets.filter((daemonSet) => {
    const { uid, name } = daemonSet.metadata;
    return !running.has(uid || name) && (options.forceDaemonSets || isPreemptingSystemNodeCritical(daemonSet)) && runsOn(daemonSet, node);
  });
  const kept = present.filter((pod) => isMirrorPod(pod) || isDaemonSetPod(pod)).map(withoutNode);
  return { from: `node:${real.metadata.name}`, node, pods: [...kept, ...missing.map(daemonSetPod)] };
}

function fromProvider(id: string, built: Node, { daemonSets }: TemplateSource): Template {
  const plain = sanitized(id, built, null);
  const node = { ...plain, metadata: { ...plain.metadata, labels: withDeprecatedLabels(plain.metadata.labels) } };
  return { from: 'asg', node, pods: [kubeProxyPod(id), ...daemonSets.filter((daemonSet) => runsOn(daemonSet, plain)).map(daemonSetPod)] };
}

/** The node under a name of its own; what the provider's template has and the real node lacks is added. */
function sanitized(id: string, original: Node, provider: Node | null): Node {
  const name = `template-node-for-${id}`;
  return {
    ...original,
    metadata: {
      ...original.metadata,
      name,
      labels: { ...original.metadata.labels, 'kubernetes.io/hostname': name, 'cluster-autoscaler.kubernetes.io/template-node': 'true' },
    },
    spec: { ...original.spec, taints: sanitizeTaints(original.spec?.taints) },
    status: {
      ...original.status,
      capacity: { ...provider?.status.capacity, ...original.status.capacity },
      allocatable: { ...provider?.status.allocatable, ...original.status.allocatable },
    },
  };
}

const DEPRECATED: readonly (readonly [old: string, stable: string])[] = [
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
];

function withDeprecatedLabels(labels: Labels | undefined): Labels {
  const added = DEPRECATED.flatMap(([old, stable]) => {
    const value = labelValue(labels, stable);
    return value === undefined ? [] : [[old, value] as const];
  });
  return { ...labels, ...Object.fromEntries(added) };
}

/** The AWS provider puts it on every template that it builds, besides the pod of a real kube-proxy DaemonSet. */
function kubeProxyPod(id: string): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `kube-proxy-${id}`, namespace: 'kube-system', labels: { component: 'kube-proxy', tier: 'node' }, annotations: { [MIRROR_ANNOTATION]: '1' } },
    spec: { containers: [{ name: 'kube-proxy', image: 'kube-proxy', resources: { requests: { cpu: '100m' } } }] },
  };
}

/** One spec a template, so that all copies of the pod are one kind. */
function withoutNode(pod: Pod): Pod {
  const { nodeName: _node, ...spec } = pod.spec;
  return { ...pod, spec };
}

/** A node made from the template, with its pods, under a name that no other has. */
export function instanceOf({ node, pods }: Template, suffix: string): { readonly node: Node; readonly pods: readonly Pod[] } {
  const name = `${node.metadata.name}-${suffix}`;
  return {
    node: { ...node, metadata: { ...node.metadata, name, labels: { ...node.metadata.labels, 'kubernetes.io/hostname': name } } },
    pods: pods.map((pod) => ({ ...pod, metadata: { ...pod.metadata, name: `${pod.metadata.name}-${name}` } })),
  };
}

/** What a template says of its group. */
export interface TemplateSummary {
  readonly from: string;
  readonly zone: string;
  readonly allocatable: ResourceList;
  /** Of the pods that every fresh node has: millicores, bytes, number. */
  readonly requested: { readonly cpu: number; readonly memory: number; readonly pods: number };
  /** `key=value:Effect`; absent where there is none. */
  readonly taints?: readonly string[];
}

export function summaryOf({ from, node, pods }: Template): TemplateSummary {
  const requests = pods.map((pod) => podInfoOf(pod).requests);
  const taints = (node.spec?.taints ?? []).map(({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`);
  return {
    from,
    zone: labelValue(node.metadata.labels, 'topology.kubernetes.io/zone') ?? '',
    allocatable: node.status.allocatable ?? {},
    requested: {
      cpu: requests.reduce((sum, { milliCpu }) => sum + milliCpu, 0),
      memory: requests.reduce((sum, { memory }) => sum + memory, 0),
      pods: pods.length,
    },
    ...(taints.length === 0 ? {} : { taints }),
  };
}
