import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { firstCatalog } from '../../catalog/firstCatalog';
import type { Design } from '../../design/schema';
import { design, fileSystem, group, loadBalancer, service, storageClass, workload } from '../../testing/designs';
import { apiProblems } from '../../testing/node/apiProblems';
import { sampleDesigns } from '../../testing/sampleDesigns';
import { kubernetes } from './kubernetes';

interface AnyObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Record<string, string> };
  readonly [field: string]: unknown;
}

function exported(drawn: Design) {
  return kubernetes.export({ design: drawn, catalog: firstCatalog });
}

/** The documents of a YAML text, as YAML 1.1 (what kubectl reads) has them. */
function documents(text: string, version: '1.1' | '1.2' = '1.1'): readonly unknown[] {
  return parseAllDocuments(text, { version }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

/** The objects of an export, kustomizations left out. */
function objectsOf(drawn: Design): readonly AnyObject[] {
  return exported(drawn)
    .files.filter(({ path }) => path.endsWith('.yaml') && !path.endsWith('kustomization.yaml'))
    .flatMap(({ text }) => documents(text) as AnyObject[]);
}

function objectOf(drawn: Design, kind: string, name: string): AnyObject {
  const found = objectsOf(drawn).find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}

describe.each(Object.entries(sampleDesigns))('the export of: %s', (_, drawn) => {
  const { files, unsupported } = exported(drawn);

  test('every object is one that the API server takes, each once', () => {
    const objects = objectsOf(drawn);
    expect(objects.flatMap(apiProblems)).toEqual([]);
    const keys = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('reads the same as YAML 1.1 and 1.2', () => {
    for (const { path, text } of files) if (path.endsWith('.yaml')) expect(documents(text, '1.1')).toEqual(documents(text, '1.2'));
  });

  test('kustomizations name every file, and nothing else', () => {
    const paths = files.map(({ path }) => path);
    const named = files
      .filter(({ path }) => path.endsWith('kustomization.yaml'))
      .flatMap(({ path, text }) => {
        const folder = path.slice(0, -'kustomization.yaml'.length);
        const [content] = documents(text) as [{ resources: string[]; configMapGenerator?: { envs: string[] }[] }];
        return [...content.resources.map((name) => (paths.includes(folder + name) ? folder + name : `${folder}${name}/kustomization.yaml`)), ...(content.configMapGenerator ?? []).flatMap(({ envs }) => envs.map((env) => folder + env))];
      });
    expect([...named, 'README.md', 'kustomization.yaml'].sort((a, b) => (a < b ? -1 : 1))).toEqual(paths);
  });

  test('the README lists what is not expressed', () => {
    const { text } = files.find(({ path }) => path === 'README.md') ?? { text: '' };
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(
      unsupported.length + files.length - 1 + (/The cluster must have\n\n((?:- .*\n)*)/.exec(text)?.[1]?.split('\n').length ?? 1) - 1,
    );
  });

  test('the same bytes again', () => {
    expect(exported(structuredClone(drawn))).toEqual({ files, unsupported });
  });
});

describe('load balancers', () => {
  const web = (fields: Parameters<typeof loadBalancer>[2], type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' = 'LoadBalancer') =>
    design({ entities: [service('web', { type }), loadBalancer('lb', 'abc', { service: 'svc-web', ...fields })] });

  test('an NLB comes from its Service', () => {
    const drawn = web({ crossZone: true, targetType: 'ip', clientRoutingPolicy: 'availability_zone_affinity' });
    const { metadata, spec } = objectOf(drawn, 'Service', 'web');
    expect(spec).toMatchObject({ type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb', ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }] });
    expect(metadata.annotations).toEqual({
      'service.beta.kubernetes.io/aws-load-balancer-attributes': 'load_balancing.cross_zone.enabled=true,dns_record.client_routing_policy=availability_zone_affinity',
      'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
      'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing',
    });
  });

  test('its subnets are named where it has not every zone', () => {
    expect(objectOf(web({ zones: ['zone-a', 'zone-c'], scheme: 'internal' }), 'Service', 'web').metadata.annotations).toMatchObject({
      'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
      'service.beta.kubernetes.io/aws-load-balancer-subnets': 'zonesketch-private-a,zonesketch-private-c',
    });
  });

  test('an ALB comes from an Ingress', () => {
    const drawn = web({ type: 'alb' });
    expect(objectOf(drawn, 'Service', 'web')).toMatchObject({ spec: { type: 'NodePort' } });
    expect(objectOf(drawn, 'Ingress', 'lb')).toMatchObject({
      metadata: { annotations: { 'alb.ingress.kubernetes.io/target-type': 'instance', 'alb.ingress.kubernetes.io/scheme': 'internet-facing' } },
      spec: { ingressClassName: 'alb', rules: [{ http: { paths: [{ backend: { service: { name: 'web', port: { number: 80 } } } }] } }] },
    });
  });

  test('a Classic Load Balancer is left to the cloud controller', () => {
    const { metadata, spec } = objectOf(web({ type: 'clb', scheme: 'internal' }), 'Service', 'web');
    expect(spec).not.toHaveProperty('loadBalancerClass');
    expect(metadata.annotations).toEqual({
      'service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled': 'false',
      'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
    });
  });

  test('one that Terraform makes finds its node port in the Service', () => {
    const drawn = web({}, 'NodePort');
    expect(objectOf(drawn, 'Service', 'web')).toMatchObject({ spec: { type: 'NodePort', ports: [{ nodePort: expect.any(Number) as number }] } });
    expect(exported(drawn).unsupported.join('\n')).toContain('lb: Terraform makes this load balancer');
  });
});

test('a file system goes where its id is filled in once', () => {
  const drawn = design({
    entities: [
      fileSystem('efs-1', 'abc'),
      storageClass('efs', { provisioner: 'efs.csi.aws.com', fileSystem: 'efs-1' }),
      workload('cms', 2, { volumes: [{ name: 'media', fileSystem: 'efs-1', accessMode: 'ReadWriteMany' }] }),
    ],
  });
  const { files } = exported(drawn);
  expect(files.find(({ path }) => path === 'cluster/file-systems.env')?.text).toContain('efs-1=fs-00000000000000000\n');
  const [cluster] = documents(files.find(({ path }) => path === 'cluster/kustomization.yaml')?.text ?? '');
  expect(cluster).toMatchObject({
    replacements: [
      {
        source: { kind: 'ConfigMap', name: 'file-systems', fieldPath: 'data.efs-1' },
        targets: [
          { select: { kind: 'StorageClass', name: 'efs' }, fieldPaths: ['parameters.fileSystemId'] },
          { select: { kind: 'PersistentVolume', name: 'pv-default.cms-media' }, fieldPaths: ['spec.csi.volumeHandle'] },
        ],
      },
    ],
  });
  expect(objectOf(drawn, 'PersistentVolumeClaim', 'cms-media')).toMatchObject({ spec: { storageClassName: '', volumeName: 'pv-default.cms-media' } });
});

describe('text that a user can type', () => {
  const hostile = ['${HOME}', '{{ x }}', '#no comment', 'a: b', '- a', "it's \"quoted\"", 'line\nbreak', '\\back', '%YAML 1.1', '*alias', '&anchor', '!!binary x', '\u2028', '|', '>', '@', '`', '\ud800'];

  test.each(hostile)('%j stays text', (text) => {
    const drawn = { ...design({ entities: [group('asg', 'a'), workload('web', 1, { containers: [{ name: 'app', image: text }], volumes: [{ name: 'v', mountPath: text }] })] }), name: text, description: text };
    const { files } = exported(drawn);
    const template = objectOf(drawn, 'Deployment', 'web')['spec'] as { template: { spec: { containers: { image: string; volumeMounts: { mountPath: string }[] }[] } } };
    const [container] = template.template.spec.containers;
    const written = text.replaceAll('\ud800', '\ufffd');
    expect(container?.image).toBe(written.trim() === '' ? 'registry.k8s.io/pause:3.10' : written.trim());
    expect(container?.volumeMounts[0]?.mountPath).toBe(written.trim() === '' ? '/data' : written);
    const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
    expect(readme.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
    for (const file of files) expect(file.text).not.toMatch(/\p{Surrogate}/u);
  });

  test.each(['on', 'off', 'yes', 'no', 'y', 'N', 'true', 'null', '1', '007', '1e3', '0x1F', '0o17', '1_000', '12.5', '2001-12-14', ''])('the label value %j stays a string', (value) => {
    const drawn = design({ entities: [workload('web', 1, { labels: { team: value }, nodeSelector: { [value === '' ? 'x' : value]: value } })] });
    expect(objectOf(drawn, 'Deployment', 'web')).toMatchObject({ metadata: { labels: { team: value } } });
    expect(objectsOf(drawn).flatMap(apiProblems)).toEqual([]);
  });
});
