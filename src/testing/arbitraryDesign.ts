import fc from 'fast-check';
import { parseDesign } from '../design/parse';
import { kubernetesVersions, type Design } from '../design/schema';

/**
 * Any design that a file may hold: half-finished, overfull, pinned to nowhere, with text that wants to break out. Made as
 * the file would be and read by `parseDesign`, so that every draw is one that a user could open.
 */
export const arbitraryDesign: fc.Arbitrary<Design> = fc
  .oneof({ weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }) }, { weight: 3, arbitrary: fc.constant(['a', 'b', 'c']) })
  .chain((letters) => document(letters))
  .map((value) => {
    const parsed = parseDesign(value);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
    return parsed.value;
  });

const hostile = fc.constantFrom('', 'plain', '"; rm -rf /', '${path.root}', '%{ for x in y }', 'a: b # c', "it's\n- new\tline", '- x', '<script>', '`$(id)`', '\u2028\u{1F600}', '---', 'null', '{{ x }}');
const names = fc.constantFrom('web', 'db', 'web-0', 'a', '1st', 'true', 'null', `${'x'.repeat(42)}-${'y'.repeat(9)}`);
const namespaces = fc.constantFrom('default', 'kube-system', 'team', 'n'.repeat(63));
const keys = fc.constantFrom('app', 'tier', 'example.com/team', 'topology.kubernetes.io/zone', 'kubernetes.io/hostname', 'kubernetes.io/os');
const values = fc.constantFrom('', 'web', 'x', '1', 'linux', 'v'.repeat(63), 'ap-northeast-2a');
const labels = fc.dictionary(keys, values, { maxKeys: 2 });
const effects = fc.constantFrom('NoSchedule', 'PreferNoSchedule', 'NoExecute');
const instanceTypes = fc.constantFrom('m6i.large', 'm6i.large', 't3.micro', 'c6i.xlarge', 'p3.2xlarge', 'm7i.large', 'x9.unheard');
const resources = fc.oneof(
  { weight: 6, arbitrary: fc.record({ cpu: fc.constantFrom('0', '1m', '100m', '250m', '0.5', '900m', '1200m', '1900m'), memory: fc.constantFrom('64Mi', '256Mi', '1Gi', '128974848') }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu', 'hugepages-2Mi', 'bogus'), fc.constantFrom('0', '1', '1500m', '1e3', '100Gi'), { maxKeys: 3 }) },
);
const protocols = fc.constantFrom('TCP', 'UDP', 'SCTP');
const budget = fc.oneof(fc.nat(4), fc.constantFrom('0%', '34%', '50%', '100%'));

const requirement = fc.record({ key: keys, operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'), values: fc.array(values, { maxLength: 2 }) });
const selector = fc.record({ matchLabels: labels, matchExpressions: fc.array(requirement, { maxLength: 1 }) });
const weight = rarely(fc.integer({ min: 1, max: 100 }));
const topologyKey = fc.constantFrom('topology.kubernetes.io/zone', 'kubernetes.io/hostname', 'topology.kubernetes.io/region', 'example.com/rack');
const podTerm = fc.record({ topologyKey, labelSelector: rarely(selector), namespaces: fc.array(namespaces, { maxLength: 1 }), weight });
const nodeTerm = fc.record({ matchExpressions: fc.array(requirement, { minLength: 1, maxLength: 2 }), weight });
const spread = fc.record({
  maxSkew: fc.integer({ min: 1, max: 3 }),
  topologyKey,
  whenUnsatisfiable: fc.constantFrom('DoNotSchedule', 'ScheduleAnyway'),
  labelSelector: rarely(selector),
  minDomains: rarely(fc.integer({ min: 1, max: 4 })),
  nodeAffinityPolicy: rarely(fc.constantFrom('Honor', 'Ignore')),
  nodeTaintsPolicy: rarely(fc.constantFrom('Honor', 'Ignore')),
  matchLabelKeys: few(keys, 1),
});
const toleration = fc.record({ key: rarely(keys), operator: fc.constantFrom('Equal', 'Exists'), value: values, effect: rarely(effects), tolerationSeconds: rarely(fc.nat(600)) });
const taints = few(fc.record({ key: keys, value: values, effect: effects }), 2);
const containerPort = fc.record({ containerPort: fc.constantFrom(80, 8080, 65_535), hostPort: rarely(fc.constantFrom(80, 8080)), name: rarely(fc.constantFrom('http', '80', 'a-1')), protocol: protocols });

/** `arbitrary`, mostly left out. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Mostly empty. */
function few<T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.array(arbitrary, { maxLength }) });
}

function containers(prefix: string, minLength: number, maxLength: number) {
  const one = fc.record({ image: fc.constantFrom('registry.k8s.io/pause:3.10', ' ', 'a"b', 'nginx:${x}'), requests: resources, limits: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: resources }), ports: few(containerPort, 2) });
  return fc.array(one, { minLength, maxLength }).map((list) => list.map((container, i) => ({ ...container, name: `${prefix}${i}` })));
}

