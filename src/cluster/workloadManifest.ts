import { inByteOrder } from '../byteOrder';
import type { Design, Workload } from '../design/schema';
import { entityById } from '../design/tree';
import type {
  AccessMode,
  Labels,
  PersistentVolumeClaimSpec,
  PodSpec,
  PodTemplate,
  PriorityClass,
  RuntimeClass,
  Toleration,
  Volume,
} from '../kubernetes/objects';
import { priorityClassOf, runtimeClassOf } from './classes';
import { containersOf, withDefaultRequests } from './containers';
import { templateHash } from './hash';
import { objectNames } from './objectNames';
import { affinityOf, spreadOf } from './podAffinity';
import type { Note } from './notes';

/** A workload in Kubernetes' terms: what its manifest says, and what the API server makes of its pods. */
export interface WorkloadManifest {
  readonly workload: Workload;
  /** The object's name: that of the workload, but unique in its namespace. */
  readonly name: string;
  /** `app: NAME`: what its controller, its budget and its own affinity terms select. */
  readonly selector: Labels;
  /** What a person writes. Volumes with a claim for each replica are in `claims` only. */
  readonly template: PodTemplate;
  /** What every pod of it has in common once admitted: requests from limits, priority, overhead. */
  readonly admitted: PodSpec;
  readonly podLabels: Labels;
  readonly claims: readonly WorkloadClaim[];
  readonly priorityClass: PriorityClass | undefined;
  readonly runtimeClass: RuntimeClass | undefined;
  readonly notes: readonly Note[];
}

/** A volume of a workload that is a claim. */
export interface WorkloadClaim {
  readonly volume: string;
  /** Each replica of a StatefulSet has its own; undefined where all share one, whose name it is. */
  readonly sharedName: string | undefined;
  readonly spec: PersistentVolumeClaimSpec;
  /** Entity id of its StorageClass, or of the file system that it mounts as a whole. */
  readonly storageClass: string | undefined;
  readonly fileSystem: string | undefined;
}

const made = new WeakMap<Workload, { readonly context: string; readonly manifest: WorkloadManifest }>();

/** The same object as before where neither the workload nor what it refers to has changed: later stages cache by it. */
export function workloadManifest(design: Design, workload: Workload): WorkloadManifest {
  const names = objectNames(design);
  const name = names.workloads.get(workload.id) ?? workload.name;
  const storage = workload.volumes.map((volume) => storageOf(design, volume, names.storageClasses));
  const context = [name, ...storage.map((s) => `${s.className ?? ''} ${s.storageClass ?? ''} ${s.fileSystem ?? ''}`)].join('|');
  const known = made.get(workload);
  if (known?.context === context) return known.manifest;
  const manifest = makeManifest(workload, name, storage);
  made.set(workload, { context, manifest });
  return manifest;
}

interface VolumeStorage {
  readonly storageClass?: string;
  readonly className?: string;
  readonly fileSystem?: string;
}

/** What backs a volume; a reference to what is not there counts as none. */
function storageOf(design: Design, volume: Workload['volumes'][number], classNames: ReadonlyMap<string, string>): VolumeStorage {
  const className = volume.storageClass === undefined ? undefined : classNames.get(volume.storageClass);
  if (volume.storageClass !== undefined && className !== undefined) return { storageClass: volume.storageClass, className };
  if (volume.fileSystem !== undefined && entityById(design, volume.fileSystem)?.kind === 'fileSystem') return { fileSystem: volume.fileSystem };
  return {};
}

