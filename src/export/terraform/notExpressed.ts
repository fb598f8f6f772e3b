import { compareBytes } from '../../byteOrder';
import type { Design } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import type { Messages } from '../messages/en';
import type { Unsupported } from '../unsupported';
import { listed } from '../unsupported';
import { usesOf } from './iam';
import type { Plan } from './plan';

/** What of a design is no business of Terraform's, by kind, with the ids concerned. */
export function notExpressed(plan: Plan): readonly Unsupported[] {
  const { design } = plan;
  const ids = (kind: Design['entities'][number]['kind']) => entitiesOf(design, kind).map((entity) => entity.id);
  const pinned = entitiesOf(design, 'workload').filter((workload) => Object.keys(workload.pins).length > 0);
  return [
    ...zones(plan),
    ...listed('workloads', ids('workload')),
    ...listed('startingPins', pinned.map(({ id }) => id)),
    ...listed('services', ids('service')),
    ...listed('storageClasses', ids('storageClass')),
    ...listed('clients', ids('client')),
    ...listed('links', design.links.map(({ id }) => id).sort(compareBytes)),
    ...listed('notes', ids('note')),
    ...addons(design.settings),
    ...controllers(plan),
    (say) => say.assumptions(),
  ];
}

function zones({ design, catalog }: Plan): readonly Unsupported[] {
  const { region } = design.settings;
  const drawn = entitiesOf(design, 'zone');
  if (drawn.length === 0) return [(say) => say.noZone()];
  const letters = drawn.map(({ letter }) => letter);
  const isUnknown = (letter: string) => catalog.region === region && catalog.zones.length > 0 && !catalog.zones.includes(letter);
  return [
    ...drawn.filter(({ letter }) => isUnknown(letter)).map(({ id, letter }): Unsupported => (say) => say.zoneNotInRegion(id, region, letter)),
    ...drawn.filter(({ letter }, index) => letters.indexOf(letter) !== index).map(({ id, letter }): Unsupported => (say) => say.zoneTwice(id, letter)),
    ...drawn.flatMap(({ id, zoneId }) => (zoneId === undefined ? [] : [(say: Messages) => say.zoneIdNotChecked(id, zoneId)])),
  ];
}

/** What has to be installed in the cluster for the rest to work. */
function controllers(plan: Plan): readonly Unsupported[] {
  const uses = usesOf(plan);
  return [
    ...(uses.loadBalancerController ? [(say: Messages) => say.loadBalancerController()] : []),
    ...(uses.ebs && !plan.eks ? [(say: Messages) => say.csiDriver('EBS')] : []),
    ...(uses.efs && !plan.eks ? [(say: Messages) => say.csiDriver('EFS')] : []),
  ];
}

function addons({ addons: { clusterAutoscaler, karpenter, descheduler, istio } }: Design['settings']): readonly Unsupported[] {
  return [
    ...(clusterAutoscaler === undefined ? [] : [(say: Messages) => say.autoscalerDeployment()]),
    ...(karpenter === undefined ? [] : [(say: Messages) => say.karpenterController()]),
    ...(descheduler === undefined ? [] : [(say: Messages) => say.addonInCluster('descheduler')]),
    ...(istio === undefined ? [] : [(say: Messages) => say.addonInCluster('istio')]),
  ];
}
