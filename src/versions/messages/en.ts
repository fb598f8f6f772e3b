/** What the versions change, in words. */
export interface VersionTexts {
  readonly summary: Readonly<Record<'recorded' | 'read' | 'unconfirmed', (version: string) => string>>;
  readonly range: {
    readonly before: (version: string) => string;
    readonly after: (version: string) => string;
    readonly between: (from: string, to: string) => string;
  };
  readonly notes: Readonly<Record<NoteId, string>>;
}

type NoteId =
  | 'balancedAllocationAfter'
  | 'balancedAllocationChange'
  | 'bestEffort'
  | 'wording'
  | 'spreadUnchanged'
  | 'alphaGates'
  | 'teaching'
  | 'preferClose'
  | 'preferSame'
  | 'hintsAnnotation'
  | 'topologyKeys';

export const versionsEn: VersionTexts = {
  summary: {
    recorded: () => 'Kubernetes 1.34: the rules are checked, answer by answer, against recorded answers of the real scheduler, EndpointSlice controller and kube-proxy of 1.34.4.',
    read: (version) => `Kubernetes ${version}: the rules of 1.34 with the differences below, as the source and the release notes have them. No recorded answer of ${version} checks them.`,
    unconfirmed: (version) => `Kubernetes ${version} is not known exactly: the rules of 1.34 with the differences below, of which some are unconfirmed. A real ${version} may place pods elsewhere where scores are close.`,
  },
  range: {
    before: (version) => `${version} and before`,
    after: (version) => `${version} and later`,
    between: (from, to) => `${from} to ${to}`,
  },
  notes: {
    balancedAllocationAfter: 'NodeResourcesBalancedAllocation scores how alike CPU and memory would be used with the pod on the node.',
    balancedAllocationChange: 'NodeResourcesBalancedAllocation scores how much the pod changes the balance of CPU and memory use on the node: 75 for no change. The formula is that of the pull request; no recorded answer confirms it.',
    bestEffort: 'NodeResourcesBalancedAllocation scores pods that request neither CPU nor memory too; from 1.33 on it skips them.',
    wording: 'Messages of Pending pods are in the words of 1.34.4. Before, they named the taint, and wrote “node(s) had volume node affinity conflict”.',
    spreadUnchanged: 'PodTopologySpread has the formulas of 1.34.',
    alphaGates: 'Alpha features are off by default and left out: Gt and Lt in tolerations, gang scheduling, limits by missing CSI drivers.',
    teaching: 'Pods are placed by the rules of 1.34. The scheduler of 1.21 had other weights; 1.21 is here to teach topologyKeys.',
    preferClose: 'trafficDistribution: PreferClose is on by default. Before, it is left out.',
    preferSame: 'trafficDistribution: PreferSameZone and PreferSameNode are on by default. Before, they are left out.',
    hintsAnnotation: 'Up to a release not read exactly, kube-proxy took hints only from Services with the annotation topology-mode. Here it takes them from all, as in 1.34.',
    topologyKeys: 'Services have topologyKeys (removed in 1.22), and neither topology-mode nor internalTrafficPolicy by default.',
  },
};
