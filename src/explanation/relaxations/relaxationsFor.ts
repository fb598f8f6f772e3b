import type { Catalog } from '../../catalog/catalog';
import { place } from '../../cluster/place';
import { applyEdit } from '../../design/edit';
import { entityById } from '../../design/tree';
import type { Design } from '../../design/schema';
import { lossOf } from '../../failure/scenario';
import { settle } from '../../failure/settle';
import type { ExplainOptions } from '../explainPlacement';
import type { Relaxation } from '../explanation';
import { messagesOf } from '../languages';
import type { Messages } from '../messages/en';
import { momentOf } from '../moment';
import { refusalGroups } from '../nodeLines';
import type { Candidate } from './candidate';
import { constraints } from './constraints';
import { moreNodes } from './moreNodes';
import { requests } from './requests';
import { volumes } from './volumes';

/** Pairs are tried up to this number of placements. */
const MOST_PAIRS = 40;

/**
 * What would let a Pending pod run, the smallest change first: a constraint of its own, its requests, its volumes, more
 * nodes; two of them together where none is enough. Each was tried on the edited design, after the same loss: the pod
 * runs, and nothing that ran before waits. None for a pod that runs. Costs a placement for each candidate.
 */
export function relaxationsFor(design: Design, catalog: Catalog, podKey: string, { language = 'en', seed, loss = null }: ExplainOptions = {}): readonly Relaxation[] {
  const chance = seed === undefined ? {} : { seed };
  const stateOf = (of: Design) => {
    const placed = place(of, catalog, chance);
    return loss === null ? placed : settle(placed, lossOf(placed, loss));
  };
  const moment = momentOf(place(design, catalog, { ...chance, watch: podKey }), podKey, loss);
  const workload = moment === null ? undefined : entityById(design, moment.pod.workload);
  const last = moment?.tries.at(-1);
  if (moment === null || moment.node !== null || last === undefined || workload?.kind !== 'workload' || moment.loss?.fate === 'frozen') return [];
  const say = messagesOf(language);
  const refusedBy = new Set(refusalGroups(last.verdict, last.before.nodeCount, say).map(({ plugin }) => plugin));
  const waiting = { design, workload, last, refusedBy };
  const before = stateOf(design);

  /** The first step of a candidate, applied after another change, that is proven. */
  const prove = (candidate: Candidate, base: Design = design): Relaxation | null => {
    for (const { id, label, edit } of candidate) {
      const edited = applyEdit(base, edit);
      if (!edited.ok) continue;
      const after = stateOf(edited.value);
      const node = after.nodeOf.get(podKey);
      if (node === undefined || after.pending.some(({ pod }) => before.nodeOf.has(pod))) continue;
      const resolved = before.pending.filter(({ pod }) => after.nodeOf.has(pod)).length;
      return { id, label: label(say.relaxations), edit, node, resolved };
    }
    return null;
  };

  const candidates = [...constraints(waiting), ...requests(waiting), ...volumes(waiting), ...moreNodes(waiting)];
  const single = candidates.flatMap((candidate) => prove(candidate) ?? []);
  return single.length > 0 ? single : pairs(design, candidates, prove, say.relaxations);
}

/** Two changes together, where the first one's least step comes before any step of the second. */
function pairs(
  design: Design,
  candidates: readonly Candidate[],
  prove: (candidate: Candidate, base: Design) => Relaxation | null,
  say: Messages['relaxations'],
): readonly Relaxation[] {
  const found: Relaxation[] = [];
  let tried = 0;
  for (const [i, [first]] of candidates.entries()) {
    const base = first === undefined ? undefined : applyEdit(design, first.edit);
    if (first === undefined || base?.ok !== true) continue;
    for (const second of candidates.slice(i + 1)) {
      if (tried >= MOST_PAIRS) return found;
      tried += second.length;
      const proven = prove(second, base.value);
      if (proven === null) continue;
      found.push({ ...proven, id: `${first.id}+${proven.id}`, label: `${first.label(say)} + ${proven.label}`, edit: { type: 'all', edits: [first.edit, proven.edit] } });
    }
  }
  return found;
}
