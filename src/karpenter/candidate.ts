import type { Taint } from '../kubernetes/objects';
import { tolerates } from '../kubernetes/selector';
import type { Result } from '../result';
import { portsTaken } from '../scheduling/plugins/nodePorts';
import type { PodInfo } from '../scheduling/podInfo';
import type { InstanceOption } from './nodePool';
import { both, conflict, intersect, type Requirements } from './requirements';
import { fits, resourcesOf, sum, type Resources } from './resources';
import type { Topology } from './topology';

/** Why a pod does not go somewhere: a stable code, and Karpenter's own words. */
export interface Refusal {
  readonly code: 'taints' | 'ports' | 'requirements' | 'volumes' | 'topology' | 'resources' | 'offering' | 'limits' | 'ignored';
  readonly message: string;
}

/** A node that is there, or one that is to be launched and that narrows down with every pod. */
export interface Candidate {
  readonly name: string;
  readonly isNew: boolean;
  readonly taints: readonly Taint[];
  /** Those that were there before. */
  readonly running: readonly PodInfo[];
  /** Those that go there now. */
  readonly pods: readonly PodInfo[];
  readonly requirements: Requirements;
  readonly requested: Resources;
  /** What it may still become; of a node that is there the node itself. */
  readonly options: readonly Pick<InstanceOption, 'requirements' | 'allocatable' | 'daemons'>[];
}

export interface Demand {
  readonly pod: PodInfo;
  readonly requirements: Requirements;
  /** Added to the node's, not to the pod's: a volume does not change among which domains a pod is spread. */
  readonly volumes: Requirements;
}

/** Whether the node has room for the pod, whatever else may be in the way: quick to ask. */
export function hasRoom({ options, requested }: Candidate, pod: PodInfo): boolean {
  const asked = resourcesOf(pod.requests);
  return options.some(({ allocatable, daemons }) => fits(asked, allocatable, requested, daemons));
}

/**
 * The candidate with the pod on it. Topology comes last, since it may choose one of several domains.
 * Source: kubernetes-sigs/karpenter pkg/controllers/provisioning/scheduling/nodeclaim.go, CanAdd.
 */
export function withPod<C extends Candidate>(candidate: C, { pod, requirements, volumes }: Demand, topology: Topology): Result<C, Refusal> {
  const taint = candidate.taints.find((each) => !tolerates(pod.compiled.tolerations, each));
  if (taint !== undefined) return refused('taints', `did not tolerate taint ${taint.key}${taint.value === undefined ? '' : `=${taint.value}`}:${taint.effect}`);
  const { hostPorts } = pod.compiled;
  if (hostPorts.length > 0 && (portsTaken(hostPorts, candidate) || portsTaken(hostPorts, { pods: candidate.running }))) return refused('ports', 'checking host port usage, port is already in use');
  const incompatible = conflict(candidate.requirements, requirements, candidate.isNew);
  if (incompatible !== null) return refused('requirements', `incompatible requirements, ${incompatible}`);
  const wanted = both(candidate.requirements, requirements);
  const elsewhere = conflict(wanted, volumes, candidate.isNew);
  if (elsewhere !== null) return refused('volumes', `incompatible volume requirements, ${elsewhere}`);
  const tightened = topology.tighten(pod, { requirements: both(wanted, volumes), taints: candidate.taints, isNew: candidate.isNew });
  if (typeof tightened === 'string') return refused('topology', tightened);
  const suitable = candidate.options.filter((option) => intersect(option.requirements, tightened));
  if (suitable.length === 0) return refused('offering', 'no instance type met all requirements');
  const asked = resourcesOf(pod.requests);
  const options = suitable.filter(({ allocatable, daemons }) => fits(asked, allocatable, candidate.requested, daemons));
  if (options.length === 0) return refused('resources', 'no instance type has enough resources');
  const requested = sum(candidate.requested, asked);
  return { ok: true, value: { ...candidate, requirements: tightened, requested, options, pods: [...candidate.pods, pod] } };
}

function refused(code: Refusal['code'], message: string): Result<never, Refusal> {
  return { ok: false, error: { code, message } };
}
