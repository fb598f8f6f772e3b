import type { Labels } from '../kubernetes/objects';

/** An endpoint as topologyKeys see it: the labels of its node. */
export interface LabelledEndpoint {
  readonly labels: Labels | undefined;
}

/**
 * `spec.topologyKeys` of Kubernetes 1.17 to 1.21: the first key for which some endpoint's node has the caller's value
 * picks exactly those endpoints; `*` picks all; if no key picks any, the caller finds **no** endpoint. Returns positions
 * in `endpoints`. Source: KEP-536.
 */
export function filterByTopologyKeys(endpoints: readonly LabelledEndpoint[], keys: readonly string[], caller: Labels | undefined): number[] {
  const all = endpoints.map((_, index) => index);
  if (keys.length === 0) return all;
  for (const key of keys) {
    if (key === '*') return all;
    const value = caller?.[key];
    if (value === undefined) continue;
    const same = all.filter((index) => endpoints[index]?.labels?.[key] === value);
    if (same.length > 0) return same;
  }
  return [];
}
