import type { Aftermath, Evaluation, ServiceTraffic, Traffic } from '#engine/evaluation';

/** The figures of the verdict bar, of a state or of the aftermath of a failure. */
export interface Verdicts {
  readonly quorum: {
    readonly managed: boolean;
    /** Members that must agree, of how many. */
    readonly size: number;
    readonly members: number;
    readonly survivesAnyOneZone: boolean;
    /** After a failure: whether etcd still has quorum; null where nothing is dead. */
    readonly kept: boolean | null;
  };
  readonly running: number;
  readonly pods: number;
  /** Of the Service whose pods are served least evenly; null without traffic. */
  readonly skew: number | null;
  /** Share of the requests that reach no pod, of the Service that loses most; null without traffic. */
  readonly dropped: number | null;
  /** USD a month. */
  readonly crossZone: number;
  readonly total: number;
  /** Findings that are errors or warnings. */
  readonly findings: number;
}

export function verdictsOf(evaluation: Evaluation): Verdicts {
  const { quorum, placement, traffic, cost } = evaluation;
  return {
    quorum: { managed: quorum.managed, size: quorum.size, members: quorum.members, survivesAnyOneZone: quorum.survivesAnyOneZone, kept: null },
    running: placement.running,
    pods: placement.pods.length,
    skew: worstSkew(traffic),
    dropped: worstDropped(traffic),
    crossZone: cost.crossZoneMonthly,
    total: cost.totalMonthly,
    findings: evaluation.findings.filter((finding) => finding.severity !== 'info').length,
  };
}

export function verdictsAfter(evaluation: Evaluation, aftermath: Aftermath): Verdicts {
  const before = verdictsOf(evaluation);
  return {
    ...before,
    quorum: { ...before.quorum, kept: aftermath.keepsQuorum },
    running: aftermath.podsRunningAfter,
    skew: worstSkew(aftermath.traffic),
    dropped: worstDropped(aftermath.traffic),
    crossZone: aftermath.cost.crossZoneMonthly,
    total: aftermath.cost.totalMonthly,
  };
}

function worstSkew(traffic: Traffic): number | null {
  return worst(traffic, (service) => service.skew);
}

function worstDropped(traffic: Traffic): number | null {
  return worst(traffic, ({ skew, dropped }) => (skew === null && dropped === 0 ? null : dropped));
}

function worst(traffic: Traffic, figure: (service: ServiceTraffic) => number | null): number | null {
  const figures = traffic.services.map(figure).filter((value) => value !== null);
  return figures.length === 0 ? null : Math.max(...figures);
}
