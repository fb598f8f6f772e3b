import { MOST_ZONES } from '../availability/zoneLosses';
import { zoneName, zonesOf } from '../design/tree';
import type { Design } from '../design/schema';
import type { Quorum, QuorumLoss } from '../evaluation';
import { quorumAvailability } from './availability';
import { controlPlaneMachines, type ControlPlaneMachine } from './controlPlane';
import { quorumSize } from './quorumSize';

/**
 * What AWS says of EKS: three etcd members in three zones and at least two API servers in distinct zones.
 * Source: Amazon EKS user guide, "Amazon EKS architecture".
 */
const EKS = { members: 3, apiServers: 2 } as const;

/** Whether the control plane survives: quorum for every zone, every pair of zones and every machine lost. */
export function quorum(design: Design): Quorum {
  const managed = design.settings.controlPlane === 'eks';
  const machines = controlPlaneMachines(design);
  const members = managed ? EKS.members : machines.filter((machine) => machine.votes).length;
  const size = quorumSize(members);
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  const single = zones.map((zone) => lose(machines, managed, { zones: [zone], nodes: [] }));
  const pairs = zones.flatMap((a, i) => zones.slice(i + 1).map((b) => lose(machines, managed, { zones: [a, b], nodes: [] })));
  const nodes = machines.map(({ name }) => lose(machines, managed, { zones: [], nodes: [name] }));
  return {
    managed,
    members,
    size,
    tolerates: members - size,
    apiServers: managed ? EKS.apiServers : machines.filter((machine) => machine.servesApi).length,
    survivesAnyOneZone: members > 0 && !single.some(isFrozen),
    losses: [...single, ...pairs, ...nodes],
    availability: managed || members === 0 || (zones.length > MOST_ZONES && (design.settings.availability.zonePair ?? 1) < 1) ? null : quorumAvailability(machines, design.settings.availability, zones),
  };
}

/** Without quorum or without an API server Kubernetes changes nothing any more. */
export function isFrozen({ keepsQuorum, apiServersLeft }: QuorumLoss): boolean {
  return !keepsQuorum || apiServersLeft === 0;
}

/** What is left of the control plane when these zones (by name) and machines (by entity id) are gone. */
export function quorumAfter(design: Design, lost: { readonly zones: readonly string[]; readonly nodes: readonly string[] }): QuorumLoss {
  return lose(controlPlaneMachines(design), design.settings.controlPlane === 'eks', lost);
}

function lose(
  machines: readonly ControlPlaneMachine[],
  managed: boolean,
  { zones, nodes }: { readonly zones: readonly string[]; readonly nodes: readonly string[] },
): QuorumLoss {
  if (managed) {
    // One member and at most one API server stand in any one zone; worker nodes carry none.
    const membersLeft = Math.max(0, EKS.members - zones.length);
    const apiServersLeft = Math.max(0, EKS.apiServers - zones.length);
    return { zones, nodes, membersLeft, apiServersLeft, keepsQuorum: membersLeft >= quorumSize(EKS.members) };
  }
  const left = machines.filter((machine) => !zones.includes(machine.zone) && !nodes.includes(machine.name));
  const members = machines.filter((machine) => machine.votes).length;
  const membersLeft = left.filter((machine) => machine.votes).length;
  return {
    zones,
    nodes,
    membersLeft,
    apiServersLeft: left.filter((machine) => machine.servesApi).length,
    keepsQuorum: members > 0 && membersLeft >= quorumSize(members),
  };
}
