import type { CostEstimate, CostInputValue } from '../../evaluation';
import { amountOf, gbPerMonth, roundQuantity, usd } from '../../units';
import { controlPlaneTraffic, HEARTBEATS, LEADER_ELECTION_WRITES, LEASE_SECONDS, type TrafficRange } from './controlPlaneTraffic';
import type { DetailInput } from './detailInput';

const etcdTuning = 'https://etcd.io/docs/v3.6/tuning/';
const leases = 'https://kubernetes.io/docs/reference/node/node-status/#heartbeats';
const leaderElection = 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/';

/** Cross-zone traffic that no link of the design states: etcd's and the control plane's, from documented intervals and assumed sizes. */
export function estimates(input: DetailInput): readonly CostEstimate[] {
  const { design, text } = input;
  const { etcdWritesPerSecond, etcdBytesPerWrite, etcdBytesPerHeartbeat, apiServerBytesPerNode } = design.settings.costAssumptions;
  const { machines, apiServers, replication, apiServerToEtcd, nodesToApiServer } = controlPlaneTraffic(input.evaluation, design);
  const named = text.input;
  const assumed = (name: string, value: number, unit: string, setting: string): CostInputValue => ({ name, value, unit, origin: 'assumed', source: `settings.costAssumptions.${setting}` });
  const documented = (name: string, value: number, unit: string, source: string): CostInputValue => ({ name, value, unit, origin: 'documented', source });
  const drawn = (name: string, value: number): CostInputValue => ({ name, value, unit: '', origin: 'design', source: '' });
  const writes = [
    drawn(named.machines, machines),
    drawn(named.apiServers, apiServers),
    documented(named.lease, LEASE_SECONDS, 's', leases),
    documented(named.leaderElection, LEADER_ELECTION_WRITES, '/s', leaderElection),
    assumed(named.writes, etcdWritesPerSecond, '/s', 'etcdWritesPerSecond'),
    assumed(named.writeBytes, etcdBytesPerWrite, 'B', 'etcdBytesPerWrite'),
  ];
  const nodeInputs = [
    drawn(named.machines, machines),
    documented(named.lease, LEASE_SECONDS, 's', leases),
    assumed(named.writeBytes, etcdBytesPerWrite, 'B', 'etcdBytesPerWrite'),
    assumed(named.nodeBytes, apiServerBytesPerNode, 'B/s', 'apiServerBytesPerNode'),
  ];
  const eks = design.settings.controlPlane === 'eks';
  return [
    estimate(input, { id: 'etcd-replication', ...text.estimate.replication, inputs: [...writes, documented(named.heartbeats, HEARTBEATS, '/s', etcdTuning), assumed(named.heartbeatBytes, etcdBytesPerHeartbeat, 'B', 'etcdBytesPerHeartbeat')], range: replication }),
    estimate(input, { id: 'api-server-etcd', ...text.estimate.apiServerToEtcd, inputs: writes, range: apiServerToEtcd }),
    estimate(input, { id: 'api-server-nodes', ...(eks ? text.estimate.nodesToEks : text.estimate.nodesToApiServer), inputs: nodeInputs, range: nodesToApiServer }),
  ].filter((each) => each.quantity.to > 0);
}

interface EstimateParts {
  readonly id: CostEstimate['id'];
  readonly title: string;
  readonly formula: string;
  readonly inputs: readonly CostInputValue[];
  readonly range: TrafficRange;
}

function estimate({ catalog }: DetailInput, { range, ...parts }: EstimateParts): CostEstimate {
  const price = catalog.prices.crossAzPerGbEachDirection;
  const quantity = { from: roundQuantity(gbPerMonth(range.from)), to: roundQuantity(gbPerMonth(range.to)) };
  const amount = (of: number, unitPrice: number) => usd(amountOf(of, unitPrice));
  return {
    ...parts,
    unit: 'GB',
    quantity,
    priced: price === null ? null : { unitPrice: price.usd, monthly: { from: amount(quantity.from, price.usd), to: amount(quantity.to, price.usd) }, source: price.source, priceDate: price.date },
  };
}
