import type { Design } from '../design/schema';
import { design, fileSystem, group, instance, loadBalancer, service, storageClass, workload, zoneIds } from './designs';

/** Texts that break out of a string where it is not escaped. */
export const hostileTexts = [
  'quote " and \\ backslash',
  '${var.region} %{if true}x%{endif}',
  '$${a} $$${b} %%{c} $%{d} trailing $',
  'line\nbreak\r\ttab',
  '# comment /* */ // <<EOT',
  'nul \u0000 escape \u001b line separators \u2028\u2029 bom \ufeff rtl \u202e',
  '한글 이름 "따옴표" 🎛️ e\u0301',
  'lone surrogate \ud800 end',
  '{{ template }} `code` <b>&amp;</b> | * _ [x](y)',
  "'single' \"double\"",
];

const everything = [
  group('asg-a', 'a', 2, { labels: { 'example.com/pool': 'web', tier: '' }, taints: [{ key: 'dedicated', value: 'web', effect: 'NoSchedule' }, { key: 'soft', effect: 'PreferNoSchedule' }] }),
  group('asg-all', 'abc', 3, { azRebalance: false, distribution: 'balanced-only', instanceTypes: ['m6i.large', 'm5.large', 'm6g.large'], onDemandShare: 0.3 }),
  group('asg-arm', 'bc', 2, { instanceTypes: ['m6g.large'], eksManaged: false, labels: { 'node-role.kubernetes.io/worker': '', 'topology.kubernetes.io/zone': 'x' } }),
  group('asg-spot', 'c', 0, { onDemandShare: 0, eksManaged: false, min: 0, max: 0, instanceTypes: ['c6i.xlarge', 'c5.xlarge'] }),
  instance('node-1', 'a', { labels: { role: 'ci' }, taints: [{ key: 'ci', effect: 'NoExecute' }] }),
  instance('9lives', 'b', { instanceType: 't4g.large' }),
  workload('web', 3, { volumes: [{ name: 'data', storageClass: 'sc-gp3' }, { name: 'shared', fileSystem: 'efs-1' }], pins: { 0: 'node-1' } }),
  storageClass('gp3'),
  storageClass('efs', { provisioner: 'efs.csi.aws.com', fileSystem: 'efs-1' }),
  fileSystem('efs-1', 'abc'),
  fileSystem('efs-one', 'b', { type: 'oneZone', name: 'One "zone" ${files}' }),
  { id: 'db-1', kind: 'database' as const, zones: zoneIds('a'), deployment: 'single-az' as const },
  { id: 'db-2', kind: 'database' as const, zones: zoneIds('ab'), engine: 'mysql' as const, name: '주문 DB' },
  { id: 'db-3', kind: 'database' as const, zones: zoneIds('abc'), deployment: 'multi-az-cluster' as const, instanceClass: 'db.m6gd.large' },
  service('web', { type: 'NodePort', ports: [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080 }, { name: 'https', port: 443 }, { name: 'dns', port: 53, protocol: 'UDP' }, { name: 'dns-tcp', port: 53 }, { name: 'sctp', port: 99, protocol: 'SCTP' }] }),
  service('api', { type: 'LoadBalancer' }),
  service('inner', { type: 'ClusterIP' }),
  loadBalancer('lb-nlb', 'abc', { service: 'svc-web', crossZone: true, clientRoutingPolicy: 'availability_zone_affinity' }),
  loadBalancer('lb-alb', 'ab', { service: 'svc-web', type: 'alb', crossZone: false }),
  loadBalancer('lb-clb', 'a', { service: 'svc-web', type: 'clb', scheme: 'internal' }),
  loadBalancer('lb-ip', 'ab', { service: 'svc-web', targetType: 'ip' }),
  loadBalancer('lb-api', 'abc', { service: 'svc-api' }),
  loadBalancer('lb-api-2', 'abc', { service: 'svc-api', scheme: 'internal' }),
  loadBalancer('lb-inner', 'ab', { service: 'svc-inner' }),
  loadBalancer('lb-ingress', 'ab', { service: 'svc-inner', type: 'alb', targetType: 'ip' }),
  loadBalancer('lb-empty', 'a'),
  loadBalancer('lb-empty-clb', 'a', { type: 'clb' }),
  { id: 'client-1', kind: 'client' as const, name: 'Browser "x"' },
  { id: 'note-1', kind: 'note' as const, text: 'Remember ${this}' },
];

const machines = [
  { id: 'cp-x', kind: 'controlPlaneNode' as const, zone: 'zone-c', etcd: 'none' as const },
  { id: 'etcd-1', kind: 'etcdNode' as const, zone: 'zone-a' },
  { id: 'etcd-2', kind: 'etcdNode' as const, zone: 'zone-b', etcd: 'learner' as const, instanceType: 'm6g.large' },
];

