import { assumedIn } from '../availability/assumptions';
import { controlPlaneOf } from '../availability/controlPlane';
import { subjectsOf, type Subject } from '../availability/subjects';
import type { ClusterNode, ClusterPod, Placed } from '../cluster/cluster';
import { eligibleNodes } from '../cluster/pods';
import { entityById, zoneName, zonesOf } from '../design/tree';
import { lossOf } from '../failure/scenario';
import { settle } from '../failure/settle';
import { neededPods } from '../failure/workloads';
import { isFrozen, quorumAfter } from '../quorum/quorum';

interface Sums {
  atOnce: number;
  settled: number;
}

type Nature = 'with what it needs' | 'by itself';

/**
 * What `availability` says, the slow way: every coin (zone, pair of zones, machine, EKS, each thing that AWS runs) on
 * either side, 2^n states, each judged by itself with the rules of the failure matrix.
 */
export function bruteForceAvailability(placed: Placed): (kind: Subject['kind'], id: string | null, nature: Nature) => Sums {
  const { design, cluster } = placed;
  const assumed = assumedIn(design.settings.availability);
  const controlPlane = controlPlaneOf(design);
  const subjects = subjectsOf(placed, controlPlane);
  const zones = zonesOf(design).map((zone) => zoneName(design, zone));
  const pairs = zones.flatMap((a, i) => zones.slice(i + 1).map((b) => [a, b] as const));
  const machines = [...new Set([...cluster.nodes, ...controlPlane.machines].map(({ name }) => name))];
  const managed = [...new Set(subjects.flatMap(({ needs }) => needs.managed))];
  const coins = [
    ...zones.map(() => assumed.zone),
    ...pairs.map(() => assumed.zonePair),
    ...machines.map(() => assumed.node),
    ...managed.map((id) => upOf(placed, id)),
    ...(controlPlane.kind === 'eks' ? [assumed.eks] : []),
  ];
  const sums = new Map<string, Sums>();
  const settledWithout = new Map<string, ReturnType<typeof settle>>();
  for (let state = 0; state < 2 ** coins.length; state++) {
    const isUp = coins.map((_, i) => ((state >> i) & 1) === 1);
    const probability = coins.reduce((p, up, i) => p * (isUp[i] === true ? up : 1 - up), assumed.region);
    const own = zones.filter((_, i) => isUp[i] === false);
    const shared = pairs.filter((_, i) => isUp[zones.length + i] === false).flat();
    const lost = zones.filter((zone) => [...own, ...shared].includes(zone));
    const failed = machines.filter((_, i) => isUp[zones.length + pairs.length + i] === false);
    const works = controlPlaneWorks(placed, controlPlane.kind, lost, failed, isUp.at(-1) === true);
    const managedUp = new Set(managed.filter((id, i) => isUp[zones.length + pairs.length + machines.length + i] === true && !isDown(placed, id, lost)));
    const singles = cluster.nodes.filter(({ name, role, group }) => role === 'worker' && group === null && failed.includes(name)).map(({ name }) => name);
    const key = [...lost, ...singles].join();
    let settled = settledWithout.get(key);
    if (settled === undefined) settledWithout.set(key, (settled = settle(placed, lossOf(placed, { zones: lost, nodes: singles }))));
    const now = enough(placed, cluster.nodes.filter(({ zoneName: zone }) => !lost.includes(zone)), cluster.pods, placed.nodeOf, ({ name }) => failed.includes(name));
    const later = works ? enough(placed, settled.nodes, settled.pods, settled.nodeOf, ({ name, role }) => role === 'control-plane' && failed.includes(name)) : now;
    for (const { kind, id, needs, needsApi } of subjects) {
      const api = kind === 'quorum' ? quorumAfter(design, { zones: lost, nodes: failed }).keepsQuorum : works || !needsApi;
      const add = (nature: Nature, isWell: (well: ReadonlySet<string>) => boolean) => {
        const name = `${kind} ${id} ${nature}`;
        const sum = sums.get(name) ?? { atOnce: 0, settled: 0 };
        if (api && isWell(now)) sum.atOnce += probability;
        if (api && isWell(later)) sum.settled += probability;
        sums.set(name, sum);
      };
      add('with what it needs', (well) => needs.workloads.every((each) => well.has(each)) && needs.managed.every((each) => managedUp.has(each)));
      add('by itself', (well) => id !== null && well.has(id));
    }
  }
  return (kind, id, nature) => sums.get(`${kind} ${id} ${nature}`) ?? { atOnce: Number.NaN, settled: Number.NaN };
}

function controlPlaneWorks({ design }: Placed, kind: ReturnType<typeof controlPlaneOf>['kind'], zones: readonly string[], nodes: readonly string[], eksUp: boolean): boolean {
  if (kind === 'none') return false;
  return !isFrozen(quorumAfter(design, { zones, nodes: kind === 'eks' ? [] : nodes })) && (kind !== 'eks' || eksUp);
}

/** Workloads that have enough pods on nodes that have not failed. A DaemonSet is not excused from a node that lacks its pod. */
function enough({ cluster }: Placed, nodes: readonly ClusterNode[], pods: readonly ClusterPod[], nodeOf: ReadonlyMap<string, string>, hasFailed: (node: ClusterNode) => boolean): ReadonlySet<string> {
  const up = new Set(nodes.filter((node) => !hasFailed(node)).map(({ name }) => name));
  const all = new Set(nodes.map(({ name }) => name));
  return new Set(
    cluster.manifests.flatMap((manifest) => {
      const own = pods.filter(({ workload }) => workload === manifest.workload.id);
      const running = own.filter(({ key }) => up.has(nodeOf.get(key) ?? '')).length;
      const carrying = new Set(own.map(({ key }) => nodeOf.get(key) ?? '').filter((name) => all.has(name)));
      const counted = eligibleNodes(manifest, nodes).filter(({ name }) => up.has(name) || !carrying.has(name));
      return running >= neededPods(manifest, counted) ? [manifest.workload.id] : [];
    }),
  );
}

function upOf({ design }: Placed, id: string): number {
  const { loadBalancer, databaseMultiAz, databaseSingleAz, fileSystemRegional, fileSystemOneZone } = assumedIn(design.settings.availability);
  const entity = entityById(design, id);
  if (entity?.kind === 'loadBalancer') return loadBalancer;
  if (entity?.kind === 'database') return entity.deployment === 'single-az' ? databaseSingleAz : databaseMultiAz;
  return entity?.kind === 'fileSystem' && entity.type === 'oneZone' ? fileSystemOneZone : fileSystemRegional;
}

/** All zones that it lies in are lost. */
function isDown({ design }: Placed, id: string, lost: readonly string[]): boolean {
  const entity = entityById(design, id);
  const zones = entity !== undefined && 'zones' in entity ? entity.zones : [];
  return zones.every((each) => {
    const zone = entityById(design, each);
    return zone?.kind === 'zone' && lost.includes(zoneName(design, zone));
  });
}
