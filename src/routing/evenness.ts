import type { ServiceTraffic } from '../evaluation';

/** How evenly the requests that arrive fall on the pods of a Service that are ready. */
export interface Evenness {
  /** All that are ready. */
  readonly pods: number;
  /** Of them: get no request. */
  readonly idle: number;
  /** The share of the Service's requests that each would get if all got the same. */
  readonly evenShare: number;
  /** Lorenz curve, from none to all: so many of the pods, the quietest first, get so much of what arrives. */
  readonly curve: readonly { readonly pods: number; readonly requests: number }[];
  /** Gini coefficient: 0 where all get the same, towards 1 where one gets all. */
  readonly gini: number;
}

/** Null where no request reaches a pod. */
export function evennessOf({ podShares, dropped, skew }: Pick<ServiceTraffic, 'podShares' | 'dropped' | 'skew'>): Evenness | null {
  const shares = Object.values(podShares).sort((a, b) => a - b);
  const largest = shares.at(-1);
  if (skew === null || largest === undefined) return null;
  const arrived = 1 - dropped;
  // Pods without requests have no share of their own; the mean that skew is measured against counts them.
  const pods = Math.max(shares.length, Math.round((skew * arrived) / largest));
  const idle = pods - shares.length;
  let requests = 0;
  let weighted = 0;
  const curve = [...Array.from({ length: idle }, () => 0), ...shares].map((share, i) => {
    requests += share;
    weighted += (i + 1) * share;
    return { pods: (i + 1) / pods, requests: requests / arrived };
  });
  return {
    pods,
    idle,
    evenShare: arrived / pods,
    curve: [{ pods: 0, requests: 0 }, ...curve],
    gini: Math.max(0, (2 * weighted) / (pods * arrived) - (pods + 1) / pods),
  };
}
