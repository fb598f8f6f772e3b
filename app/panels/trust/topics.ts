import type { Evaluation } from '#engine/evaluation';
import { isExact } from '#engine/versions/versionNotes';
import type { Format } from '../../i18n/format';
import type { trustEn } from '../../i18n/messages/trust.en';
import type { Say } from '../../i18n/ownTexts';

type TrustKey = keyof typeof trustEn;
type Translate = Say<typeof trustEn>;

/** What stands behind a verdict: its rule, its formula, where it comes from, and where it ends. */
export interface Topic {
  /** Where it is not that of its panel. */
  readonly title?: TrustKey;
  readonly rule: TrustKey;
  /** The formula with the numbers of this design. */
  readonly formula: (evaluation: Evaluation, t: Translate, format: Format) => readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly version: (evaluation: Evaluation, t: Translate, format: Format) => string;
  readonly assumptions: readonly TrustKey[];
  readonly notModelled: readonly TrustKey[];
}

const kubernetes = ({ design: { kubernetesVersion: version } }: Evaluation, t: Translate) =>
  t(isExact(version) ? 'trust.kubernetesVersion' : 'trust.kubernetesUnconfirmed', { version });

export const topics = {
  quorum: {
    rule: 'trust.quorum.rule',
    formula: ({ quorum }, t, format) => [
      t('trust.quorum.formula', { members: quorum.members, size: quorum.size, tolerates: quorum.tolerates }),
      ...(quorum.availability === null ? [] : [t('trust.quorum.availability', { share: format.availability(quorum.availability) })]),
    ],
    sources: [
      { title: 'etcd: failure tolerance', url: 'https://etcd.io/docs/v3.5/faq/' },
      { title: 'Kubernetes: HA topology', url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology/' },
    ],
    version: (_, t) => t('trust.quorum.version'),
    assumptions: ['trust.quorum.assume1', 'trust.quorum.assume2'],
    notModelled: ['trust.quorum.not1', 'trust.quorum.not2'],
  },
  availability: {
    title: 'trust.title.availability',
    rule: 'trust.availability.rule',
    formula: (_, t) => [t('trust.availability.formula'), t('trust.availability.formula2')],
    sources: [
      { title: 'AWS: Availability with redundancy', url: 'https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability-with-redundancy.html' },
      { title: 'AWS: service level agreements', url: 'https://aws.amazon.com/legal/service-level-agreements/' },
      { title: 'AWS: post-event summaries', url: 'https://aws.amazon.com/premiumsupport/technology/pes/' },
      { title: 'Marshall and Olkin 1967: shock model', url: 'https://doi.org/10.1080/01621459.1967.10482885' },
    ],
    version: (_, t) => t('trust.availability.version'),
    assumptions: ['trust.availability.assume1', 'trust.availability.assume2', 'trust.availability.assume3'],
    notModelled: ['trust.availability.not1', 'trust.availability.not2'],
  },
  placement: {
    rule: 'trust.placement.rule',
    formula: ({ placement }, t, format) => [
      t('trust.placement.formula', { running: format.number(placement.running), pods: format.number(placement.pods.length), nodes: format.number(placement.nodes.length) }),
    ],
    sources: [
      { title: 'Kubernetes: kube-scheduler', url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/' },
      { title: 'Kubernetes: scheduler plugins', url: 'https://kubernetes.io/docs/reference/scheduling/config/' },
      { title: 'Kubernetes: topology spread', url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/' },
    ],
    version: kubernetes,
    assumptions: ['trust.placement.assume1', 'trust.placement.assume2'],
    notModelled: ['trust.placement.not1', 'trust.placement.not2'],
  },
  variants: {
    title: 'trust.title.variants',
    rule: 'trust.variants.rule',
    formula: (_, t) => [t('trust.variants.formula'), t('trust.variants.formula2')],
    sources: [
      { title: 'AWS: Static stability using Availability Zones', url: 'https://aws.amazon.com/builders-library/static-stability-using-availability-zones/' },
      { title: 'Kubernetes: disruption budgets', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' },
    ],
    version: kubernetes,
    assumptions: ['trust.variants.assume1', 'trust.variants.assume2', 'trust.variants.assume3'],
    notModelled: ['trust.variants.not1', 'trust.variants.not2'],
  },
  draws: {
    rule: 'trust.draws.rule',
    formula: (_, t) => [t('trust.draws.formula'), t('trust.draws.formula2')],
    sources: [
      { title: 'kube-scheduler: selectHost', url: 'https://github.com/kubernetes/kubernetes/blob/v1.34.4/pkg/scheduler/schedule_one.go' },
      { title: 'Wilson score interval', url: 'https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval' },
    ],
    version: kubernetes,
    assumptions: ['trust.draws.assume1', 'trust.draws.assume2'],
    notModelled: ['trust.draws.not1', 'trust.draws.not2'],
  },
  failure: {
    rule: 'trust.failure.rule',
    formula: ({ failures }, t, format) => {
      const worst = failures.toSorted((a, b) => b.podsLost - a.podsLost)[0];
      return worst === undefined
        ? []
        : [t('trust.failure.formula', { names: [...worst.zones, ...worst.nodes].join(' + '), lost: format.number(worst.podsLost), after: format.number(worst.podsRunningAfter), pending: format.number(worst.podsPendingAfter) })];
    },
    sources: [
      { title: 'Kubernetes: nodes and eviction', url: 'https://kubernetes.io/docs/concepts/architecture/nodes/' },
      { title: 'AWS: Auto Scaling over zones', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html' },
      { title: 'Kubernetes: disruption budgets', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' },
    ],
    version: kubernetes,
    assumptions: ['trust.failure.assume1', 'trust.failure.assume2'],
    notModelled: ['trust.failure.not1', 'trust.failure.not2'],
  },
  severalLosses: {
    title: 'trust.title.severalLosses',
    rule: 'trust.severalLosses.rule',
    formula: ({ failures }, t, format) => [t('trust.severalLosses.formula', { machines: format.number(failures.filter((row) => row.zones.length === 0).length) })],
    sources: [
      { title: 'AWS: static stability', url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/static-stability.html' },
      { title: 'Kubernetes: multiple zones', url: 'https://kubernetes.io/docs/setup/best-practices/multiple-zones/' },
    ],
    version: kubernetes,
    assumptions: ['trust.severalLosses.assume1', 'trust.severalLosses.assume2'],
    notModelled: ['trust.severalLosses.not1', 'trust.severalLosses.not2'],
  },
  greyFailure: {
    title: 'trust.title.greyFailure',
    rule: 'trust.greyFailure.rule',
    formula: (_, t) => [t('trust.greyFailure.formula')],
    sources: [
      { title: 'AWS: gray failures', url: 'https://docs.aws.amazon.com/whitepapers/latest/advanced-multi-az-resilience-patterns/gray-failures.html' },
      { title: 'AWS Load Balancer Controller: health checks', url: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check' },
      { title: 'RFC 6298: retransmission timer', url: 'https://www.rfc-editor.org/rfc/rfc6298' },
      { title: 'Istio: OutlierDetection', url: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection' },
    ],
    version: ({ design: { kubernetesVersion: version } }, t) => t('trust.greyFailure.version', { version }),
    assumptions: ['trust.greyFailure.assume1', 'trust.greyFailure.assume2'],
    notModelled: ['trust.greyFailure.not1', 'trust.greyFailure.not2'],
  },
  maintenance: {
    rule: 'trust.maintenance.rule',
    formula: (_, t) => [t('trust.maintenance.formula')],
    sources: [
      { title: 'Kubernetes: safely drain a node', url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/' },
      { title: 'Amazon EKS: zonal shift', url: 'https://docs.aws.amazon.com/eks/latest/userguide/zone-shift.html' },
      { title: 'Amazon EKS: update of a managed node group', url: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html' },
      { title: 'AWS: instance refresh', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html' },
    ],
    version: ({ design: { kubernetesVersion: version } }, t) => t('trust.maintenance.version', { version }),
    assumptions: ['trust.maintenance.assume1', 'trust.maintenance.assume2', 'trust.maintenance.assume3'],
    notModelled: ['trust.maintenance.not1', 'trust.maintenance.not2'],
  },
  autoScaling: {
    title: 'trust.title.autoScaling',
    rule: 'trust.autoScaling.rule',
    formula: (_, t) => [t('trust.autoScaling.formula')],
    sources: [
      { title: 'AWS: Auto Scaling over zones', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html' },
      { title: 'AWS: distribution over zones', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html' },
      { title: 'Amazon EKS: managed node groups', url: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html' },
    ],
    version: (_, t) => t('trust.autoScaling.version'),
    assumptions: ['trust.autoScaling.assume1', 'trust.autoScaling.assume2', 'trust.autoScaling.assume3'],
    notModelled: ['trust.autoScaling.not1', 'trust.autoScaling.not2'],
  },
  karpenter: {
    title: 'trust.title.karpenter',
    rule: 'trust.karpenter.rule',
    formula: (_, t) => [t('trust.karpenter.formula')],
    sources: [
      { title: 'Karpenter: scheduling', url: 'https://karpenter.sh/docs/concepts/scheduling/' },
      { title: 'Karpenter: NodePools', url: 'https://karpenter.sh/docs/concepts/nodepools/' },
      { title: 'Karpenter: its scheduler', url: 'https://github.com/kubernetes-sigs/karpenter/tree/main/pkg/controllers/provisioning/scheduling' },
    ],
    version: (_, t) => t('trust.karpenter.version'),
    assumptions: ['trust.karpenter.assume1', 'trust.karpenter.assume2', 'trust.karpenter.assume3'],
    notModelled: ['trust.karpenter.not1', 'trust.karpenter.not2', 'trust.karpenter.not3'],
  },
  scaling: {
    rule: 'trust.scaling.rule',
    formula: ({ scaling, descheduler }, t, format) => [
      t('trust.scaling.formula', {
        added: format.number(scaling.autoscaler?.nodes.length ?? 0),
        wrong: format.number(scaling.wrongZoneAttempts),
        evicted: format.number(descheduler?.evicted.length ?? 0),
      }),
    ],
    sources: [
      { title: 'AWS: Auto Scaling over zones', url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html' },
      { title: 'Cluster autoscaler: FAQ', url: 'https://github.com/kubernetes/autoscaler/blob/cluster-autoscaler-1.34.5/cluster-autoscaler/FAQ.md' },
      { title: 'Karpenter: scheduling', url: 'https://karpenter.sh/docs/concepts/scheduling/' },
      { title: 'Descheduler', url: 'https://github.com/kubernetes-sigs/descheduler/blob/v0.36.0/README.md' },
    ],
    version: (_, t) => t('trust.scaling.version'),
    assumptions: ['trust.scaling.assume1', 'trust.scaling.assume2', 'trust.scaling.assume3'],
    notModelled: ['trust.scaling.not1', 'trust.scaling.not2'],
  },
  traffic: {
    rule: 'trust.traffic.rule',
    formula: ({ traffic }, t, format) => {
      const worst = traffic.services.filter((service) => service.skew !== null).toSorted((a, b) => (b.skew ?? 0) - (a.skew ?? 0))[0];
      if (worst === undefined || worst.skew === null) return [];
      const largest = Math.max(...Object.values(worst.podShares));
      return [t('trust.traffic.formula', { service: worst.name, largest: format.percent(largest), mean: format.percent(largest / worst.skew), skew: format.number(worst.skew, 2) })];
    },
    sources: [
      { title: 'Kubernetes: virtual IPs and proxies', url: 'https://kubernetes.io/docs/reference/networking/virtual-ips/' },
      { title: 'Kubernetes: topology aware routing', url: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/' },
      { title: 'Istio: locality load balancing', url: 'https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/' },
      { title: 'AWS: Network Load Balancers', url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html' },
    ],
    version: kubernetes,
    assumptions: ['trust.traffic.assume1', 'trust.traffic.assume2', 'trust.traffic.assumeIstio'],
    notModelled: ['trust.traffic.not1', 'trust.traffic.not2', 'trust.traffic.notIstio'],
  },
  cost: {
    rule: 'trust.cost.rule',
    formula: ({ cost }, t, format) => [
      t('trust.cost.formula', { crossZone: format.cents(cost.crossZoneMonthly), infrastructure: format.cents(cost.infrastructureMonthly), total: format.cents(cost.totalMonthly) }),
    ],
    sources: [
      { title: 'AWS: EC2 on-demand and data transfer', url: 'https://aws.amazon.com/ec2/pricing/on-demand/' },
      { title: 'AWS: Elastic Load Balancing pricing', url: 'https://aws.amazon.com/elasticloadbalancing/pricing/' },
    ],
    version: ({ cost, design }, t, format) => {
      const dates = cost.lines.map((line) => line.priceDate).toSorted();
      return t('trust.cost.version', { region: design.region, date: format.date(dates.at(-1) ?? '–') });
    },
    assumptions: ['trust.cost.assume1', 'trust.cost.assume2'],
    notModelled: ['trust.cost.not1', 'trust.cost.not2'],
  },
  findings: {
    rule: 'trust.findings.rule',
    formula: ({ findings }, t) => [
      t('trust.findings.formula', {
        errors: findings.filter((finding) => finding.severity === 'error').length,
        warnings: findings.filter((finding) => finding.severity === 'warning').length,
        notes: findings.filter((finding) => finding.severity === 'info').length,
      }),
    ],
    sources: [{ title: 'Amazon EKS: reliability', url: 'https://docs.aws.amazon.com/eks/latest/best-practices/reliability.html' }],
    version: kubernetes,
    assumptions: ['trust.findings.assume1'],
    notModelled: ['trust.findings.not1'],
  },
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicId = keyof typeof topics;
export const topicIds = Object.keys(topics) as readonly TopicId[];
