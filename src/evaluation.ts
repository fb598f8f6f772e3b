import type { CostUnit } from './catalog/catalog';
import type { Edit } from './design/edit';
import type { Node } from './kubernetes/objects';

/**
 * What `evaluate` answers: the JSON of the command line (docs: README, "Evaluate"), and what the page shows.
 * Names: zones `ap-northeast-2a`; nodes as their Node object (control-plane and etcd machines: entity id); pods, services
 * and workloads `namespace/name`. Lists of names are in byte order. A stage that does not exist gives `null`.
 */
export interface Evaluation {
  readonly design: { readonly name: string; readonly region: string; readonly kubernetesVersion: string };
  readonly quorum: Quorum;
  readonly placement: Placement;
  readonly scaling: Scaling;
  /** null: no descheduler. */
  readonly descheduler: Descheduler | null;
  readonly failures: readonly FailureRow[];
  readonly traffic: Traffic;
  readonly cost: Cost;
  readonly findings: readonly Finding[];
}

export interface Quorum {
  /** Run by AWS (EKS). */
  readonly managed: boolean;
  /** Voting etcd members. */
  readonly members: number;
  /** Members that must agree: floor(members / 2) + 1; 0 without members. */
  readonly size: number;
  /** Member failures survived. */
  readonly tolerates: number;
  readonly apiServers: number;
  /** Every single zone's loss keeps quorum and leaves an API server. */
  readonly survivesAnyOneZone: boolean;
  /** Every zone, every pair of zones, every control-plane and etcd node. */
  readonly losses: readonly QuorumLoss[];
  /** Share of time that etcd has quorum, from the design's availability assumptions; null for EKS, without members, and where pairs of more than six zones may fail. */
  readonly availability: number | null;
}

export interface QuorumLoss {
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
  readonly membersLeft: number;
  readonly apiServersLeft: number;
  readonly keepsQuorum: boolean;
}

export interface Placement {
  readonly nodes: readonly Node[];
  readonly pods: readonly PlacedPod[];
  readonly running: number;
  readonly pending: readonly { readonly pod: string; readonly message: string }[];
  /** In the order of `nodes`. */
  readonly usage: readonly NodeUsage[];
  /** What one pod of a workload requests; workloads without pods are not in it. */
  readonly requests: readonly WorkloadRequests[];
}

/** What the pods on a node request of its allocatable: CPU in millicores, memory in bytes. */
export interface NodeUsage {
  readonly node: string;
  readonly cpu: Used;
  readonly memory: Used;
  readonly pods: Used;
}

export interface Used {
  readonly requested: number;
  readonly allocatable: number;
}

export interface WorkloadRequests {
  /** Entity id. */
  readonly workload: string;
  /** Millicores. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

export interface PlacedPod {
  /** `namespace/name` */
  readonly pod: string;
  /** Entity id of its workload. */
  readonly workload: string;
  readonly ordinal: number;
  /** Name of its Node; null while Pending. */
  readonly node: string | null;
  /** Zone name; null while Pending. */
  readonly zone: string | null;
}

export interface Scaling {
  /** As they are in the settled state: with what an autoscaler added. */
  readonly groups: readonly { readonly id: string; readonly desired: number; readonly byZone: Readonly<Record<string, number>> }[];
  /** Nodes that an autoscaler added, by group; those of Karpenter, which has no groups, under `karpenter`. */
  readonly added: Readonly<Record<string, number>>;
  /** Of them: started in another zone than the autoscaler had counted on, where they helped none of its pods. */
  readonly wrongZoneAttempts: number;
  /** null: no autoscaler. */
  readonly autoscaler: Autoscaler | null;
}

/** How an autoscaler came to what it added. */
export interface Autoscaler {
  readonly nodes: readonly { readonly node: string; readonly group: string | null; readonly zone: string; readonly isWrongZone: boolean }[];
  readonly loops: readonly ScaleUpLoop[];
}

