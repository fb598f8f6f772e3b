import { quantityMilliValue, quantityValue } from '../../kubernetes/quantity';
import { podInfoOf } from '../../scheduling/podInfo';
import type { Expander, Option } from './expander';
import { highest } from './expander';

/** The shares of the new nodes' capacity (not allocatable) that the pods leave idle. */
export interface Waste {
  readonly cpu: number;
  readonly memory: number;
}

/** Source: kubernetes/autoscaler cluster-autoscaler/expander/waste/waste.go. */
export function wasteOf({ template, nodes, pods }: Option): Waste {
  const requests = pods.map((pod) => podInfoOf(pod).requests);
  const capacity = template.node.status.capacity;
  const cpu = quantityMilliValue(capacity?.['cpu']) * nodes;
  const memory = quantityValue(capacity?.['memory']) * nodes;
  return {
    cpu: (cpu - requests.reduce((sum, { milliCpu }) => sum + milliCpu, 0)) / cpu,
    memory: (memory - requests.reduce((sum, request) => sum + request.memory, 0)) / memory,
  };
}

/** Least idle cpu and memory, the two shares added up. */
export const leastWaste: Expander = (options) =>
  highest(options, (option) => {
    const { cpu, memory } = wasteOf(option);
    return -(cpu + memory);
  });
