import type { Messages } from './en';

/** 그림과 Kubernetes 오브젝트가 달라져야 했던 것의 한국어 문구. */
export const ko: Messages = {
  nameTaken: ({ kind, name, id, used }) => `${nouns[kind]} ${name}(${id}): 같은 이름의 ${nouns[kind]}가 있어 이름을 ${used}(으)로 바꿨습니다.`,
  serviceNameBegins: ({ kind, name, id, used }) => `${nouns[kind]} ${name}(${id}): Service 이름은 영문자로 시작해야 하므로 ${used}(으)로 바꿨습니다.`,
  unknownInstanceType: (type) => `인스턴스 유형 ${type}이(가) 카탈로그에 없어 2 vCPU, 8 GiB, 파드 29개로 계산합니다.`,
  gatedPin: (of, ordinal, node) => `${workload(of)}: 스케줄링 게이트가 모든 노드를 막고 있어 파드 ${ordinal}을(를) ${node}에 고정하지 않습니다.`,
  overheadResource: (of, resource) => `${workload(of)}: 파드 오버헤드에 쓸 수 없는 리소스 ${resource}을(를) 제외했습니다.`,
  containerResource: (of, resource) => `${workload(of)}: 컨테이너가 요청할 수 없는 리소스 ${resource}을(를) 제외했습니다.`,
  limitRaised: (of, { container, resource, quantity }) => `${workload(of)}: 컨테이너 ${container}의 ${resource} 요청이 제한보다 커서 제한을 ${quantity}(으)로 올렸습니다.`,
  hugePages: (of, container) => `${workload(of)}: huge page에는 CPU나 메모리 요청이 필요하므로 컨테이너 ${container}의 huge page를 제외했습니다.`,
  mountPathTaken: (of, volume, path) => `${workload(of)}: ${path}에 다른 볼륨이 마운트되어 있어 볼륨 ${volume}을(를) 마운트하지 않습니다.`,
  hostPortTwice: (of, port) => `${workload(of)}: 호스트 포트 ${port}을(를) 두 번 요청했습니다. API는 파드마다 한 번만 허용합니다.`,
  keylessToleration: (of) => `${workload(of)}: 키가 없는 톨러레이션은 연산자가 Exists일 때만 API가 허용하므로 제외했습니다.`,
  secondSpread: (of, key, whenUnsatisfiable) => `${workload(of)}: API는 ${key}, ${whenUnsatisfiable} 조합의 토폴로지 분산 제약을 하나만 허용하므로 두 번째를 제외했습니다.`,
  softMinDomains: (of) => `${workload(of)}: minDomains는 DoNotSchedule에서만 허용되므로 제외했습니다.`,
  requirement: (of, requirement) => `${workload(of)}: API가 거부하는 조건 ${requirement}을(를) 제외했습니다.`,
  servicePortTwice: (of, port) => `${service(of)}: 포트 ${port}이(가) 두 번 그려져 있어 하나만 적었습니다.`,
  topologyTooNew: (of, { version, field, since, isDefault }) =>
    `${service(of)}: Kubernetes ${version}에는 ${field}이(가) 없어(${since}부터 ${isDefault ? '기본으로 켜짐' : '지원'}) 제외했습니다.`,
  topologyKeysRemoved: (of, version) => `${service(of)}: Kubernetes ${version}에는 topologyKeys가 없어(1.22에서 제거됨) 제외했습니다.`,
  topologyKeysNotWritten: (of) => `${service(of)}: 지금의 Kubernetes API에는 topologyKeys가 없어(1.22에서 제거됨) 파일에 적지 않습니다.`,
};

const nouns = { workload: '워크로드', service: 'Service', storageClass: 'StorageClass' } as const;

function workload({ namespace, name, id }: Parameters<Messages['keylessToleration']>[0]): string {
  return `워크로드 ${namespace}/${name}(${id})`;
}

function service({ namespace, name, id }: Parameters<Messages['topologyKeysNotWritten']>[0]): string {
  return `Service ${namespace}/${name}(${id})`;
}