function makeManifest(workload: Workload, name: string, storage: readonly VolumeStorage[]): WorkloadManifest {
  const notes: Note[] = [];
  const labels: Labels = inByteOrder({ ...workload.labels, app: workload.name });
  const claims: WorkloadClaim[] = [];
  const volumes: Volume[] = [];
  for (const [i, volume] of workload.volumes.entries()) {
    const backing = storage[i] ?? {};
    if (backing.storageClass === undefined && backing.fileSystem === undefined) {
      volumes.push({ name: volume.name, emptyDir: {} });
      continue;
    }
    const perReplica = workload.type === 'StatefulSet' && backing.storageClass !== undefined;
    const sharedName = perReplica ? undefined : `${name}-${volume.name}`;
    claims.push({
      volume: volume.name,
      sharedName,
      spec: claimSpec(volume.accessMode, volume.sizeGiB, backing.className ?? ''),
      storageClass: backing.storageClass,
      fileSystem: backing.fileSystem,
    });
    if (sharedName !== undefined) volumes.push({ name: volume.name, persistentVolumeClaim: { claimName: sharedName } });
  }
  const priorityClass = priorityClassOf(workload);
  const runtimeClass = runtimeClassOf(workload, notes);
  const spec = podSpec(workload, labels, volumes, priorityClass, runtimeClass, notes);
  return {
    workload,
    name,
    selector: { app: workload.name },
    template: { metadata: { labels }, spec },
    admitted: admit(spec, priorityClass, runtimeClass),
    podLabels: inByteOrder({ ...labels, [hashLabel(workload)]: templateHash(`${workload.namespace}/${name}`) }),
    claims,
    priorityClass,
    runtimeClass,
    notes,
  };
}

function hashLabel(workload: Workload): string {
  return workload.type === 'Deployment' ? 'pod-template-hash' : 'controller-revision-hash';
}

function claimSpec(accessMode: AccessMode, sizeGiB: number, storageClassName: string): PersistentVolumeClaimSpec {
  return { accessModes: [accessMode], resources: { requests: { storage: `${sizeGiB}Gi` } }, storageClassName, volumeMode: 'Filesystem' };
}

function podSpec(
  workload: Workload,
  labels: Labels,
  volumes: readonly Volume[],
  priorityClass: PriorityClass | undefined,
  runtimeClass: RuntimeClass | undefined,
  notes: Note[],
): PodSpec {
  const { containers, initContainers } = containersOf(workload, notes);
  const affinity = affinityOf(workload, labels, notes);
  const tolerations = tolerationsOf(workload, notes);
  const spread = spreadOf(workload, labels, notes);
  const gates = [...new Set(workload.schedulingGates)];
  return {
    ...(gates.length === 0 ? {} : { schedulingGates: gates.map((name) => ({ name })) }),
    ...(priorityClass === undefined ? {} : { priorityClassName: priorityClass.metadata.name }),
    ...(runtimeClass === undefined ? {} : { runtimeClassName: runtimeClass.metadata.name }),
    ...(Object.keys(workload.nodeSelector).length === 0 ? {} : { nodeSelector: inByteOrder(workload.nodeSelector) }),
    ...(affinity === undefined ? {} : { affinity }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    ...(spread.length === 0 ? {} : { topologySpreadConstraints: spread }),
    ...(initContainers.length === 0 ? {} : { initContainers }),
    containers,
    ...(volumes.length === 0 ? {} : { volumes }),
  };
}

function tolerationsOf(workload: Workload, notes: Note[]): readonly Toleration[] {
  const tolerations: Toleration[] = [];
  for (const { key, operator, value, effect, tolerationSeconds } of workload.tolerations) {
    if (key === undefined && operator === 'Equal') {
      notes.push((say) => say.keylessToleration(workload));
      continue;
    }
    tolerations.push({
      ...(key === undefined ? {} : { key }),
      operator,
      ...(operator === 'Exists' || value === '' ? {} : { value }),
      ...(effect === undefined ? {} : { effect }),
      ...(tolerationSeconds === undefined || effect !== 'NoExecute' ? {} : { tolerationSeconds }),
    });
  }
  return tolerations;
}

/** What the API server's defaults and its Priority and RuntimeClass admission add to a pod. */
function admit(spec: PodSpec, priorityClass: PriorityClass | undefined, runtimeClass: RuntimeClass | undefined): PodSpec {
  return {
    ...spec,
    containers: spec.containers.map(withDefaultRequests),
    ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(withDefaultRequests) }),
    ...(priorityClass === undefined ? {} : { priority: priorityClass.value, preemptionPolicy: priorityClass.preemptionPolicy ?? 'PreemptLowerPriority' }),
    ...(runtimeClass?.overhead === undefined ? {} : { overhead: runtimeClass.overhead.podFixed }),
  };
}
