import { en as cluster } from '../../cluster/messages/en';

/** What targets cannot express, in English: one function a sentence. This is also the type that every language fills. */
export const en = {
  cluster,
  /** Kinds of things that a target has nothing for, with the ids concerned. */
  listed: {
    workloads: (ids: string) => `Workloads and their pods (${ids}): Kubernetes objects, in the Kubernetes export.`,
    services: (ids: string) => `Services (${ids}): Kubernetes objects, in the Kubernetes export.`,
    storageClasses: (ids: string) => `StorageClasses (${ids}): Kubernetes objects, in the Kubernetes export.`,
    machines: (ids: string) => `Zones, machines and groups (${ids}): in the Terraform export.`,
    storage: (ids: string) => `File systems and databases (${ids}): in the Terraform export; the ids of file systems go into cluster/file-systems.env.`,
    startingPins: (ids: string) => `Pins of pods (${ids}): where a pod starts is not for Terraform to say.`,
    pins: (ids: string) => `Pins of pods (${ids}): where a pod happens to run is history; Kubernetes has no field for it that would not hold the pod there.`,
    daemonSetAutoscalers: (ids: string) => `Autoscalers of DaemonSets (${ids}): a DaemonSet has no replicas to scale; they are left out.`,
    neededShare: (ids: string) => `neededShare (${ids}): what the users of a workload need is judged by the evaluation only.`,
    unknownFileSystems: (ids: string) => `File systems of StorageClasses (${ids}): the design names none; fill the id in.`,
    clients: (ids: string) => `Clients (${ids}): sources of traffic, which nothing has to be made for.`,
    links: (ids: string) => `Links (${ids}): traffic, which nothing has to be made for.`,
    notes: (ids: string) => `Notes (${ids}): for people.`,
  },
  assumptions: () => 'settings.availability and settings.seed: assumptions of the evaluation.',
  teachingVersion: () => 'Kubernetes 1.21 is for teaching: the files are written for the API of 1.34.',
  addonByChart: (name: string) => `settings.addons.${name}: its own manifests are not in these files; install it with its chart.`,
  autoscalerDeployment: () => 'settings.addons.clusterAutoscaler: tags and permissions are here, the deployment itself and its flags are not.',
  karpenterController: () =>
    'settings.addons.karpenter: the tags by which it finds subnets and security groups are here; its controller, IAM roles, queue and NodePools are not.',
  addonInCluster: (name: string) => `settings.addons.${name}: it runs in the cluster.`,
  loadBalancerController: () => 'The AWS Load Balancer Controller: its permissions are here, the controller itself is installed in the cluster.',
  csiDriver: (storage: 'EBS' | 'EFS') => `The ${storage} CSI driver: its permissions are here, the driver itself is installed in the cluster.`,

  noZone: () => 'There is no zone yet, so there are no subnets and nothing that needs one.',
  zoneNotInRegion: (id: string, region: string, letter: string) => `${id}: the region ${region} is not known to have a zone ${letter}.`,
  zoneTwice: (id: string, letter: string) => `${id}: another zone has the letter ${letter} already; they share their subnets.`,
  zoneIdNotChecked: (id: string, zoneId: string) => `${id}: subnets are placed by the name of the zone; that it is ${zoneId} in your account is not checked.`,
  zoneWithoutSubnet: (id: string) => `${id}: its zone has no subnet; it is left out.`,
  zonesWithoutSubnet: (id: string) => `${id}: none of its zones has a subnet; it is left out.`,
  noPrivateSubnet: (zone: string) => `${zone}: no existing private subnet is named for this zone; what lies in it is left out.`,
  noPublicSubnet: (zone: string) => `${zone}: no existing public subnet is named for this zone; internet-facing load balancers are not in it.`,
  existingRoutes: () => 'settings.nat: the routes of an existing VPC are its own; its private subnets must reach the internet or the endpoints of AWS.',
  existingSubnetTags: () =>
    'settings.network.existing: the tags that load balancers look for are not set on existing subnets (kubernetes.io/role/internal-elb = 1 on private, kubernetes.io/role/elb = 1 on public ones).',
  subnetsDoNotFit: ({ zones, drawn, used }: { zones: number; drawn: SubnetSizes; used: SubnetSizes }) =>
    `settings.network: ${zones} private /${drawn.privatePrefix} and public /${drawn.publicPrefix} subnets do not fit into ${drawn.vpcCidr}; ` +
    `the files have /${used.privatePrefix} and /${used.publicPrefix} in ${used.vpcCidr}.`,
  namePrefix: (drawn: string, used: string) => `settings.namePrefix: AWS does not take "${drawn}" in front of every name; "${used}" is used.`,
  reservedTag: (key: string) => `settings.tags: the tag ${JSON.stringify(key)} is left out, AWS reserves keys that begin with aws:.`,
  refusedTag: (key: string) =>
    `settings.tags: the tag ${JSON.stringify(key)} has characters that IAM, EKS and others refuse (allowed: letters, digits, spaces and _ . : / = + - @); change it before you apply.`,

  eksWithoutZones: () => 'settings.controlPlane: an EKS cluster needs subnets in at least two zones, and there are none; it is left out.',
  eksInOneZone: () => 'settings.controlPlane: AWS makes an EKS cluster only with subnets in at least two zones; the design has one.',
  machineOfEks: (id: string) => `${id}: AWS runs the control plane of EKS; this machine is left out.`,
  bootstrapScripts: () =>
    'Self-managed control plane: Terraform makes the machines, volumes and the load balancer; what makes them a cluster (kubeadm, certificates, etcd membership) is the scripts in the *_bootstrap variables.',
  learner: (id: string) => `${id}: that its etcd member is a learner is for etcdctl member add --learner.`,
  noControlPlaneNode: () => 'settings.controlPlane: there are no control-plane nodes yet, so there is no API server to join.',

  labelByKubectl: (id: string, key: string) => `${id}: a kubelet may not set the label ${key} on its node; set it with kubectl.`,
  tagKeyTooLong: (id: string, key: string, longest: number) => `${id}: the key of a tag has at most ${longest} characters; ${key} is left out.`,
  otherArchitecture: (id: string, architecture: string, types: string) => `${id}: one launch template has one image, here for ${architecture}; left out: ${types}.`,
  instancesPerZone: (id: string, desired: number) => `${id}: instances per zone cannot be set by hand, Auto Scaling balances them; only the total of ${desired} is set.`,
  tooManyTypes: (id: string, most: number, left: number) => `${id}: a managed node group has at most ${most} instance types; the last ${left} are left out.`,
  emptyManagedGroup: (id: string) => `${id}: EKS takes no managed node group of at most 0 nodes; its maximum is 1.`,
  mixedManagedGroup: (id: string, onDemandShare: number) =>
    `${id}: a managed node group is all on-demand or all spot, not ${Math.round(onDemandShare * 100)} % on-demand; it is ${onDemandShare >= 0.5 ? 'on-demand' : 'spot'}.`,
  managedDistribution: (id: string, strategy: string) =>
    `${id}: EKS owns the Auto Scaling group of a managed node group; its distribution strategy ${strategy} cannot be set.`,
  managedAzRebalance: (id: string) =>
    `${id}: EKS owns the Auto Scaling group of a managed node group; suspend its AZRebalance process with aws autoscaling suspend-processes.`,
  emptyLabel: (id: string, key: string) => `${id}: EKS takes no label without a value; ${key} is left out.`,

  fileSystemSize: (id: string, gib: number) => `${id}: EFS grows by itself; the size of ${gib} GiB only counts for its price.`,
  databaseStorage: (id: string, smallest: number, drawn: number) => `${id}: RDS storage begins at ${smallest} GiB, not ${drawn}.`,
  databaseZones: ({ id, deployment, needed, drawn }: { id: string; deployment: string; needed: number; drawn: number }) =>
    `${id}: ${deployment} uses ${needed} zones and the design names ${drawn}; AWS chooses the others.`,
  databaseSubnets: (id: string, needed: number, drawn: number) => `${id}: AWS wants a subnet group over at least ${needed} zones; the design has ${drawn}.`,
  databasePrimary: (id: string, isCluster: boolean) =>
    `${id}: which of its zones has the ${isCluster ? 'writer' : 'primary'} is chosen by AWS; fail over by hand to move it.`,
  databaseClass: (id: string, instanceClass: string) =>
    `${id}: a Multi-AZ cluster needs an instance class with local SSDs, such as db.m6gd.large; AWS may refuse ${instanceClass}.`,

  /** `service` is null where the Service that it names does not exist. */
  balancerOfController: (id: string, service: string | null) =>
    `${id}: the controller in the cluster makes this load balancer from ${service ?? 'its Service'}; it is in the Kubernetes export.`,
  balancerWithoutSubnet: (id: string, isInternal: boolean) => `${id}: none of its zones has a ${isInternal ? 'private' : 'public'} subnet; it is left out.`,
  albInOneZone: (id: string) => `${id}: AWS makes an application load balancer only with subnets in at least two zones.`,
  balancerWithoutService: (id: string, missing: string | null, isClassic: boolean) =>
    `${id}: ${missing === null ? 'no Service' : `a Service that does not exist (${missing})`} is behind it, so it has no ${isClassic ? 'port of its own but a stand-in listener' : 'listeners'}.`,
  clientRoutingPolicy: (id: string) => `${id}: only a network load balancer has a client routing policy.`,
  noListener: (id: string, { service, port, protocol }: PortOfService) => `${id}: this type of load balancer has no ${protocol} listener for port ${port} of ${service}.`,
  secondProtocol: (id: string, service: string, port: number) => `${id}: port ${port} of ${service} has a second protocol; the listener is for the first.`,
  classicTargets: (id: string) => `${id}: a classic load balancer has instances as targets, not addresses.`,
  podTargets: (id: string) =>
    `${id}: the addresses of pods are registered by the cluster (a TargetGroupBinding of the AWS Load Balancer Controller), not by Terraform.`,

  balancerOfNoService: (id: string) => `${id}: it is in front of no Service; Terraform makes it.`,
  balancerOfTerraform: (id: string, service: string) => `${id}: Terraform makes this load balancer; it sends to the node ports of ${service}.`,
  classicBalancer: (id: string) =>
    `${id}: its zones and targets are for the cloud controller to choose; the webhook of the AWS Load Balancer Controller would make the Service a Network Load Balancer.`,
  albAsNodePort: (id: string, service: string) =>
    `${id}: an ALB comes from an Ingress, so that ${service} is written with type NodePort; as a LoadBalancer it would be given a second one.`,
  albWithoutPort: (id: string, service: string) => `${id}: ${service} has no TCP port that an ALB could send to.`,
  albOnePort: (id: string, service: string, port: number) => `${id}: its Ingress has one port, ${port}; the other ports of ${service} are not behind it.`,
  albCertificate: (id: string) => `${id}: it speaks HTTP on port 443 until alb.ingress.kubernetes.io/certificate-arn names a certificate.`,
};

interface SubnetSizes {
  readonly privatePrefix: number;
  readonly publicPrefix: number;
  readonly vpcCidr: string;
}

interface PortOfService {
  readonly service: string;
  readonly port: number;
  readonly protocol: string;
}

export type Messages = typeof en;
