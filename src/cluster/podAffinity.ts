import { inByteOrder } from '../byteOrder';
import type { Workload } from '../design/schema';
import type {
  Affinity,
  Labels,
  LabelSelector,
  NodeAffinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  SelectorRequirement,
  TopologySpreadConstraint,
} from '../kubernetes/objects';
import type { Note } from './notes';

type Requirement = Workload['nodeAffinity'][number]['matchExpressions'][number];
type DrawnSelector = NonNullable<Workload['podAffinity'][number]['labelSelector']>;

/** A workload's affinity as a pod has it. What the API would refuse is left out, and `notes` says so. */
export function affinityOf(workload: Workload, own: Labels, notes: Note[]): Affinity | undefined {
  const nodeAffinity = nodeAffinityOf(workload, notes);
  const podAffinity = podAffinityOf(workload.podAffinity, own, workload, notes);
  const podAntiAffinity = podAffinityOf(workload.podAntiAffinity, own, workload, notes);
  if (nodeAffinity === undefined && podAffinity === undefined && podAntiAffinity === undefined) return undefined;
  return {
    ...(nodeAffinity === undefined ? {} : { nodeAffinity }),
    ...(podAffinity === undefined ? {} : { podAffinity }),
    ...(podAntiAffinity === undefined ? {} : { podAntiAffinity }),
  };
}

function nodeAffinityOf(workload: Workload, notes: Note[]): NodeAffinity | undefined {
  const required: NodeSelectorTerm[] = [];
  const preferred: { weight: number; preference: NodeSelectorTerm }[] = [];
  for (const term of workload.nodeAffinity) {
    const matchExpressions = term.matchExpressions.map((r) => requirementOf(r, true, workload, notes)).filter((r) => r !== null);
    if (matchExpressions.length === 0) continue;
    if (term.weight === undefined) required.push({ matchExpressions });
    else preferred.push({ weight: term.weight, preference: { matchExpressions } });
  }
  if (required.length === 0 && preferred.length === 0) return undefined;
  return {
    ...(required.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: required } }),
    ...(preferred.length === 0 ? {} : { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
  };
}

function podAffinityOf(terms: Workload['podAffinity'], own: Labels, workload: Workload, notes: Note[]): PodAffinity | undefined {
  if (terms.length === 0) return undefined;
  const required: PodAffinityTerm[] = [];
  const preferred: { weight: number; podAffinityTerm: PodAffinityTerm }[] = [];
  for (const { weight, topologyKey, labelSelector, namespaces } of terms) {
    const term = {
      labelSelector: selectorOf(labelSelector, own, workload, notes),
      topologyKey,
      ...(namespaces.length === 0 ? {} : { namespaces }),
    };
    if (weight === undefined) required.push(term);
    else preferred.push({ weight, podAffinityTerm: term });
  }
  return {
    ...(required.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: required }),
    ...(preferred.length === 0 ? {} : { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
  };
}

/** A workload's topology spread constraints; the API takes one for each pair of key and action. */
export function spreadOf(workload: Workload, own: Labels, notes: Note[]): readonly TopologySpreadConstraint[] {
  const seen = new Set<string>();
  const constraints: TopologySpreadConstraint[] = [];
  for (const drawn of workload.topologySpreadConstraints) {
    const pair = `${drawn.topologyKey} ${drawn.whenUnsatisfiable}`;
    if (seen.has(pair)) {
      notes.push((say) => say.secondSpread(workload, drawn.topologyKey, drawn.whenUnsatisfiable));
      continue;
    }
    seen.add(pair);
    const labelSelector = selectorOf(drawn.labelSelector, own, workload, notes);
    const selected = new Set([...Object.keys(labelSelector.matchLabels ?? {}), ...(labelSelector.matchExpressions ?? []).map(({ key }) => key)]);
    const matchLabelKeys = [...new Set(drawn.matchLabelKeys)].filter((key) => !selected.has(key));
    const hard = drawn.whenUnsatisfiable === 'DoNotSchedule';
    if (drawn.minDomains !== undefined && !hard) notes.push((say) => say.softMinDomains(workload));
    constraints.push({
      maxSkew: drawn.maxSkew,
      topologyKey: drawn.topologyKey,
      whenUnsatisfiable: drawn.whenUnsatisfiable,
      labelSelector,
      ...(drawn.minDomains === undefined || !hard ? {} : { minDomains: drawn.minDomains }),
      ...(drawn.nodeAffinityPolicy === undefined ? {} : { nodeAffinityPolicy: drawn.nodeAffinityPolicy }),
      ...(drawn.nodeTaintsPolicy === undefined ? {} : { nodeTaintsPolicy: drawn.nodeTaintsPolicy }),
      ...(matchLabelKeys.length === 0 ? {} : { matchLabelKeys }),
    });
  }
  return constraints;
}

/** A selector as drawn; left out, it means the workload's own labels. */
function selectorOf(drawn: DrawnSelector | undefined, own: Labels, workload: Workload, notes: Note[]): LabelSelector {
  if (drawn === undefined) return { matchLabels: own };
  const matchExpressions = drawn.matchExpressions.map((r) => requirementOf(r, false, workload, notes)).filter((r) => r !== null);
  return {
    ...(Object.keys(drawn.matchLabels).length === 0 ? {} : { matchLabels: inByteOrder(drawn.matchLabels) }),
    ...(matchExpressions.length === 0 ? {} : { matchExpressions }),
  };
}

/** Null where the API's validation refuses the requirement. Source: kubernetes/kubernetes pkg/apis/core/validation. */
function requirementOf(drawn: Requirement, ofNode: boolean, workload: Workload, notes: Note[]): SelectorRequirement | null {
  const { key, operator, values } = drawn;
  switch (operator) {
    case 'Exists':
    case 'DoesNotExist':
      return { key, operator };
    case 'In':
    case 'NotIn':
      if (values.length > 0) return { key, operator, values };
      break;
    case 'Gt':
    case 'Lt':
      if (ofNode && values.length === 1 && /^[+-]?\d{1,18}$/.test(values[0] ?? '')) return { key, operator, values };
      break;
  }
  notes.push((say) => say.requirement(workload, `${key} ${operator} ${values.join(', ')}`.trim()));
  return null;
}
