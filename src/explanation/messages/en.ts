import type { ChangeSize, Guarantee } from '../explanation';
import { dollars } from './dollars';

/** What explanations say in English: one function a reason. This is also the type that every language fills. */
export const en = {
  /** A group of refusals, by plugin: what it found. `scores`: what it favours. */
  plugins: {
    SchedulingGates: { refuses: 'The pod has scheduling gates.', scores: '' },
    NodeUnschedulable: { refuses: 'The node is cordoned.', scores: '' },
    NodeName: { refuses: 'The pod names another node.', scores: '' },
    TaintToleration: { refuses: 'The node has a taint that the pod does not tolerate.', scores: 'nodes without taints that ask pods to prefer others' },
    NodeAffinity: { refuses: 'The node’s labels are not the ones that the pod asks for.', scores: 'nodes with the labels that the pod prefers' },
    NodePorts: { refuses: 'A host port that the pod needs is taken on the node.', scores: '' },
    NodeResourcesFit: { refuses: 'The node has too little left for what the pod requests.', scores: 'nodes with the most CPU and memory left' },
    VolumeRestrictions: { refuses: 'The pod’s volume is in use by another pod and cannot be shared.', scores: '' },
    NodeVolumeLimits: { refuses: 'The node cannot attach more volumes.', scores: '' },
    VolumeBinding: { refuses: 'The pod’s volumes are not, and cannot be, where the node is.', scores: '' },
    VolumeZone: { refuses: 'The pod’s volumes are in another zone.', scores: '' },
    PodTopologySpread: { refuses: 'One more pod here would be more uneven than a spread constraint allows.', scores: 'zones and nodes with few pods like this one' },
    InterPodAffinity: { refuses: 'A rule about which pods may stand together keeps the pod away.', scores: 'nodes near pods that it wants to be with, far from others' },
    NodeResourcesBalancedAllocation: { refuses: '', scores: 'nodes where CPU and memory would be used evenly' },
    ImageLocality: { refuses: '', scores: 'nodes that have the container images already' },
  },
  outcome: {
    queue: ({ position, pods, placed }: Queue) => `It was number ${position} of ${pods} in the scheduling queue; ${placed} ${placed === 1 ? 'pod' : 'pods'} had a node before it.`,
    highest: ({ node, total, fitting }: { node: string; total: number; fitting: number }) => `${node} has the highest total of the ${fitting} nodes that fit: ${total}.`,
    drawn: ({ node, total, best, fitting }: Drawn) =>
      `${best} of the ${fitting} nodes that fit share the highest total, ${total}. kube-scheduler draws one of them at random; here it is ${node}.`,
    onlyOne: ({ node }: { node: string }) => `${node} is the only node that fits, so nothing is scored.`,
    daemon: ({ node }: { node: string }) => `A DaemonSet makes one pod for each node; this one is for ${node}.`,
    sampled: ({ looked, nodes }: { looked: number; nodes: number }) => `With so many nodes kube-scheduler stops looking once enough fit: it looked at ${looked} of ${nodes}.`,
    pinned: ({ node }: { node: string }) => `It was put on ${node} by hand. The table shows what the scheduler would make of it now, with the other pods where they are.`,
    noneFits: ({ nodes }: { nodes: number }) => (nodes === 1 ? 'The only node does not suit it.' : `None of the ${nodes} nodes suits it.`),
    noNodes: () => 'The cluster has no node.',
    gated: ({ gates }: { gates: readonly string[] }) => `It has ${gates.length === 1 ? 'a scheduling gate' : 'scheduling gates'}, ${gates.join(', ')}: the scheduler does not look at it until ${gates.length === 1 ? 'it is' : 'they are'} gone.`,
    preempted: ({ victims, node }: { victims: readonly string[]; node: string }) => `At first no node had room. It is more important than ${list(victims)}, which had to leave ${node} for it.`,
    evicted: ({ node }: { node: string }) => `It ran on ${node} at first, and had to make room for a more important pod.`,
    moved: ({ node }: { node: string }) => `${node} is gone with all that ran on it; the pod was made anew and queued again.`,
    unchanged: ({ node }: { node: string }) => `The loss does not touch it: it runs on ${node} as before.`,
    frozen: ({ node }: { node: string }) => `The control plane is down, so Kubernetes changes nothing: the pod runs on ${node} as before.`,
    lostFrozen: ({ node }: { node: string }) => `${node} is gone, and without a control plane nothing makes the pod anew.`,
    lostDaemon: ({ node }: { node: string }) => `It was made for ${node}, which is gone; a DaemonSet makes none elsewhere.`,
    waitsFrozen: () => 'The control plane is down, so the scheduler does not look at it: it goes on waiting.',
  },
  reasons: {
    short: ({ resource, requested, left, allocatable }: Short) => `It requests ${requested} of ${resource}; the node has ${left} of ${allocatable} left.`,
    tooSmall: ({ resource, requested, allocatable }: Omit<Short, 'left'>) => `It requests ${requested} of ${resource}; even empty, the node has ${allocatable}.`,
    tooManyPods: ({ pods, most }: { pods: number; most: number }) => `The node runs ${pods} pods, and ${most} are the most that it can.`,
    taint: ({ taint }: { taint: string }) => `The node is tainted ${taint}, which the pod does not tolerate.`,
    nodeSelector: ({ wanted }: { wanted: readonly string[] }) => `The node lacks ${list(wanted)}, which the nodeSelector asks for.`,
    nodeAffinity: () => 'The node meets none of the required node affinity’s terms.',
    otherNode: () => 'The pod is made for another node.',
    cordoned: () => 'The node is cordoned (unschedulable).',
    hostPorts: ({ ports }: { ports: readonly string[] }) => `Host port ${list(ports)} is taken by another pod on the node.`,
    volumeLimit: ({ most }: { most: number | null }) => (most === null ? 'The node cannot attach another volume.' : `The node can attach ${most} volumes, and the pod’s would be more.`),
    volumeElsewhere: ({ claim, zones }: Claim) => `The volume of claim ${claim} lies in ${zones.length === 0 ? 'another zone' : list(zones, 'or')}, and an EBS volume cannot leave its zone.`,
    volumeNotAllowed: ({ claim, zones }: Claim) => `No volume for claim ${claim} can be made here${zones.length === 0 ? '' : `: its StorageClass allows ${list(zones, 'and')} only`}.`,
    volumeUnbound: () => 'A claim of its StorageClass is bound before the pod is placed (Immediate), and it is not bound.',
    readWriteOncePod: () => 'Another pod uses the volume, and ReadWriteOncePod lets one pod at a time.',
    spread: ({ domain, key, here, least, maxSkew }: Spread) =>
      `${domain} has ${here} of these pods already and the emptiest ${domainWord(key)} ${least}: one more would be a skew of ${here + 1 - least}, and ${maxSkew} is allowed.`,
    spreadDomains: ({ key, minDomains }: { key: string; minDomains: number }) => `Fewer than ${minDomains} ${domainWord(key)}s take part (minDomains), which counts as an empty one more.`,
    spreadLabel: ({ key }: { key: string }) => `The node has no label ${key}, which a spread constraint goes by.`,
    antiAffinity: ({ other, domain }: { other: string; domain: string }) => `${other} runs in ${domain}, and the pod’s anti-affinity does not allow both.`,
    antiAffinityOfOther: ({ other, domain }: { other: string; domain: string }) => `${other} in ${domain} has an anti-affinity to pods like this one.`,
    affinity: () => 'No pod that it must be near runs here.',
  },
  relaxations: {
    nodes: ({ group, count, desired }: More) => `${count === 1 ? 'One node more' : `${count} nodes more`} in ${group}: desired ${desired}`,
    instance: ({ zone, type }: { zone: string; type: string }) => `One ${type} more in ${zone}`,
    request: ({ workload, resource, to, before }: { workload: string; resource: string; to: string; before: string }) => `${workload} requests ${to} of ${resource} instead of ${before}`,
    toleration: ({ workload, taint }: { workload: string; taint: string }) => `${workload} tolerates ${taint}`,
    nodeSelector: ({ workload, label }: { workload: string; label: string }) => `${workload} without the nodeSelector ${label}`,
    nodeAffinity: ({ workload }: { workload: string }) => `${workload} prefers its nodes instead of requiring them`,
    maxSkew: ({ workload, key, maxSkew }: { workload: string; key: string; maxSkew: number }) => `${workload} may be uneven by ${maxSkew} over ${domainWord(key)}s (maxSkew)`,
    scheduleAnyway: ({ workload, key }: { workload: string; key: string }) => `${workload} spreads over ${domainWord(key)}s where it can (ScheduleAnyway)`,
    antiAffinity: ({ workload, key }: { workload: string; key: string }) => `${workload} prefers to stay apart by ${domainWord(key)} instead of requiring it`,
    affinity: ({ workload, key }: { workload: string; key: string }) => `${workload} prefers to be near by ${domainWord(key)} instead of requiring it`,
    hostPort: ({ workload, ports }: { workload: string; ports: readonly string[] }) => `${workload} without host port ${list(ports)}`,
    waitForFirstConsumer: ({ storageClass }: { storageClass: string }) => `StorageClass ${storageClass} waits for the pod (WaitForFirstConsumer)`,
    allowedZones: ({ storageClass }: { storageClass: string }) => `StorageClass ${storageClass} allows every zone`,
    efs: ({ workload }: { workload: string }) => `Put the volumes of ${workload} on EFS, which every zone reaches`,
    accessMode: ({ workload }: { workload: string }) => `The volumes of ${workload} are ReadWriteOnce, shared on a node`,
    gates: ({ workload }: { workload: string }) => `${workload} without its scheduling gates`,
  },
  /** What a change gives up. */
  guarantees: {
    requests: 'CPU or memory that was reserved',
    volumeZones: 'the choice of zones for volumes',
    nodeChoice: 'the choice of nodes',
    together: 'that pods are near each other',
    evenness: 'some evenness',
    spread: 'that pods are spread',
    apart: 'that pods are kept apart',
    reserved: 'that tainted nodes are kept free',
    blockStorage: 'block storage (EFS is NFS)',
    singleWriter: 'that only one pod writes',
    hostPort: 'the host port',
    gates: 'the scheduling gate',
  } satisfies Readonly<Record<Guarantee, string>>,
  size: ({ entities, fields, weakens, pods, monthly }: ChangeSize) =>
    [
      `${fields} ${fields === 1 ? 'value' : 'values'}${entities === 1 ? '' : ` in ${entities} entities`}`,
      weakens.length === 0 ? 'gives up nothing' : `gives up ${list([...new Set(weakens)].map((each) => en.guarantees[each]))}`,
      ...(pods === 0 ? [] : [`${pods} ${pods === 1 ? 'pod' : 'pods'} made anew`]),
      monthly === 0 ? 'no extra cost' : `${dollars(monthly)}/mo`,
    ].join(', '),
};

export type Messages = typeof en;

interface Queue {
  readonly position: number;
  readonly pods: number;
  readonly placed: number;
}

interface Drawn {
  readonly node: string;
  readonly total: number;
  readonly best: number;
  readonly fitting: number;
}

interface Short {
  readonly resource: string;
  readonly requested: string;
  readonly left: string;
  readonly allocatable: string;
}

interface Claim {
  readonly claim: string;
  readonly zones: readonly string[];
}

interface More {
  readonly group: string;
  readonly count: number;
  readonly desired: number;
}

interface Spread {
  readonly domain: string;
  readonly key: string;
  readonly here: number;
  readonly least: number;
  readonly maxSkew: number;
}

function domainWord(key: string): string {
  if (key === 'topology.kubernetes.io/zone') return 'zone';
  return key === 'kubernetes.io/hostname' ? 'node' : `${key} value`;
}

/** At most three names, then how many more. */
function list(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1) ?? ''}`;
}
