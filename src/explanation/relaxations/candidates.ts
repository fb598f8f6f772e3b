import type { Placed } from '../../cluster/cluster';
import { entityById } from '../../design/tree';
import type { ExplainOptions } from '../explainPlacement';
import { messagesOf } from '../languages';
import { momentOf } from '../moment';
import { refusalGroups } from '../nodeLines';
import type { Candidate } from './candidate';
import { constraints } from './constraints';
import { moreNodes } from './moreNodes';
import { requests } from './requests';
import { volumes } from './volumes';

/** What could be relaxed for a pod that waits; null for one that does not, or that nothing can help. `placed` was made with the pod to watch. */
export function candidatesOf(placed: Placed, podKey: string, loss: ExplainOptions['loss'] = null): readonly Candidate[] | null {
  const { design } = placed;
  const moment = momentOf(placed, podKey, loss);
  const workload = moment === null ? undefined : entityById(design, moment.pod.workload);
  const last = moment?.tries.at(-1);
  if (moment === null || moment.node !== null || last === undefined || workload?.kind !== 'workload' || moment.loss?.fate === 'frozen') return null;
  const refusedBy = new Set(refusalGroups(last.verdict, last.before.nodeCount, messagesOf('en')).map(({ plugin }) => plugin));
  const waiting = { design, workload, last, refusedBy };
  return [...constraints(waiting), ...requests(waiting), ...volumes(waiting), ...moreNodes(waiting)];
}
