import { describe, expect, it } from 'vitest';
import { catalogFor } from '../../catalog/catalogFor';
import { firstCatalog } from '../../catalog/firstCatalog';
import { parseDesign } from '../../design/parse';
import type { Design } from '../../design/schema';
import { templates } from '../../templates/templates';
import { exportSamples, hostileTexts } from '../../testing/exportSamples';
import { design, group, instance, loadBalancer, service, storageClass, workload } from '../../testing/designs';
import { readTerraform, terraformProblems } from '../../testing/node/terraformProblems';
import { terraform } from './terraform';

function exported(input: Design) {
  return terraform.export({ design: input, catalog: catalogFor(input.settings.region) ?? firstCatalog });
}

/** All `.tf` files as one text, with every run of spaces as one. */
function code(input: Design): string {
  return exported(input).files.filter(({ path }) => path.endsWith('.tf')).map(({ text }) => text.replaceAll(/[ \n]+/g, ' ')).join('');
}

async function templateDesign(id: string): Promise<Design> {
  const parsed = parseDesign(await templates.find((template) => template.id === id)?.load());
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

describe('against the schema of the provider', { timeout: 30_000 }, () => {
  it.each(exportSamples().map(([name, sample]) => ({ name, sample })))('$name', async ({ sample }) => {
    expect(await terraformProblems(exported(sample).files)).toEqual([]);
  });

  it.each(templates.map(({ id }) => ({ id })))('template $id', async ({ id }) => {
    expect(await terraformProblems(exported(await templateDesign(id)).files)).toEqual([]);
  });

  it.each([
    ['resource "aws_nothing" "x" {}', 'aws_nothing.x: unknown type'],
    ['resource "aws_vpc" "x" {\n  cidr = "10.0.0.0/16"\n}', 'aws_vpc.x: no argument cidr'],
    ['resource "aws_subnet" "x" {}', 'aws_subnet.x: vpc_id is missing'],
    ['resource "aws_subnet" "x" {\n  vpc_id = aws_vpc.y.id\n}', 'aws_vpc.y: not declared, in ${aws_vpc.y.id}'],
    ['resource "aws_vpc" "x" {\n  enable_dns_support = "yes"\n}', 'aws_vpc.x.enable_dns_support: "yes" is no bool'],
    ['resource "aws_vpc" "x" {}\nresource "aws_subnet" "x" {\n  vpc_id = aws_vpc.x.name\n}', 'aws_vpc.x.name: no such attribute'],
    ['resource "aws_eks_cluster" "x" {\n  name     = "x"\n  role_arn = "x"\n  vpc_config {}\n}', 'aws_eks_cluster.x.vpc_config: subnet_ids is missing'],
    ['resource "aws_vpc" "x" {}\nresource "aws_vpc" "x" {}', 'aws_vpc.x: declared twice'],
    ['variable "x" {\n  description = "x"\n  type        = string\n}', 'var.x: never used'],
    ['locals {\n  x = local.y\n}', 'local.y: not declared, in ${local.y}'],
    ['variable "x" {\n  type = string\n}', 'var.x: no description or type'],
    ['resource "aws_autoscaling_group" "x" {\n  max_size = 1\n  min_size = 1\n\n  dynamic "tag" {\n    for_each = {}\n\n    content {\n      key = "k"\n    }\n  }\n}', 'aws_autoscaling_group.x.tag: value is missing'],
  ])('the check objects to %j', async (text, problem) => {
    expect(await terraformProblems([{ path: 'main.tf', text: `${text}\n` }])).toContain(problem);
  });
});

describe('files', () => {
  it.each(exportSamples().map(([name, sample]) => ({ name, sample })))('$name: the same bytes again, whatever the order of entities', ({ sample }) => {
    const once = exported(sample);
    expect(exported({ ...sample, entities: [...sample.entities] })).toEqual(once);
    const letters = sample.entities.flatMap((entity) => (entity.kind === 'zone' ? [entity.letter] : []));
    if (new Set(letters).size === letters.length) expect(exported({ ...sample, entities: sample.entities.toReversed() })).toEqual(once);
  });

  it.each(exportSamples().map(([name, sample]) => ({ name, sample })))('$name: README lists every file and everything that is not expressed', ({ sample }) => {
    const { files, unsupported } = exported(sample);
    const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
    expect(files.map(({ path }) => path)).toEqual(files.map(({ path }) => path).toSorted());
    for (const { path, text } of files) {
      expect(text.endsWith('\n')).toBe(true);
      if (path !== 'README.md') expect(readme).toContain(`- \`${path}\``);
    }
    expect(readme.split('\n').filter((line) => line.startsWith('- ')).length).toBe(files.length - 1 + unsupported.length);
    expect(new Set(unsupported).size).toBe(unsupported.length);
  });
});

describe('hostile text', { timeout: 30_000 }, () => {
  it.each(hostileTexts.map((text) => ({ text })))('a tag holds %j', async ({ text }) => {
    const tags = { [text.slice(0, 120)]: text };
    const roots = await readTerraform(exported(design({ settings: { tags } })).files);
    const found = roots.flatMap((root) => root.variable?.['tags'] ?? []).map((variable) => variable['default']);
    const plain = (value: string) => value.replaceAll('$${', '${').replaceAll('%%{', '%{');
    const expected = (value: string) => value.replaceAll(/[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff]|[\ud800-\udbff](?=[\udc00-\udfff]))/g, '\ufffd').normalize('NFC'); // Terraform normalises strings
    expect(found.map((value) => Object.entries(value as Record<string, string>).map(([key, tag]) => [plain(key), plain(tag)]))).toEqual([
      [[expected(text.slice(0, 120)), expected(text)]],
    ]);
  });

  it('reaches nothing but strings and the README', () => {
    const [, sample] = exportSamples().find(([name]) => name === 'hostile') ?? [];
    const all = code(sample as Design);
    expect(all).not.toContain('Remember');
    expect(all.match(/(?<!%)%\{/)).toBeNull();
  });
});

describe('what it says', () => {
  const eks = { controlPlane: 'eks' } as const;
  const autoscaled = { ...eks, addons: { clusterAutoscaler: {} } };
  it.each<[string, Design, readonly string[], readonly string[]]>([
    ['a zonal group has the subnet of its zone', design({ settings: eks, entities: [group('asg-b', 'b')] }), ['subnet_ids = [local.private_subnet_ids["b"]]'], []],
    ['a regional group has those of all its zones', design({ settings: eks, entities: [group('asg', 'ac')] }), ['subnet_ids = [local.private_subnet_ids["a"], local.private_subnet_ids["c"]]'], []],
    [
      'the tags of a managed group are set on its Auto Scaling group',
      design({ settings: autoscaled, entities: [group('asg-b', 'b', 1, { labels: { pool: 'x' }, taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }] })] }),
      [
        'resource "aws_autoscaling_group_tag" "asg_b"',
        'autoscaling_group_name = aws_eks_node_group.asg_b.resources[0].autoscaling_groups[0].name',
        '"k8s.io/cluster-autoscaler/${local.cluster_name}" = "owned"',
        '"k8s.io/cluster-autoscaler/node-template/label/pool" = "x"',
        '"k8s.io/cluster-autoscaler/node-template/taint/k" = "v:NoSchedule"',
        '"k8s.io/cluster-autoscaler/node-template/label/topology.kubernetes.io/zone" = local.zones["b"].name',
        'ignore_changes = [scaling_config[0].desired_size]',
      ],
      [],
    ],
    ['a regional group has no zone in its tags', design({ settings: autoscaled, entities: [group('asg', 'abc')] }), ['k8s.io/cluster-autoscaler/enabled'], ['topology.kubernetes.io/zone']],
    ['without the autoscaler there are no tags of it', design({ settings: eks, entities: [group('asg', 'abc')] }), [], ['cluster-autoscaler', 'ignore_changes']],
    [
      'a self-managed group',
      design({ entities: [group('asg', 'ab', 2, { azRebalance: false, distribution: 'balanced-only', onDemandShare: 0.25, instanceTypes: ['m6i.large', 'm5.large'] })] }),
      [
        'suspended_processes = ["AZRebalance"]',
        'capacity_distribution_strategy = "balanced-only"',
        'on_demand_percentage_above_base_capacity = 25',
        'override { instance_type = "m5.large" }',
      ],
      ['aws_eks'],
    ],
    [
      'a self-managed control plane',
      design({ controlPlane: 'ab' }),
      ['resource "aws_instance" "cp_1"', 'resource "aws_ebs_volume" "cp_2"', 'availability_zone = local.zones["b"].name', 'resource "aws_lb" "api-server"', 'from_port = 2379 to_port = 2380'],
      ['aws_eks_cluster'],
    ],
    ['API servers without etcd have no volumes', design({ entities: [{ id: 'cp', kind: 'controlPlaneNode', zone: 'zone-a', etcd: 'none' }] }), ['resource "aws_instance" "cp"'], ['aws_ebs_volume', '2379']],
    ['an individual instance belongs to EKS by an access entry', design({ settings: eks, entities: [instance('node-1', 'a')] }), ['resource "aws_instance" "node_1"', 'type = "EC2_LINUX"'], ['aws_autoscaling_group']],
    [
      'before a NodePort Service the load balancer is here',
      design({ settings: eks, entities: [group('asg', 'ab'), service('web', { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }), loadBalancer('lb', 'ab', { service: 'svc-web', crossZone: true, clientRoutingPolicy: 'partial_availability_zone_affinity' })] }),
      ['resource "aws_lb" "lb"', 'enable_cross_zone_load_balancing = true', 'dns_record_client_routing_policy = "partial_availability_zone_affinity"', 'port = 30080', 'resource "aws_autoscaling_attachment" "lb_80"'],
      ['load_balancer_controller'],
    ],
    [
      'before a LoadBalancer Service it is the controller’s',
      design({ settings: eks, entities: [group('asg', 'ab'), service('web', { type: 'LoadBalancer' }), loadBalancer('lb', 'ab', { service: 'svc-web' })] }),
      ['service_account = "aws-load-balancer-controller"'],
      ['resource "aws_lb"'],
    ],
    ['a One Zone file system', design({ entities: [{ id: 'efs', kind: 'fileSystem', zones: ['zone-c'], type: 'oneZone' }] }), ['availability_zone_name = local.zones["c"].name'], []],
    ['a Multi-AZ cluster', design({ entities: [{ id: 'db', kind: 'database', zones: ['zone-a', 'zone-b', 'zone-c'], deployment: 'multi-az-cluster' }] }), ['resource "aws_rds_cluster" "db"', 'manage_master_user_password = true'], ['aws_db_instance']],
    ['a database in one zone', design({ entities: [{ id: 'db', kind: 'database', zones: ['zone-b'], deployment: 'single-az' }] }), ['multi_az = false', 'availability_zone = local.zones["b"].name'], []],
    ['add-ons by use', design({ settings: eks, entities: [workload('web'), storageClass('gp3')] }), ['"aws-ebs-csi-driver"', '"vpc-cni"', '"coredns"', '"kube-proxy"'], ['"aws-efs-csi-driver"']],
    ['one NAT gateway', design({ settings: { nat: 'single' } }), ['default = "single"'], ['aws_vpc_endpoint']],
    ['no NAT gateway: endpoints', design({ settings: { nat: 'none', ...eks } }), ['resource "aws_vpc_endpoint" "interface"', '"eks-auth"'], []],
    [
      'an existing VPC is read, not made',
      design({ settings: { network: { existing: { vpcId: 'vpc-0abc', privateSubnets: { 'zone-a': 'subnet-0a' } } } }, entities: [group('asg', 'ab')] }),
      ['data "aws_vpc" "main" { id = var.vpc_id }', 'a = "subnet-0a"', 'vpc_zone_identifier = values(local.private_subnet_ids)'],
      ['resource "aws_vpc"', 'resource "aws_subnet"', 'aws_nat_gateway'],
    ],
  ])('%s', (_title, input, present, absent) => {
    const all = code(input);
    for (const text of present) expect(all).toContain(text);
    for (const text of absent) expect(all).not.toContain(text);
  });

  it.each<[string, Design, string]>([
    ['no zone', design({ zones: '' }), 'There is no zone yet'],
    ['labels that a kubelet may not set', design({ entities: [group('asg', 'a', 1, { labels: { 'k8s.io/x': 'y' } })] }), 'asg: a kubelet may not set the label k8s.io/x'],
    ['a share of spot in a managed group', design({ settings: eks, entities: [group('asg', 'a', 1, { onDemandShare: 0.7 })] }), 'not 70 % on-demand; it is on-demand'],
    ['two architectures in one group', design({ entities: [group('asg', 'a', 1, { instanceTypes: ['m6i.large', 'm6g.large'] })] }), 'left out: m6g.large'],
    ['subnets that do not fit', design({ settings: { network: { vpcCidr: '10.0.0.0/24' } } }), 'do not fit into 10.0.0.0/24'],
    ['pins', design({ entities: [workload('web', 1, { pins: { 0: 'x' } })] }), 'Pins of pods (workload-web)'],
    ['a zone without a subnet', design({ settings: { network: { existing: { vpcId: 'vpc-0' } } }, entities: [group('asg', 'a')] }), 'asg: none of its zones has a subnet'],
  ])('unsupported: %s', (_title, input, sentence) => {
    expect(exported(input).unsupported.join('\n')).toContain(sentence);
  });
});
