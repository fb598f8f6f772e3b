import { compareBytes } from '../byteOrder';
import { parseLocality, type Locality } from './locality';
import type { IstioEndpoint } from './workload';

/** The endpoints of one locality and one level of priority, as istiod sends them. */
export interface LocalityGroup {
  readonly locality: Locality;
  /** 0 is tried first; none is left out. */
  readonly priority: number;
  readonly weight: number;
  readonly endpoints: readonly IstioEndpoint[];
}

/** In byte order of the locality's text; endpoints in the order given. */
export function byLocality(endpoints: readonly IstioEndpoint[]): LocalityGroup[] {
  const groups = new Map<string, IstioEndpoint[]>();
  for (const endpoint of endpoints) {
    const group = groups.get(endpoint.locality);
    if (group === undefined) groups.set(endpoint.locality, [endpoint]);
    else group.push(endpoint);
  }
  return [...groups]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([locality, members]) => ({ locality: parseLocality(locality), priority: 0, weight: totalWeight(members), endpoints: members }));
}

export function totalWeight(endpoints: readonly IstioEndpoint[]): number {
  return endpoints.reduce((sum, { weight }) => sum + weight, 0);
}

/** The values that are there become 0, 1, 2 ... in their order. */
export function renumbered(groups: readonly LocalityGroup[]): readonly LocalityGroup[] {
  const values = [...new Set(groups.map(({ priority }) => priority))].sort((a, b) => a - b);
  return groups.map((group) => ({ ...group, priority: values.indexOf(group.priority) }));
}
