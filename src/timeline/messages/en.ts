import type { EventArgs, EventKind } from '../timelineEvent';
import type { TimerName } from '../timers';

/** What a timeline says in a language: one function a kind of event, and the name of each timer. */
export interface TimelineTexts {
  readonly events: { readonly [Kind in EventKind]: (args: EventArgs[Kind]) => string };
  readonly timers: Readonly<Record<TimerName, string>>;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

export const timelineEn: TimelineTexts = {
  events: {
    zoneLost: ({ zone }) => `Zone ${zone} is lost: nothing in it answers any more. Kubernetes and the load balancers do not know yet, and go on sending requests there.`,
    machineLost: ({ machine }) => `${machine} is lost. Kubernetes and the load balancers do not know yet, and go on sending requests there.`,
    quorumLost: ({ membersLeft, apiServersLeft }) =>
      `The control plane is down (${count(membersLeft, 'etcd member')} and ${count(apiServersLeft, 'API server')} left). Kubernetes changes nothing any more: running pods run on, dead endpoints keep their share of the requests, and those are dropped.`,
    etcdLeaderElected: ({ membersLeft }) => `At the latest now the ${count(membersLeft, 'etcd member')} left have a leader, and writes go on.`,
    controllersElected: ({ seconds }) =>
      `At the latest now another controller manager and scheduler have taken the lead. Had the old leader been among the dead, the grace period would begin anew, and what follows would come up to ${seconds} s later.`,
    targetsUnhealthy: ({ loadBalancer, interval, checks }) => `${loadBalancer}: dead targets have failed ${count(checks, 'health check')}, one every ${interval} s, and get no more requests.`,
    dnsUpdated: ({ loadBalancer }) => `${loadBalancer}: DNS gives out only addresses with a healthy target behind them, and what clients remembered of others has expired.`,
    nodeUnknown: ({ node }) => `${node} has sent no heartbeat for the grace period: its Ready condition becomes Unknown, it is tainted unreachable:NoSchedule, and its pods are marked NotReady.`,
    zoneDisrupted: ({ zone, state, notReady, nodes, rate, everywhere }) => {
      const nodesNotReady = `${zone}: ${notReady} of ${count(nodes, 'node')} not Ready (${state}).`;
      if (everywhere) return `${nodesNotReady} No zone has a Ready node, so the controller distrusts itself: it evicts no pod until a node is Ready.`;
      return rate === 0 ? `${nodesNotReady} The controller takes it for a network problem and evicts no pod.` : `${nodesNotReady} One node every ${round(1 / rate)} s is tainted NoExecute.`;
    },
    endpointsRemoved: ({ service, endpoints }) => `${service}: ${count(endpoints, 'dead endpoint')} removed. kube-proxy sends no more requests there.`,
    nodeTainted: ({ node }) => `${node} is tainted unreachable:NoExecute: its pods are evicted when their toleration runs out.`,
    podEvicted: ({ pod, node, isReplaced }) =>
      isReplaced
        ? `${pod} is evicted from ${node} and stays Terminating there; its controller makes a replacement at once.`
        : `${pod} is evicted from ${node} and stays Terminating: a StatefulSet makes no second pod of the name until the Node is deleted.`,
    podCollected: ({ pod, node, isReplaced }) =>
      isReplaced ? `Pod garbage collection deletes ${pod}, whose Node ${node} is gone; its controller makes it anew.` : `Pod garbage collection deletes ${pod}, whose Node ${node} is gone.`,
    podPreempted: ({ pod, node }) => `${pod} must leave ${node}: a more important pod needs the room.`,
    podPending: ({ pod, waitsFor }) => (waitsFor === null ? `${pod} is Pending: no node suits it.` : `${pod} waits for ${waitsFor}, on which the settled cluster has it. A real scheduler takes a node that is left, if one suits it.`),
    podScheduled: ({ pod, node }) => `${pod} is scheduled to ${node}.`,
    volumeDetached: ({ pod, node }) => `The volume of ${pod} is detached from ${node} by force: nobody there could confirm the unmount.`,
    podRunning: ({ pod, node }) => `${pod} runs on ${node} and is Ready.`,
    instancesReplaced: ({ group, lost, launched }) =>
      `${group}: ${count(lost, 'instance')} found unhealthy and terminated; ${launched === 0 ? 'none can be launched in its place' : `${count(launched, 'instance')} launched`}.`,
    nodeBooting: ({ node, zone }) => `The instance of ${node} runs in ${zone} and boots.`,
    nodeReady: ({ node, zone }) => `${node} has joined in ${zone} and is Ready.`,
    nodeCannotJoin: ({ node, zone }) => `The instance of ${node} is up in ${zone}, but there is no control plane that it could join.`,
    nodeDeleted: ({ node, byHand }) =>
      byHand ? `Somebody deletes Node ${node}: no group terminates its instance, so nothing else would.` : `The cloud controller finds the instance of ${node} terminated and deletes the Node.`,
    autoscalerScans: ({ pods }) => `The cluster autoscaler scans and finds ${count(pods, 'pod')} Pending for want of a node.`,
  },
  timers: {
    nodeLeaseRenewInterval: 'kubelet: renewal of the node lease',
    nodeMonitorPeriod: '--node-monitor-period',
    nodeMonitorGracePeriod: '--node-monitor-grace-period',
    endpointPropagation: 'EndpointSlice controller and kube-proxy: a change reaches every node',
    nodeEvictionRate: '--node-eviction-rate',
    secondaryNodeEvictionRate: '--secondary-node-eviction-rate',
    unhealthyZoneThreshold: '--unhealthy-zone-threshold',
    largeClusterSizeThreshold: '--large-cluster-size-threshold',
    defaultTolerationSeconds: 'tolerationSeconds for unreachable nodes',
    podGcQuarantine: 'pod garbage collection: quarantine of vanished nodes',
    podGcPeriod: 'pod garbage collection: interval',
    terminationGracePeriod: 'terminationGracePeriodSeconds',
    forceDetach: 'attach/detach controller: wait for the unmount',
    volumeAttach: 'EBS: attach and mount',
    podStart: 'pod: image, start and readiness',
    etcdElectionTimeout: 'etcd --election-timeout',
    leaderLeaseDuration: '--leader-elect-lease-duration',
    leaderRetryPeriod: '--leader-elect-retry-period',
    statusCheckInterval: 'EC2 status check: interval',
    statusCheckFailures: 'EC2 status check: failures until impaired',
    groupHealthCheck: 'Auto Scaling: the group acts on an impaired instance',
    instanceTermination: 'EC2: termination of the instance',
    instanceLaunch: 'EC2: launch until the instance runs',
    instanceBoot: 'instance: boot until the kubelet registers',
    nodeJoin: 'node: network and DaemonSets until Ready',
    removalByHand: 'somebody removes a dead node that no group replaces',
    nlbHealthCheckInterval: 'NLB health check: interval',
    nlbUnhealthyThreshold: 'NLB health check: failures until unhealthy',
    albHealthCheckInterval: 'ALB health check: interval',
    albUnhealthyThreshold: 'ALB health check: failures until unhealthy',
    clbHealthCheckInterval: 'CLB health check: interval',
    clbUnhealthyThreshold: 'CLB health check: failures until unhealthy',
    loadBalancerZoneCheck: 'load balancer: AWS finds its node in the zone dead',
    loadBalancerDnsTtl: 'load balancer: TTL of its DNS name',
    clusterAutoscalerScanInterval: 'cluster autoscaler --scan-interval',
  },
};

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
