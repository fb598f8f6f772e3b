import { ko as cluster } from '../../cluster/messages/ko';
import type { Messages } from './en';

/** 내보내기 대상이 표현하지 못하는 것의 한국어 문구. */
export const ko: Messages = {
  cluster,
  listed: {
    workloads: (ids) => `워크로드와 파드(${ids}): Kubernetes 오브젝트이므로 Kubernetes 내보내기에 들어 있습니다.`,
    services: (ids) => `Service(${ids}): Kubernetes 오브젝트이므로 Kubernetes 내보내기에 들어 있습니다.`,
    storageClasses: (ids) => `StorageClass(${ids}): Kubernetes 오브젝트이므로 Kubernetes 내보내기에 들어 있습니다.`,
    machines: (ids) => `영역, 머신, 그룹(${ids}): Terraform 내보내기에 들어 있습니다.`,
    storage: (ids) => `파일 시스템과 데이터베이스(${ids}): Terraform 내보내기에 들어 있습니다. 파일 시스템 ID는 cluster/file-systems.env에 적습니다.`,
    startingPins: (ids) => `파드 고정(${ids}): 파드가 어느 노드에서 시작하는지는 Terraform이 정할 일이 아닙니다.`,
    pins: (ids) => `파드 고정(${ids}): 파드가 지금 어디서 실행되는지는 지나간 상태일 뿐이며, Kubernetes에는 파드를 계속 묶어 두지 않으면서 이를 적을 필드가 없습니다.`,
    daemonSetAutoscalers: (ids) => `DaemonSet의 오토스케일러(${ids}): DaemonSet에는 조절할 레플리카 수가 없어 제외했습니다.`,
    neededShare: (ids) => `neededShare(${ids}): 사용자에게 필요한 레플리카 비율은 평가에만 쓰입니다.`,
    unknownFileSystems: (ids) => `StorageClass의 파일 시스템(${ids}): 설계에 지정되어 있지 않으므로 ID를 직접 채우십시오.`,
    clients: (ids) => `클라이언트(${ids}): 트래픽의 출처이므로 만들 리소스가 없습니다.`,
    links: (ids) => `링크(${ids}): 트래픽이므로 만들 리소스가 없습니다.`,
    notes: (ids) => `메모(${ids}): 사람을 위한 것입니다.`,
  },
  assumptions: () => 'settings.availability와 settings.seed: 평가에만 쓰이는 가정입니다.',
  teachingVersion: () => 'Kubernetes 1.21은 교육용입니다. 파일은 1.34 API에 맞게 작성됩니다.',
  addonByChart: (name) => `settings.addons.${name}: 매니페스트는 이 파일에 들어 있지 않습니다. 차트로 설치하십시오.`,
  autoscalerDeployment: () => 'settings.addons.clusterAutoscaler: 태그와 권한은 들어 있지만 Deployment와 플래그는 들어 있지 않습니다.',
  karpenterController: () =>
    'settings.addons.karpenter: 서브넷과 보안 그룹을 찾는 데 쓰는 태그는 들어 있지만 컨트롤러, IAM 역할, 대기열, NodePool은 들어 있지 않습니다.',
  addonInCluster: (name) => `settings.addons.${name}: 클러스터 안에서 실행됩니다.`,
  loadBalancerController: () => 'AWS Load Balancer Controller: 권한은 들어 있지만 컨트롤러는 클러스터에 따로 설치합니다.',
  csiDriver: (storage) => `${storage} CSI 드라이버: 권한은 들어 있지만 드라이버는 클러스터에 따로 설치합니다.`,

  noZone: () => '아직 영역이 없어 서브넷도, 서브넷이 필요한 리소스도 없습니다.',
  zoneNotInRegion: (id, region, letter) => `${id}: ${region} 리전에 ${letter} 영역이 있는지 알 수 없습니다.`,
  zoneTwice: (id, letter) => `${id}: 문자 ${letter}를 쓰는 영역이 이미 있어 서브넷을 함께 씁니다.`,
  zoneIdNotChecked: (id, zoneId) => `${id}: 서브넷은 영역 이름으로 배치됩니다. 이 영역이 실제 계정에서 ${zoneId}인지는 확인하지 않습니다.`,
  zoneWithoutSubnet: (id) => `${id}: 영역에 서브넷이 없어 제외했습니다.`,
  zonesWithoutSubnet: (id) => `${id}: 서브넷이 있는 영역이 하나도 없어 제외했습니다.`,
  noPrivateSubnet: (zone) => `${zone}: 이 영역에 지정된 기존 프라이빗 서브넷이 없어 그 안의 리소스를 제외했습니다.`,
  noPublicSubnet: (zone) => `${zone}: 이 영역에 지정된 기존 퍼블릭 서브넷이 없어 인터넷 경계 로드 밸런서를 두지 않습니다.`,
  existingRoutes: () => 'settings.nat: 기존 VPC의 라우팅은 그대로 둡니다. 프라이빗 서브넷에서 인터넷이나 AWS 엔드포인트에 닿을 수 있어야 합니다.',
  existingSubnetTags: () =>
    'settings.network.existing: 로드 밸런서가 찾는 태그를 기존 서브넷에 설정하지 않습니다(프라이빗은 kubernetes.io/role/internal-elb = 1, 퍼블릭은 kubernetes.io/role/elb = 1).',
  subnetsDoNotFit: ({ zones, drawn, used }) =>
    `settings.network: 프라이빗 /${drawn.privatePrefix}, 퍼블릭 /${drawn.publicPrefix} 서브넷 ${zones}쌍이 ${drawn.vpcCidr}에 들어가지 않습니다. ` +
    `파일에는 ${used.vpcCidr}에 /${used.privatePrefix}, /${used.publicPrefix}로 적었습니다.`,
  namePrefix: (drawn, used) => `settings.namePrefix: AWS의 일부 이름 앞에는 "${drawn}"을(를) 쓸 수 없어 "${used}"을(를) 씁니다.`,
  reservedTag: (key) => `settings.tags: aws:로 시작하는 키는 AWS 예약어이므로 태그 ${JSON.stringify(key)}을(를) 제외했습니다.`,
  refusedTag: (key) =>
    `settings.tags: 태그 ${JSON.stringify(key)}에 IAM, EKS 등이 거부하는 문자가 있습니다(글자, 숫자, 공백, _ . : / = + - @만 허용). 적용하기 전에 바꾸십시오.`,

  eksWithoutZones: () => 'settings.controlPlane: EKS 클러스터에는 영역 둘 이상의 서브넷이 필요한데 하나도 없어 제외했습니다.',
  eksInOneZone: () => 'settings.controlPlane: AWS는 영역 둘 이상에 서브넷이 있어야 EKS 클러스터를 만듭니다. 이 설계에는 영역이 하나뿐입니다.',
  machineOfEks: (id) => `${id}: EKS의 컨트롤 플레인은 AWS가 운영하므로 이 머신을 제외했습니다.`,
  bootstrapScripts: () =>
    '자체 관리형 컨트롤 플레인: Terraform은 머신, 볼륨, 로드 밸런서를 만듭니다. 이를 클러스터로 묶는 작업(kubeadm, 인증서, etcd 멤버 등록)은 *_bootstrap 변수의 스크립트가 맡습니다.',
  learner: (id) => `${id}: etcd 멤버를 러너로 두는 일은 etcdctl member add --learner로 합니다.`,
  noControlPlaneNode: () => 'settings.controlPlane: 아직 컨트롤 플레인 노드가 없어 참여할 API 서버가 없습니다.',

  labelByKubectl: (id, key) => `${id}: kubelet은 자기 노드에 레이블 ${key}을(를) 설정할 수 없습니다. kubectl로 설정하십시오.`,
  tagKeyTooLong: (id, key, longest) => `${id}: 태그 키는 최대 ${longest}자이므로 ${key}을(를) 제외했습니다.`,
  otherArchitecture: (id, architecture, types) => `${id}: 시작 템플릿 하나에는 이미지가 하나(여기서는 ${architecture}용)이므로 제외한 유형: ${types}.`,
  instancesPerZone: (id, desired) => `${id}: 영역별 인스턴스 수는 Auto Scaling이 균형을 맞추므로 직접 정할 수 없습니다. 전체 ${desired}대만 설정합니다.`,
  tooManyTypes: (id, most, left) => `${id}: 관리형 노드 그룹의 인스턴스 유형은 최대 ${most}개이므로 마지막 ${left}개를 제외했습니다.`,
  emptyManagedGroup: (id) => `${id}: EKS에서는 관리형 노드 그룹의 최댓값이 0일 수 없어 1로 설정합니다.`,
  mixedManagedGroup: (id, onDemandShare) =>
    `${id}: 관리형 노드 그룹은 전부 온디맨드이거나 전부 스팟이어야 하므로 온디맨드 ${Math.round(onDemandShare * 100)}%로 둘 수 없습니다. ${onDemandShare >= 0.5 ? '온디맨드' : '스팟'}로 설정합니다.`,
  managedDistribution: (id, strategy) => `${id}: 관리형 노드 그룹의 Auto Scaling 그룹은 EKS가 소유하므로 분산 전략 ${strategy}을(를) 설정할 수 없습니다.`,
  managedAzRebalance: (id) =>
    `${id}: 관리형 노드 그룹의 Auto Scaling 그룹은 EKS가 소유합니다. AZRebalance 프로세스는 aws autoscaling suspend-processes로 일시 중단하십시오.`,
  emptyLabel: (id, key) => `${id}: EKS는 값이 없는 레이블을 받지 않으므로 ${key}을(를) 제외했습니다.`,

  fileSystemSize: (id, gib) => `${id}: EFS는 저절로 커집니다. 크기 ${gib} GiB는 가격 계산에만 쓰입니다.`,
  databaseStorage: (id, smallest, drawn) => `${id}: RDS 스토리지는 ${smallest} GiB부터이므로 ${drawn} GiB로 둘 수 없습니다.`,
  databaseZones: ({ id, deployment, needed, drawn }) => `${id}: ${deployment}는 영역 ${needed}개를 쓰는데 설계에는 ${drawn}개만 있습니다. 나머지는 AWS가 고릅니다.`,
  databaseSubnets: (id, needed, drawn) => `${id}: 서브넷 그룹에는 영역이 ${needed}개 이상 필요한데 설계에는 ${drawn}개만 있습니다.`,
  databasePrimary: (id, isCluster) => `${id}: ${isCluster ? '라이터' : '기본 인스턴스'}가 놓일 영역은 AWS가 고릅니다. 옮기려면 수동으로 장애 조치하십시오.`,
  databaseClass: (id, instanceClass) =>
    `${id}: 다중 AZ 클러스터에는 db.m6gd.large처럼 로컬 SSD가 있는 인스턴스 클래스가 필요합니다. AWS가 ${instanceClass}을(를) 거부할 수 있습니다.`,

  balancerOfController: (id, service) =>
    `${id}: 클러스터 안의 컨트롤러가 ${service === null ? 'Service에서' : `Service ${service}에서`} 이 로드 밸런서를 만듭니다. Kubernetes 내보내기에 들어 있습니다.`,
  balancerWithoutSubnet: (id, isInternal) => `${id}: ${isInternal ? '프라이빗' : '퍼블릭'} 서브넷이 있는 영역이 하나도 없어 제외했습니다.`,
  albInOneZone: (id) => `${id}: AWS는 영역 둘 이상에 서브넷이 있어야 Application Load Balancer를 만듭니다.`,
  balancerWithoutService: (id, missing, isClassic) =>
    `${id}: ${missing === null ? '뒤에 Service가 없어' : `뒤의 Service(${missing})가 존재하지 않아`} ${isClassic ? '포트 대신 임시 리스너만 있습니다.' : '리스너가 없습니다.'}`,
  clientRoutingPolicy: (id) => `${id}: 클라이언트 라우팅 정책은 Network Load Balancer에만 있습니다.`,
  noListener: (id, { service, port, protocol }) => `${id}: 이 유형의 로드 밸런서에는 ${service}의 포트 ${port}에 쓸 ${protocol} 리스너가 없습니다.`,
  secondProtocol: (id, service, port) => `${id}: ${service}의 포트 ${port}에 프로토콜이 둘 있어 첫 번째 프로토콜의 리스너만 만듭니다.`,
  classicTargets: (id) => `${id}: Classic Load Balancer의 대상은 IP 주소가 아니라 인스턴스입니다.`,
  podTargets: (id) => `${id}: 파드의 IP 주소는 Terraform이 아니라 클러스터(AWS Load Balancer Controller의 TargetGroupBinding)가 등록합니다.`,

  balancerOfNoService: (id) => `${id}: 뒤에 Service가 없으므로 Terraform이 만듭니다.`,
  balancerOfTerraform: (id, service) => `${id}: 이 로드 밸런서는 Terraform이 만들며 ${service}의 노드 포트로 보냅니다.`,
  classicBalancer: (id) =>
    `${id}: 영역과 대상은 클라우드 컨트롤러가 고릅니다. AWS Load Balancer Controller의 웹훅이 있으면 Service가 Network Load Balancer로 바뀝니다.`,
  albAsNodePort: (id, service) =>
    `${id}: ALB는 Ingress에서 만들어지므로 ${service}의 유형을 NodePort로 적었습니다. LoadBalancer로 두면 로드 밸런서가 하나 더 생깁니다.`,
  albWithoutPort: (id, service) => `${id}: ${service}에 ALB가 보낼 수 있는 TCP 포트가 없습니다.`,
  albOnePort: (id, service, port) => `${id}: Ingress의 포트는 ${port} 하나이며 ${service}의 다른 포트는 그 뒤에 있지 않습니다.`,
  albCertificate: (id) => `${id}: alb.ingress.kubernetes.io/certificate-arn에 인증서를 지정하기 전까지 443 포트에서 HTTP를 씁니다.`,
};
