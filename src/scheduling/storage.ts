import type {
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  StorageClass,
  Volume,
  VolumeAttachment,
} from '../kubernetes/objects';
import { objectKey } from '../kubernetes/objects';
import type { ClusterObjects } from '../kubernetes/clusterObjects';

/** What claims of a class may take. */
interface Offer {
  readonly free: PersistentVolume[];
  /** By `namespace/name` of the claim. */
  readonly claimed: Map<string, PersistentVolume[]>;
}

const NO_VOLUMES: readonly PersistentVolume[] = [];

/** Claims, volumes and what describes them, as the scheduler's own cache sees them; cheap to copy. */
export class Storage {
  private claims: Map<string, PersistentVolumeClaim>;
  private volumes: Map<string, PersistentVolume>;
  private offers: Map<string, Offer> | null = null;
  private shared = false;
  readonly classes: ReadonlyMap<string, StorageClass>;
  csiNodes: ReadonlyMap<string, CSINode>;
  readonly csiDrivers: ReadonlyMap<string, CSIDriver>;
  readonly capacities: readonly CSIStorageCapacity[];
  readonly attachments: ReadonlyMap<string, readonly VolumeAttachment[]>;

  constructor(source: ClusterObjects | Storage) {
    if (source instanceof Storage) {
      source.shared = true;
      this.shared = true;
      this.claims = source.claims;
      this.volumes = source.volumes;
      this.offers = source.offers;
      this.classes = source.classes;
      this.csiNodes = source.csiNodes;
      this.csiDrivers = source.csiDrivers;
      this.capacities = source.capacities;
      this.attachments = source.attachments;
      return;
    }
    this.claims = new Map(source.persistentVolumeClaims.map((claim) => [objectKey(claim), claim]));
    this.volumes = byName(source.persistentVolumes);
    this.classes = byName(source.storageClasses);
    this.csiNodes = byName(source.csiNodes);
    this.csiDrivers = byName(source.csiDrivers);
    this.capacities = source.csiStorageCapacities;
    const attachments = new Map<string, VolumeAttachment[]>();
    for (const attachment of source.volumeAttachments) {
      const node = attachments.get(attachment.spec.nodeName);
      if (node === undefined) attachments.set(attachment.spec.nodeName, [attachment]);
      else node.push(attachment);
    }
    this.attachments = attachments;
  }

  claim(namespace: string, name: string): PersistentVolumeClaim | undefined {
    return this.claims.get(`${namespace}/${name}`);
  }

  volume(name: string): PersistentVolume | undefined {
    return this.volumes.get(name);
  }

  /** Volumes of a class that no claim has, and those made for this claim, each in byte order of their names. */
  volumesFor(className: string, namespace: string, claimName: string): readonly PersistentVolume[] {
    if (this.offers === null) {
      this.offers = new Map();
      const sorted = [...this.volumes.values()].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
      for (const volume of sorted) this.offer(this.offers, volume);
    }
    const offer = this.offers.get(className);
    if (offer === undefined) return NO_VOLUMES;
    const own = offer.claimed.get(`${namespace}/${claimName}`);
    return own === undefined ? offer.free : [...own, ...offer.free];
  }

  private offer(offers: Map<string, Offer>, volume: PersistentVolume): void {
    const className = volume.spec.storageClassName ?? '';
    let offer = offers.get(className);
    if (offer === undefined) offers.set(className, (offer = { free: [], claimed: new Map() }));
    const { claimRef } = volume.spec;
    if (claimRef === undefined) {
      offer.free.push(volume);
      return;
    }
    const key = `${claimRef.namespace ?? ''}/${claimRef.name}`;
    const own = offer.claimed.get(key);
    if (own === undefined) offer.claimed.set(key, [volume]);
    else own.push(volume);
  }

  allClaims(): Iterable<PersistentVolumeClaim> {
    return this.claims.values();
  }

  allVolumes(): Iterable<PersistentVolume> {
    return this.volumes.values();
  }

  /** What the kubelet of a node that joins says of its drivers. */
  addCsiNode(csiNode: CSINode): void {
    this.csiNodes = new Map([...this.csiNodes, [csiNode.metadata.name, csiNode]]);
  }

  /** Writes a claim and its volume as the binder leaves them. */
  bind(claim: PersistentVolumeClaim, volume: PersistentVolume): void {
    const wasOffered = this.volumes.has(volume.metadata.name);
    if (this.shared) {
      this.claims = new Map(this.claims);
      this.volumes = new Map(this.volumes);
      this.shared = false;
    }
    // A volume made for its claim was never on offer, and nothing else may take it.
    if (wasOffered) this.offers = null;
    this.claims.set(objectKey(claim), {
      ...claim,
      metadata: { ...claim.metadata, annotations: { ...claim.metadata.annotations, 'pv.kubernetes.io/bind-completed': 'yes' } },
      spec: { ...claim.spec, volumeName: volume.metadata.name },
      status: { ...claim.status, phase: 'Bound' },
    });
    this.volumes.set(volume.metadata.name, {
      ...volume,
      spec: {
        ...volume.spec,
        claimRef: {
          kind: 'PersistentVolumeClaim',
          namespace: claim.metadata.namespace ?? 'default',
          name: claim.metadata.name,
          ...(claim.metadata.uid === undefined ? {} : { uid: claim.metadata.uid }),
        },
      },
      status: { ...volume.status, phase: 'Bound' },
    });
  }
}

function byName<T extends { readonly metadata: { readonly name: string } }>(objects: readonly T[]): Map<string, T> {
  return new Map(objects.map((object) => [object.metadata.name, object]));
}

/** The name of the claim that a volume of a pod stands for, undefined for volumes without one. */
export function claimNameOf(pod: Pod, volume: Volume): string | undefined {
  if (volume.persistentVolumeClaim) return volume.persistentVolumeClaim.claimName;
  return volume.ephemeral ? `${pod.metadata.name}-${volume.name}` : undefined;
}

/** A claim's class: the old annotation wins. Source: kubernetes/component-helpers storage/volume/helpers.go. */
export function classNameOf(claim: PersistentVolumeClaim): string {
  return claim.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? claim.spec.storageClassName ?? '';
}
