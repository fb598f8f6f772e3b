import { compareBytes } from '../../byteOrder';
import { objectNames } from '../../cluster/objectNames';
import { serviceObject } from '../../cluster/services';
import type { WorkloadManifest } from '../../cluster/workloadManifest';
import type { Design, Entity } from '../../design/schema';
import { entitiesOf, entityById } from '../../design/tree';
import { loadBalancerOwner, serviceOf } from '../loadBalancerOwner';
import { ingressPort } from './loadBalancers';

/** What these files cannot say of a design, a sentence each, with the ids concerned. */
export function notExpressed(design: Design, manifests: readonly WorkloadManifest[]): readonly string[] {
  const { settings } = design;
  const ids = (...kinds: readonly Entity['kind'][]) => kinds.flatMap((kind) => entitiesOf(design, kind).map(({ id }) => id));
  const listed = (what: string, names: readonly string[], why: string) => (names.length === 0 ? [] : [`${what} (${names.join(', ')}): ${why}`]);
  const workloads = entitiesOf(design, 'workload');
  return [
    ...objectNames(design).notes,
    ...manifests.flatMap(({ notes }) => notes),
    ...entitiesOf(design, 'service').flatMap((service) => serviceObject(design, service).notes),
    ...entitiesOf(design, 'loadBalancer').flatMap((balancer) => loadBalancerNotes(design, balancer)),
    ...listed(
      'Pins of pods',
      workloads.filter(({ pins }) => Object.keys(pins).length > 0).map(({ id }) => id),
      'where a pod happens to run is history; Kubernetes has no field for it that would not hold the pod there.',
    ),
    ...listed(
      'Autoscalers of DaemonSets',
      workloads.filter(({ type, horizontalPodAutoscaler }) => type === 'DaemonSet' && horizontalPodAutoscaler !== undefined).map(({ id }) => id),
      'a DaemonSet has no replicas to scale; they are left out.',
    ),
    ...listed(
      'neededShare',
      workloads.filter(({ neededShare }) => neededShare !== undefined).map(({ id }) => id),
      'what the users of a workload need is judged by the evaluation only.',
    ),
    ...listed(
      'File systems of StorageClasses',
      entitiesOf(design, 'storageClass')
        .filter(({ provisioner, fileSystem }) => provisioner === 'efs.csi.aws.com' && (fileSystem === undefined || entityById(design, fileSystem)?.kind !== 'fileSystem'))
        .map(({ id }) => id),
      'the design names none; fill the id in.',
    ),
    ...listed('Zones, machines and groups', ids('zone', 'controlPlaneNode', 'etcdNode', 'autoScalingGroup', 'instance'), 'in the Terraform export.'),
    ...listed('File systems and databases', ids('fileSystem', 'database'), 'in the Terraform export; the ids of file systems go into cluster/file-systems.env.'),
    ...listed('Clients', ids('client'), 'sources of traffic, which nothing has to be made for.'),
    ...listed('Links', design.links.map(({ id }) => id).sort(compareBytes), 'traffic, which nothing has to be made for.'),
    ...listed('Notes', ids('note'), 'for people.'),
    ...addons(settings),
    ...(settings.kubernetesVersion === '1.21' ? ['Kubernetes 1.21 is for teaching: the files are written for the API of 1.34.'] : []),
    'settings.availability and settings.seed: assumptions of the evaluation.',
  ];
}

function loadBalancerNotes(design: Design, balancer: ReturnType<typeof entitiesOf<'loadBalancer'>>[number]): readonly string[] {
  const service = serviceOf(design, balancer);
  if (service === undefined) return [`${balancer.id}: it is in front of no Service; Terraform makes it.`];
  if (loadBalancerOwner(design, balancer) === 'terraform') return [`${balancer.id}: Terraform makes this load balancer; it sends to the node ports of ${service.id}.`];
  if (balancer.type === 'clb') {
    return [`${balancer.id}: its zones and targets are for the cloud controller to choose; the webhook of the AWS Load Balancer Controller would make the Service a Network Load Balancer.`];
  }
  if (balancer.type === 'nlb') return [];
  const used = ingressPort(service);
  return [
    ...(service.type === 'LoadBalancer' ? [`${balancer.id}: an ALB comes from an Ingress, so that ${service.id} is written with type NodePort; as a LoadBalancer it would be given a second one.`] : []),
    ...(used === undefined ? [`${balancer.id}: ${service.id} has no TCP port that an ALB could send to.`] : []),
    ...(service.ports.length > 1 ? [`${balancer.id}: its Ingress has one port, ${used?.port ?? 80}; the other ports of ${service.id} are not behind it.`] : []),
    ...(used?.port === 443 ? [`${balancer.id}: it speaks HTTP on port 443 until alb.ingress.kubernetes.io/certificate-arn names a certificate.`] : []),
  ];
}

function addons(settings: Design['settings']): readonly string[] {
  const { clusterAutoscaler, karpenter, descheduler, istio } = settings.addons;
  const names = [
    ...(clusterAutoscaler === undefined ? [] : ['clusterAutoscaler']),
    ...(descheduler === undefined ? [] : ['descheduler']),
    ...(istio === undefined ? [] : ['istio']),
    ...(karpenter === undefined ? [] : ['karpenter']),
  ];
  return names.map((name) => `settings.addons.${name}: its own manifests are not in these files; install it with its chart.`);
}
