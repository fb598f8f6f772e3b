import { formatBytes, formatMilliCpu } from '../../kubernetes/quantity';
import type { Look, Reason } from './look';

const MIB = 2 ** 20;

/** Each resource that is short, with what is asked and what is left. */
export const resources: Reason = (look, reasons) =>
  reasons.map((reason) => {
    const { node, say } = look;
    if (reason === 'Too many pods') return say.tooManyPods({ pods: node.pods.length, most: node.capacity.pods });
    const resource = reason.replace(/^Insufficient /, '');
    const { requested, used, allocatable, show } = amountsOf(look, resource);
    if (requested > allocatable) return say.tooSmall({ resource, requested: show(requested), allocatable: show(allocatable) });
    return say.short({ resource, requested: show(requested), left: show(Math.max(0, allocatable - used)), allocatable: show(allocatable) });
  });

interface Amounts {
  readonly requested: number;
  readonly used: number;
  readonly allocatable: number;
  readonly show: (amount: number) => string;
}

function amountsOf({ pod: { requests }, node }: Look, resource: string): Amounts {
  const { capacity } = node;
  switch (resource) {
    case 'cpu':
      return { requested: requests.milliCpu, used: node.milliCpu, allocatable: capacity.milliCpu, show: formatMilliCpu };
    case 'memory':
      return { requested: requests.memory, used: node.memory, allocatable: capacity.memory, show: mebibytes };
    case 'ephemeral-storage':
      return { requested: requests.ephemeralStorage, used: node.ephemeralStorage, allocatable: capacity.ephemeralStorage, show: mebibytes };
    default:
      return {
        requested: requests.scalars.find((scalar) => scalar.resource === resource)?.value ?? 0,
        used: node.scalars.get(resource) ?? 0,
        allocatable: capacity.scalars.get(resource) ?? 0,
        show: String,
      };
  }
}

/** Whole MiB, or GiB where that is exact; what nodes have is rarely a round number. */
function mebibytes(bytes: number): string {
  return bytes < MIB ? formatBytes(bytes) : formatBytes(Math.floor(bytes / MIB) * MIB);
}
