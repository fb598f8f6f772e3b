import type { NodeTypes } from '@xyflow/react';
import type { BoxType } from './arrangement';
import { CardNode } from './nodes/CardNode';
import { GroupNode } from './nodes/GroupNode';
import { InstanceNode } from './nodes/InstanceNode';
import { ManagedNode } from './nodes/ManagedNode';
import { TrafficNode } from './nodes/TrafficNode';
import { TrayNode } from './nodes/TrayNode';
import { VolumesNode } from './nodes/VolumesNode';
import { ZoneNode } from './nodes/ZoneNode';

/** The component of each type of box; one object for the life of the page, as React Flow wants it. */
export const nodeTypes = {
  zone: ZoneNode,
  card: CardNode,
  cell: CardNode,
  band: CardNode,
  workers: GroupNode,
  instance: InstanceNode,
  volumes: VolumesNode,
  managed: ManagedNode,
  tray: TrayNode,
  traffic: TrafficNode,
} as const satisfies Readonly<Record<BoxType, unknown>> & NodeTypes;
