import { create } from 'zustand';
import type { Catalog } from '#engine/catalog/catalog';
import type { Aftermath, AftermathPod, Evaluation, NodeUsage, Progress } from '#engine/evaluation';
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
  /** Of `session.scenario`; null while nothing is dead. */
  readonly aftermath: Aftermath | null;
  readonly aftermathIndex: AftermathIndex | null;
  readonly status: EvaluationStatus;
  /** How far an evaluation is that takes long; null otherwise. */
  readonly progress: Progress | null;
  readonly error?: string | undefined;
  readonly showEvaluation: (evaluation: Evaluation, revision: number) => void;
  readonly showPreview: (preview: Evaluation | null) => void;
  readonly showAftermath: (aftermath: Aftermath | null) => void;
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
}

function aftermathIndexOf(aftermath: Aftermath): AftermathIndex {
  return {
    dead: new Set(aftermath.deadNodes),
    fates: new Map(aftermath.pods.map((pod) => [pod.pod, pod])),
    podsOnNode: podsByNode(aftermath.pods),
    usage: usageByNode(aftermath.usage),
    launched: new Map(aftermath.newNodes.map((node) => [node.name, node])),
  };
}

const nothing = { evaluation: null, index: indexOf(null), revision: -1, baseline: null, preview: null, aftermath: null, aftermathIndex: null };

/** What the engine answered. Only `worker/evaluator.ts` writes it. */
export const useEvaluation = create<EvaluationState>()((set, get) => ({
  catalog: null,
  ...nothing,
  status: 'loading',
  progress: null,
  showEvaluation: (answer, revision) => {
    const evaluation = shareStructure(get().evaluation, answer);
    set({ evaluation, revision, index: indexOf(evaluation, get().index), error: undefined });
  },
  showPreview: (answer) => set({ preview: answer === null ? null : shareStructure(get().preview ?? get().evaluation, answer) }),
  showAftermath: (answer) => {
    const aftermath = answer === null ? null : shareStructure(get().aftermath, answer);
    if (aftermath !== get().aftermath) set({ aftermath, aftermathIndex: aftermath === null ? null : aftermathIndexOf(aftermath) });
  },
  forget: () => set(nothing),
  beginComparison: () => set({ baseline: get().evaluation, preview: null }),
  endComparison: (adopt = false) => {
    const { preview, index } = get();
    if (adopt && preview !== null) set({ evaluation: preview, index: indexOf(preview, index), baseline: null, preview: null });
    else set({ baseline: null, preview: null });
  },
}));
