import type { Workload } from '../../design/schema';
import { formatBytes, formatMilliCpu, quantityMilliValue, quantityValue } from '../../kubernetes/quantity';
import type { NodeInfo } from '../../scheduling/nodeInfo';
import { podInfoOf } from '../../scheduling/podInfo';
import { ofWorkload, withItem, type Candidate, type Step, type Waiting } from './candidate';

const MIB = 2 ** 20;
/** A request below it would be no promise any more: millicores, bytes. */
const LEAST_CPU = 10;
const LEAST_MEMORY = 16 * MIB;

const SHARES = [1, 0.75, 0.5, 0.25];

/** Less CPU, memory or both: the most of each that some node could take, or less of it where others of the workload take that. */
export function requests(waiting: Waiting): readonly Candidate[] {
  const { workload, refusedBy } = waiting;
  const { pod, verdict, before: snapshot } = waiting.last;
  if (!refusedBy.has('NodeResourcesFit')) return [];
  const { milliCpu, memory } = podInfoOf(pod).requests;
  const nodes = Object.entries(verdict.nodes ?? {}).flatMap(([name, of]) => ('rejectedBy' in of && of.rejectedBy === 'NodeResourcesFit' ? (snapshot.node(name) ?? []) : []));
  const cpu = Math.max(0, ...nodes.map((node) => each(node, waiting, node.capacity.milliCpu - node.milliCpu, milliCpu)));
  const bytes = Math.max(0, ...nodes.map((node) => each(node, waiting, node.capacity.memory - node.memory, memory)));
  const steps = SHARES.flatMap((share): Step[] => {
    const less = [
      cpu < milliCpu ? shrink(workload.containers, 'cpu', milliCpu - cpu * share) : null,
      bytes < memory ? shrink(workload.containers, 'memory', memory - bytes * share) : null,
    ].filter((shrunk) => shrunk !== null);
    if (less.length === 0) return [];
    return [
      {
        id: ['requests', ...less.map(({ resource, to }) => `${resource}-${to}`)].join('-'),
        label: (say) => less.map(({ resource, before, to }) => say.request({ workload: workload.name, resource, before, to })).join(', '),
        edit: ofWorkload(workload, ({ containers }) => ({
          containers: less.reduce((now, { at, resource, to }) => withItem(now, at, (container) => ({ ...container, requests: { ...container.requests, [resource]: to } })), containers),
        })),
      },
    ];
  });
  return steps.length === 0 ? [] : [{ id: 'requests', weakens: 'requests', steps }];
}

/** What one pod could have if the workload's pods on the node shared what they have there with one more. */
function each(node: NodeInfo, { last }: Waiting, left: number, request: number): number {
  const owner = last.pod.metadata.ownerReferences?.[0]?.uid;
  const own = node.pods.filter(({ pod }) => pod.metadata.ownerReferences?.[0]?.uid === owner).length;
  return Math.floor((Math.max(0, left) + own * request) / (own + 1));
}

/** Takes the surplus off the largest container; null where that leaves it too little. */
function shrink(containers: Workload['containers'], resource: 'cpu' | 'memory', surplus: number) {
  const amount = ({ requests: asked, limits }: Workload['containers'][number]) => {
    const text = asked[resource] ?? limits[resource];
    return resource === 'cpu' ? quantityMilliValue(text) : quantityValue(text);
  };
  const show = resource === 'cpu' ? formatMilliCpu : formatBytes;
  const amounts = containers.map(amount);
  const before = Math.max(...amounts);
  const unit = resource === 'cpu' ? 5 : MIB;
  const after = Math.floor((before - surplus) / unit) * unit;
  if (containers.length === 0 || after < (resource === 'cpu' ? LEAST_CPU : LEAST_MEMORY)) return null;
  return { at: amounts.indexOf(before), resource, before: show(before), to: show(after) };
}
