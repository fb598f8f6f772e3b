import type { z } from 'zod';
import type { Design, entitySchema } from '../design/schema';
import { designSchema } from '../design/schema';

type EntityInput = z.input<typeof entitySchema>;
type InputOf<K extends EntityInput['kind']> = Extract<EntityInput, { kind: K }>;
type Fields<K extends EntityInput['kind']> = Partial<Omit<InputOf<K>, 'id' | 'kind'>>;

export interface DesignInput {
  /** Letters; each is a zone with the id `zone-LETTER`. */
  readonly zones?: string;
  /** Zone letters of stacked control-plane nodes `cp-1`, `cp-2`, ... */
  readonly controlPlane?: string;
  readonly entities?: readonly EntityInput[];
  readonly links?: z.input<typeof designSchema>['links'];
  readonly settings?: z.input<typeof designSchema>['settings'];
}

/** A design for a test: `design({ zones: 'abc', controlPlane: 'abc', entities: [group('asg-a', 'a'), workload('web')] })`. */
export function design({ zones = 'abc', controlPlane = '', entities = [], links = [], settings = {} }: DesignInput = {}): Design {
  return designSchema.parse({
    zonesketch: 1,
    name: 'Test',
    settings,
    entities: [
      ...Array.from(zones, (letter) => ({ id: `zone-${letter}`, kind: 'zone' as const, letter })),
      ...Array.from(controlPlane, (letter, i) => ({ id: `cp-${i + 1}`, kind: 'controlPlaneNode' as const, zone: `zone-${letter}` })),
      ...entities,
    ],
    links,
  });
}

/** An Auto Scaling group over the zones of these letters; `max` follows `desired`. */
export function group(id: string, letters: string, desired = letters.length, fields: Fields<'autoScalingGroup'> = {}): EntityInput {
  return { id, kind: 'autoScalingGroup', zones: zoneIds(letters), desired, max: Math.max(desired, 1), ...fields };
}

export function instance(id: string, letter: string, fields: Fields<'instance'> = {}): EntityInput {
  return { id, kind: 'instance', zone: `zone-${letter}`, ...fields };
}

/** A Deployment with one small container, unless `fields` says otherwise. */
export function workload(name: string, replicas = 1, fields: Fields<'workload'> = {}): EntityInput {
  return { id: `workload-${name}`, kind: 'workload', name, replicas, containers: [{ name: 'app', requests: { cpu: '100m', memory: '128Mi' } }], ...fields };
}

/** A Service that selects the pods of the workload of its name. */
export function service(name: string, fields: Fields<'service'> = {}): EntityInput {
  return { id: `svc-${name}`, kind: 'service', name, selector: { app: name }, ...fields };
}

export function storageClass(name: string, fields: Fields<'storageClass'> = {}): EntityInput {
  return { id: `sc-${name}`, kind: 'storageClass', name, ...fields };
}

export function fileSystem(id: string, letters: string, fields: Fields<'fileSystem'> = {}): EntityInput {
  return { id, kind: 'fileSystem', zones: zoneIds(letters), ...fields };
}

export function loadBalancer(id: string, letters: string, fields: Fields<'loadBalancer'> = {}): EntityInput {
  return { id, kind: 'loadBalancer', zones: zoneIds(letters), ...fields };
}

export function zoneIds(letters: string): string[] {
  return Array.from(letters, (letter) => `zone-${letter}`);
}

/** Spreads over zones, strictly. */
export const overZones = [{ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' as const }];
