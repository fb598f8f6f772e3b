import { matchesLabels } from '../kubernetes/selector';
import type { Budget, DeschedulerPod } from './cluster';

/** How many pods a cycle may evict; null: as many as it likes. */
export interface EvictionLimits {
  readonly total: number | null;
  readonly perNode: number | null;
  readonly perNamespace: number | null;
}

/** What came of asking for an eviction: `refused` by the namespace's limit or by a PodDisruptionBudget. */
export type EvictionAnswer = 'evicted' | 'refused' | 'nodeLimit' | 'totalLimit';

export interface Eviction {
  /** `namespace/name` */
  readonly pod: string;
  readonly node: string;
  /** Upstream's name of the strategy that asked for it. */
  readonly strategy: string;
}

/** The evictions of one cycle: limits, PodDisruptionBudgets, and which pods are terminating since. Source: kubernetes-sigs/descheduler pkg/descheduler/evictions/evictions.go. */
export class Evictions {
  private readonly done = new Map<string, Eviction>();
  private readonly perNode = new Map<string, number>();
  private readonly perNamespace = new Map<string, number>();
  private readonly spent = new Map<Budget, number>();
  private total = 0;
  private readonly limits: EvictionLimits;
  private readonly budgets: readonly Budget[];

  constructor(limits: EvictionLimits, budgets: readonly Budget[]) {
    this.limits = limits;
    this.budgets = budgets;
  }

  /** In the order in which they were done, each pod once. */
  list(): readonly Eviction[] {
    return [...this.done.values()];
  }

  /** Before the cycle or since. */
  isTerminating({ pod, key }: DeschedulerPod): boolean {
    return pod.metadata.deletionTimestamp !== undefined || this.done.has(key);
  }

  evict(pod: DeschedulerPod, strategy: string): EvictionAnswer {
    const { limits, perNode, perNamespace } = this;
    const [onNode, inNamespace] = [perNode.get(pod.nodeName) ?? 0, perNamespace.get(pod.namespace) ?? 0];
    if (limits.total !== null && this.total >= limits.total) return 'totalLimit';
    if (limits.perNode !== null && onNode >= limits.perNode) return 'nodeLimit';
    if (limits.perNamespace !== null && inNamespace >= limits.perNamespace) return 'refused';
    if (!this.budgetsAllow(pod)) return 'refused';
    this.total++;
    perNode.set(pod.nodeName, onNode + 1);
    perNamespace.set(pod.namespace, inNamespace + 1);
    if (!this.done.has(pod.key)) this.done.set(pod.key, { pod: pod.key, node: pod.nodeName, strategy });
    return 'evicted';
  }

  /** As the API server answers an eviction. Source: kubernetes/kubernetes pkg/registry/core/pod/storage/eviction.go. */
  private budgetsAllow(pod: DeschedulerPod): boolean {
    if (pod.pod.status?.phase === 'Pending' || this.isTerminating(pod)) return true;
    const own = this.budgets.filter(({ namespace, selector }) => namespace === pod.namespace && matchesLabels(selector, pod.labels));
    const [budget] = own;
    if (budget === undefined) return true;
    const spent = this.spent.get(budget) ?? 0;
    // Several budgets on one pod are an error of the cluster, which the API server answers with a refusal.
    if (own.length > 1 || spent >= budget.disruptionsAllowed) return false;
    this.spent.set(budget, spent + 1);
    return true;
  }
}
