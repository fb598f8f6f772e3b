/** What had to differ between a drawing and its Kubernetes objects, in English. This is also the type that every language fills. */
export const en = {
  nameTaken: ({ kind, name, id, used }: Renamed) => `${nouns[kind]} ${name} (${id}): another ${nouns[kind]} has this name; it is called ${used}.`,
  serviceNameBegins: ({ kind, name, id, used }: Renamed) => `${nouns[kind]} ${name} (${id}): the name of a Service begins with a letter; it is called ${used}.`,
  unknownInstanceType: (type: string) => `Instance type ${type} is not in the catalog; it is counted as 2 vCPU, 8 GiB and 29 pods.`,
  gatedPin: (of: Named, ordinal: number, node: string) => `${workload(of)}: pod ${ordinal} is not pinned to ${node}; its scheduling gates keep it from every node.`,
  overheadResource: (of: Named, resource: string) => `${workload(of)}: ${resource} is no resource that a pod's overhead can have, and is left out.`,
  containerResource: (of: Named, resource: string) => `${workload(of)}: ${resource} is no resource that a container can ask for, and is left out.`,
  limitRaised: (of: Named, { container, resource, quantity }: RaisedLimit) =>
    `${workload(of)}: container ${container} asks for more ${resource} than its limit; the limit is raised to ${quantity}.`,
  hugePages: (of: Named, container: string) => `${workload(of)}: huge pages of container ${container} are left out; they need a request for cpu or memory.`,
  mountPathTaken: (of: Named, volume: string, path: string) => `${workload(of)}: volume ${volume} is not mounted; another one is mounted at ${path}.`,
  hostPortTwice: (of: Named, port: string) => `${workload(of)}: host port ${port} is wanted twice; the API allows it once a pod.`,
  keylessToleration: (of: Named) => `${workload(of)}: a toleration without a key is left out; the API takes one with the operator Exists only.`,
  secondSpread: (of: Named, key: string, whenUnsatisfiable: string) =>
    `${workload(of)}: a second topology spread constraint for ${key} with ${whenUnsatisfiable} is left out; the API allows one.`,
  softMinDomains: (of: Named) => `${workload(of)}: minDomains is left out; the API allows it with DoNotSchedule only.`,
  requirement: (of: Named, requirement: string) => `${workload(of)}: the requirement ${requirement} is left out; the API refuses it.`,
  servicePortTwice: (of: Named, port: string) => `${service(of)}: port ${port} is drawn twice and there once.`,
  topologyTooNew: (of: Named, { version, field, since, isDefault }: TooNew) =>
    `${service(of)}: Kubernetes ${version} has no ${field} (${isDefault ? 'on by default since' : 'since'} ${since}); it is left out.`,
  topologyKeysRemoved: (of: Named, version: string) => `${service(of)}: Kubernetes ${version} has no topologyKeys (removed in 1.22); it is left out.`,
  topologyKeysNotWritten: (of: Named) => `${service(of)}: no Kubernetes API of today has topologyKeys (removed in 1.22); they are left out of what is written.`,
};

const nouns = { workload: 'workload', service: 'Service', storageClass: 'StorageClass' } as const;

function workload({ namespace, name, id }: Named): string {
  return `Workload ${namespace}/${name} (${id})`;
}

function service({ namespace, name, id }: Named): string {
  return `Service ${namespace}/${name} (${id})`;
}

export interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly id: string;
}

export interface Renamed {
  readonly kind: keyof typeof nouns;
  readonly name: string;
  readonly id: string;
  readonly used: string;
}

export interface RaisedLimit {
  readonly container: string;
  readonly resource: string;
  readonly quantity: string;
}

export interface TooNew {
  readonly version: string;
  readonly field: string;
  readonly since: string;
  readonly isDefault: boolean;
}

export type Messages = typeof en;
