import type { Edit } from '../../design/edit';
import type { KubernetesVersion, ServiceEntity } from '../../design/schema';
import type { ProposedFix } from '../finding';

/** The version of Kubernetes that a 1.21 design moves to. */
const CURRENT = '1.34';

/** `spec.trafficDistribution` under the name that this version has on by default; 1.30 has none. */
export function nearbyDistribution(version: KubernetesVersion): 'PreferSameZone' | 'PreferClose' | null {
  const minor = Number(version.slice(2));
  if (minor >= 34) return 'PreferSameZone';
  return minor >= 31 ? 'PreferClose' : null;
}

/** Keeps a Service's traffic in the zone by today's means, moving a version that lacks them. */
export function preferSameZone(service: ServiceEntity, version: KubernetesVersion): ProposedFix {
  const trafficDistribution = nearbyDistribution(version) ?? 'PreferSameZone';
  const set: Edit = { type: 'set', id: service.id, fields: { topology: { mode: 'trafficDistribution', trafficDistribution } } };
  const upgrade: Edit = { type: 'settings', fields: { kubernetesVersion: CURRENT } };
  return {
    id: 'prefer-same-zone',
    label: (say) => say.preferSameZone({ service: service.name, trafficDistribution }),
    edit: nearbyDistribution(version) === null ? { type: 'all', edits: [set, upgrade] } : set,
  };
}
