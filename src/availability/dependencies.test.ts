import { expect, test } from 'vitest';
import { settledPlacement } from '../addons/settledPlacement';
import { firstCatalog } from '../catalog/firstCatalog';
import { design, fileSystem, group, loadBalancer, service, storageClass, workload } from '../testing/designs';
import { calledByClients, needsOf } from './dependencies';

const placed = settledPlacement(
  design({
    settings: { controlPlane: 'eks' },
    entities: [
      group('asg', 'abc', 3),
      workload('web'),
      workload('api', 1, { volumes: [{ name: 'data', storageClass: 'sc-efs' }] }),
      workload('batch', 1, { volumes: [{ name: 'data', fileSystem: 'efs' }, { name: 'own', storageClass: 'sc-ebs' }] }),
      service('web'),
      service('api'),
      loadBalancer('lb', 'ab', { service: 'svc-web' }),
      fileSystem('efs', 'c', { type: 'oneZone' }),
      storageClass('efs', { provisioner: 'efs.csi.aws.com', fileSystem: 'efs' }),
      storageClass('ebs'),
      { id: 'db', kind: 'database', zones: ['zone-a', 'zone-b'] },
      { id: 'users', kind: 'client' },
    ],
    links: [
      { id: 'l1', from: 'users', to: 'lb' },
      { id: 'l2', from: 'workload-web', to: 'svc-api' },
      { id: 'l3', from: 'workload-api', to: 'db' },
      // Round in a circle.
      { id: 'l4', from: 'workload-api', to: 'svc-web' },
    ],
  }),
  firstCatalog,
);

test.each([
  ['lb', ['workload-api', 'workload-web'], ['db', 'efs', 'lb']],
  ['workload-web', ['workload-api', 'workload-web'], ['db', 'efs']],
  ['workload-batch', ['workload-batch'], ['efs']],
  ['svc-api', ['workload-api', 'workload-web'], ['db', 'efs']],
  ['nothing', [], []],
])('%s needs', (id, workloads, managed) => expect(needsOf(placed, [id])).toEqual({ workloads, managed }));

test('what clients call', () => expect(calledByClients(placed)).toEqual(['lb']));
