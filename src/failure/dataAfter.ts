import { compareBytes } from '../byteOrder';
import type { Placed } from '../cluster/cluster';
import type { Database, FileSystem } from '../design/schema';
import { entitiesOf, entityById, zoneName } from '../design/tree';
import type { DatabaseAfter, FailureRow, FileSystemAfter } from '../evaluation';
import type { PersistentVolume } from '../kubernetes/objects';
import type { Loss } from './scenario';
import { once } from '../once';

const ZONE = 'topology.kubernetes.io/zone';

/**
 * How long a database is away until a standby has taken over, in seconds. Sources: Amazon RDS user guide, "Failing over a
 * Multi-AZ DB instance" (60 to 120 s) and "Multi-AZ DB cluster deployments" (typically under 35 s).
 */
const FAILOVER_SECONDS = { 'multi-az-instance': { from: 60, to: 120 }, 'multi-az-cluster': { from: 0, to: 35 } } as const;

type DataAfter = Pick<FailureRow, 'volumes' | 'databases' | 'fileSystems'>;

/** What a loss does to what is stored: volumes, databases, file systems. A node takes no zone with it, and none of them. */
export function dataAfter(placed: Placed, loss: Loss, volumes: readonly PersistentVolume[]): DataAfter {
  const { design } = placed;
  if (loss.deadZones.size === 0) return untouched(placed);
  const nameOf = (id: string) => {
    const zone = entityById(design, id);
    return zone?.kind === 'zone' ? zoneName(design, zone) : id;
  };
  const isDead = (id: string) => loss.deadZones.has(nameOf(id));
  return {
    volumes: { unreachable: byName(volumes).filter((volume) => zonesOfVolume(volume).some((zone) => loss.deadZones.has(zone))).map(({ metadata }) => metadata.name) },
    databases: entitiesOf(design, 'database').map((database) => databaseAfter(database, isDead)),
    fileSystems: entitiesOf(design, 'fileSystem').map((fileSystem) => fileSystemAfter(fileSystem, isDead)),
  };
}

/** A list of volumes stays the same as long as what a loss came to is kept. */
const byName = once((volumes: readonly PersistentVolume[]) => [...volumes].sort((a, b) => compareBytes(a.metadata.name, b.metadata.name)));

/** The rows of nodes share one answer. */
const untouched = once(({ design }: Placed): DataAfter => {
  const alive = () => false;
  return {
    volumes: { unreachable: [] },
    databases: entitiesOf(design, 'database').map((database) => databaseAfter(database, alive)),
    fileSystems: entitiesOf(design, 'fileSystem').map((fileSystem) => fileSystemAfter(fileSystem, alive)),
  };
});

/** The zones that a volume's node affinity ties it to; none: it can be mounted anywhere. Volumes stay the same objects from loss to loss. */
const zonesOfVolume = once((volume: PersistentVolume): readonly string[] => {
  const terms = volume.spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return terms.flatMap(({ matchExpressions = [] }) => matchExpressions.filter(({ key }) => key === ZONE).flatMap(({ values }) => values ?? []));
});

/** The first zone is the primary's: lost, the first standby that lives takes over. */
function databaseAfter({ id, deployment, zones }: Database, isDead: (zone: string) => boolean): DatabaseAfter {
  const [primary, ...standbys] = zones;
  const standby = deployment === 'single-az' ? undefined : standbys.find((zone) => !isDead(zone));
  if (primary !== undefined && !isDead(primary)) return { id, state: standbys.some(isDead) ? 'standby-lost' : 'unaffected', failoverSeconds: null };
  if (deployment === 'single-az' || standby === undefined) return { id, state: 'down', failoverSeconds: null };
  return { id, state: 'fails-over', failoverSeconds: FAILOVER_SECONDS[deployment] };
}

/** A regional file system lives on while a mount target does; pods of a zone without one reach those of others. */
function fileSystemAfter({ id, zones }: FileSystem, isDead: (zone: string) => boolean): FileSystemAfter {
  const dead = zones.filter(isDead).length;
  return { id, state: dead === 0 ? 'unaffected' : dead === zones.length ? 'down' : 'mount-target-lost' };
}
