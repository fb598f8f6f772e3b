import { podAffinity } from './affinity';
import type { Look, Reason } from './look';
import { hostPorts, nodeAffinity, taints } from './nodes';
import { resources } from './resources';
import { spread } from './spread';
import { volumeBinding, volumeLimits } from './volumes';

/** Plain words by plugin; a plugin that is not here, or finds nothing to say, leaves Kubernetes' own. */
const byPlugin: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['NodeUnschedulable', ({ say }) => [say.cordoned()]],
  ['NodeName', ({ say }) => [say.otherNode()]],
  ['TaintToleration', taints],
  ['NodeAffinity', nodeAffinity],
  ['NodePorts', hostPorts],
  ['NodeResourcesFit', resources],
  ['VolumeRestrictions', ({ say }) => [say.readWriteOncePod()]],
  ['NodeVolumeLimits', volumeLimits],
  ['VolumeBinding', volumeBinding],
  ['PodTopologySpread', spread],
  ['InterPodAffinity', podAffinity],
]);

export function plainReasons(look: Look, plugin: string, reasons: readonly string[]): readonly string[] {
  const plain = byPlugin.get(plugin)?.(look, reasons) ?? [];
  return plain.length > 0 ? plain : reasons;
}
