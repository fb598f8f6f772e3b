import { KARPENTER, ROOT_VOLUME_GIB } from '../karpenter/entity';
import { compareBytes } from '../byteOrder';
import { objectNames } from '../cluster/objectNames';
import { entitiesOf, entityById } from '../design/tree';
import type { PersistentVolume } from '../kubernetes/objects';
import { quantityValue } from '../kubernetes/quantity';
import { bytesPerGb, hoursPerMonth } from '../units';
import type { CostInput } from './cost';
import { charge, type Ledger } from './ledger';
import { once } from '../once';

/** Writes the lines of EBS volumes, EFS file systems and RDS databases. */
export function chargeStorage(ledger: Ledger, input: CostInput): void {
  chargeMachineVolumes(ledger, input);
  chargeClaims(ledger, input);
  chargeFileSystems(ledger, input);
  chargeDatabases(ledger, input);
}

/** Root volumes go with their machine; an etcd volume stays when its machine is lost. */
function chargeMachineVolumes(ledger: Ledger, { design, catalog, nodes, lost }: CostInput): void {
  let root = 0;
  let roots = 0;
  let etcd = 0;
  const machines = new Set<string>();
  const members: string[] = [];
  const addRoot = (entity: string | null, gib: number) => {
    root += gib;
    roots++;
    if (entity !== null) machines.add(entity);
  };
  for (const kind of ['controlPlaneNode', 'etcdNode'] as const) {
    if (kind === 'controlPlaneNode' && design.settings.controlPlane === 'eks') continue;
    for (const machine of entitiesOf(design, kind)) {
      if (lost?.has(machine.id) !== true && lost?.has(machine.zone) !== true) addRoot(machine.id, machine.rootVolumeGiB);
      if (machine.etcd === 'none') continue;
      etcd += machine.etcdVolumeGiB;
      members.push(machine.id);
    }
  }
  for (const node of nodes) {
    const entity = entityById(design, node.entity);
    if (entity?.kind === 'autoScalingGroup' || entity?.kind === 'instance') addRoot(entity.id, entity.rootVolumeGiB);
    else if (node.entity === KARPENTER) addRoot(null, ROOT_VOLUME_GIB);
  }
  const { ebsGp3PerGbMonth } = catalog.prices;
  if (roots > 0) ledger.notPriced.push(ledger.text.notPriced.gp3);
  charge(ledger, { id: 'ebs/root', title: ledger.text.rootVolumes(roots), quantity: root, unit: 'GB-month', count: roots, entities: [...machines] }, ebsGp3PerGbMonth);
  charge(ledger, { id: 'ebs/etcd', title: ledger.text.etcdVolumes(members.length), quantity: etcd, unit: 'GB-month', count: members.length, entities: members }, ebsGp3PerGbMonth);
}

/** Volumes made for claims, a line for each StorageClass. */
function chargeClaims(ledger: Ledger, { design, catalog, volumes }: CostInput): void {
  const byClass = claimed(volumes);
  const names = objectNames(design).storageClasses;
  for (const name of [...byClass.keys()].sort(compareBytes)) {
    const { gib, count } = byClass.get(name) ?? { gib: 0, count: 0 };
    const storageClass = entitiesOf(design, 'storageClass').find(({ id }) => names.get(id) === name);
    const type = storageClass?.volumeType ?? 'gp3';
    charge(
      ledger,
      {
        id: `ebs/claims/${name}`,
        title: ledger.text.claims(name, count, type),
        quantity: gib,
        unit: 'GB-month',
        count,
        entities: storageClass === undefined ? [] : [storageClass.id],
      },
      type === 'gp2' ? catalog.prices.ebsGp2PerGbMonth : catalog.prices.ebsGp3PerGbMonth,
    );
  }
}

type Claimed = ReadonlyMap<string, { readonly gib: number; readonly count: number }>;

/** EBS volumes by the name of their StorageClass; a list stays the same as long as the placement or what a loss came to. */
const claimed = once((volumes: readonly PersistentVolume[]): Claimed => {
  const byClass = new Map<string, { gib: number; count: number }>();
  for (const volume of volumes) {
    if (volume.spec.csi?.driver !== 'ebs.csi.aws.com') continue;
    const name = volume.spec.storageClassName ?? '';
    const sum = byClass.get(name) ?? { gib: 0, count: 0 };
    sum.gib += quantityValue(volume.spec.capacity['storage']) / bytesPerGb;
    sum.count++;
    byClass.set(name, sum);
  }
  return byClass;
});

function chargeFileSystems(ledger: Ledger, { design, catalog }: CostInput): void {
  for (const { id, type, storageGiB } of entitiesOf(design, 'fileSystem')) {
    charge(
      ledger,
      { id: `efs/${id}`, title: ledger.text.fileSystem(id, type === 'oneZone'), quantity: storageGiB, unit: 'GB-month', entities: [id] },
      type === 'oneZone' ? catalog.prices.efsOneZonePerGbMonth : catalog.prices.efsStandardPerGbMonth,
    );
    ledger.notPriced.push(ledger.text.notPriced.fileSystemThroughput(id));
  }
}

function chargeDatabases(ledger: Ledger, { design, catalog }: CostInput): void {
  for (const { id, engine, deployment, instanceClass, storageGiB } of entitiesOf(design, 'database')) {
    if (deployment === 'multi-az-cluster') {
      ledger.notPriced.push(ledger.text.notPriced.multiAzCluster(id, instanceClass));
    } else {
      const multiAz = deployment === 'multi-az-instance';
      charge(
        ledger,
        { id: `rds/${id}`, title: ledger.text.database(id, instanceClass, multiAz), quantity: hoursPerMonth, unit: 'h', entities: [id] },
        catalog.prices.rds(engine, instanceClass, multiAz),
      );
    }
    ledger.notPriced.push(ledger.text.notPriced.databaseStorage(id, storageGiB));
  }
}
