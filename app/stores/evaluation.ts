import { create } from 'zustand';
import type { Catalog } from '#engine/catalog/catalog';
import type { Aftermath, AftermathPod, Evaluation, NodeUsage, Progress } from '#engine/evaluation';
import type { MomentOfFailure } from '#engine/timeline/momentOfFailure';
import type { NodePhase } from '#engine/timeline/state';
import { indexOf, podsByNode, usageByNode } from './evaluationIndex';
import type { EvaluationIndex } from './evaluationIndex';
import { shareStructure } from './shareStructure';

/** `stopped`: by the user; what is shown is of an earlier state. */
export type EvaluationStatus = 'loading' | 'running' | 'idle' | 'stopped' | 'error';

export interface EvaluationState {
  /** Instance types and prices of the design's region, for forms; the worker loads its own. */
  readonly catalog: Catalog | null;
  /** Of the newest revision that has been evaluated. */
  readonly evaluation: Evaluation | null;
  readonly index: EvaluationIndex;
  /** Revision that `evaluation` belongs to; -1 before the first. */
  readonly revision: number;
  /** The state before the gesture that is on; null without one. */
  readonly baseline: Evaluation | null;
  /** What the gesture would mean if it ended here; null without one. */
  readonly preview: Evaluation | null;
  /** What is shown of `session.scenario`: its end, or a moment of its timeline; null while nothing is dead. */
  readonly aftermath: Aftermath | MomentOfFailure | null;
  readonly aftermathIndex: AftermathIndex | null;
  /** Its end, once all has settled. */
  readonly settled: Aftermath | null;
  readonly status: EvaluationStatus;
  /** How far an evaluation is that takes long; null otherwise. */
  readonly progress: Progress | null;
  readonly error?: string | undefined;
  readonly showEvaluation: (evaluation: Evaluation, revision: number) => void;
  readonly showPreview: (preview: Evaluation | null) => void;
  /** Shows the board as it was before the descheduler, until told otherwise or until the next evaluation. */
  readonly showBeforeDescheduler: (isBefore: boolean) => void;
  readonly isBeforeDescheduler: boolean;
  readonly showAftermath: (settled: Aftermath | null) => void;
  /** A moment of the timeline; null: the end again. */
  readonly showMoment: (moment: MomentOfFailure | null) => void;
  /** Another document is open: nothing of what is known is about it. */
  readonly forget: () => void;
  /** A gesture begins: what is shown now becomes what changes are measured against. */
  readonly beginComparison: () => void;
  /** The gesture ends; what it did is shown at once, until its evaluation proper comes. */
  readonly endComparison: (adopt?: boolean) => void;
}

/** Lookups into an aftermath, built once a result. */
export interface AftermathIndex {
  readonly dead: ReadonlySet<string>;
  readonly fates: ReadonlyMap<string, Aftermath['pods'][number]>;
  /** Node name -> the pods on it afterwards. */
  readonly podsOnNode: ReadonlyMap<string, readonly AftermathPod[]>;
  /** Of the nodes that are left, by name. */
  readonly usage: ReadonlyMap<string, NodeUsage>;
  /** Names of the Nodes that groups launched. */
  readonly launched: ReadonlyMap<string, Aftermath['newNodes'][number]>;
  /** At a moment of the timeline: what Kubernetes and AWS make of each node, by name; empty at the end. */
  readonly nodePhases: ReadonlyMap<string, NodePhase>;
}

function aftermathIndexOf(aftermath: Aftermath | MomentOfFailure): AftermathIndex {
  return {
    dead: new Set(aftermath.deadNodes),
    fates: new Map(aftermath.pods.map((pod) => [pod.pod, pod])),
    podsOnNode: podsByNode(aftermath.pods),
    usage: usageByNode(aftermath.usage),
    launched: new Map(aftermath.newNodes.map((node) => [node.name, node])),
    nodePhases: 'nodePhases' in aftermath ? new Map(aftermath.nodePhases.map(({ node, phase }) => [node, phase])) : new Map(),
  };
}

/** The same with the pods where they ran before the descheduler evicted them. */
function beforeDescheduler(evaluation: Evaluation): Evaluation {
  const { placement, descheduler } = evaluation;
  const zones = new Map(placement.nodes.map(({ metadata }) => [metadata.name, metadata.labels?.['topology.kubernetes.io/zone'] ?? null]));
  const from = new Map((descheduler?.moves ?? []).map((move) => [move.pod, move.from]));
  const pods = placement.pods.map((pod) => {
    const node = from.get(pod.pod);
    return node === undefined ? pod : { ...pod, node, zone: zones.get(node ?? '') ?? null };
  });
  return { ...evaluation, placement: { ...placement, pods } };
}

const nothing = { isBeforeDescheduler: false, evaluation: null, index: indexOf(null), revision: -1, baseline: null, preview: null, aftermath: null, aftermathIndex: null, settled: null };

/** What the engine answered. Only `worker/evaluator.ts` writes it. */
export const useEvaluation = create<EvaluationState>()((set, get) => ({
  catalog: null,
  ...nothing,
  status: 'loading',
  progress: null,
  showEvaluation: (answer, revision) => {
    const evaluation = shareStructure(get().evaluation, answer);
    set({ evaluation, revision, index: indexOf(evaluation, get().index), isBeforeDescheduler: false, error: undefined });
  },
  showBeforeDescheduler: (isBefore) => {
    const { evaluation, index } = get();
    if (evaluation !== null) set({ index: indexOf(isBefore ? beforeDescheduler(evaluation) : evaluation, index), isBeforeDescheduler: isBefore });
  },
  showPreview: (answer) => set({ preview: answer === null ? null : shareStructure(get().preview ?? get().evaluation, answer) }),
  showAftermath: (answer) => {
    const settled = answer === null ? null : shareStructure(get().settled, answer);
    if (settled !== get().aftermath) set({ settled, aftermath: settled, aftermathIndex: settled === null ? null : aftermathIndexOf(settled) });
  },
  showMoment: (moment) => {
    const aftermath = moment === null ? get().settled : shareStructure(get().aftermath, moment);
    set({ aftermath, aftermathIndex: aftermath === null ? null : aftermathIndexOf(aftermath) });
  },
  forget: () => set(nothing),
  beginComparison: () => set({ baseline: get().evaluation, preview: null }),
  endComparison: (adopt = false) => {
    const { preview, index } = get();
    if (adopt && preview !== null) set({ evaluation: preview, index: indexOf(preview, index), baseline: null, preview: null });
    else set({ baseline: null, preview: null });
  },
}));
