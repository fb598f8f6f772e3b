import { compareBytes } from '../../byteOrder';
import type { Design } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { usesOf } from './iam';
import type { Plan } from './plan';

/** What of a design is no business of Terraform's, by kind, with the ids concerned. */
export function notExpressed(plan: Plan): readonly string[] {
  const { design } = plan;
  const { settings } = design;
  const ids = (kind: Design['entities'][number]['kind']) => entitiesOf(design, kind).map((entity) => entity.id);
  const pinned = entitiesOf(design, 'workload').filter((workload) => Object.keys(workload.pins).length > 0);
  const listed = (what: string, names: readonly string[], why: string) => (names.length === 0 ? [] : [`${what} (${names.join(', ')}): ${why}`]);
  const letters = entitiesOf(design, 'zone').map((zone) => zone.letter);
  return [
    ...(letters.length === 0 ? ['There is no zone yet, so there are no subnets and nothing that needs one.'] : []),
    ...entitiesOf(design, 'zone')
      .filter((zone) => plan.catalog.region === settings.region && plan.catalog.zones.length > 0 && !plan.catalog.zones.includes(zone.letter))
      .map((zone) => `${zone.id}: the region ${settings.region} is not known to have a zone ${zone.letter}.`),
    ...entitiesOf(design, 'zone')
      .filter((zone, index) => letters.indexOf(zone.letter) !== index)
      .map((zone) => `${zone.id}: another zone has the letter ${zone.letter} already; they share their subnets.`),
    ...entitiesOf(design, 'zone').flatMap((zone) =>
      zone.zoneId === undefined ? [] : [`${zone.id}: subnets are placed by the name of the zone; that it is ${zone.zoneId} in your account is not checked.`],
    ),
    ...listed('Workloads and their pods', ids('workload'), 'Kubernetes objects, in the Kubernetes export.'),
    ...listed('Pins of pods', pinned.map(({ id }) => id), 'where a pod starts is not for Terraform to say.'),
    ...listed('Services', ids('service'), 'Kubernetes objects, in the Kubernetes export.'),
    ...listed('StorageClasses', ids('storageClass'), 'Kubernetes objects, in the Kubernetes export.'),
    ...listed('Clients', ids('client'), 'sources of traffic, which nothing has to be made for.'),
    ...listed('Links', design.links.map(({ id }) => id).sort(compareBytes), 'traffic, which nothing has to be made for.'),
    ...listed('Notes', ids('note'), 'for people.'),
    ...addons(settings),
    ...controllers(plan),
    'settings.availability and settings.seed: assumptions of the evaluation.',
  ];
}

/** What has to be installed in the cluster for the rest to work. */
function controllers(plan: Plan): readonly string[] {
  const uses = usesOf(plan);
  return [
    ...(uses.loadBalancerController ? ['The AWS Load Balancer Controller: its permissions are here, the controller itself is installed in the cluster.'] : []),
    ...(uses.ebs && !plan.eks ? ['The EBS CSI driver: its permissions are here, the driver itself is installed in the cluster.'] : []),
    ...(uses.efs && !plan.eks ? ['The EFS CSI driver: its permissions are here, the driver itself is installed in the cluster.'] : []),
  ];
}

function addons(settings: Design['settings']): readonly string[] {
  const { clusterAutoscaler, karpenter, descheduler, istio } = settings.addons;
  return [
    ...(clusterAutoscaler === undefined ? [] : ['settings.addons.clusterAutoscaler: tags and permissions are here, the deployment itself and its flags are not.']),
    ...(karpenter === undefined ? [] : ['settings.addons.karpenter: the tags by which it finds subnets and security groups are here; its controller, IAM roles, queue and NodePools are not.']),
    ...(descheduler === undefined ? [] : ['settings.addons.descheduler: it runs in the cluster.']),
    ...(istio === undefined ? [] : ['settings.addons.istio: it runs in the cluster.']),
  ];
}
