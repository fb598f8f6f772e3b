import type { DetailMessages } from './messages';

const things = { machine: ['machine', 'machines'], gateway: ['gateway', 'gateways'], address: ['address', 'addresses'], one: ['', ''] } as const;

export const en: DetailMessages = {
  formula: {
    hours: (count, thing) => `${thing === 'one' ? '' : `${count} ${things[thing][count === 1 ? 0 : 1]} × `}730 h`,
    factor: (listPrice, value, unitPrice) => `${listPrice} USD × ${value} (your factor) = ${unitPrice} USD an hour`,
    volumes: (name, count, gib) => `${count} × ${gib} GiB (${name})`,
    together: (count, gib) => `${count === 1 ? '1 volume' : `${count} volumes, together`} ${gib} GiB`,
    stored: (gib) => `${gib} GiB stored`,
    bytes: (bytesPerSecond, ends) => `${shown(bytesPerSecond)} B/s (requests and answers that count) × 2,628,000 s ÷ 2^30 B${ends === 2 ? ' × 2 ends' : ''}`,
  },
  range: {
    connections: (perSecond, perUnit) => `${shown(perSecond)} new connections a second ÷ ${perUnit} a unit, if they outweigh the bytes; active connections and rules are not known`,
  },
  otherwise: {
    clientEnd: 'charged at one end only',
    bothEnds: 'charged at both ends, as between two instances',
    free: 'not charged at all',
    decimalGb: 'a GB of 10^9 bytes instead of 2^30',
    allowance: 'less the 100 GB a month that AWS gives each account free, if nothing else uses them',
  },
  free: {
    'same-zone': { title: 'Traffic within a zone', why: 'Private addresses in one zone: no charge.' },
    'load-balancer': { title: 'ALB and CLB across zones', why: 'Between an ALB or CLB and its clients and targets in the VPC: no charge (an NLB’s is charged).' },
    'internet-in': { title: 'Data in from the internet', why: 'What comes in is free; the answers are charged.' },
    'rds-replication': { title: 'RDS replication to standbys', why: 'Multi-AZ replication is free; how much is written the design does not say.' },
    'efs-replication': { title: 'EFS between its zones', why: 'Part of the storage price of a regional file system (assumed: the price list names no other charge).' },
    'eks-control-plane': { title: 'etcd and API servers of EKS', why: 'Part of the cluster hour (assumed: they run in AWS’s account).' },
  },
  estimate: {
    replication: {
      title: 'etcd replication between zones',
      formula: 'followers outside the leader’s zone × (writes/s × (write + answer) + heartbeats/s × 2 × heartbeat) × 2 ends. From: only what Kubernetes writes at rest, cheapest leader; to: with your writes, dearest leader',
    },
    apiServerToEtcd: {
      title: 'API servers and etcd',
      formula: 'writes/s × write × how often a write crosses zones on its way to the leader (external etcd: also each change on its way back to each API server) × 2 ends; reads from the API servers’ caches are not counted',
    },
    nodesToApiServer: { title: 'Nodes and API servers', formula: 'nodes × share of API servers in another zone × bytes/s of a node × 2 ends. From: two writes’ bytes each lease; to: your bytes/s' },
    nodesToEks: { title: 'Nodes and the EKS endpoint', formula: 'nodes × share of zones elsewhere (an endpoint address assumed in each zone) × bytes/s of a node. From: leases only, one end charged; to: your bytes/s, both ends charged (which one was not read)' },
  },
  input: {
    machines: 'Nodes',
    apiServers: 'API servers',
    lease: 'Lease renewal, every',
    leaderElection: 'Leader election writes',
    writes: 'Writes beyond that, at most',
    writeBytes: 'Bytes a write',
    heartbeats: 'etcd heartbeats',
    heartbeatBytes: 'Bytes a heartbeat or answer',
    nodeBytes: 'API traffic of a node, at most',
  },
};

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}