function document(letters: readonly string[]) {
  const zones = letters.map((letter) => `zone-${letter}`);
  const zone = zones.length === 0 ? fc.constant('') : fc.constantFrom(...zones);
  const someZones = fc.subarray(zones, { minLength: Math.min(1, zones.length) });
  /** Things in zones; none without one. */
  const inZones = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) => (zones.length === 0 ? fc.constant<T[]>([]) : fc.array(arbitrary, { maxLength }));

  const controlPlaneNode = fc.record({ zone, etcd: fc.constantFrom('voter', 'voter', 'learner', 'none'), instanceType: instanceTypes });
  const etcdNode = fc.record({ zone, etcd: fc.constantFrom('voter', 'voter', 'learner') });
  const group = fc
    .record({ zones: someZones, desired: fc.nat(3), spare: fc.nat(2), instanceType: instanceTypes, distribution: fc.constantFrom('balanced-best-effort', 'balanced-only'), labels, taints, byHand: fc.boolean(), onDemandShare: fc.constantFrom(0, 0.3, 1), eksManaged: fc.boolean() })
    .map(({ spare, instanceType, byHand, ...rest }) => ({
      ...rest,
      instanceTypes: [instanceType],
      max: rest.desired + spare,
      ...(byHand ? { instancesPerZone: { [rest.zones[0] ?? '']: rest.desired } } : {}),
    }));
  const instance = fc.record({ zone, instanceType: instanceTypes, labels, taints });
  const fileSystem = fc.record({ zones: someZones, name: hostile }).map((fs) => ({ ...fs, type: fs.zones.length === 1 ? 'oneZone' : 'regional' }));
  const database = fc.record({ zones: someZones, name: hostile, engine: fc.constantFrom('postgres', 'mysql') }).map((db) => ({ ...db, zones: db.zones.slice(0, 3), deployment: ['single-az', 'multi-az-instance', 'multi-az-cluster'][Math.min(2, db.zones.length - 1)] }));
  const storageClass = fc.record({
    name: names,
    provisioner: fc.constantFrom('ebs.csi.aws.com', 'ebs.csi.aws.com', 'efs.csi.aws.com'),
    volumeBindingMode: fc.constantFrom('Immediate', 'WaitForFirstConsumer'),
    reclaimPolicy: fc.constantFrom('Delete', 'Retain'),
    allowedZones: zones.length === 0 ? fc.constant([]) : few(zone, 2),
    fileSystem: fc.nat(3),
  });
  const volume = fc.record({ of: fc.constantFrom('class', 'class', 'fileSystem', 'nothing'), index: fc.nat(3), accessMode: fc.constantFrom('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'), mountPath: fc.constantFrom('/data', '/', 'a:b', '/"x"'), sizeGiB: fc.constantFrom(1, 10, 65_536) });
  const workload = fc.record({
    name: names,
    namespace: namespaces,
    type: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'),
    replicas: fc.constantFrom(0, 1, 2, 3, 4, 9),
    labels,
    containers: containers('c', 1, 2),
    initContainers: few(fc.boolean(), 2).chain((sidecars) => containers('i', sidecars.length, sidecars.length).map((list) => list.map((container, i) => ({ ...container, sidecar: sidecars[i] })))),
    nodeSelector: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: labels }),
    nodeAffinity: few(nodeTerm, 2),
    tolerations: few(toleration, 2),
    topologySpreadConstraints: few(spread, 2),
    podAffinity: few(podTerm, 1),
    podAntiAffinity: few(podTerm, 1),
    podDisruptionBudget: rarely(fc.oneof(budget.map((minAvailable) => ({ minAvailable })), budget.map((maxUnavailable) => ({ maxUnavailable })))),
    priority: fc.constantFrom(0, 0, 1000, -5, 1_000_000_000, -2_147_483_648),
    preemptionPolicy: fc.constantFrom('PreemptLowerPriority', 'Never'),
    volumes: few(volume, 2),
    overhead: rarely(resources),
    schedulingGates: few(keys, 1),
    horizontalPodAutoscaler: rarely(fc.record({ minReplicas: fc.integer({ min: 1, max: 3 }), maxReplicas: fc.integer({ min: 3, max: 5 }) })),
    neededShare: rarely(fc.constantFrom(0, 0.07, 0.5, 1)),
    pins: fc.dictionary(fc.constantFrom('0', '1', '3', '99'), fc.constantFrom('asg-0-a-0', 'asg-0-0', 'instance-0', 'nowhere', 'NOT a name'), { maxKeys: 2 }),
  });
  const topology = fc.oneof(
    fc.constant({ mode: 'none' }),
    fc.constant({ mode: 'auto' }),
    fc.constantFrom('PreferClose', 'PreferSameZone', 'PreferSameNode').map((trafficDistribution) => ({ mode: 'trafficDistribution', trafficDistribution })),
    fc.constantFrom(['kubernetes.io/hostname'], ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', '*'], ['*']).map((topologyKeys) => ({ mode: 'topologyKeys', topologyKeys })),
  );
  const service = fc
    .record({
      name: names,
      namespace: namespaces,
      selector: fc.oneof(names.map((app) => ({ app })), labels),
      type: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer'),
      ports: fc.constantFrom([{ port: 80 }], [{ port: 80, nodePort: 30_080, name: 'a' }, { port: 80, name: 'b', protocol: 'UDP' }]),
      externalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
      internalTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
      topology,
      publishNotReadyAddresses: fc.boolean(),
    })
    .map((s) => (s.topology.mode === 'topologyKeys' ? { ...s, externalTrafficPolicy: 'Cluster' } : s));
  const loadBalancer = fc.record({
    name: hostile,
    type: fc.constantFrom('nlb', 'alb', 'clb'),
    scheme: fc.constantFrom('internet-facing', 'internal'),
    zones: someZones,
    crossZone: fc.boolean(),
    targetType: fc.constantFrom('instance', 'ip'),
    clientRoutingPolicy: fc.constantFrom('any_availability_zone', 'partial_availability_zone_affinity', 'availability_zone_affinity'),
    service: fc.nat(3),
  });
  const client = fc.record({ name: hostile, from: fc.constantFrom('internet', 'vpc'), weights: zones.length === 0 ? fc.constant({}) : fc.dictionary(zone, fc.constantFrom(0, 1, 2.5), { maxKeys: 3 }) });
  const link = fc.record({ from: fc.nat(7), to: fc.nat(9), requestsPerSecond: fc.constantFrom(0, 0.001, 100, 1e9), requestBytes: fc.constantFrom(0, 2000, 1e12), responseBytes: fc.constantFrom(0, 20_000, 1e12) });

  return fc
    .record({
      settings: settings(zones),
      name: hostile,
      description: hostile,
      note: hostile,
      controlPlaneNode: inZones(controlPlaneNode, 5),
      etcdNode: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: inZones(etcdNode, 5) }),
      group: inZones(group, 3),
      instance: inZones(instance, 2),
      fileSystem: inZones(fileSystem, 1),
      database: inZones(database, 1),
      storageClass: fc.array(storageClass, { maxLength: 2 }),
      workload: fc.array(workload, { maxLength: 4 }),
      service: fc.array(service, { maxLength: 3 }),
      loadBalancer: inZones(loadBalancer, 2),
      client: fc.array(client, { maxLength: 2 }),
      links: fc.array(link, { maxLength: 4 }),
    })
    .map((parts) => {
      const ids = (prefix: string, list: readonly unknown[]) => list.map((_, i) => `${prefix}-${i}`);
      const classIds = ids('sc', parts.storageClass);
      const fileSystemIds = ids('efs', parts.fileSystem);
      const serviceIds = ids('svc', parts.service);
      const workloadIds = ids('workload', parts.workload);
      const clientIds = ids('client', parts.client);
      const froms = [...clientIds, ...workloadIds];
      const tos = [...serviceIds, ...ids('lb', parts.loadBalancer), ...ids('database', parts.database), ...fileSystemIds, 'internet'];
      const entities = (kind: string, prefix: string, list: readonly object[]) => list.map((entity, i) => ({ ...entity, id: `${prefix}-${i}`, kind }));
      return plain({
        zonesketch: 1,
        name: parts.name,
        description: parts.description,
        settings: parts.settings,
        entities: [
          ...letters.map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
          ...entities('controlPlaneNode', 'cp', parts.controlPlaneNode),
          ...entities('etcdNode', 'etcd', parts.etcdNode),
          ...entities('autoScalingGroup', 'asg', parts.group),
          ...entities('instance', 'instance', parts.instance),
          ...entities('fileSystem', 'efs', parts.fileSystem),
          ...entities('database', 'database', parts.database),
          ...entities('storageClass', 'sc', parts.storageClass.map((sc) => ({ ...sc, fileSystem: fileSystemIds[sc.fileSystem] }))),
          ...entities(
            'workload',
            'workload',
            parts.workload.map((w) => ({
              ...w,
              volumes: w.volumes.map(({ of, index, ...v }, i) => ({ ...v, name: `v${i}`, ...(of === 'class' ? { storageClass: classIds[index] } : of === 'fileSystem' ? { fileSystem: fileSystemIds[index] } : {}) })),
            })),
          ),
          ...entities('service', 'svc', parts.service),
          ...entities('loadBalancer', 'lb', parts.loadBalancer.map((lb) => ({ ...lb, service: serviceIds[lb.service] }))),
          ...entities('client', 'client', parts.client),
          { id: 'note', kind: 'note', text: parts.note },
        ],
        links: parts.links.flatMap(({ from, to, ...rest }, i) => (froms.length === 0 ? [] : [{ ...rest, id: `link-${i}`, from: froms[from % froms.length], to: tos[to % tos.length] }])),
      });
    });
}

