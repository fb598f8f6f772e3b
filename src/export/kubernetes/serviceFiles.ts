import { portKey } from '../../cluster/nodePorts';
import { serviceObject } from '../../cluster/services';
import type { Design, ServiceEntity } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import type { Service, ServicePort } from '../../kubernetes/objects';
import { nodePortsOf } from '../loadBalancerOwner';
import { loadBalancerAnnotations } from './loadBalancers';
import type { ManifestFile } from './manifestFile';
import { namespaceFolder } from './manifestFile';

export function serviceFiles(design: Design): readonly ManifestFile[] {
  return entitiesOf(design, 'service').map((service) => {
    const object = writtenService(design, service);
    return { folder: namespaceFolder(service.namespace), name: `service-${object.metadata.name}.yaml`, objects: [object] };
  });
}

function writtenService(design: Design, service: ServiceEntity): Service {
  const { object } = serviceObject(design, service);
  const annotations = { ...object.metadata.annotations, ...loadBalancerAnnotations(design, service) };
  const { topologyKeys: _, ports = [], ...spec } = object.spec;
  return {
    ...object,
    metadata: { ...object.metadata, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
    spec: { ...spec, ports: ports.map((port) => writtenPort(design, service, port)) },
  };
}

/** A node port is written where it is drawn or where Terraform sends to it; others the API server may choose. */
function writtenPort(design: Design, service: ServiceEntity, port: ServicePort): ServicePort {
  const index = service.ports.findIndex((drawn) => portKey(drawn) === `${port.port}/${port.protocol ?? 'TCP'}`);
  if ((nodePortsOf(design, service)[index] ?? null) !== null) return port;
  const { nodePort: _, ...written } = port;
  return written;
}
