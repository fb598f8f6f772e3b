import type { Node } from '../../kubernetes/objects';
import type { CompiledPod } from '../compiledPod';
import { acceptsNode, namedNodes, preferredNodeScore } from '../plugins/nodeAffinity';
import { isCordonedFor } from '../plugins/nodeUnschedulable';
import { keepsOut, unwelcomeTaints } from '../plugins/taintToleration';

/** Which plugin refuses this kind of pod on a node for good, in the order of the filters. */
export const REFUSED_BY = { none: 0, nodeUnschedulable: 1, taintToleration: 2, nodeAffinity: 3 } as const;

/** What nodes and pods say of each other by labels, taints and names; arrays are by node slot. */
export class NodeTable {
  /** The only nodes that such pods may run on, where their affinity names them, as that of a DaemonSet's pods does. */
  readonly names: ReadonlySet<string> | null;
  readonly refused: number[] = [];
  /** Untolerated PreferNoSchedule taints. */
  readonly taints: number[] = [];
  /** Sum of the preferred node affinity that the node satisfies. */
  readonly preferred: number[] = [];
  /** Whether any node has such a taint. */
  hasTaints = false;
  private readonly compiled: CompiledPod;

  constructor(compiled: CompiledPod) {
    this.compiled = compiled;
    this.names = namedNodes(compiled);
  }

  /** All that a table reads of a kind of pod: kinds that differ in nothing else, as a StatefulSet's pods do, share one. */
  static contentOf({ spec }: CompiledPod): string {
    return JSON.stringify([spec.nodeSelector, spec.affinity?.nodeAffinity, spec.tolerations]);
  }

  /** Nodes are read in the order of their slots. */
  readNode(node: Node): void {
    const { compiled } = this;
    if (this.names?.has(node.metadata.name) === false) {
      // Never looked at: a DaemonSet on many nodes would read each of them for each of its pods.
      this.taints.push(0);
      this.preferred.push(0);
      this.refused.push(REFUSED_BY.nodeAffinity);
      return;
    }
    const taints = unwelcomeTaints(compiled, node);
    this.hasTaints ||= taints > 0;
    this.taints.push(taints);
    this.preferred.push(preferredNodeScore(compiled, node));
    this.refused.push(
      isCordonedFor(compiled, node)
        ? REFUSED_BY.nodeUnschedulable
        : keepsOut(compiled, node)
          ? REFUSED_BY.taintToleration
          : acceptsNode(compiled, node)
            ? REFUSED_BY.none
            : REFUSED_BY.nodeAffinity,
    );
  }
}
