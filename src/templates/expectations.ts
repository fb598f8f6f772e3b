import type { Quorum, WorkloadVerdict } from '../evaluation';

/** What a template is there to show; `templates.test.ts` asserts it from the evaluation. */
export interface Expectation {
  readonly quorum: Pick<Quorum, 'managed' | 'members' | 'size' | 'tolerates' | 'apiServers' | 'survivesAnyOneZone'>;
  /** Letters of the zones whose loss, one at a time, etcd survives; what is not named loses quorum. */
  readonly keepsQuorumWithout: string;
  /** By workload, in the order of the zones: its verdict when that zone is lost. */
  readonly zoneLoss: Readonly<Record<string, readonly WorkloadVerdict[]>>;
  /** Keys of the pods that wait; absent: none. */
  readonly pending?: readonly string[];
  /** Codes of all findings, in byte order. */
  readonly findings: readonly string[];
}

/** Votes that EKS shows: run by AWS, three members over three zones. */
const eks = { managed: true, members: 3, size: 2, tolerates: 1, apiServers: 2, survivesAnyOneZone: true } as const;

function selfManaged(members: number, apiServers: number, survivesAnyOneZone: boolean): Expectation['quorum'] {
  const size = members === 0 ? 0 : Math.floor(members / 2) + 1;
  return { managed: false, members, size, tolerates: members - size, apiServers, survivesAnyOneZone };
}

const everywhere = ['survives', 'survives', 'survives'] as const;
const ofTwo = ['survives', 'survives'] as const;

/** By template id. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'three-zones': {
    quorum: selfManaged(3, 3, true),
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/api': everywhere, 'default/orders-db': everywhere, 'default/web': everywhere },
    findings: ['volume-ties-pods'],
  },
  'one-zone': {
    quorum: selfManaged(3, 3, false),
    keepsQuorumWithout: 'bc',
    zoneLoss: { 'default/web': ['down', 'survives', 'survives'] },
    findings: ['control-plane-one-zone', 'load-balancer-one-zone', 'workload-zone-loss'],
  },
  'two-members': {
    quorum: selfManaged(2, 2, false),
    keepsQuorumWithout: '',
    zoneLoss: { 'default/web': ['degraded', 'degraded'] },
    findings: ['etcd-two-members', 'workload-zone-degraded'],
  },
  'two-zones': {
    quorum: selfManaged(3, 3, false),
    keepsQuorumWithout: 'b',
    zoneLoss: { 'default/web': ['degraded', 'survives'] },
    findings: ['etcd-zone-majority', 'workload-zone-degraded'],
  },
  'five-members': { quorum: selfManaged(5, 5, true), keepsQuorumWithout: 'abc', zoneLoss: { 'default/web': everywhere }, findings: [] },
  'even-members': {
    quorum: selfManaged(4, 4, false),
    keepsQuorumWithout: 'bc',
    zoneLoss: { 'default/web': ['degraded', 'survives', 'survives'] },
    findings: ['etcd-even-members', 'etcd-zone-majority', 'workload-zone-degraded'],
  },
  'external-etcd': { quorum: selfManaged(3, 2, true), keepsQuorumWithout: 'abc', zoneLoss: { 'default/web': everywhere }, findings: [] },
  eks: { quorum: eks, keepsQuorumWithout: 'abc', zoneLoss: { 'default/web': everywhere }, findings: [] },
  'zonal-groups': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/kafka': everywhere, 'default/web': everywhere, 'default/weekly-invoices': everywhere },
    findings: ['autoscaler-over-orders', 'immediate-binding', 'volume-ties-pods', 'volume-ties-pods'],
  },
  'regional-group': { quorum: eks, keepsQuorumWithout: 'abc', zoneLoss: { 'default/cms': everywhere }, findings: [] },
  'regional-group-ebs': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/kafka': everywhere, 'default/web': everywhere, 'default/weekly-report': everywhere, 'default/yearly-invoices': everywhere },
    pending: ['default/yearly-invoices-0'],
    findings: ['autoscaler-over-orders', 'pods-pending', 'regional-group-zonal-volume', 'volume-ties-pods', 'volume-ties-pods'],
  },
  'wait-for-first-consumer': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/kafka': everywhere, 'default/web': everywhere },
    findings: ['autoscaler-over-orders', 'regional-group-bound-volume', 'volume-ties-pods'],
  },
  'individual-instances': { quorum: eks, keepsQuorumWithout: 'abc', zoneLoss: { 'default/web': everywhere }, findings: ['instance-without-group'] },
  'local-policy': { quorum: eks, keepsQuorumWithout: 'ab', zoneLoss: { 'default/web': ofTwo }, findings: ['local-policy-skew'] },
  'cluster-policy': { quorum: eks, keepsQuorumWithout: 'ab', zoneLoss: { 'default/web': ofTwo }, findings: [] },
  'local-policy-scaled': {
    quorum: eks,
    keepsQuorumWithout: 'ab',
    zoneLoss: { 'default/web': ofTwo },
    findings: ['local-policy-skew', 'no-anti-affinity'],
  },
  'no-anti-affinity': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/web': everywhere },
    findings: ['no-anti-affinity', 'service-on-one-node'],
  },
  descheduler: { quorum: eks, keepsQuorumWithout: 'ab', zoneLoss: { 'default/web': ofTwo }, findings: ['local-policy-skew'] },
  'topology-keys-strict': {
    quorum: selfManaged(3, 3, true),
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/api': everywhere, 'default/web': everywhere },
    findings: ['kubernetes-1-21-rules', 'topology-keys-no-endpoint', 'topology-keys-removed'],
  },
  'topology-keys-fallback': {
    quorum: selfManaged(3, 3, true),
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/api': everywhere, 'default/web': everywhere },
    findings: ['kubernetes-1-21-rules', 'topology-keys-removed'],
  },
  'topology-aware-hints': { quorum: eks, keepsQuorumWithout: 'abc', zoneLoss: { 'default/api': everywhere, 'default/web': everywhere }, findings: [] },
  'traffic-distribution': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/api': everywhere, 'default/web': everywhere },
    findings: ['nearby-traffic-skew'],
  },
  'istio-locality': {
    quorum: eks,
    keepsQuorumWithout: 'abc',
    zoneLoss: { 'default/api': everywhere, 'default/web': everywhere },
    findings: ['istio-never-ejects', 'istio-not-ready-counted'],
  },
};
