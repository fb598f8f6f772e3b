import type { Pod, PodDisruptionBudget } from '../../kubernetes/objects';
import type { LabelMatcher } from '../../kubernetes/selector';
import { compileLabelSelector, matchesLabels } from '../../kubernetes/selector';

interface Budget {
  readonly namespace: string;
  readonly selector: LabelMatcher;
  allowed: number;
}

/** What the PodDisruptionBudgets still allow while nodes are removed one after the other. Source: cluster-autoscaler/core/scaledown/pdb/basic.go. */
export class DisruptionBudgets {
  private readonly budgets: readonly Budget[];

  constructor(budgets: readonly PodDisruptionBudget[]) {
    this.budgets = budgets.map(({ metadata, spec, status }) => ({
      namespace: metadata.namespace ?? 'default',
      selector: compileLabelSelector(spec.selector),
      allowed: status?.disruptionsAllowed ?? 0,
    }));
  }

  private matching({ metadata }: Pod): readonly Budget[] {
    return this.budgets.filter(({ namespace, selector }) => namespace === (metadata.namespace ?? 'default') && matchesLabels(selector, metadata.labels));
  }

  covers(pod: Pod): boolean {
    return this.matching(pod).length > 0;
  }

  blocks(pod: Pod): boolean {
    return this.matching(pod).some(({ allowed }) => allowed < 1);
  }

  /** The pods are moved; a budget that covers several of them may go below zero. */
  take(pods: readonly Pod[]): void {
    for (const pod of pods) for (const budget of this.matching(pod)) budget.allowed--;
  }
}
