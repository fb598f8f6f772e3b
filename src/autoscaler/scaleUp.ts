import { compareBytes } from '../byteOrder';
import type { DaemonSet, Node, Pod } from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { NodeRejection } from '../scheduling/filterRun';
import { podInfoOf } from '../scheduling/podInfo';
import type { Snapshot } from '../scheduling/snapshot';
import { balance } from './balancing';
import { bestOption } from './bestOption';
import { ClusterHealth } from './clusterHealth';
import { equivalenceGroups, type EquivalenceGroup } from './equivalenceGroups';
import { estimate, nodeLimit } from './estimator';
import type { Option } from './expanders/expander';
import { wasteOf, type Waste } from './expanders/leastWaste';
import { filterPods } from './filterPods';
import type { NodeGroup } from './nodeGroup';
import type { AutoscalerOptions } from './options';
import { isReadyAndSchedulable, isStarting } from './readiness';
import { capByLimits, resourcesLeft } from './resourceLimits';
import { SimulatedCluster, type RoundRobin } from './simulatedCluster';
import { similarGroups } from './similarGroups';
import { instanceOf, summaryOf, templatesOf, type Template, type TemplateSummary } from './templates';
import { isOlderThan } from './time';
import { validGroups } from './validGroups';

/*
 * One loop of the autoscaler, and where each step is:
 *
 *   nodes, pods, groups ─> templates ─> clusterHealth ─> upcoming nodes ─> filterPods ─> equivalenceGroups
 *     ─> validGroups (resourceLimits) ─> which pods fit ─> similarGroups, estimator ─> expanders ─> balancing
 */

/** A cluster with its node groups at one moment. Nothing of it is changed. */
export interface ScaleUpInput {
  /** Nodes with their pods; without nominated pods, and without expendable ones. */
  readonly snapshot: Snapshot;
  /** In natural order: which is first decides between equals. */
  readonly nodes: readonly Node[];
  readonly groups: readonly NodeGroup[];
  readonly daemonSets: readonly DaemonSet[];
  /** Pods that the scheduler has tried and found no node for. */
  readonly pending: readonly Pod[];
  readonly options: AutoscalerOptions;
  /** Seconds since 1970; null: every node and pod is old enough for whatever needs an age. */
  readonly now: number | null;
  /** Groups that an earlier scale-up failed for, a short while ago. */
  readonly backedOff?: ReadonlySet<string>;
  /** Where an earlier loop left the walk over nodes; it moves. */
  readonly robin?: RoundRobin;
}

export type ScaleUpResult = 'successful' | 'error' | 'noOptionsAvailable' | 'notNeeded' | 'notTried' | 'limitedByMaxNodesTotal' | 'inCooldown';

/** What one loop does. Lists of names are in byte order; a field that the loop did not come to is absent. */
export interface ScaleUpOutcome {
  readonly result: ScaleUpResult;
  readonly error?: string;
  /** Pods that need new nodes, `namespace/name`. */
  readonly considered?: readonly string[];
  readonly templates?: Readonly<Record<string, TemplateSummary>>;
  /** Groups that take no part, with the reasons. */
  readonly skipped?: Readonly<Record<string, readonly string[]>>;
  /** By pod, then by group: the first plugin that refuses the template, and why. */
  readonly rejected?: Readonly<Record<string, Readonly<Record<string, PodRejection>>>>;
  /** By group: what its growth would do, as the expander sees it. */
  readonly options?: Readonly<Record<string, OptionSummary>>;
  /** The group that the expander chose. */
  readonly best?: string;
  /** Nodes that each group gains. */
  readonly added: Readonly<Record<string, number>>;
  /** Pods that the new nodes are for. */
  readonly triggered: readonly string[];
  /** Pods that only other groups can help, which a later loop may do. */
  readonly awaiting: readonly string[];
  /** Pods that no group can help. */
  readonly remaining: readonly string[];
}

export interface PodRejection {
  readonly plugin: string;
  readonly reasons: readonly string[];
}

export interface OptionSummary {
  readonly nodes: number;
  readonly pods: readonly string[];
  readonly similar?: readonly string[];
  /** Only where least-waste is asked; its score is the sum. */
  readonly waste?: Waste;
}

