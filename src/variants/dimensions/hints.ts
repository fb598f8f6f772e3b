import type { Edit } from '../../design/edit';
import type { Design, ServiceEntity } from '../../design/schema';
import { entitiesOf, entityById } from '../../design/tree';
import { nearbyDistribution } from '../../findings/fixes/preferSameZone';
import type { Dimension } from '../variant';
import { all } from './all';

type Topology = ServiceEntity['topology'];

/** The first minor version whose `topology-mode` has this name. Source: KEP-2433. */
const TOPOLOGY_MODE_SINCE = 27;

/** Whether Services that pods or clients in the VPC call keep requests in the zone, by what the version has for it. */
export const hints: Dimension = {
  id: 'hints',
  options: [
    {
      id: 'on',
      edit: (design) => {
        const topology = nearby(design);
        return topology === null ? null : set(calledInside(design).filter((service) => service.topology.mode === 'none'), topology);
      },
    },
    { id: 'off', edit: (design) => set(calledInside(design).filter((service) => service.topology.mode !== 'none'), { mode: 'none' }) },
  ],
};

function nearby({ settings: { kubernetesVersion } }: Design): Topology | null {
  const trafficDistribution = nearbyDistribution(kubernetesVersion);
  if (trafficDistribution !== null) return { mode: 'trafficDistribution', trafficDistribution };
  return Number(kubernetesVersion.slice(2)) >= TOPOLOGY_MODE_SINCE ? { mode: 'auto' } : null;
}

/** Under internalTrafficPolicy Local there is nothing to choose. */
function calledInside(design: Design): readonly ServiceEntity[] {
  const called = new Set(
    design.links.filter(({ from }) => {
      const caller = entityById(design, from);
      return caller?.kind === 'workload' || (caller?.kind === 'client' && caller.from === 'vpc');
    }).map(({ to }) => to),
  );
  return entitiesOf(design, 'service').filter(({ id, internalTrafficPolicy }) => called.has(id) && internalTrafficPolicy === 'Cluster');
}

function set(services: readonly ServiceEntity[], topology: Topology): Edit | null {
  return all(services.map(({ id }): Edit => ({ type: 'set', id, fields: { topology } })));
}
