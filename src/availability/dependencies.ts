import type { Placed } from '../cluster/cluster';
import { loadBalancersOf } from '../cluster/serviceType';
import { entitiesOf, entityById } from '../design/tree';
import { compareBytes } from '../byteOrder';

/** All that something needs to be of use: workloads, and what AWS runs (load balancers, databases, file systems), by entity id in byte order. */
export interface Needs {
  readonly workloads: readonly string[];
  readonly managed: readonly string[];
}

/**
 * What these entities need, themselves included, by links and volumes from one to the next: a Service needs every workload
 * that it selects, a load balancer its Service.
 */
export function needsOf(placed: Placed, ids: readonly string[]): Needs {
  const workloads = new Set<string>();
  const managed = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const entity = entityById(placed.design, id);
    if (entity?.kind === 'workload') workloads.add(id);
    if (entity?.kind === 'loadBalancer' || entity?.kind === 'database' || entity?.kind === 'fileSystem') managed.add(id);
    for (const next of nextOf(placed, id)) visit(next);
  };
  for (const id of ids) visit(id);
  return { workloads: [...workloads].sort(compareBytes), managed: [...managed].sort(compareBytes) };
}

function nextOf({ design, cluster }: Placed, id: string): readonly string[] {
  const entity = entityById(design, id);
  switch (entity?.kind) {
    case 'workload': {
      const volumes = entity.volumes.flatMap(({ fileSystem, storageClass }) => {
        const drawn = storageClass === undefined ? undefined : entityById(design, storageClass);
        return [fileSystem, drawn?.kind === 'storageClass' && drawn.provisioner === 'efs.csi.aws.com' ? drawn.fileSystem : undefined];
      });
      return [...design.links.filter(({ from }) => from === id).map(({ to }) => to), ...volumes.filter((each) => each !== undefined)];
    }
    case 'service':
      return cluster.services.find(({ service }) => service === id)?.workloads ?? [];
    case 'loadBalancer':
      return entity.service === undefined ? [] : [entity.service];
    default:
      return [];
  }
}

/** What clients call, by entity id in byte order; where nobody is drawn that calls, the load balancers with a Service. */
export function calledByClients({ design }: Placed): readonly string[] {
  const clients = new Set(entitiesOf(design, 'client').map(({ id }) => id));
  const called = design.links.filter(({ from, to }) => clients.has(from) && entityById(design, to) !== undefined).map(({ to }) => to);
  const fronts = called.length > 0 ? called : entitiesOf(design, 'service').flatMap((service) => loadBalancersOf(design, service).map(({ id }) => id));
  return [...new Set(fronts)].sort(compareBytes);
}
