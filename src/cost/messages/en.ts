import type { CostMessages } from './messages';

const hops = {
  'client-lb': 'client to load balancer',
  'client-node': 'client to node',
  'lb-node': 'load balancer to node',
  'lb-pod': 'load balancer to pod',
  'node-pod': 'node to pod (kube-proxy)',
  'pod-pod': 'pod to pod',
  'pod-database': 'pod to database',
  'pod-fileSystem': 'pod to mount target',
  'pod-nat': 'pod to NAT gateway',
  'nat-internet': 'NAT gateway to internet',
  'pod-lb': 'pod to load balancer',
} as const;

const purchases = { spot: 'Spot', 'savings-plan': 'Savings Plan', reserved: 'Reserved' } as const;

export const en: CostMessages = {
  ec2: (entity, count, type, factor) => `${entity}: ${count} × ${type}${factor === undefined ? '' : `, ${purchases[factor.of]}, ${factor.value} of the on-demand price (your factor)`}`,
  eks: (extended) => (extended ? 'EKS control plane, extended support' : 'EKS control plane'),
  natHours: (count) => (count === 1 ? '1 NAT gateway' : `${count} NAT gateways`),
  natProcessing: 'NAT gateway: data processed',
  natAddresses: (count) => `NAT gateways: ${count} public IPv4`,
  loadBalancerAddresses: (entity, count) => `${entity}: ${count} public IPv4, one a zone`,
  loadBalancerHours: (entity, type) => `${entity}: ${type}`,
  capacityUnits: (entity, unit) => `${entity}: ${unit}, by data processed`,
  classicProcessing: (entity) => `${entity}: data processed`,
  rootVolumes: (count) => (count === 1 ? '1 root volume, gp3' : `${count} root volumes, gp3`),
  etcdVolumes: (count) => (count === 1 ? '1 etcd volume, gp3' : `${count} etcd volumes, gp3`),
  claims: (storageClass, count, type) => `${storageClass}: ${count} EBS ${count === 1 ? 'volume' : 'volumes'}, ${type}`,
  fileSystem: (entity, oneZone) => `${entity}: EFS ${oneZone ? 'One Zone' : 'Standard'} storage`,
  database: (entity, instanceClass, multiAz) => `${entity}: RDS ${instanceClass}${multiAz ? ', Multi-AZ instance' : ', single-AZ'}`,
  internetOut: 'Data out to the internet, first 10 TB a month',
  crossZone: (from, to, kind, ends) => `${from} → ${to}: ${hops[kind]}, charged ${ends === 2 ? 'at both ends' : "at the client's end"}`,
  notPriced: {
    missing: (what, region) => `${what}: no price known for ${region}`,
    spot: (group, share) => `Spot discount of ${group}: ${Math.round(share * 100)} % Spot is counted at the on-demand price`,
    gp3: 'IOPS and throughput of gp3 volumes above the included 3,000 IOPS and 125 MiB/s',
    fileSystemThroughput: (entity) => `Throughput of EFS ${entity}: only its storage is counted`,
    databaseStorage: (entity, gib) => `Storage and backups of RDS ${entity} (${gib} GiB)`,
    multiAzCluster: (entity, instanceClass) => `RDS ${entity}: Multi-AZ cluster of three ${instanceClass}`,
    beyondFirstTier: (gb) => `Data out to the internet beyond the first 10 TB a month: ${Math.round(gb).toLocaleString('en-US')} GB`,
    publicAddress: (entity, gb) => `${entity}: ${gb.toLocaleString('en-US', { maximumFractionDigits: 1 })} GB from the VPC to its public addresses, where AWS charges both directions even within a zone, and a NAT gateway on the way`,
    tooMuch: (what) => `${what}: more than 10 billion USD a month`,
    interfaceEndpoints: 'VPC interface endpoints, logs, metrics, container images, support and taxes',
  },
  assumptions: {
    gigabyte: 'A GB of transfer is taken as 2^30 bytes; a month as 730 hours of steady traffic',
    capacityUnits: 'Capacity units are counted by data processed; connections are assumed to be reused, so that new connections do not outweigh it',
    databaseTransfer: 'Traffic to a database in another zone is charged at both ends, as between two instances',
    fileSystemTransfer: "Traffic to a mount target in another zone is charged at the client's end only",
    natTransfer: 'Traffic to a NAT gateway in another zone is charged at both ends, as between two instances',
    price: (what, note) => `${what}: price assumed (${note})`,
  },
};
