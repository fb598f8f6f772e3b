import { describe, expect, test } from 'vitest';
import type { ClusterObjects } from '../../kubernetes/clusterObjects';
import type { CSIStorageCapacity, PersistentVolume, PersistentVolumeClaim, Pod, StorageClass } from '../../kubernetes/objects';
import { clusterOf, nodeOf, podOf } from '../../testing/clusterBuilders';
import { schedulePod } from '../schedule';
import { createSnapshot } from '../snapshot';

const storageClass: StorageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'c' },
  provisioner: 'ebs.csi.aws.com',
  volumeBindingMode: 'WaitForFirstConsumer',
};

function claim(name: string, spec: Partial<PersistentVolumeClaim['spec']> = {}, annotations: Record<string, string> = {}): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: 'default', annotations },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, storageClassName: 'c', ...spec },
  };
}

function bound(name: string): PersistentVolumeClaim {
  return claim(name, { volumeName: `pv-${name}` }, { 'pv.kubernetes.io/bind-completed': 'yes' });
}

function volume(name: string, spec: Partial<PersistentVolume['spec']> = {}): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: { capacity: { storage: '10Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'c', csi: { driver: 'ebs.csi.aws.com', volumeHandle: name }, ...spec },
    status: { phase: 'Available' },
  };
}

function using(name: string, claimName: string, nodeName?: string): Pod {
  return podOf(name, { volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }], ...(nodeName === undefined ? {} : { nodeName }) });
}

const answer = (pod: Pod, more: Partial<ClusterObjects>, pods: Pod[] = []): string | undefined => {
  const { node, message } = schedulePod(createSnapshot(clusterOf([nodeOf('n')], pods, { storageClasses: [storageClass], ...more })), pod);
  return node ?? message?.replace('0/1 nodes are available: ', '');
};

const BIND = "1 node(s) didn't find available persistent volumes to bind.";

describe('VolumeBinding', () => {
  const manual: StorageClass = { ...storageClass, provisioner: 'kubernetes.io/no-provisioner' };
  const capacity = (size: string): CSIStorageCapacity => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIStorageCapacity',
    metadata: { name: 'x' },
    storageClassName: 'c',
    nodeTopology: {},
    capacity: size,
  });
  const csiDrivers = [{ apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'ebs.csi.aws.com' }, spec: { storageCapacity: true } } as const];

  test.each<[string, Partial<ClusterObjects>, string]>([
    ['a claim that can be provisioned', { persistentVolumeClaims: [claim('x')] }, 'n'],
    ['no class', { persistentVolumeClaims: [claim('x')], storageClasses: [] }, 'pod has unbound immediate PersistentVolumeClaims.'],
    ['Immediate', { persistentVolumeClaims: [claim('x')], storageClasses: [{ ...storageClass, volumeBindingMode: 'Immediate' }] }, 'pod has unbound immediate PersistentVolumeClaims.'],
    ['nobody provisions and no volume is there', { persistentVolumeClaims: [claim('x')], storageClasses: [manual] }, BIND],
    ['a volume is there', { persistentVolumeClaims: [claim('x')], storageClasses: [manual], persistentVolumes: [volume('pv')] }, 'n'],
    ['it is too small', { persistentVolumeClaims: [claim('x')], storageClasses: [manual], persistentVolumes: [volume('pv', { capacity: { storage: '9Gi' } })] }, BIND],
    ['it is another mode', { persistentVolumeClaims: [claim('x')], storageClasses: [manual], persistentVolumes: [volume('pv', { volumeMode: 'Block' })] }, BIND],
    ['it is of another claim', { persistentVolumeClaims: [claim('x')], storageClasses: [manual], persistentVolumes: [volume('pv', { claimRef: { namespace: 'default', name: 'y' } })] }, BIND],
    ['it is meant for this claim', { persistentVolumeClaims: [claim('x')], storageClasses: [manual], persistentVolumes: [volume('pv', { claimRef: { namespace: 'default', name: 'x' } })] }, 'n'],
    ['another node was selected', { persistentVolumeClaims: [claim('x', {}, { 'volume.kubernetes.io/selected-node': 'm' })] }, BIND],
    ['a topology that the class does not allow', { persistentVolumeClaims: [claim('x')], storageClasses: [{ ...storageClass, allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a'] }] }] }] }, BIND],
    ['the driver has room', { persistentVolumeClaims: [claim('x')], csiDrivers, csiStorageCapacities: [capacity('10Gi')] }, 'n'],
    ['the driver has too little', { persistentVolumeClaims: [claim('x')], csiDrivers, csiStorageCapacities: [capacity('9Gi')] }, '1 node(s) did not have enough free storage.'],
    ['a claim that is lost', { persistentVolumeClaims: [{ ...bound('x'), status: { phase: 'Lost' } }] }, 'persistentvolumeclaim "x" bound to non-existent persistentvolume "pv-x".'],
    ['a claim that is being deleted', { persistentVolumeClaims: [{ ...claim('x'), metadata: { ...claim('x').metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } }] }, 'persistentvolumeclaim "x" is being deleted.'],
  ])('%s', (_name, more, expected) => {
    expect(answer(using('p', 'x'), more)).toBe(expected);
  });

  test('a claim for a pod alone waits for its controller', () => {
    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: {} } } as const;
    const pod = podOf('p', { volumes: [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec } } }] });
    expect(answer(pod, {})).toBe('waiting for ephemeral volume controller to create the persistentvolumeclaim "p-v".');
    expect(answer(pod, { persistentVolumeClaims: [claim('p-v')] })).toBe('n');
  });
});

describe('NodeVolumeLimits', () => {
  const limit = (count: number): Partial<ClusterObjects> => ({
    csiNodes: [{ apiVersion: 'storage.k8s.io/v1', kind: 'CSINode', metadata: { name: 'n' }, spec: { drivers: [{ name: 'ebs.csi.aws.com', nodeID: 'i', allocatable: { count } }] } }],
    persistentVolumeClaims: ['x', 'y'].map(bound),
    persistentVolumes: ['x', 'y', 'z'].map((name) => volume(`pv-${name}`)),
  });
  const attached = (persistentVolumeName: string): Partial<ClusterObjects> => ({
    volumeAttachments: [
      { apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttachment', metadata: { name: 'a' }, spec: { attacher: 'ebs.csi.aws.com', nodeName: 'n', source: { persistentVolumeName } } },
    ],
  });
  const FULL = '1 node(s) exceed max volume count.';

  test.each<[string, Partial<ClusterObjects>, Pod[], string]>([
    ['room for two', limit(2), [using('q', 'y', 'n')], 'n'],
    ['room for one', limit(1), [using('q', 'y', 'n')], FULL],
    ['the same volume counts once', limit(1), [using('q', 'x', 'n')], 'n'],
    ['a volume that is still attached counts', { ...limit(1), ...attached('pv-z') }, [], FULL],
    ['once with its pod', { ...limit(2), ...attached('pv-y') }, [using('q', 'y', 'n')], 'n'],
  ])('%s', (_name, more, pods, expected) => {
    expect(answer(using('p', 'x'), more, pods)).toBe(expected);
  });
});

describe('VolumeRestrictions', () => {
  test.each([
    ['default', '1 node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod.'],
    ['other', 'n'],
  ])('a claim for one pod at a time, used in namespace %s', (namespace, expected) => {
    const user = using('q', 'x', 'n');
    const pods = [{ ...user, metadata: { ...user.metadata, namespace } }];
    expect(answer(using('p', 'x'), { persistentVolumeClaims: [claim('x', { accessModes: ['ReadWriteOncePod'] })] }, pods)).toBe(expected);
  });
});
