import { compareBytes } from '../byteOrder';
import { DEFAULT_PLUGINS } from '../scheduling/defaultPlugins';
import { rulesOf } from '../scheduling/framework';
import { podInfoOf } from '../scheduling/podInfo';
import type { ScheduleOptions, Watched } from '../scheduling/schedule';
import type { NodeVerdict, Verdict } from '../scheduling/verdict';
import type { NodeLine, Refusal, RefusalGroup, ScoringPlugin } from './explanation';
import type { Messages } from './messages/en';
import { plainReasons } from './reasons/reasons';

export function scoringPlugins({ nodes = {} }: Verdict, say: Messages): readonly ScoringPlugin[] {
  const scored = Object.values(nodes).find((verdict) => 'scores' in verdict);
  return Object.keys(scored !== undefined && 'scores' in scored ? (scored.scores ?? {}) : {}).map((name) => ({
    name,
    weight: DEFAULT_PLUGINS.find((plugin) => plugin.name === name)?.weight ?? 1,
    plain: wordsOf(name, say).scores,
  }));
}

/** A line for every node that the scheduler has a verdict on. */
export function nodeLines({ pod, verdict, before }: Watched, chosen: string | null, { kubernetesVersion }: ScheduleOptions, say: Messages): readonly NodeLine[] {
  const cycle = { snapshot: before, pod: podInfoOf(pod), rules: rulesOf(kubernetesVersion) };
  const best = new Set(verdict.bestNodes ?? (verdict.node === undefined ? [] : [verdict.node]));
  const line = (name: string, of: NodeVerdict): NodeLine => {
    const node = before.node(name);
    const refusal: Refusal | null =
      'rejectedBy' in of
        ? { plugin: of.rejectedBy, reasons: of.reasons, plain: node === undefined ? of.reasons : plainReasons({ ...cycle, node, say: say.reasons }, of.rejectedBy, of.reasons), resolvable: of.resolvable }
        : null;
    const scores = 'scores' in of && of.scores !== undefined ? Object.values(of.scores) : null;
    return {
      node: name,
      zone: node?.node.metadata.labels?.['topology.kubernetes.io/zone'] ?? null,
      isChosen: name === chosen,
      isBest: best.has(name),
      refusal,
      scores,
      total: 'total' in of ? (of.total ?? null) : null,
    };
  };
  const rank = ({ isChosen, refusal }: NodeLine) => (refusal !== null ? 2 : isChosen ? 0 : 1);
  return Object.entries(verdict.nodes ?? {})
    .map(([name, of]) => line(name, of))
    .sort((a, b) => rank(a) - rank(b) || (b.total ?? 0) - (a.total ?? 0) || compareBytes(a.node, b.node));
}

/** `nodes`: how many the cluster has, for what refused the pod before any was looked at. */
export function refusalGroups(verdict: Verdict, nodes: number, say: Messages): readonly RefusalGroup[] {
  if (verdict.outcome === 'gated') return [{ plugin: 'SchedulingGates', reasons: [verdict.preFilterMessage ?? ''], plain: wordsOf('SchedulingGates', say).refuses, nodes }];
  const [early] = verdict.preFilterRejectedBy ?? [];
  if (early !== undefined) return [{ plugin: early, reasons: [verdict.preFilterMessage ?? ''], plain: wordsOf(early, say).refuses, nodes }];
  const groups = new Map<string, { readonly plugin: string; readonly reasons: readonly string[]; readonly plain: string; nodes: number }>();
  for (const of of Object.values(verdict.nodes ?? {})) {
    if (!('rejectedBy' in of)) continue;
    const key = [of.rejectedBy, ...of.reasons].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { plugin: of.rejectedBy, reasons: of.reasons, plain: wordsOf(of.rejectedBy, say).refuses, nodes: 1 });
    else group.nodes++;
  }
  return [...groups.entries()].sort(([a, one], [b, other]) => other.nodes - one.nodes || compareBytes(a, b)).map(([, group]) => group);
}

/** What is said of a plugin; nothing of one that the engine does not have. */
function wordsOf(plugin: string, say: Messages): { readonly refuses: string; readonly scores: string } {
  const all: Readonly<Record<string, { readonly refuses: string; readonly scores: string }>> = say.plugins;
  return all[plugin] ?? { refuses: plugin, scores: plugin };
}