/** A pod must be at least this old for the autoscaler to act (seconds). Source: static_autoscaler.go, unschedulablePodTimeBuffer. */
const NEW_POD_SECONDS = 2;

const NOTHING = { added: {}, triggered: [], awaiting: [], remaining: [] } as const;

/**
 * One loop: which groups gain how many nodes. At most one option is carried out; what remains is for the next loops.
 * Source: kubernetes/autoscaler cluster-autoscaler/core/static_autoscaler.go, RunOnce, and core/scaleup/orchestrator.
 */
export function scaleUpOnce(input: ScaleUpInput): ScaleUpOutcome {
  const { nodes, groups, options, now } = input;
  const podsOn = (name: string): readonly Pod[] => (input.snapshot.node(name)?.pods ?? []).map(({ pod }) => pod);
  const templates = templatesOf(groups, { nodes, podsOn, daemonSets: input.daemonSets, options, now });
  const health = new ClusterHealth(nodes, groups, now);
  if (!health.isHealthy) return { result: 'notTried', ...NOTHING };
  const cluster = clusterOf(input);
  const upcoming = addUpcoming(cluster, groups, templates, health);
  const pods = filterPods(cluster, input.pending, options);
  const considered = { considered: keysOf(pods) };
  const readyNodes = nodes.filter(isReadyAndSchedulable).length;
  if (pods.length === 0) return { result: 'notNeeded', ...considered, ...NOTHING };
  if (options.maxNodesTotal > 0 && readyNodes >= options.maxNodesTotal) return { result: 'limitedByMaxNodesTotal', ...considered, ...NOTHING, remaining: keysOf(pods) };
  if (pods.every(({ metadata }) => !isOlderThan(metadata.creationTimestamp, NEW_POD_SECONDS, now))) return { result: 'inCooldown', ...considered, ...NOTHING };

  const summaries = { ...considered, templates: recordOf([...templates].map(([id, template]) => [id, summaryOf(template)])) };
  const unknown = groups.find((group) => health.upcoming(group) > 0 && !templates.has(group.id));
  if (unknown !== undefined) return { result: 'error', error: `could not get upcoming nodes: failed to find template node for node group ${unknown.id}`, ...summaries, ...NOTHING };
  const left = resourcesLeft(groups, templates, nodes, options);
  if (!left.ok) return { result: 'error', error: left.error, ...summaries, ...NOTHING };
  const { valid, skipped } = validGroups(groups, templates, health, left.value, input.backedOff ?? new Set());
  const fits = podsThatFit(cluster, equivalenceGroups(pods), valid, templates);
  const found = { ...summaries, skipped: recordOf([...skipped]), rejected: rejections(fits) };
  const remaining = keysOf(fits.filter(({ groups: fitting }) => fitting.size === 0).flatMap(({ pods: of }) => of));

  const fitting = new Map(valid.map(({ id }) => [id, fits.filter((fit) => fit.groups.has(id)).map((fit) => fit.pods)]));
  const search = { valid, templates, fitting, options };
  const currentNodes = readyNodes + upcoming;
  const choices = valid.flatMap((group) => optionOf(cluster, group, similarGroups(group, search), templates, fitting, { ...options, currentNodes }));
  const best = bestOption(choices, options);
  if (best === undefined) return { result: 'noOptionsAvailable', ...found, ...NOTHING, remaining };

  const chosen = { ...found, options: recordOf(choices.map((choice) => [choice.group.id, optionSummary(choice, options)])), best: best.group.id };
  const triggered = keysOf(best.pods);
  const total = options.maxNodesTotal > 0 ? Math.min(best.nodes, options.maxNodesTotal - currentNodes) : best.nodes;
  if (total < 1) return { result: 'error', error: 'max node total count already reached', ...chosen, ...NOTHING, triggered };
  const capped = capByLimits(total, best.template.node, left.value);
  if (!capped.ok) return { result: 'error', error: capped.error, ...chosen, ...NOTHING, triggered };
  const awaiting = fits.filter((fit) => fit.groups.size > 0 && fit.rejections.has(best.group.id)).flatMap((fit) => fit.pods);
  const added = recordOf([...balance([best.group, ...similarGroups(best.group, search)], capped.value)]);
  return { result: 'successful', ...chosen, added, triggered, awaiting: keysOf(awaiting), remaining };
}

