import type { Labels } from '../../kubernetes/objects';
import { labelValue } from '../../kubernetes/selector';
import type { Cycle, Plugin, Rejection } from '../framework';
import { reject, SKIP } from '../framework';
import { classNameOf } from '../storage';

const CONFLICT = reject('node(s) had no available volume zone', false);
const OLD_TO_NEW: ReadonlyMap<string, string> = new Map([
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
]);
const TOPOLOGY_LABELS: readonly string[] = [...OLD_TO_NEW.keys(), ...OLD_TO_NEW.values()];

/** A zone or region label of one of the pod's volumes, and the values it allows. */
interface VolumeTopology {
  readonly key: string;
  readonly values: ReadonlySet<string>;
}

/**
 * Zone and region labels on bound volumes (the old way; CSI volumes have node affinity instead, see VolumeBinding).
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/volumezone/volume_zone.go.
 */
export const volumeZone: Plugin<readonly VolumeTopology[]> = {
  name: 'VolumeZone',
  weight: 0,
  preFilter(cycle) {
    if (!cycle.pod.compiled.hasVolumes) return SKIP;
    const found = volumeTopologies(cycle);
    if ('resolvable' in found) return { kind: 'reject', rejection: found };
    return found.length === 0 ? SKIP : { kind: 'run', state: found };
  },
  filter(topologies, _cycle, { node }) {
    const { labels } = node.metadata;
    if (!TOPOLOGY_LABELS.some((key) => labelValue(labels, key) !== undefined)) return null;
    return topologies.every(({ key, values }) => values.has(nodeTopology(labels, key) ?? '\0')) ? null : CONFLICT;
  },
};

function nodeTopology(labels: Labels | undefined, key: string): string | undefined {
  return labelValue(labels, key) ?? labelValue(labels, OLD_TO_NEW.get(key) ?? key);
}

function volumeTopologies({ snapshot, pod }: Cycle): VolumeTopology[] | Rejection {
  const { storage } = snapshot;
  const topologies: VolumeTopology[] = [];
  for (const { persistentVolumeClaim } of pod.pod.spec.volumes ?? []) {
    if (!persistentVolumeClaim) continue;
    const claim = storage.claim(pod.namespace, persistentVolumeClaim.claimName);
    if (claim === undefined) return reject(`persistentvolumeclaim "${persistentVolumeClaim.claimName}" not found`, false);
    const volumeName = claim.spec.volumeName ?? '';
    if (volumeName === '') {
      const className = classNameOf(claim);
      if (className === '') return reject('PersistentVolumeClaim had no pv name and storageClass name', false);
      const storageClass = storage.classes.get(className);
      if (storageClass === undefined) return reject(`storageclass.storage.k8s.io "${className}" not found`, false);
      if (storageClass.volumeBindingMode === 'WaitForFirstConsumer') continue;
      return reject('PersistentVolume had no name', false);
    }
    const volume = storage.volume(volumeName);
    if (volume === undefined) return reject(`persistentvolume "${volumeName}" not found`, false);
    for (const key of TOPOLOGY_LABELS) {
      const value = labelValue(volume.metadata.labels, key);
      if (value !== undefined) topologies.push({ key, values: new Set(value.split('__').map((zone) => zone.trim())) });
    }
  }
  return topologies;
}
