/*
 * Every delay that a timeline is made of: one typed table with default, unit and source. All of them can be given other
 * values; what a Kubernetes version changes says so.
 */

/** `read`: in the source of the program itself · `documented`: by its makers · `assumed`: nobody promises it; measure your own. */
export type TimerCertainty = 'read' | 'documented' | 'assumed';
type TimerUnit = 's' | '/s' | 'checks' | 'nodes' | 'share';

interface TimerData {
  readonly value: number;
  readonly unit: TimerUnit;
  readonly certainty: TimerCertainty;
  readonly source: string;
  /** The default up to a minor version of Kubernetes 1, that version included. */
  readonly before?: { readonly minor: number; readonly value: number };
}

const upstream = (path: string) => `https://github.com/kubernetes/kubernetes/blob/v1.34.4/${path}`;
const nodeLifecycle = upstream('pkg/controller/nodelifecycle/node_lifecycle_controller.go');
const controllerManager = 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/';
const leases = 'https://kubernetes.io/docs/concepts/architecture/leases/';
const statusChecks = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html';
const groupHealthChecks = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html';
const loadBalancing = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html';
const controllerAnnotations = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide';
const classic = 'https://cloud-provider-aws.sigs.k8s.io/service_controller/';

const table = {
  nodeLeaseRenewInterval: { value: 10, unit: 's', certainty: 'documented', source: 'https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats' },
  nodeMonitorPeriod: { value: 5, unit: 's', certainty: 'documented', source: controllerManager },
  nodeMonitorGracePeriod: { value: 50, unit: 's', certainty: 'read', source: 'https://github.com/kubernetes/kubernetes/pull/126287', before: { minor: 31, value: 40 } },
  endpointPropagation: { value: 1, unit: 's', certainty: 'assumed', source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/' },
  nodeEvictionRate: { value: 0.1, unit: '/s', certainty: 'read', source: nodeLifecycle },
  secondaryNodeEvictionRate: { value: 0.01, unit: '/s', certainty: 'read', source: nodeLifecycle },
  unhealthyZoneThreshold: { value: 0.55, unit: 'share', certainty: 'read', source: nodeLifecycle },
  largeClusterSizeThreshold: { value: 50, unit: 'nodes', certainty: 'read', source: nodeLifecycle },
  defaultTolerationSeconds: { value: 300, unit: 's', certainty: 'read', source: upstream('plugin/pkg/admission/defaulttolerationseconds/admission.go') },
  podGcQuarantine: { value: 40, unit: 's', certainty: 'read', source: upstream('pkg/controller/podgc/gc_controller.go') },
  podGcPeriod: { value: 20, unit: 's', certainty: 'read', source: upstream('pkg/controller/podgc/gc_controller.go') },
  terminationGracePeriod: { value: 30, unit: 's', certainty: 'documented', source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination' },
  forceDetach: { value: 360, unit: 's', certainty: 'read', source: upstream('pkg/controller/volume/attachdetach/attach_detach_controller.go') },
  volumeAttach: { value: 15, unit: 's', certainty: 'assumed', source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html' },
  podStart: { value: 10, unit: 's', certainty: 'assumed', source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/' },
  etcdElectionTimeout: { value: 1, unit: 's', certainty: 'documented', source: 'https://etcd.io/docs/v3.6/tuning/' },
  leaderLeaseDuration: { value: 15, unit: 's', certainty: 'documented', source: leases },
  leaderRetryPeriod: { value: 2, unit: 's', certainty: 'documented', source: leases },
  statusCheckInterval: { value: 60, unit: 's', certainty: 'documented', source: statusChecks },
  statusCheckFailures: { value: 2, unit: 'checks', certainty: 'assumed', source: statusChecks },
  groupHealthCheck: { value: 300, unit: 's', certainty: 'assumed', source: groupHealthChecks },
  instanceTermination: { value: 60, unit: 's', certainty: 'assumed', source: groupHealthChecks },
  instanceLaunch: { value: 30, unit: 's', certainty: 'assumed', source: groupHealthChecks },
  instanceBoot: { value: 60, unit: 's', certainty: 'assumed', source: 'https://docs.aws.amazon.com/eks/latest/best-practices/cas.html' },
  nodeJoin: { value: 20, unit: 's', certainty: 'assumed', source: 'https://kubernetes.io/docs/concepts/architecture/nodes/#condition' },
  removalByHand: { value: 1800, unit: 's', certainty: 'assumed', source: 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown' },
  nlbHealthCheckInterval: { value: 10, unit: 's', certainty: 'documented', source: `${controllerAnnotations}/service/annotations/` },
  nlbUnhealthyThreshold: { value: 3, unit: 'checks', certainty: 'documented', source: `${controllerAnnotations}/service/annotations/` },
  albHealthCheckInterval: { value: 15, unit: 's', certainty: 'documented', source: `${controllerAnnotations}/ingress/annotations/` },
  albUnhealthyThreshold: { value: 2, unit: 'checks', certainty: 'documented', source: `${controllerAnnotations}/ingress/annotations/` },
  clbHealthCheckInterval: { value: 10, unit: 's', certainty: 'documented', source: classic },
  clbUnhealthyThreshold: { value: 6, unit: 'checks', certainty: 'documented', source: classic },
  loadBalancerZoneCheck: { value: 30, unit: 's', certainty: 'assumed', source: loadBalancing },
  loadBalancerDnsTtl: { value: 60, unit: 's', certainty: 'documented', source: loadBalancing },
  clusterAutoscalerScanInterval: { value: 10, unit: 's', certainty: 'documented', source: 'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md' },
} as const satisfies Readonly<Record<string, TimerData>>;

export type TimerName = keyof typeof table;

/** A timer of a timeline: what holds in it, and where its default comes from. */
export interface Timer {
  readonly name: TimerName;
  readonly value: number;
  readonly default: number;
  readonly unit: TimerUnit;
  readonly certainty: TimerCertainty;
  /** A page of those who made it. */
  readonly source: string;
  /** The first Kubernetes version with today's default, and the default before. */
  readonly changed: { readonly version: string; readonly before: number } | null;
}

/** Values that differ from the defaults, as numbers of the timer's unit; not below 0. */
export type TimerValues = Readonly<Partial<Record<TimerName, number>>>;
export type Timers = Readonly<Record<TimerName, Timer>>;

/** The timers of a Kubernetes version (`1.34`). */
export function timersOf(kubernetesVersion: string, values: TimerValues = {}): Timers {
  const minor = Number(kubernetesVersion.split('.')[1]);
  const entries = (Object.entries(table) as [TimerName, TimerData][]).map(([name, { before, ...data }]) => {
    const standard = before !== undefined && minor <= before.minor ? before.value : data.value;
    const changed = before === undefined ? null : { version: `1.${before.minor + 1}`, before: before.value };
    return [name, { ...data, name, value: values[name] ?? standard, default: standard, changed }] as const;
  });
  return Object.fromEntries(entries) as Record<TimerName, Timer>;
}