const allAddons = { clusterAutoscaler: {}, karpenter: {}, descheduler: {}, istio: {} };

/** Designs of every sort, finished and not, for the tests of the exporters. */
export function exportSamples(): readonly (readonly [name: string, design: Design])[] {
  const existing = {
    vpcId: 'vpc-0abc',
    privateSubnets: { 'zone-a': 'subnet-0a', 'zone-b': 'subnet-0b' },
    publicSubnets: { 'zone-a': 'subnet-1a' },
  };
  const hostile = hostileTexts.join(' ');
  return [
    ['nothing', design({ zones: '' })],
    ['nothing-eks', design({ zones: '', settings: { controlPlane: 'eks' } })],
    ['no-zones-but-entities', { ...design({ settings: { controlPlane: 'eks', addons: allAddons }, entities: everything }), entities: design({ entities: everything }).entities.filter((entity) => entity.kind !== 'zone') }],
    ['no-zones-self-managed', { ...design(), entities: design({ controlPlane: 'abc', entities: [...everything, ...machines] }).entities.filter((entity) => entity.kind !== 'zone') }],
    ['one-zone-eks', design({ zones: 'a', settings: { controlPlane: 'eks' }, entities: [group('asg-a', 'a')] })],
    ['eks', design({ settings: { controlPlane: 'eks', addons: allAddons, eksSupport: 'extended' }, entities: everything, links: [{ id: 'link-1', from: 'client-1', to: 'lb-nlb' }] })],
    ['eks-without-autoscaler', design({ settings: { controlPlane: 'eks' }, entities: everything })],
    ['eks-with-machines', design({ controlPlane: 'a', settings: { controlPlane: 'eks' }, entities: machines })],
    ['self-managed', design({ controlPlane: 'abc', settings: { addons: allAddons }, entities: [...everything, ...machines] })],
    ['self-managed-workers-only', design({ entities: [group('asg-a', 'a')] })],
    ['self-managed-etcd-only', design({ entities: machines.slice(1) })],
    ['api-servers-only', design({ entities: machines.slice(0, 1) })],
    ['existing-vpc', design({ controlPlane: 'abc', settings: { network: { existing } }, entities: [...everything, ...machines] })],
    ['existing-vpc-eks', design({ settings: { controlPlane: 'eks', addons: allAddons, nat: 'none', network: { existing } }, entities: everything })],
    ['existing-vpc-without-subnets', design({ settings: { controlPlane: 'eks', network: { existing: { vpcId: 'vpc-0abc' } } }, entities: everything })],
    ['nat-none', design({ controlPlane: 'abc', settings: { nat: 'none' }, entities: everything })],
    ['nat-single', design({ settings: { nat: 'single', controlPlane: 'eks' }, entities: everything })],
    ['tight', design({ zones: 'adz', settings: { network: { vpcCidr: '172.20.0.0/22', privateSubnetPrefix: 23, publicSubnetPrefix: 20 }, controlPlane: 'eks' } })],
    ['too-small', design({ zones: 'abcdef', settings: { network: { vpcCidr: '10.0.0.240/28', privateSubnetPrefix: 28, publicSubnetPrefix: 28 } } })],
    ['same-letter', { ...design(), entities: [...design({ zones: 'ab' }).entities, { id: 'zone-again', kind: 'zone', letter: 'a', zoneId: 'apne2-az1' }] }],
    [
      'hostile',
      {
        ...design({
          controlPlane: 'abc',
          settings: { namePrefix: 'sg-1--x', tags: Object.fromEntries([...hostileTexts.map((text) => [text.slice(0, 120), text]), ['aws:reserved', 'x'], ['for', '1'], ['Team', 'a']]) },
          entities: [
            ...everything,
            fileSystem('efs-hostile', 'a', { name: hostile.slice(0, 200) }),
            loadBalancer('lb-hostile', 'a', { name: hostile.slice(0, 190) }),
            { id: 'note-hostile', kind: 'note', text: hostile },
            ...['a--b', 'a-b', '1-a', `x${'-long'.repeat(10)}`, `x${'-long'.repeat(9)}-lon`].flatMap((id) => [
              group(id, 'ab'),
              loadBalancer(`${id.slice(0, 40).replace(/-$/, '')}-lb`, 'a', { service: 'svc-web' }),
              { id: `${id.slice(0, 40).replace(/-$/, '')}-db`, kind: 'database' as const, zones: zoneIds('ab') },
            ]).filter((entity, index, all) => all.findIndex(({ id }) => id === entity.id) === index),
          ],
        }),
        name: hostile.slice(0, 200),
        description: hostile,
      },
    ],
  ];
}
