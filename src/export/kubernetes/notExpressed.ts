import { compareBytes } from '../../byteOrder';
import { objectNames } from '../../cluster/objectNames';
import { serviceObject } from '../../cluster/services';
import type { WorkloadManifest } from '../../cluster/workloadManifest';
import type { Design, Entity, LoadBalancer, StorageClassEntity } from '../../design/schema';
import { entitiesOf, entityById } from '../../design/tree';
import { loadBalancerOwner, serviceOf } from '../loadBalancerOwner';
import type { Messages } from '../messages/en';
import type { Unsupported } from '../unsupported';
import { listed } from '../unsupported';
import { ingressPort } from './loadBalancers';

/** What these files cannot say of a design, with the ids concerned. */
export function notExpressed(design: Design, manifests: readonly WorkloadManifest[]): readonly Unsupported[] {
  const ids = (...kinds: readonly Entity['kind'][]) => kinds.flatMap((kind) => entitiesOf(design, kind).map(({ id }) => id));
  const workloads = (test: (workload: WorkloadManifest['workload']) => boolean) => entitiesOf(design, 'workload').filter(test).map(({ id }) => id);
  const notes = [
    ...objectNames(design).notes,
    ...manifests.flatMap((manifest) => manifest.notes),
    ...entitiesOf(design, 'service').flatMap((service) => serviceObject(design, service).notes),
  ];
  return [
    ...notes.map((note): Unsupported => (say) => note(say.cluster)),
    ...entitiesOf(design, 'loadBalancer').flatMap((balancer) => loadBalancerProblems(design, balancer)),
    ...listed('pins', workloads(({ pins }) => Object.keys(pins).length > 0)),
    ...listed('daemonSetAutoscalers', workloads(({ type, horizontalPodAutoscaler }) => type === 'DaemonSet' && horizontalPodAutoscaler !== undefined)),
    ...listed('neededShare', workloads(({ neededShare }) => neededShare !== undefined)),
    ...listed('unknownFileSystems', entitiesOf(design, 'storageClass').filter((storageClass) => lacksFileSystem(design, storageClass)).map(({ id }) => id)),
    ...listed('machines', ids('zone', 'controlPlaneNode', 'etcdNode', 'autoScalingGroup', 'instance')),
    ...listed('storage', ids('fileSystem', 'database')),
    ...listed('clients', ids('client')),
    ...listed('links', design.links.map(({ id }) => id).sort(compareBytes)),
    ...listed('notes', ids('note')),
    ...addons(design.settings),
    ...(design.settings.kubernetesVersion === '1.21' ? [(say: Messages) => say.teachingVersion()] : []),
    (say) => say.assumptions(),
  ];
}

function lacksFileSystem(design: Design, { provisioner, fileSystem }: StorageClassEntity): boolean {
  return provisioner === 'efs.csi.aws.com' && (fileSystem === undefined || entityById(design, fileSystem)?.kind !== 'fileSystem');
}

function loadBalancerProblems(design: Design, balancer: LoadBalancer): readonly Unsupported[] {
  const { id } = balancer;
  const service = serviceOf(design, balancer);
  if (service === undefined) return [(say) => say.balancerOfNoService(id)];
  if (loadBalancerOwner(design, balancer) === 'terraform') return [(say) => say.balancerOfTerraform(id, service.id)];
  if (balancer.type === 'clb') return [(say) => say.classicBalancer(id)];
  if (balancer.type === 'nlb') return [];
  const used = ingressPort(service);
  return [
    ...(service.type === 'LoadBalancer' ? [(say: Messages) => say.albAsNodePort(id, service.id)] : []),
    ...(used === undefined ? [(say: Messages) => say.albWithoutPort(id, service.id)] : []),
    ...(service.ports.length > 1 ? [(say: Messages) => say.albOnePort(id, service.id, used?.port ?? 80)] : []),
    ...(used?.port === 443 ? [(say: Messages) => say.albCertificate(id)] : []),
  ];
}

function addons({ addons: { clusterAutoscaler, descheduler, istio, karpenter } }: Design['settings']): readonly Unsupported[] {
  return Object.entries({ clusterAutoscaler, descheduler, istio, karpenter })
    .filter(([, addon]) => addon !== undefined)
    .map(([name]): Unsupported => (say) => say.addonByChart(name));
}