function settings(zones: readonly string[]) {
  return fc
    .record({
      kubernetesVersion: fc.constantFrom(...kubernetesVersions),
      controlPlane: fc.constantFrom('self-managed', 'eks'),
      nat: fc.constantFrom('per-zone', 'single', 'none'),
      seed: fc.constantFrom(null, null, 7),
      tags: fc.dictionary(fc.constantFrom('team', 'a b', '"x"', '${y}'), hostile, { maxKeys: 2 }),
      existing: rarely(fc.constant({ vpcId: 'vpc-0abc', privateSubnets: Object.fromEntries(zones.map((zone, i) => [zone, `subnet-${i}a`])) })),
      istio: rarely(fc.record({ mode: fc.constantFrom('failover', 'distribute', 'failoverPriority'), outlierDetection: fc.boolean() })),
      clusterAutoscaler: rarely(fc.constant({})),
      descheduler: rarely(fc.constant({})),
    })
    .map(({ existing, istio, clusterAutoscaler, descheduler, ...rest }) => ({
      ...rest,
      ...(rest.kubernetesVersion === '1.21' ? { controlPlane: 'self-managed' } : {}),
      network: { existing },
      addons: { istio, clusterAutoscaler, descheduler },
    }));
}

/** As JSON would carry it: without what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
