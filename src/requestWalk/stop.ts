import type { LoadBalancer } from '../design/schema';

/** Where a request is. Names: zones and nodes as everywhere, pods `namespace/name`, the rest entity ids; `zone` null: in none, or in the internet. */
export type Stop =
  | { readonly kind: 'client'; readonly name: string; readonly zone: string | null }
  /** Pods of a workload that call: those on a node, or where the node makes no difference those in a zone. */
  | { readonly kind: 'callers'; readonly name: string; readonly node: string | null; readonly zone: string }
  | { readonly kind: 'loadBalancer'; readonly name: string; readonly zone: string }
  | { readonly kind: 'node'; readonly name: string; readonly zone: string }
  | { readonly kind: 'pod'; readonly name: string; readonly node: string; readonly zone: string }
  | { readonly kind: 'database' | 'fileSystem'; readonly name: string; readonly zone: string }
  | { readonly kind: 'nat'; readonly zone: string }
  | { readonly kind: 'internet' }
  | { readonly kind: 'dropped'; readonly why: DropReason };

/** Why a request ends unanswered. */
export type DropReason = 'no-endpoint' | 'endpoint-gone' | 'node-gone' | 'no-target' | 'zone-lost' | 'not-reachable' | 'no-nat';

/** By what rule a request goes one way or another. */
export type Rule =
  | { readonly id: 'internet' | 'weights' | 'pods-evenly' | 'nodes-evenly' | 'node-port' | 'primary' | 'own-mount-target' | 'first-mount-target' | 'nat-zone' | 'nat-single' | 'nat-internet' }
  | { readonly id: 'unreachable'; readonly why: DropReason }
  /** DNS of a load balancer. `policy`: of an NLB for clients in the VPC. */
  | { readonly id: 'dns'; readonly policy: LoadBalancer['clientRoutingPolicy']; readonly failOpen: boolean }
  /** From a load balancer's node to a target. */
  | { readonly id: 'targets'; readonly targetType: LoadBalancer['targetType']; readonly crossZone: boolean; readonly failOpen: boolean }
  /** Which endpoints kube-proxy knows on this node. */
  | { readonly id: 'kube-proxy'; readonly choice: ProxyChoice }
  | { readonly id: 'sidecar' };

/**
 * `local`: endpoints on the node only; `topology-keys`; `hinted-node`, `hinted-zone`: hints for this node or zone hold; `no-hint`:
 * there are hints and none for this zone, so that all are used; `all`: no rule but chance.
 */
export type ProxyChoice = 'local' | 'topology-keys' | 'hinted-node' | 'hinted-zone' | 'no-hint' | 'all';

export interface Option {
  /** Stable at this fork: what `walk` is told. */
  readonly id: string;
  readonly to: Stop;
  /** Of those that stand at the fork. */
  readonly probability: number;
  readonly crossesZone: boolean;
  /** Between machines; not where the pod is on the node. */
  readonly isTransfer: boolean;
}

/** What could have been an option and is none. */
export interface Excluded {
  readonly name: string;
  readonly why: 'no-local-endpoint' | 'dead' | 'zone-not-enabled' | 'zone-lost' | 'no-healthy-target';
}

/** A place where a request may go several ways, or one. The options' probabilities add up to 1. */
export interface Fork {
  readonly rule: Rule;
  readonly options: readonly Option[];
  readonly excluded: readonly Excluded[];
}
