import type { Cycle } from '../../scheduling/framework';
import type { NodeInfo } from '../../scheduling/nodeInfo';
import type { Messages } from '../messages/en';

/** What a reason is put into plain words from: the pod and the cluster when it was looked at, and the node. */
export interface Look extends Cycle {
  readonly node: NodeInfo;
  readonly say: Messages['reasons'];
}

/** Plain words for what a plugin has against a node; `reasons` are Kubernetes' own. */
export type Reason = (look: Look, reasons: readonly string[]) => readonly string[];