/** One loop of an autoscaler; the last one added nothing, unless nothing waited any more. */
export interface ScaleUpLoop {
  /** Nodes ordered, by group (entity id); for Karpenter by instance type. */
  readonly ordered: Readonly<Record<string, number>>;
  /** Group -> why it took no part, in the autoscaler's own words. */
  readonly skipped: Readonly<Record<string, string>>;
  /** Of the pods that no group can help: pod -> group -> why a node of it would not, in Kubernetes' words. */
  readonly unhelped: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What stopped it altogether, in its own words. */
  readonly error: string | null;
}

export interface Descheduler {
  /** In order; a pod that was evicted in several cycles is there several times. */
  readonly evicted: readonly string[];
  /** Cycles in which a pod was evicted. */
  readonly cycles: number;
  /** It would go on evicting for ever. */
  readonly isEndless: boolean;
  /** Where the pods that it evicted ran before, and run in the end. */
  readonly moves: readonly { readonly pod: string; readonly from: string | null; readonly to: string | null }[];
}

export type WorkloadVerdict = 'survives' | 'degraded' | 'down';

export interface FailureRow {
  /** What was lost: names of zones and of nodes. */
  readonly zones: readonly string[];
  readonly nodes: readonly string[];
  readonly keepsQuorum: boolean;
  readonly podsLost: number;
  readonly podsRunningAfter: number;
  readonly podsPendingAfter: number;
  readonly workloads: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    readonly needed: number;
    readonly verdict: WorkloadVerdict;
  }[];
  readonly services: readonly { readonly name: string; readonly dropped: number; readonly skew: number | null }[];
  /** Allocatable less requests on the workers left: millicores and MiB. */
  readonly capacity: { readonly cpuLeft: number; readonly memoryLeft: number };
  readonly cost: { readonly totalMonthly: number };
  /** Names of PersistentVolumes that are tied to a lost zone: nothing can mount them until it returns. In byte order. */
  readonly volumes: { readonly unreachable: readonly string[] };
  readonly databases: readonly DatabaseAfter[];
  readonly fileSystems: readonly FileSystemAfter[];
  /** How long it takes; of zones, and where it was asked for (`evaluateWithTimelines`). */
  readonly timeline?: TimelineSummary;
}

/** Seconds since a loss, with the default timers; null for what does not happen. */
export interface TimelineSummary {
  /** Dead endpoints are out of their Services. */
  readonly endpointsRemoved: number | null;
  /** The first and the last pod of a dead node is deleted. */
  readonly firstPodEvicted: number | null;
  readonly lastPodEvicted: number | null;
  /** The last pod that comes back runs. */
  readonly lastPodRunning: number | null;
  /** From here on no more requests are dropped than in the end. */
  readonly errorsSteady: number;
  /** Nothing changes any more. */
  readonly settled: number;
  /** Requests that are dropped until then. */
  readonly requestErrors: number;
}

export interface DatabaseAfter {
  /** Entity id. */
  readonly id: string;
  readonly state: 'unaffected' | 'standby-lost' | 'fails-over' | 'down';
  /** How long nothing can be written, typically; null where nothing fails over. */
  readonly failoverSeconds: { readonly from: number; readonly to: number } | null;
}

export interface FileSystemAfter {
  /** Entity id. */
  readonly id: string;
  /** `mount-target-lost`: pods reach it through the mount targets that are left. */
  readonly state: 'unaffected' | 'mount-target-lost' | 'down';
}

/** A scenario's whole aftermath: the row, and where everything is. The failure mode of the page shows it. */
export interface Aftermath extends FailureRow {
  /** Nodes that are gone, by name. */
  readonly deadNodes: readonly string[];
  /** Nodes that Auto Scaling launched in their place. */
  readonly newNodes: readonly { readonly name: string; readonly zone: string; readonly group: string; readonly joined: boolean }[];
  readonly pods: readonly AftermathPod[];
  readonly pending: readonly { readonly pod: string; readonly message: string }[];
  /** Of the nodes that are left or have joined. */
  readonly usage: readonly NodeUsage[];
  readonly traffic: Traffic;
  readonly cost: { readonly totalMonthly: number; readonly crossZoneMonthly: number; readonly infrastructureMonthly: number };
}

