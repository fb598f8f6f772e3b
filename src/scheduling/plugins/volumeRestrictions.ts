import type { Pod } from '../../kubernetes/objects';
import type { Plugin } from '../framework';
import { reject, SKIP } from '../framework';
import type { NodeInfo } from '../nodeInfo';
import type { PodInfo } from '../podInfo';

const IN_USE = reject('node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod', true);

const DISK_TAKEN = reject('node(s) had no available disk', true);

interface State {
  /** EBS volumes that the pod names itself, without a claim. */
  readonly disks: readonly string[];
  /** Names of the pod's claims that one pod at a time may use. */
  readonly claims: ReadonlySet<string>;
  /** Uses of them by pods that are on nodes. */
  uses: number;
}

/**
 * Claims with access mode ReadWriteOncePod belong to one pod in the whole cluster, an EBS volume without a claim to one
 * pod of a node. (Upstream knows the in-tree disks of other clouds as well.)
 * Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/volumerestrictions/volume_restrictions.go.
 */
export const volumeRestrictions: Plugin<State> = {
  name: 'VolumeRestrictions',
  weight: 0,
  preFilter({ snapshot, pod }) {
    if (!pod.compiled.hasVolumes) return SKIP;
    const claims = new Set<string>();
    for (const name of claimNames(pod.pod)) {
      const claim = snapshot.storage.claim(pod.namespace, name);
      if (claim === undefined) return { kind: 'reject', rejection: reject(`persistentvolumeclaim "${name}" not found`, false) };
      if (claim.spec.accessModes?.includes('ReadWriteOncePod')) claims.add(name);
    }
    let uses = 0;
    for (const name of claims) if (isUsed(snapshot.nodes(), pod.namespace, name)) uses++;
    const disks = disksOf(pod.pod);
    return uses === 0 && disks.length === 0 ? SKIP : { kind: 'run', state: { disks, claims, uses } };
  },
  filter({ disks, uses }, _cycle, { pods }) {
    if (disks.length > 0 && pods.some(({ pod }) => disksOf(pod).some((disk) => disks.includes(disk)))) return DISK_TAKEN;
    return uses > 0 ? IN_USE : null;
  },
  cloneState(state) {
    return { ...state };
  },
  updateState(state, _cycle, _node, other, delta) {
    // By name alone, as upstream does: a claim of the same name elsewhere counts here.
    for (const name of claimNames(other.pod)) if (state.claims.has(name)) state.uses += delta;
  },
};

function isUsed(nodes: readonly NodeInfo[], namespace: string, claim: string): boolean {
  const uses = (pod: PodInfo): boolean => pod.compiled.hasVolumes && pod.namespace === namespace && claimNames(pod.pod).includes(claim);
  return nodes.some(({ pods }) => pods.some(uses));
}

function disksOf(pod: Pod): string[] {
  return (pod.spec.volumes ?? []).flatMap(({ awsElasticBlockStore }) => (awsElasticBlockStore ? [awsElasticBlockStore.volumeID] : []));
}

function claimNames(pod: Pod): string[] {
  return (pod.spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => (persistentVolumeClaim ? [persistentVolumeClaim.claimName] : []));
}
