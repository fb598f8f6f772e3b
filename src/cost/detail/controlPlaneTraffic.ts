import type { Design } from '../../design/schema';
import { entitiesOf, entityById, zoneName, zonesOf } from '../../design/tree';
import type { Evaluation } from '../../evaluation';

/** Seconds between two renewals of a Lease by kubelet and by an API server. Source: Kubernetes, "Node Status", heartbeats. */
export const LEASE_SECONDS = 10;
/** Writes a second of kube-controller-manager and kube-scheduler, which renew theirs every 2 s (`--leader-elect-retry-period`). */
export const LEADER_ELECTION_WRITES = 1;
/** Messages a second from etcd's leader to each follower (`--heartbeat-interval`, 100 ms), each with an answer. */
export const HEARTBEATS = 10;

/** Bytes a second that are charged, both ends of a crossing added up. */
export interface TrafficRange {
  readonly from: number;
  readonly to: number;
}

export interface ControlPlaneTraffic {
  /** Nodes that run a kubelet. */
  readonly machines: number;
  readonly apiServers: number;
  readonly replication: TrafficRange;
  readonly apiServerToEtcd: TrafficRange;
  readonly nodesToApiServer: TrafficRange;
}

const NOTHING: TrafficRange = { from: 0, to: 0 };

/** What crosses zones within the control plane and to it. The leader may be any voter: the range holds the cheapest and the dearest. */
export function controlPlaneTraffic(evaluation: Evaluation, design: Design): ControlPlaneTraffic {
  const nodeZones = evaluation.placement.nodes.map(({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone'] ?? '');
  const { etcdWritesPerSecond, etcdBytesPerWrite, etcdBytesPerHeartbeat, apiServerBytesPerNode } = design.settings.costAssumptions;
  const atRestPerNode = (2 * etcdBytesPerWrite) / LEASE_SECONDS;
  const perNode = { from: atRestPerNode, to: Math.max(atRestPerNode, apiServerBytesPerNode) };
  if (design.settings.controlPlane === 'eks') {
    const zones = zonesOf(design).map((zone) => zoneName(design, zone));
    const crossing = crossings(nodeZones, zones);
    return { machines: nodeZones.length, apiServers: evaluation.quorum.apiServers, replication: NOTHING, apiServerToEtcd: NOTHING, nodesToApiServer: { from: crossing * perNode.from, to: 2 * crossing * perNode.to } };
  }
  const { members, voters, apiServers } = placesOf(design);
  const atRest = nodeZones.length / LEASE_SECONDS + LEADER_ELECTION_WRITES + apiServers.length / LEASE_SECONDS;
  const over = (bytesOf: (leader: string, writes: number) => number): TrafficRange =>
    voters.length === 0 ? NOTHING : { from: 2 * Math.min(...voters.map((leader) => bytesOf(leader, atRest))), to: 2 * Math.max(...voters.map((leader) => bytesOf(leader, atRest + etcdWritesPerSecond))) };
  const crossing = crossings(nodeZones, apiServers.map(({ zone }) => zone));
  return {
    machines: nodeZones.length,
    apiServers: apiServers.length,
    replication: over((leader, writes) => members.filter((zone) => zone !== leader).length * (writes * (etcdBytesPerWrite + etcdBytesPerHeartbeat) + 2 * HEARTBEATS * etcdBytesPerHeartbeat)),
    apiServerToEtcd: over((leader, writes) => etcdBytesPerWrite * apiServers.reduce((sum, server) => sum + crossingsOfWrites(server, members, leader, writes / apiServers.length, writes), 0)),
    nodesToApiServer: { from: 2 * crossing * perNode.from, to: 2 * crossing * perNode.to },
  };
}

interface ApiServer {
  readonly zone: string;
  /** Runs beside an etcd member, which is the only one that it asks (stacked, as kubeadm sets it up). */
  readonly isStacked: boolean;
}

/** Zones of members, voters and API servers. */
function placesOf(design: Design): { readonly members: readonly string[]; readonly voters: readonly string[]; readonly apiServers: readonly ApiServer[] } {
  const zoneOf = (id: string) => {
    const zone = entityById(design, id);
    return zone?.kind === 'zone' ? zoneName(design, zone) : '';
  };
  const stacked = entitiesOf(design, 'controlPlaneNode');
  const all = [...stacked, ...entitiesOf(design, 'etcdNode')];
  return {
    members: all.filter(({ etcd }) => etcd !== 'none').map(({ zone }) => zoneOf(zone)),
    voters: all.filter(({ etcd }) => etcd === 'voter').map(({ zone }) => zoneOf(zone)),
    apiServers: stacked.map(({ zone, etcd }) => ({ zone: zoneOf(zone), isStacked: etcd !== 'none' })),
  };
}

/** How often what an API server writes, and what it is told of all writes, crosses a zone border. */
function crossingsOfWrites({ zone, isStacked }: ApiServer, members: readonly string[], leader: string, own: number, all: number): number {
  // The member passes a write on to the leader.
  if (isStacked) return zone === leader ? 0 : own;
  return own * (shareElsewhere(members, zone) + shareElsewhere(members, leader)) + all * shareElsewhere(members, zone);
}

function shareElsewhere(places: readonly string[], zone: string): number {
  return places.length === 0 ? 0 : places.filter((place) => place !== zone).length / places.length;
}

/** Nodes, each counted by the share of its way to the API that crosses zones: it meets every API server alike. */
function crossings(nodeZones: readonly string[], apiZones: readonly string[]): number {
  return nodeZones.reduce((sum, zone) => sum + shareElsewhere(apiZones, zone), 0);
}
