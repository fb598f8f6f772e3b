import { describe, expect, test } from 'vitest';
import { firstCatalog } from '../catalog/firstCatalog';
import { design, group, workload } from '../testing/designs';
import { place } from './place';
import { fullness, hasRoom } from './room';
import { requestsByWorkload, usageOf } from './usage';

const MIB = 1024 * 1024;
const used = (requested: number, allocatable: number) => ({ requested, allocatable });
const node = (cpu: number, memory: number, pods: number) => ({ node: 'n', cpu: used(cpu, 1000), memory: used(memory, 1000), pods: used(pods, 10) });

describe('usage', () => {
  test('containers and sidecars count, an init container only where it asks for more; pods that wait do not', () => {
    const { cluster, nodeOf } = place(
      design({
        zones: 'ab',
        entities: [
          group('asg', 'ab'),
          workload('web', 2, {
            containers: [{ name: 'app', requests: { cpu: '200m', memory: '256Mi' } }, { name: 'log', requests: { cpu: '50m' } }],
            initContainers: [{ name: 'mesh', sidecar: true, requests: { memory: '64Mi' } }, { name: 'setup', requests: { cpu: '100m' } }],
          }),
          workload('huge', 1, { containers: [{ name: 'app', requests: { cpu: '64' } }] }),
        ],
      }),
      firstCatalog,
    );
    const usage = usageOf(cluster.nodes, cluster.pods, nodeOf);
    expect(usage.map(({ node: name, cpu, memory, pods }) => [name, cpu.requested, memory.requested / MIB, pods.requested])).toEqual([
      ['asg-a-0', 250, 320, 1],
      ['asg-b-0', 250, 320, 1],
    ]);
    for (const { cpu, memory, pods } of usage) expect(Math.min(cpu.allocatable, memory.allocatable, pods.allocatable)).toBeGreaterThan(1);
    expect(requestsByWorkload(cluster.pods)).toContainEqual({ workload: 'workload-web', cpu: 250, memory: 320 * MIB });
  });
});

describe('room', () => {
  test.each([
    ['just fits', node(900, 500, 9), { cpu: 100, memory: 500 }, true],
    ['too much CPU', node(901, 0, 0), { cpu: 100, memory: 0 }, false],
    ['too much memory', node(0, 501, 0), { cpu: 0, memory: 500 }, false],
    ['too many pods', node(0, 0, 10), { cpu: 0, memory: 0 }, false],
    ['asks for nothing of what is overfull', node(1200, 0, 0), { cpu: 0, memory: 0 }, true],
  ])('%s', (_, usage, requests, fits) => {
    expect(hasRoom(usage, requests)).toBe(fits);
  });

  test.each([
    [node(250, 500, 1), 0.5],
    [node(1200, 500, 1), 1.2],
    [{ ...node(0, 0, 0), cpu: used(0, 0) }, 0],
  ])('fullness of %o', (usage, share) => {
    expect(fullness(usage)).toBe(share);
  });
});
