/** Beside a pointer that rests on one of the board's lines. */
export const pathEn = {
  'path.sends': '{rate} requests a second, {there} there and {back} back each',
  'path.share': '{share} of the Service’s requests',
  'path.nothing': 'Nothing gets through.',
  'path.client-lb': 'client to load balancer',
  'path.pod-lb': 'pod to load balancer',
  'path.client-node': 'client to node',
  'path.lb-node': 'load balancer to node',
  'path.lb-pod': 'load balancer to pod',
  'path.node-pod': 'node to another’s pod',
  'path.pod-pod': 'pod to another node’s pod',
  'path.pod-database': 'pod to database',
  'path.pod-fileSystem': 'pod to mount target',
  'path.pod-nat': 'pod to NAT gateway',
  'path.nat-internet': 'NAT gateway to internet',
} as const;
