import type { Design, ServiceEntity } from '../design/schema';
import { entitiesOf } from '../design/tree';
import { fnv32 } from './hash';
import { serviceType } from './serviceType';
import { once } from '../once';

/** The range that the API server takes node ports from by default (`--service-node-port-range`). */
const FIRST = 30_000;
const COUNT = 2768;

/** By Service id and port (`PORT/PROTOCOL`), for every Service that has node ports. */
export type NodePorts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Node ports as drawn; where none is drawn, or another Service has it already, one that follows from the Service's id
 * and its port, so that everything that is written names the same.
 */
export const nodePorts = once(assign, ({ entities }) => entities);

export function portKey({ port, protocol }: ServiceEntity['ports'][number]): string {
  return `${port}/${protocol}`;
}

function assign(design: Design): NodePorts {
  const services = entitiesOf(design, 'service').filter((service) => serviceType(design, service) !== 'ClusterIP');
  const drawn = new Set(services.flatMap(({ ports }) => ports.flatMap(({ nodePort }) => nodePort ?? [])));
  const used = new Set<number>();
  const all = new Map<string, ReadonlyMap<string, number>>();
  for (const service of services) {
    const own = new Map<string, number>();
    for (const port of service.ports) {
      if (own.has(portKey(port))) continue;
      let nodePort = port.nodePort;
      if (nodePort === undefined || used.has(nodePort)) nodePort = free(`${service.id} ${portKey(port)}`, drawn, used);
      used.add(nodePort);
      own.set(portKey(port), nodePort);
    }
    all.set(service.id, own);
  }
  return all;
}

function free(key: string, drawn: ReadonlySet<number>, used: ReadonlySet<number>): number {
  let index = fnv32(key) % COUNT;
  for (let tries = 0; tries < COUNT && (used.has(FIRST + index) || drawn.has(FIRST + index)); tries++) index = (index + 1) % COUNT;
  return FIRST + index;
}
