import type { Catalog } from '../catalog/catalog';
import { settledPlacement } from '../addons/settledPlacement';
import { scheduleOptions } from '../cluster/place';
import type { Design } from '../design/schema';
import type { Scenario } from '../failure/scenario';
import type { Language } from '../language';
import type { Explanation } from './explanation';
import { messagesOf } from './languages';
import { momentOf, type Moment } from './moment';
import { nodeLines, refusalGroups, scoringPlugins } from './nodeLines';
import { sentencesOf } from './sentences';

export interface ExplainOptions {
  readonly language?: Language;
  /** As in `place`: absent = the design's own. */
  readonly seed?: number | null;
  /** What is lost; the pod is told of as it is once the cluster has settled. */
  readonly loss?: Scenario | null;
}

/**
 * Why a pod (`namespace/name`) of a design runs where it runs, or why it waits; null where there is no such pod. Besides
 * one placement, the pod's own turn is worked out in full: linear in nodes.
 */
export function explainPlacement(design: Design, catalog: Catalog, podKey: string, { language = 'en', seed, loss = null }: ExplainOptions = {}): Explanation | null {
  const placed = settledPlacement(design, catalog, { watch: podKey, ...(seed === undefined ? {} : { seed }) });
  const moment = momentOf(placed, podKey, loss);
  if (moment === null) return null;
  const { pod, node, message, tries } = moment;
  const last = tries.at(-1);
  const say = messagesOf(language);
  return {
    pod: podKey,
    workload: pod.workload,
    outcome: outcomeOf(moment),
    node,
    sentences: sentencesOf(moment, say),
    message,
    plugins: last === undefined ? [] : scoringPlugins(last.verdict, say),
    nodes: last === undefined ? [] : nodeLines(last, node, scheduleOptions(design, placed.seed), say),
    refusals: last === undefined ? [] : refusalGroups(last.verdict, last.before.nodeCount, say),
  };
}

function outcomeOf({ node, isPinned, loss }: Moment): Explanation['outcome'] {
  if (loss?.fate === 'lost') return 'lost';
  if (node === null) return 'pending';
  return isPinned ? 'pinned' : 'running';
}
