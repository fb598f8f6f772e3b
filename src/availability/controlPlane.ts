import type { Design } from '../design/schema';
import { controlPlaneMachines, type ControlPlaneMachine } from '../quorum/controlPlane';
import { isFrozen, quorumAfter } from '../quorum/quorum';
import { quorumSize } from '../quorum/quorumSize';
import type { Constraint } from './joint';

/** Who runs the control plane; `none`: no member is drawn, and nothing is said of it. */
export interface ControlPlane {
  readonly kind: 'eks' | 'self-managed' | 'none';
  readonly machines: readonly ControlPlaneMachine[];
}

export function controlPlaneOf(design: Design): ControlPlane {
  const machines = controlPlaneMachines(design);
  const kind = design.settings.controlPlane === 'eks' ? 'eks' : machines.some(({ votes }) => votes) ? 'self-managed' : 'none';
  return { kind, machines };
}

/** What of its machines must be up while these zones (by name) are down. Null: it is down already, whatever machines do. */
export function controlPlaneConstraints(design: Design, { kind, machines }: ControlPlane, lost: ReadonlySet<string>): readonly Constraint[] | null {
  if (kind === 'none') return null;
  if (kind === 'eks') return isFrozen(quorumAfter(design, { zones: [...lost], nodes: [] })) ? null : [];
  const alive = machines.filter(({ zone }) => !lost.has(zone));
  const needing = (wanted: readonly ControlPlaneMachine[], needed: number): Constraint => ({ slack: wanted.length - needed, losses: new Map(wanted.map(({ name }) => [name, 1])) });
  const constraints = [needing(alive.filter(({ votes }) => votes), quorumSize(machines.filter(({ votes }) => votes).length)), needing(alive.filter(({ servesApi }) => servesApi), 1)];
  return constraints.some(({ slack }) => slack < 0) ? null : constraints;
}
