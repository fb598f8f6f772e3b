import type { Pod, ResourceList } from '../kubernetes/objects';
import { amounts } from '../kubernetes/podRequests';

const CLASSES = ['BestEffort', 'Burstable', 'Guaranteed'] as const;
type QosClass = (typeof CLASSES)[number];

const COUNTED = ['cpu', 'memory'];

/** What the kubelet evicts first: 0 BestEffort, 1 Burstable, 2 Guaranteed. */
export function qosRank(pod: Pod): number {
  const told = CLASSES.findIndex((name) => name === pod.status?.qosClass);
  return told >= 0 ? told : CLASSES.indexOf(qosClass(pod));
}

/** As the descheduler works it out where the pod does not tell. Source: its pkg/utils/qos.go. */
function qosClass({ spec }: Pod): QosClass {
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  const requests = new Map<string, number>();
  const limits = new Map<string, number>();
  let guaranteed = true;
  for (const { resources } of containers) {
    // The API server fills requests from limits.
    count(requests, { ...resources?.limits, ...resources?.requests });
    const limited = count(limits, resources?.limits);
    if (limited < COUNTED.length) guaranteed = false;
  }
  if (requests.size === 0 && limits.size === 0) return 'BestEffort';
  const equal = requests.size === limits.size && [...requests].every(([resource, amount]) => limits.get(resource) === amount);
  return guaranteed && equal ? 'Guaranteed' : 'Burstable';
}

/** How many of the counted resources the list has; zero amounts are none. */
function count(total: Map<string, number>, list: ResourceList | undefined): number {
  let found = 0;
  for (const [resource, amount] of amounts(list)) {
    if (!COUNTED.includes(resource) || amount === 0) continue;
    total.set(resource, (total.get(resource) ?? 0) + amount);
    found++;
  }
  return found;
}
