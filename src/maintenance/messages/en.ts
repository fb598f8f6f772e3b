/** What planned work says in English. This is also the type that every language fills. */
export const en = {
  cause: { capacity: 'no room', volume: 'its volume is in a zone whose nodes are closed', rules: 'its own rules, or the nodes’, keep it away' },
  blocked: {
    'never-allowed': ({ desiredHealthy, expectedPods }: Budget) => `its PodDisruptionBudget wants ${desiredHealthy} of ${expectedPods} pods ready and never allows one to go`,
    'replacements-waiting': ({ desiredHealthy, currentHealthy }: Budget) => `its PodDisruptionBudget wants ${desiredHealthy} pods ready, ${currentHealthy} are: evicted ones find no node`,
    'waiting-before': ({ desiredHealthy, currentHealthy }: Budget) => `its PodDisruptionBudget wants ${desiredHealthy} pods ready, ${currentHealthy} are: some waited before the drain began`,
  },
  drain: {
    done: (nodes: number) => `Drained: ${nodes} ${nodes === 1 ? 'node' : 'nodes'}.`,
    blocked: (node: string, seconds: number) => `BLOCKED at ${node}: without --timeout kubectl asks again every ${seconds} s for ever.`,
    notReached: 'not reached',
    empty: 'nothing to evict',
    round: (n: number) => `round ${n}`,
    refused: 'refused',
    ignored: (pods: number) => `${pods} DaemonSet ${pods === 1 ? 'pod stays' : 'pods stay'}`,
    preempted: 'had to give way',
  },
  shift: {
    title: (zone: string, hours: number) => `Zonal shift away from ${zone} (by hand, or started by AWS as an autoshift: the same; at most ${hours} h, can be extended)`,
    unsupported: 'Not with this control plane: a zonal shift is EKS’s. On EKS it would do this:',
    nodes: (cordoned: number, pods: number) => `${cordoned} nodes are cordoned, not terminated; ${pods} pods run on there and are no endpoints.`,
    restricted: (group: string, zones: readonly string[]) => `${group}: AZRebalance suspended, launches ${zones.length === 0 ? 'nowhere' : `in ${zones.join(', ')} only`}`,
    unrestricted: (group: string, zones: readonly string[]) => `${group}: as before, launches in ${zones.join(', ')}`,
    lbShifted: (id: string) => `${id}: shifted too, its address in the zone leaves DNS`,
    lbKept: (id: string) => `${id}: not shifted`,
    endpoints: 'endpoints',
    load: 'load of each',
    wouldWait: 'Would find no node if the zone died now',
  },
  upgrade: {
    managed: ({ group, surge, batchSize }: { group: string; surge: number; batchSize: number }) => `Update of managed node group ${group}: ${surge} nodes are launched first, then ${batchSize} at a time ${batchSize === 1 ? 'is' : 'are'} drained and replaced (default strategy; which node first is AWS’s draw, here by name)`,
    refresh: ({ group, batchSize }: { group: string; batchSize: number }) => `Instance refresh of ${group}: ${batchSize} at a time ${batchSize === 1 ? 'is' : 'are'} terminated, then launched anew; nothing is drained and no PodDisruptionBudget is asked`,
    done: 'Done.',
    failed: (minutes: number) => `FAILED: PodEvictionFailure. Pods did not leave within ${minutes} minutes; the force flag would delete them.`,
    batch: (n: number) => `batch ${n}`,
    cutOff: 'cut off',
    evicted: 'evicted',
    scaleDown: (nodes: string) => `Back to its size: ${nodes} drained and terminated`,
  },
  waiting: 'Find no node now',
  waitingOn: 'Waiting, now as before',
  nothing: 'none',
  workload: 'workload',
  before: 'before',
  lowest: 'lowest',
  after: 'after',
  needed: 'needed',
  service: 'service',
  dropped: 'dropped',
};

interface Budget {
  readonly desiredHealthy: number;
  readonly currentHealthy: number;
  readonly expectedPods: number;
}

export type Messages = typeof en;
