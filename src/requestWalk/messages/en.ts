/** What a request walk is told with in English. This is also the type that every language fills. */
export const en = {
  nothing: 'This link carries no request: nobody calls, or nothing is at its end.',
  rule: {
    internet: () => 'Clients in the internet are in no zone.',
    weights: () => 'Clients in the VPC, by the weight of each zone.',
    'pods-evenly': () => 'The caller’s pods send the same number of requests each.',
    'nodes-evenly': () => 'A client that calls a ClusterIP runs in the cluster: evenly on the nodes of its zone.',
    'node-port': () => 'A client that uses the node port takes all workers evenly.',
    primary: () => 'To the primary, in the first zone of the database that is up.',
    'own-mount-target': () => 'To the mount target of the caller’s zone.',
    'first-mount-target': () => 'The caller’s zone has no mount target: to the first that is up.',
    'nat-zone': () => 'To the NAT gateway of the caller’s zone.',
    'nat-single': () => 'To the only NAT gateway, in the first zone.',
    'nat-internet': () => 'From the NAT gateway to the internet.',
    unreachable: () => 'No way leads on.',
    dns: ({ policy, failOpen }: { readonly policy: string; readonly failOpen: boolean }) =>
      `DNS gives out the address of every zone of the load balancer that has healthy targets${failOpen ? '; none has, so all are given out (fail open)' : ''}${policy === 'any_availability_zone' ? '' : `; clients in the VPC prefer their own zone (${policy})`}.`,
    targets: ({ targetType, crossZone, failOpen }: { readonly targetType: string; readonly crossZone: boolean; readonly failOpen: boolean }) =>
      `The load balancer shares evenly among ${targetType === 'ip' ? 'pods' : 'nodes'} ${crossZone ? 'of all its zones (cross-zone load balancing is on)' : 'of its own zone (cross-zone load balancing is off)'}${failOpen ? '; none is healthy, so all are used (fail open)' : ''}.`,
    'kube-proxy': ({ choice }: { readonly choice: 'local' | 'topology-keys' | 'hinted-node' | 'hinted-zone' | 'no-hint' | 'all' }) =>
      ({
        local: 'kube-proxy uses endpoints on this node only (traffic policy Local).',
        'topology-keys': 'kube-proxy uses the endpoints that the first matching topology key picks.',
        'hinted-node': 'kube-proxy uses the endpoints that are hinted for this node.',
        'hinted-zone': 'kube-proxy uses the endpoints that are hinted for this zone.',
        'no-hint': 'No endpoint is hinted for this zone: kube-proxy uses all that are ready.',
        all: 'kube-proxy uses all ready endpoints evenly.',
      })[choice],
    sidecar: () => 'The sidecar chooses by Istio’s locality load balancing.',
  },
  stop: {
    client: (name: string, zone: string | null) => (zone === null ? `${name}, in the internet` : `${name} in ${zone}`),
    callers: (name: string, where: string) => `${name} on ${where}`,
    loadBalancer: (name: string, zone: string) => `${name}, its node in ${zone}`,
    node: (name: string) => name,
    pod: (name: string, node: string) => `${name} on ${node}`,
    store: (name: string, zone: string) => `${name} in ${zone}`,
    nat: (zone: string) => `NAT gateway in ${zone}`,
    internet: 'the internet',
    dropped: 'dropped',
  },
  dropped: {
    'no-endpoint': 'no endpoint to go to',
    'endpoint-gone': 'the pod is gone and Kubernetes has not noticed',
    'node-gone': 'the node is gone',
    'no-target': 'the load balancer has no target',
    'zone-lost': 'the zone is lost',
    'not-reachable': 'not reachable from there',
    'no-nat': 'there is no NAT gateway',
  },
  excluded: {
    'no-local-endpoint': (names: string) => `${names}: no pod of the Service there, so that the health check fails (externalTrafficPolicy Local)`,
    dead: (names: string) => `${names}: gone`,
    'zone-not-enabled': (names: string) => `${names}: the load balancer is not enabled in that zone`,
    'zone-lost': (names: string) => `${names}: lost`,
    'no-healthy-target': (names: string) => `${names}: no healthy target, so DNS leaves it out`,
  },
  crosses: 'crosses a zone border',
  soFar: (percent: string, crossings: number, hops: number) => `${percent} of the requests of this link; ${crossings} zone ${crossings === 1 ? 'border' : 'borders'} crossed, ${hops} ${hops === 1 ? 'transfer' : 'transfers'} between machines`,
};

export type Messages = typeof en;
