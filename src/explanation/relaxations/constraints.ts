import { entitiesOf } from '../../design/tree';
import type { Workload } from '../../design/schema';
import { firstUntoleratedTaint } from '../../kubernetes/selector';
import { taintText } from '../reasons/nodes';
import { change, ofWorkload, withItem, type Candidate, type Waiting } from './candidate';

/** A preferred term of the most weight stands in for a required one. */
const MOST_WEIGHT = 100;
/** How far a maxSkew is raised at most. */
const MOST_SKEWED = 3;

/** What the pod demands, demanded less. */
export function constraints(waiting: Waiting): readonly Candidate[] {
  const { workload, refusedBy } = waiting;
  return [
    ...(refusedBy.has('SchedulingGates') ? [gates(workload)] : []),
    ...(refusedBy.has('PodTopologySpread') ? spread(workload) : []),
    ...(refusedBy.has('InterPodAffinity') ? podAffinity(waiting) : []),
    ...(refusedBy.has('NodeAffinity') ? nodeSelection(workload) : []),
    ...(refusedBy.has('TaintToleration') ? tolerations(waiting) : []),
    ...(refusedBy.has('NodePorts') ? [hostPorts(workload)] : []),
  ];
}

function gates(workload: Workload): Candidate {
  return change('gates', { id: 'gates', label: (say) => say.gates({ workload: workload.name }), edit: ofWorkload(workload, () => ({ schedulingGates: [] })) });
}

function spread(workload: Workload): readonly Candidate[] {
  const { name, topologySpreadConstraints: all } = workload;
  return all.flatMap((constraint, i): readonly Candidate[] => {
    if (constraint.whenUnsatisfiable !== 'DoNotSchedule') return [];
    const { topologyKey: key } = constraint;
    const edit = (fields: Partial<typeof constraint>) =>
      ofWorkload(workload, (now) => ({ topologySpreadConstraints: withItem(now.topologySpreadConstraints, i, (item) => ({ ...item, ...fields })) }));
    const skews = Array.from({ length: MOST_SKEWED }, (_, more) => constraint.maxSkew + more + 1);
    return [
      { id: `max-skew-${i}`, weakens: 'evenness', steps: skews.map((maxSkew) => ({ id: `max-skew-${i}-${maxSkew}`, label: (say) => say.maxSkew({ workload: name, key, maxSkew }), edit: edit({ maxSkew }) })) },
      // minDomains goes with DoNotSchedule only.
      change('spread', { id: `schedule-anyway-${i}`, label: (say) => say.scheduleAnyway({ workload: name, key }), edit: edit({ whenUnsatisfiable: 'ScheduleAnyway', minDomains: undefined }) }),
    ];
  });
}

/** The pod's own rules, and those of others that keep pods like it away. */
function podAffinity({ design, workload }: Waiting): readonly Candidate[] {
  const own = workload.podAffinity.flatMap((term, i): readonly Candidate[] => {
    if (term.weight !== undefined) return [];
    const edit = ofWorkload(workload, (now) => ({ podAffinity: withItem(now.podAffinity, i, (item) => ({ ...item, weight: MOST_WEIGHT })) }));
    return [change('together', { id: `affinity-${i}`, label: (say) => say.affinity({ workload: workload.name, key: term.topologyKey }), edit })];
  });
  const apart = entitiesOf(design, 'workload').flatMap((other) =>
    other.podAntiAffinity.flatMap((term, i): readonly Candidate[] => {
      if (term.weight !== undefined) return [];
      const edit = ofWorkload(other, (now) => ({ podAntiAffinity: withItem(now.podAntiAffinity, i, (item) => ({ ...item, weight: MOST_WEIGHT })) }));
      return [change('apart', { id: `anti-affinity-${other.id}-${i}`, label: (say) => say.antiAffinity({ workload: other.name, key: term.topologyKey }), edit })];
    }),
  );
  return [...own, ...apart];
}

function nodeSelection(workload: Workload): readonly Candidate[] {
  const wanted = Object.entries(workload.nodeSelector);
  const selectors = wanted.map(([key, value]): Candidate => {
    const edit = ofWorkload(workload, (now) => ({ nodeSelector: Object.fromEntries(Object.entries(now.nodeSelector).filter(([other]) => other !== key)) }));
    return change('nodeChoice', { id: `node-selector-${key}`, label: (say) => say.nodeSelector({ workload: workload.name, label: `${key}=${value}` }), edit });
  });
  const labels = wanted.map(([key, value]) => `${key}=${value}`);
  const none = change('nodeChoice', { id: 'node-selector', label: (say) => say.nodeSelector({ workload: workload.name, label: labels.join(', ') }), edit: ofWorkload(workload, () => ({ nodeSelector: {} })) });
  const preferred = ofWorkload(workload, (now) => ({ nodeAffinity: now.nodeAffinity.map((term) => ({ ...term, weight: term.weight ?? MOST_WEIGHT })) }));
  return [
    ...selectors,
    ...(labels.length > 1 ? [none] : []),
    ...(workload.nodeAffinity.some(({ weight }) => weight === undefined)
      ? [change('nodeChoice', { id: 'node-affinity', label: (say) => say.nodeAffinity({ workload: workload.name }), edit: preferred })]
      : []),
  ];
}

/** Each taint that stands in the way; those of the control plane are there for a reason. */
function tolerations({ workload, last: { verdict, before, pod } }: Waiting): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [name, of] of Object.entries(verdict.nodes ?? {})) {
    const node = before.node(name);
    if (node === undefined || !('rejectedBy' in of) || of.rejectedBy !== 'TaintToleration') continue;
    const taint = firstUntoleratedTaint(node.node, pod.spec.tolerations ?? []);
    if (taint === undefined || taint.key.startsWith('node-role.kubernetes.io/')) continue;
    const text = taintText(taint);
    const toleration = { key: taint.key, operator: 'Equal', value: taint.value ?? '', effect: taint.effect };
    const edit = ofWorkload(workload, (now) => ({ tolerations: [...now.tolerations, toleration] }));
    found.set(text, change('reserved', { id: `toleration-${text}`, label: (say) => say.toleration({ workload: workload.name, taint: text }), edit }));
  }
  return [...found.values()];
}

function hostPorts(workload: Workload): Candidate {
  const ports = workload.containers.flatMap((container) => container.ports.flatMap(({ hostPort }) => (hostPort === undefined ? [] : [String(hostPort)])));
  const edit = ofWorkload(workload, (now) => ({ containers: now.containers.map((container) => ({ ...container, ports: container.ports.map((port) => ({ ...port, hostPort: undefined })) })) }));
  return change('hostPort', { id: 'host-ports', label: (say) => say.hostPort({ workload: workload.name, ports }), edit });
}
