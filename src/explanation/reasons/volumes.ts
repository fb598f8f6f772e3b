import type { PersistentVolumeClaim } from '../../kubernetes/objects';
import { podClaims } from '../../scheduling/plugins/volumeBinding';
import { classNameOf } from '../../scheduling/storage';
import { findPodVolumes } from '../../scheduling/volumeBinder';
import type { Look, Reason } from './look';

const ZONE_KEYS: ReadonlySet<string> = new Set(['topology.kubernetes.io/zone', 'topology.ebs.csi.aws.com/zone']);

/** Which claim's volume lies elsewhere, or cannot be made here. */
export const volumeBinding: Reason = (look) => {
  const { snapshot, node, say } = look;
  const claims = podClaims(look);
  if ('resolvable' in claims) return [say.volumeUnbound()];
  const refuses = (bound: readonly PersistentVolumeClaim[], waiting: readonly PersistentVolumeClaim[]) => findPodVolumes(snapshot.storage, { bound, waiting }, node.node).reasons.length > 0;
  return [
    ...claims.bound.filter((claim) => refuses([claim], [])).map((claim) => say.volumeElsewhere({ claim: claim.metadata.name, zones: zonesOfVolume(look, claim) })),
    ...claims.waiting.filter((claim) => refuses([], [claim])).map((claim) => say.volumeNotAllowed({ claim: claim.metadata.name, zones: zonesOfClass(look, claim) })),
  ];
};

function zonesOfVolume({ snapshot }: Look, claim: PersistentVolumeClaim): readonly string[] {
  const terms = snapshot.storage.volume(claim.spec.volumeName ?? '')?.spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return terms.flatMap(({ matchExpressions }) => matchExpressions ?? []).flatMap(({ key, values }) => (ZONE_KEYS.has(key) ? (values ?? []) : []));
}

function zonesOfClass({ snapshot }: Look, claim: PersistentVolumeClaim): readonly string[] {
  const topologies = snapshot.storage.classes.get(classNameOf(claim))?.allowedTopologies ?? [];
  return topologies.flatMap(({ matchLabelExpressions }) => matchLabelExpressions ?? []).flatMap(({ key, values }) => (ZONE_KEYS.has(key) ? values : []));
}

export const volumeLimits: Reason = ({ snapshot, node, say }) => {
  const limits = (snapshot.storage.csiNodes.get(node.name)?.spec.drivers ?? []).flatMap(({ allocatable }) => allocatable?.count ?? []);
  return [say.volumeLimit({ most: limits.length === 0 ? null : Math.min(...limits) })];
};
