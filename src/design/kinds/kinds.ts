import { autoScalingGroup } from './autoScalingGroup';
import { client } from './client';
import { controlPlaneNode } from './controlPlaneNode';
import { database } from './database';
import { etcdNode } from './etcdNode';
import { fileSystem } from './fileSystem';
import { instance } from './instance';
import type { KindDefinition } from './kind';
import { loadBalancer } from './loadBalancer';
import { note } from './note';
import { service } from './service';
import { storageClass } from './storageClass';
import { workload } from './workload';
import { zone } from './zone';

/** Every kind of entity, in the order in which files list them. */
export const kinds = {
  zone,
  controlPlaneNode,
  etcdNode,
  autoScalingGroup,
  instance,
  workload,
  service,
  loadBalancer,
  client,
  storageClass,
  fileSystem,
  database,
  note,
} as const satisfies Readonly<Record<string, KindDefinition>>;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly Kind[];

/** The definition of a kind, for shared code, which asks it instead of naming kinds. */
export function definitionOf(kind: Kind): KindDefinition {
  return kinds[kind];
}
