import type { ServiceEntity } from '../../design/schema';
import { nearbyDistribution } from '../../findings/fixes/preferSameZone';
import type { AlternativeKind, Proposal } from '../alternative';

/** PreferSameNode is on by default from this minor version. Source: KEP-3015. */
const SAME_NODE_SINCE = 34;

type Topology = ServiceEntity['topology'];

/** None, PreferSameZone (PreferClose under its older name) and PreferSameNode, as far as the version has them. */
export const trafficDistribution: AlternativeKind = {
  field: 'trafficDistribution',
  propose: ({ design, service, minor, hintsMatter }) => {
    if (!hintsMatter) return [];
    const proposal = (id: string, label: Proposal['label'], topology: Topology): Proposal => ({ id, label, edit: { type: 'set', id: service.id, fields: { topology } } });
    const near = nearbyDistribution(design.settings.kubernetesVersion);
    const values = [...(near === null ? [] : [near]), ...(minor >= SAME_NODE_SINCE ? (['PreferSameNode'] as const) : [])];
    return [
      ...(service.topology.mode === 'none' ? [] : [proposal('trafficDistribution=none', (say) => say.noPreference, { mode: 'none' })]),
      ...values
        .filter((value) => !says(service.topology, value))
        .map((value) => proposal(`trafficDistribution=${value}`, (say) => say.field('trafficDistribution', value), { mode: 'trafficDistribution', trafficDistribution: value })),
    ];
  },
};

/** PreferClose and PreferSameZone are two names of one thing. */
function says(topology: Topology, value: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode'): boolean {
  if (topology.mode !== 'trafficDistribution') return false;
  const isNode = (each: string) => each === 'PreferSameNode';
  return isNode(topology.trafficDistribution) === isNode(value);
}