/** How far a long evaluation has come: pods that the scheduler has looked at, or zones whose loss has been worked out. */
export interface Progress {
  readonly stage: 'placement' | 'losses';
  readonly done: number;
  readonly total: number;
}

export interface AftermathPod extends PlacedPod {
  /**
   * What became of it: untouched, placed anew, waiting, or lost for good (no quorum, or a DaemonSet's pod of a dead node).
   * At a moment of a timeline also: lost as long as nothing stands in for it, and `starting` on its new node.
   */
  readonly fate: 'unchanged' | 'moved' | 'pending' | 'lost' | 'starting';
}

export interface Traffic {
  readonly services: readonly ServiceTraffic[];
  /** Bytes per second between zones (zone names; `internet` for the outside), all links together. */
  readonly zoneMatrix: readonly { readonly from: string; readonly to: string; readonly bytesPerSecond: number }[];
  readonly hops: readonly Hop[];
}

export interface ServiceTraffic {
  /** `namespace/name` */
  readonly name: string;
  /** Entity id. */
  readonly service: string;
  /** Share of the Service's requests, by pod; with `dropped` they add up to 1. */
  readonly podShares: Readonly<Record<string, number>>;
  readonly nodeShares: Readonly<Record<string, number>>;
  readonly zoneShares: Readonly<Record<string, number>>;
  readonly dropped: number;
  /** Largest share / mean share over ready pods. */
  readonly skew: number | null;
  /** Standard deviation / mean of the shares over ready pods. */
  readonly coefficientOfVariation: number | null;
  /** Requests that cross a zone border at least once. */
  readonly crossZoneShare: number;
  /** Mean zone crossings a request. */
  readonly crossings: number;
  /** Mean transfers between machines a request. */
  readonly hops: number;
  readonly sourceIpPreserved: boolean | null;
  /** Texts of the EndpointSlice controller's events: `TYPE REASON MESSAGE`. */
  readonly events: readonly string[];
}

export type HopKind =
  | 'client-lb'
  | 'client-node'
  | 'lb-node'
  | 'lb-pod'
  | 'node-pod'
  | 'pod-pod'
  | 'pod-database'
  | 'pod-fileSystem'
  | 'pod-nat'
  | 'nat-internet'
  | 'pod-lb';

/** One aggregated flow: all requests of a link that take this kind of hop between these two zones. */
export interface Hop {
  /** Link id. */
  readonly link: string;
  readonly kind: HopKind;
  /** Zone name, or `internet`. */
  readonly from: string;
  readonly to: string;
  readonly requestsPerSecond: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Entity id of the load balancer, Service, database or file system concerned. */
  readonly via: string;
}

export interface Cost {
  readonly currency: 'USD';
  readonly crossZoneMonthly: number;
  readonly infrastructureMonthly: number;
  readonly totalMonthly: number;
  readonly lines: readonly CostLine[];
  /** What it costs besides that has no price here, a sentence each. */
  readonly notPriced: readonly string[];
  /** What the lines assume, a sentence each. */
  readonly assumptions: readonly string[];
  /** Name of the region; like the rest, where it was asked for (`withCostDetail`). */
  readonly region?: string;
  /** What the design does not say and is not in the total: traffic of etcd and of the control plane. */
  readonly estimates?: readonly CostEstimate[];
  /** What was counted and costs nothing. */
  readonly free?: readonly CostFree[];
}

