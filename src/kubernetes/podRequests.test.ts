import { describe, expect, test } from 'vitest';
import type { Container, Pod, PodSpec, ResourceList } from './objects';
import { podRequests } from './podRequests';

const MI = 2 ** 20;

function pod(spec: Partial<PodSpec>, status: Pod['status'] = {}): Pod {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [], ...spec }, status };
}

function container(requests: ResourceList, more: Partial<Container> = {}): Container {
  return { name: 'c', resources: { requests }, ...more };
}

describe('pod requests', () => {
  test.each<[string, Pod, number, number]>([
    ['containers add up', pod({ containers: [container({ cpu: '100m', memory: '1Mi' }), container({ cpu: '1', memory: '2Mi' })] }), 1100, 3],
    ['a large init step counts instead', pod({ containers: [container({ cpu: '100m' })], initContainers: [container({ cpu: '2', memory: '8Mi' })] }), 2000, 8],
    [
      'a sidecar runs beside later init steps',
      pod({ containers: [container({ cpu: '1' })], initContainers: [container({ cpu: '500m' }, { restartPolicy: 'Always' }), container({ cpu: '2' })] }),
      2500,
      0,
    ],
    [
      'a sidecar does not run beside earlier ones',
      pod({ containers: [container({ cpu: '1' })], initContainers: [container({ cpu: '2' }), container({ cpu: '500m' }, { restartPolicy: 'Always' })] }),
      2000,
      0,
    ],
    ['pod-level requests replace the sum', pod({ containers: [container({ cpu: '3', memory: '1Mi' })], resources: { requests: { cpu: '2' } } }), 2000, 1],
    ['overhead comes on top', pod({ containers: [container({ cpu: '1' })], overhead: { cpu: '250m', memory: '4Mi' } }), 1250, 4],
    ['limits stand in for requests', pod({ containers: [{ name: 'c', resources: { limits: { cpu: '2', memory: '8Mi' }, requests: { cpu: '1' } } }] }), 1000, 8],
    [
      'what a resize has given already counts',
      pod({ containers: [container({ cpu: '1' })] }, { containerStatuses: [{ name: 'c', resources: { requests: { cpu: '2' } } }] }),
      2000,
      0,
    ],
    [
      'a resize that cannot be done does not count',
      pod(
        { containers: [container({ cpu: '9' })] },
        {
          conditions: [{ type: 'PodResizePending', status: 'True', reason: 'Infeasible' }],
          containerStatuses: [{ name: 'c', resources: { requests: { cpu: '2' } } }],
        },
      ),
      2000,
      0,
    ],
  ])('%s', (_name, given, milliCpu, memory) => {
    expect(podRequests(given)).toMatchObject({ milliCpu, memory: memory * MI });
  });

  test.each<[string, Pod, number, number]>([
    ['missing requests', pod({ containers: [container({}), container({ cpu: '0' })] }), 100, 400],
    ['missing at both levels', pod({ containers: [container({})], resources: { requests: { cpu: '2' } } }), 2000, 200],
    ['missing at one level only', pod({ containers: [container({ memory: '1Mi' }), container({})], resources: { requests: { cpu: '2' } } }), 2000, 1],
  ])('scoring fills in 100m and 200Mi: %s', (_name, given, nonZeroMilliCpu, nonZeroMemory) => {
    expect(podRequests(given)).toMatchObject({ nonZeroMilliCpu, nonZeroMemory: nonZeroMemory * MI });
  });

  test('extended resources and huge pages are counted, other names are not', () => {
    const { scalars } = podRequests(pod({ containers: [container({ 'nvidia.com/gpu': '1', 'hugepages-2Mi': '4Mi', gpu: '1', 'requests.nvidia.com/gpu': '1' })] }));
    expect(scalars).toEqual([
      { resource: 'hugepages-2Mi', value: 4 * MI },
      { resource: 'nvidia.com/gpu', value: 1 },
    ]);
  });
});
