/** What stands behind each verdict. */
export const trustEn = {
  'trust.label': 'Why this result',
  'trust.rule': 'Rule',
  'trust.formula': 'With this design’s numbers',
  'trust.holdsFor': 'Holds for',
  'trust.sources': 'Sources',
  'trust.assumptions': 'Assumes',
  'trust.notModelled': 'Not modelled',
  'trust.kubernetesVersion': 'Kubernetes {version}, default configuration',
  'trust.kubernetesUnconfirmed': 'Kubernetes {version}, default configuration; not known exactly, see Trust',
  'trust.versions': 'Rules by Kubernetes version',
  'trust.version': 'Version',
  'trust.certainty': 'Known from',
  'trust.certainty.recorded': 'recorded answers',
  'trust.certainty.read': 'source',
  'trust.certainty.unconfirmed': 'not confirmed',
  'trust.certainty.notModelled': 'left out',
  'trust.ofThisVersion': 'In {version}',
  'trust.ofOthers': 'In other versions',

  'trust.quorum.rule':
    'More than half of the voting etcd members must be up. Without quorum Kubernetes changes nothing: no scheduling, no eviction, no endpoint update. Pods that run go on running, and AWS still launches instances, which cannot join.',
  'trust.quorum.formula': 'floor({members} / 2) + 1 = {size}; tolerates {members} − {size} = {tolerates}',
  'trust.quorum.availability': 'Σ P(state) over all states of zones and nodes that keep quorum = {share}',
  'trust.quorum.version': 'etcd 3.4 and later; learners have no vote',
  'trust.quorum.assume1': 'Zones and nodes fail independently, with the availability of the design settings (an assumption, not an AWS figure).',
  'trust.quorum.assume2': 'A lost zone takes all its machines with it, at once.',
  'trust.quorum.not1': 'Network partitions in which both sides stay up, slow disks, leader elections.',
  'trust.quorum.not2': 'Loss and recovery of etcd data, backups.',

  'trust.placement.rule':
    'kube-scheduler’s default plugins: each pending pod, in queue order, is filtered against every node, the feasible nodes are scored and weighted, and the best one is taken. Preemption follows where priorities differ.',
  'trust.placement.formula': '{running} of {pods} pods placed on {nodes} nodes',
  'trust.placement.assume1': 'Requests count, not usage. DaemonSets that every node carries are already subtracted from allocatable.',
  'trust.placement.assume2': 'Among equal nodes the first by name is taken, or one drawn with the design’s seed; a real cluster may take any of them.',
  'trust.placement.not1': 'Images already on a node, custom schedulers and scheduler profiles.',
  'trust.placement.not2': 'Node pressure, image pulls, admission webhooks.',

  'trust.failure.rule':
    'The aftermath once settled: dead Nodes are deleted, Auto Scaling groups launch replacements in the zones that are left, and pods are placed again. A workload survives if at least as many pods run as it needs: its PodDisruptionBudget’s healthy count, or its needed share, or else all.',
  'trust.failure.formula': 'Worst: {names} lost = {lost} pods lost, {after} running afterwards, {pending} pending',
  'trust.failure.assume1': 'A failure is complete and lasts: nothing in the lost zone answers.',
  'trust.failure.assume2': 'The zones that are left have capacity to launch what the groups ask for.',
  'trust.failure.not1': 'Throttled APIs, insufficient capacity errors. Grey failures have their own section.',
  'trust.failure.not2': 'In the matrix, how long it takes: the timeline tells that.',

  'trust.title.autoScaling': 'Auto Scaling',
  'trust.autoScaling.rule':
    'A group launches in its zone with the fewest instances. Where launches fail, balanced-best-effort launches in another zone and balanced-only keeps trying. When a zone is back, AZRebalance launches first and then terminates, without draining, until no two zones are more than one instance apart; for that it may exceed the maximum.',
  'trust.autoScaling.formula': 'at most max + max(1, floor(max × 10 %)) while rebalancing',
  'trust.autoScaling.version': 'AWS documentation as read in 2026; AWS publishes no source',
  'trust.autoScaling.assume1': 'Among equal zones the first by letter launches and the last terminates; in a zone the first instance by name goes. AWS does not say which.',
  'trust.autoScaling.assume2': '10 % is rounded down, and AZRebalance moves as many at once as it may: general knowledge, not confirmed.',
  'trust.autoScaling.assume3': 'From a node of its managed groups EKS evicts pods for up to 15 minutes first, whatever their disruption budgets say.',
  'trust.autoScaling.not1': 'Instance maintenance policies, lifecycle hooks, warm pools, scale-in protection.',
  'trust.autoScaling.not2': 'Scaling policies, capacity rebalancing of spot instances, zonal shift of a group.',

  'trust.title.karpenter': 'Karpenter',
  'trust.karpenter.rule':
    'Waiting pods are planned for together, the largest first: on nodes that are there, then on those about to be launched, then on new ones. Spread counts every zone that the NodePool may use, hosts from 0, and takes the allowed domain with the fewest pods. Preferences and ScheduleAnyway count as required and are given up one at a time. A volume’s zone is demanded of the node. The cheapest type that fits is launched.',
  'trust.karpenter.formula': 'pods in the domain + 1 − fewest in any domain ≤ maxSkew; of those the fewest',
  'trust.karpenter.version': 'Karpenter 1.x as documented, and as its source reads in August 2026; not checked against recorded answers',
  'trust.karpenter.assume1': 'One NodePool. Where the settings say nothing: amd64 of the categories c, m and r from the third generation on, on-demand, every zone of the design, a root volume of 20 GiB.',
  'trust.karpenter.assume2': 'On-demand prices order the types, for spot too. Among zones the first by letter is taken, or one drawn with the design’s seed.',
  'trust.karpenter.assume3': 'Equally large pods keep the order of the queue; upstream goes by creation time.',
  'trust.karpenter.not1': 'Consolidation, drift, expiry, interruption: nodes are only added.',
  'trust.karpenter.not2': 'Several NodePools and their weights, taints of a NodePool, minValues, reserved capacity.',
  'trust.karpenter.not3': 'EBS attach limits of nodes that are there, spot prices, zones without capacity.',

  'trust.traffic.rule':
    'Requests are followed from each client over DNS, load balancer, node and kube-proxy to the pods, as exact shares. With Istio the sidecar of a calling pod takes kube-proxy’s place: levels of priority and weights as istiod 1.31 sends them, shares as Envoy computes them. Skew is the largest pod’s share divided by the mean share.',
  'trust.traffic.formula': '{service}: {largest} / {mean} = {skew}',
  'trust.traffic.assume1': 'Every request is alike, and each is balanced by itself: no long-lived connections.',
  'trust.traffic.assume2': 'All pods that run are ready, and load balancer targets are healthy.',
  'trust.traffic.assumeIstio': 'With Istio every pod has a sidecar and every Service the same DestinationRule; clients outside the cluster and load balancers do without one.',
  'trust.traffic.not1': 'Session affinity, connection reuse, DNS caches, slow start.',
  'trust.traffic.not2': 'Health-check delay while a failure unfolds.',
  'trust.traffic.notIstio': 'Istio’s retries, ejections by outlier detection, pods that run and are not ready (sent as unhealthy since 1.31), zoneAwareLbSetting, ingress gateways and ambient mode.',

  'trust.cost.rule':
    'Each line is quantity × unit price in exact decimals, rounded to the cent; the totals are the sums of their lines. Traffic between zones is charged at both ends where the hop’s rule says so. A month has 730 h.',
  'trust.cost.formula': '{crossZone} + {infrastructure} = {total}',
  'trust.cost.version': 'public list prices of {region}, newest of {date}',
  'trust.cost.assume1': 'On-demand list prices in USD; a GB is 2^30 bytes, for transfer too.',
  'trust.cost.assume2': 'Traffic is as given all month; groups stay at their desired size.',
  'trust.cost.not1': 'Discounts, Savings Plans, Spot prices, taxes, free tiers.',
  'trust.cost.not2': 'What the list “not priced” names.',

  'trust.findings.rule': 'Each finding is a fixed rule over the evaluation with a stable code, and links to the authority it rests on.',
  'trust.findings.formula': '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {notes} {notes|note|notes}',
  'trust.findings.assume1': 'A design without findings is not proved to be good: only what has a rule is found.',
  'trust.findings.not1': 'Security, backups, observability, application behaviour.',

  'trust.draws.rule':
    'Among the nodes with the highest total score kube-scheduler draws one, each as likely as the others. A draw breaks every tie from one seed: in placing the pods, then anew after the loss of each zone. It survives if, whichever zone is lost, quorum holds, each workload keeps the pods it needs, and no Service drops requests.',
  'trust.draws.formula': 'P(node) = 1 / number of best nodes',
  'trust.draws.formula2': 'Likely: the median of a figure; of the verdict, the most frequent one',
  'trust.draws.assume1': 'Pods are placed in queue order, one at a time; only ties are left to chance.',
  'trust.draws.assume2': 'The range is Wilson’s score interval for a share, at 95 %.',
  'trust.draws.not1': 'The order in which pods happen to arrive, and the random choice among equal preemptions.',
  'trust.draws.not2': 'On clusters of 100 nodes and more, which nodes parallel workers happen to find first.',

  'trust.scaling.rule':
    'Auto Scaling fills the zone with the fewest instances. The cluster autoscaler simulates the scheduler’s filters on one template node a group, and asks for the best option of each loop; Auto Scaling picks the zone. The descheduler evicts, the scheduler places again.',
  'trust.scaling.formula': '{added} nodes added, {wrong} of them in the wrong zone; {evicted} pods evicted',
  'trust.scaling.version': 'cluster-autoscaler 1.34.5 and descheduler 0.36.0, their loops compared with recorded answers of the real programs',
  'trust.scaling.assume1': 'Instances start where they are asked for: no capacity errors, no quotas.',
  'trust.scaling.assume2': 'Where the real programs walk in random order, the order of names is taken.',
  'trust.scaling.assume3': 'Karpenter follows its documentation and source; no recorded answers of it were compared.',
  'trust.scaling.not1': 'Scale-down: nodes that an autoscaler would take away later stay.',
  'trust.scaling.not2': 'Karpenter’s consolidation and drift; the descheduler’s metrics sources.',

  'trust.title.severalLosses': 'Several losses',
  'trust.severalLosses.rule':
    'A pair of zones, and each set of machines, is lost at once and settles as one zone does. Of sets of k machines every one is tried where there are at most 500, else 500 drawn with a seed; each is as likely as any other. Headroom searches the smallest instance counts by halving: first of one group alone, then of all together; each trial places every pod and loses every zone.',
  'trust.severalLosses.formula': 'share = sets in which it holds / sets tried; {machines} machines',
  'trust.severalLosses.assume1': 'Machines die independently of each other and of their zones: a set is no more likely for lying in one rack or zone.',
  'trust.severalLosses.assume2': 'More instances never hurt, so that counts can be halved.',
  'trust.severalLosses.not1': 'How likely it is that so many die at once; losses that follow one another.',
  'trust.severalLosses.not2': 'Headroom by larger instance types or by changed requests.',
} as const;