/** The nodes but for those that are still starting, which count as upcoming. */
function clusterOf({ snapshot, nodes, groups, now, robin }: ScaleUpInput): SimulatedCluster {
  const cluster = new SimulatedCluster(snapshot.clone(), nodes.map(({ metadata }) => metadata.name), robin ?? { last: 0 });
  const starting = new Set(nodes.filter((node) => isStarting(node, now)).map(({ metadata }) => metadata.name));
  for (const group of groups) for (const name of group.nodes) if (starting.has(name)) cluster.removeNode(name);
  return cluster;
}

/** How many nodes are on their way, all in the cluster now. */
function addUpcoming(cluster: SimulatedCluster, groups: readonly NodeGroup[], templates: ReadonlyMap<string, Template>, health: ClusterHealth): number {
  let count = 0;
  for (const group of groups) {
    const template = templates.get(group.id);
    if (template === undefined) continue;
    for (let i = 0; i < health.upcoming(group); i++) {
      const { node, pods } = instanceOf(template, `upcoming-${i}`);
      cluster.addNode(node, pods);
      count++;
    }
  }
  return count;
}

/** An equivalence group, where it fits, and why not elsewhere. */
interface Fit {
  readonly pods: EquivalenceGroup;
  readonly groups: ReadonlySet<string>;
  readonly rejections: ReadonlyMap<string, NodeRejection>;
}

/** Each equivalence group's first pod on one fresh node of each group, beside the cluster as it is; nothing is placed. */
function podsThatFit(cluster: SimulatedCluster, pods: readonly EquivalenceGroup[], valid: readonly NodeGroup[], templates: ReadonlyMap<string, Template>): readonly Fit[] {
  const fits = pods.map((group) => ({ pods: group, groups: new Set<string>(), rejections: new Map<string, NodeRejection>() }));
  for (const { id } of valid) {
    const template = templates.get(id);
    if (template === undefined) continue;
    const fork = cluster.fork();
    const { node, pods: own } = instanceOf(template, 'template');
    fork.addNode(node, own);
    for (const fit of fits) {
      const rejection = fork.check(podInfoOf(fit.pods[0]), node.metadata.name);
      if (rejection === null) fit.groups.add(id);
      else fit.rejections.set(id, rejection);
    }
  }
  return fits;
}

function optionOf(
  cluster: SimulatedCluster,
  group: NodeGroup,
  similar: readonly NodeGroup[],
  templates: ReadonlyMap<string, Template>,
  fitting: ReadonlyMap<string, readonly EquivalenceGroup[]>,
  limits: Parameters<typeof nodeLimit>[1],
): readonly Option[] {
  const template = templates.get(group.id);
  const pods = fitting.get(group.id) ?? [];
  if (template === undefined || pods.length === 0) return [];
  const { nodes, pods: placed } = estimate(cluster, template, pods, nodeLimit([group, ...similar], limits));
  return nodes === 0 ? [] : [{ group, template, nodes, pods: placed, similar }];
}

function optionSummary(option: Option, { expander }: AutoscalerOptions): OptionSummary {
  const { nodes, pods, similar } = option;
  return {
    nodes,
    pods: keysOf(pods),
    ...(similar.length === 0 ? {} : { similar: similar.map(({ id }) => id).sort(compareBytes) }),
    ...(expander.includes('least-waste') ? { waste: wasteOf(option) } : {}),
  };
}

function rejections(fits: readonly Fit[]): Readonly<Record<string, Readonly<Record<string, PodRejection>>>> {
  const refused = fits.filter((fit) => fit.rejections.size > 0);
  return recordOf(
    refused.flatMap((fit) => {
      const byGroup = recordOf([...fit.rejections].map(([id, { plugin, reasons }]) => [id, { plugin, reasons }]));
      return fit.pods.map((pod) => [objectKey(pod), byGroup] as const);
    }),
  );
}

function keysOf(pods: readonly Pod[]): readonly string[] {
  return pods.map(objectKey).sort(compareBytes);
}

function recordOf<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareBytes(a, b)));
}
