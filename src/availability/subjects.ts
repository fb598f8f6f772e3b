import type { Placed } from '../cluster/cluster';
import { compareBytes } from '../byteOrder';
import { entityById } from '../design/tree';
import { neededPods, workloadName } from '../failure/workloads';
import type { ControlPlane } from './controlPlane';
import { calledByClients, needsOf, type Needs } from './dependencies';

/** What has an availability. */
export interface Subject {
  readonly kind: 'quorum' | 'controlPlane' | 'workload' | 'call' | 'whole';
  /** Entity id of a workload or of what clients call; null for the others. */
  readonly id: string | null;
  /** `namespace/name`, a load balancer's name or id; empty for quorum, control plane and the whole. */
  readonly name: string;
  /** Running pods that a workload must have, of its replicas; null for the others. */
  readonly pods: { readonly needed: number; readonly running: number } | null;
  readonly needs: Needs;
  /** It is not up without the control plane. */
  readonly needsApi: boolean;
}

const NOTHING: Needs = { workloads: [], managed: [] };

/** Quorum, control plane, workloads and what clients call by name, and all of it at once. */
export function subjectsOf(placed: Placed, controlPlane: ControlPlane): readonly Subject[] {
  const { design, cluster, nodeOf } = placed;
  const plain = { id: null, name: '', pods: null };
  const running = (id: string) => cluster.pods.filter(({ key, workload }) => workload === id && nodeOf.has(key)).length;
  const workloads = cluster.manifests
    .map((manifest): Subject => {
      const { id } = manifest.workload;
      return { kind: 'workload', id, name: workloadName(manifest), pods: { needed: neededPods(manifest, cluster.nodes), running: running(id) }, needs: needsOf(placed, [id]), needsApi: false };
    })
    .sort((a, b) => compareBytes(a.name, b.name));
  const called = calledByClients(placed);
  const calls = called.map((id): Subject => ({ ...plain, kind: 'call', id, name: nameOf(placed, id), needs: needsOf(placed, [id]), needsApi: false })).sort((a, b) => compareBytes(a.name, b.name));
  const all = needsOf(placed, [...cluster.manifests.map(({ workload }) => workload.id), ...called, ...design.links.map(({ to }) => to)]);
  return [
    ...(controlPlane.kind === 'self-managed' ? [{ ...plain, kind: 'quorum', needs: NOTHING, needsApi: true } as const] : []),
    ...(controlPlane.kind === 'none' ? [] : [{ ...plain, kind: 'controlPlane', needs: NOTHING, needsApi: true } as const]),
    ...workloads,
    ...calls,
    { ...plain, kind: 'whole', needs: all, needsApi: controlPlane.kind !== 'none' },
  ];
}

function nameOf({ design, cluster }: Placed, id: string): string {
  const service = cluster.services.find((each) => each.service === id);
  if (service !== undefined) return service.key;
  const entity = entityById(design, id);
  return entity !== undefined && 'name' in entity && entity.name !== '' ? entity.name : id;
}
