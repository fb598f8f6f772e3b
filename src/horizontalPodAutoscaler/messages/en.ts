/** What the command line says of the loop in English. This is also the type that every language fills. */
export const en = {
  none: 'No workload has a HorizontalPodAutoscaler.',
  rule: 'The controller looks every 15 s at the mean of all pods, in whole percent of their CPU request; a pod is ready and measured 30 s after its start (assumed).',
  assumed: (milliseconds: number) => `CPU time a request: ${milliseconds} ms (the workload’s cpuPerRequest). Other workloads stay as they are drawn.`,
  outcome: {
    settled: 'settles',
    'at-maximum': 'settles at its maximum, and would want more',
    oscillates: 'never settles: the same comes again and again',
    'no-request': 'no loop: pods without a CPU request have no utilization',
    'no-traffic': 'no loop to predict: no traffic leads to its pods',
    disabled: 'switched off by 0 replicas',
  },
  target: (percent: number) => `target ${percent} %`,
  unseen: 'a pod is busier than the target allows, and the mean does not show it: more pods do not help where shares are uneven',
  time: 'time',
  replicas: 'replicas',
  unready: 'not ready',
  utilization: 'mean CPU',
  hottest: 'busiest pod',
  coldest: 'idlest pod',
  throttled: 'over limit',
  skew: 'skew',
  dropped: 'dropped',
  crossZone: 'cross-AZ/month',
  total: 'total/month',
  pod: 'pod',
  node: 'node',
  requests: 'requests/s',
};

export type Messages = typeof en;