export interface CostLine {
  /** `cross-zone/...` for transfer between zones, anything else for what the design costs to run. */
  readonly id: string;
  readonly title: string;
  /** Rounded half up to 6 decimals. */
  readonly quantity: number;
  readonly unit: CostUnit;
  /** Machines, gateways, addresses or volumes; undefined where bytes are paid for. */
  readonly count?: number | undefined;
  /** The design's own factor (`settings.costAssumptions`): unitPrice = listPrice x value, rounded half up to 9 decimals. */
  readonly factor?: { readonly of: 'spot' | 'savings-plan' | 'reserved'; readonly value: number; readonly listPrice: number };
  /** USD per unit. */
  readonly unitPrice: number;
  /** quantity x unitPrice in exact decimals, rounded half up to 0.01. */
  readonly monthly: number;
  readonly source: string;
  readonly priceDate: string;
  /** Of the price: read from a file, derived, or assumed. */
  readonly confidence: 'file' | 'derived' | 'assumed';
  /** Entities or links that cause it. */
  readonly entities: readonly string[];
  /** How its quantity came about; this and the rest where it was asked for (`withCostDetail`). */
  readonly basis?: CostBasis;
  /** Where the quantity is one end of a range: the other end, and what it takes. */
  readonly range?: CostAlternative;
  /** What the line would be if what it assumes did not hold. */
  readonly ifOtherwise?: readonly CostAlternative[];
}

export interface CostBasis {
  /** In words and numbers, e.g. `3 machines x 730 h`. */
  readonly formula: string;
  /** The traffic that is charged, the most first; shares add up to 1. Empty for what does not depend on bytes. */
  readonly flows: readonly CostFlow[];
}

/** All of a line's requests between two zones. */
export interface CostFlow {
  /** Zone name, or `internet`. */
  readonly from: string;
  readonly to: string;
  readonly requestsPerSecond: number;
  /** Charged: from `from` to `to`, and back. */
  readonly bytesThere: number;
  readonly bytesBack: number;
  /** Of the bytes of the line. */
  readonly share: number;
  /** GB a month that are charged, each end on its own. */
  readonly quantity: number;
}

/** A quantity that may be meant instead, and its amount as a line's. */
export interface CostAlternative {
  readonly text: string;
  readonly quantity: number;
  readonly monthly: number;
}

/** What an amount depends on: a number of the design, one that is documented, or one that is assumed and can be set. */
export interface CostInputValue {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly origin: 'design' | 'documented' | 'assumed';
  /** The page that says so, or the setting that changes it. */
  readonly source: string;
}

/** Traffic that the design does not state: a range, beside the total. */
export interface CostEstimate {
  readonly id: 'etcd-replication' | 'api-server-etcd' | 'api-server-nodes';
  readonly title: string;
  readonly formula: string;
  readonly inputs: readonly CostInputValue[];
  readonly unit: 'GB';
  /** Rounded as the quantities of lines; each end on its own. */
  readonly quantity: { readonly from: number; readonly to: number };
  /** Price and amounts; null where the region's price is not known. */
  readonly priced: { readonly unitPrice: number; readonly monthly: { readonly from: number; readonly to: number }; readonly source: string; readonly priceDate: string } | null;
}

export interface CostFree {
  readonly id: 'same-zone' | 'load-balancer' | 'internet-in' | 'rds-replication' | 'efs-replication' | 'eks-control-plane';
  readonly title: string;
  /** GB a month; null where the design does not say. */
  readonly quantity: number | null;
  readonly why: string;
  readonly source: string;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly entities: readonly string[];
  /** One sentence in the chosen language. */
  readonly message: string;
  /** The authority: a page of Kubernetes, etcd, AWS or Istio. */
  readonly link: string;
  /** One-click edits that mend it. */
  readonly fixes: readonly Fix[];
}

export interface Fix {
  /** Stable within the finding, e.g. `spread-over-zones`. */
  readonly id: string;
  readonly label: string;
  /** What it does to the design, as data: applied by `applyEdit` of `design/edit.ts`. */
  readonly edit: Edit;
}
