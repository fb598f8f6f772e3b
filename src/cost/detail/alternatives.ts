import type { CostAlternative, CostBasis, CostLine } from '../../evaluation';
import { amountOf, bytesPerGb, hoursPerMonth, roundQuantity, usd } from '../../units';
import type { LineDetail } from './costDetail';
import type { DetailInput } from './detailInput';

/** New connections a second that one capacity unit holds. Source: AWS, "Elastic Load Balancing pricing" (LCU and NLCU for TCP). */
const connectionsPerUnit = { 'LCU-h': 25, 'NLCU-h': 800 } as const;

/** What a line would be at the other end of its range, and if what it assumes did not hold. */
export function alternativesOf(input: DetailInput, line: CostLine, basis: CostBasis): Pick<LineDetail, 'range' | 'ifOtherwise'> {
  const range = capacityRange(input, line, basis);
  return { ...(range === undefined ? {} : { range }), ifOtherwise: otherwise(input, line, basis) };
}

/** Bytes alone say how many capacity units there are at least; new connections may need more of them. */
function capacityRange({ design, text }: DetailInput, line: CostLine, { flows }: CostBasis): CostAlternative | undefined {
  if (line.unit !== 'LCU-h' && line.unit !== 'NLCU-h') return undefined;
  const { requestsPerConnection } = design.settings.costAssumptions;
  const connectionsPerSecond = flows.reduce((sum, flow) => sum + flow.requestsPerSecond, 0) / requestsPerConnection;
  const perUnit = connectionsPerUnit[line.unit];
  const quantity = (connectionsPerSecond / perUnit) * hoursPerMonth;
  if (quantity <= line.quantity) return undefined;
  return alternative(line, quantity, text.range.connections(connectionsPerSecond, perUnit));
}

/** GB a month out to the internet, over all regions of an account but GovCloud's. Source: AWS, "EC2 On-Demand Pricing", data transfer. */
const FREE_OUT_GB = 100;

function otherwise({ text, catalog }: DetailInput, line: CostLine, { flows }: CostBasis): readonly CostAlternative[] {
  if (flows.length === 0) return [];
  const kind = line.id.startsWith('cross-zone/') ? line.id.split('/').at(-1) : undefined;
  return [
    ...(kind === 'pod-database' ? [alternative(line, line.quantity / 2, text.otherwise.clientEnd), alternative(line, 0, text.otherwise.free)] : []),
    ...(kind === 'pod-nat' ? [alternative(line, line.quantity / 2, text.otherwise.clientEnd)] : []),
    ...(kind === 'pod-fileSystem' ? [alternative(line, line.quantity * 2, text.otherwise.bothEnds)] : []),
    ...(line.id === 'internet-out' && !catalog.region.startsWith('us-gov-') ? [alternative(line, Math.max(0, line.quantity - FREE_OUT_GB), text.otherwise.allowance)] : []),
    alternative(line, (line.quantity * bytesPerGb) / 1e9, text.otherwise.decimalGb),
  ];
}

function alternative(line: CostLine, quantity: number, text: string): CostAlternative {
  const rounded = roundQuantity(quantity);
  return { text, quantity: rounded, monthly: usd(amountOf(rounded, line.unitPrice)) };
}
