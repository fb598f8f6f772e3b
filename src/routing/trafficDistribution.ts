import type { Service } from '../kubernetes/objects';
import type { Endpoint } from './endpoints';

export type TrafficDistribution = NonNullable<Service['spec']['trafficDistribution']>;

/**
 * Hints of `spec.trafficDistribution`: each ready endpoint serves its own zone, and with PreferSameNode its own node too.
 * No minimum, no CPU ratios, no protection from overload. Source: kubernetes/endpointslice trafficdist.go.
 */
export function distributeTraffic(endpoints: readonly Endpoint[], distribution: TrafficDistribution): Endpoint[] {
  return endpoints.map((endpoint) => {
    if (!endpoint.ready) return endpoint;
    return {
      ...endpoint,
      ...(endpoint.zone === undefined ? {} : { forZones: [endpoint.zone] }),
      ...(distribution === 'PreferSameNode' && endpoint.node !== undefined ? { forNodes: [endpoint.node] } : {}),
    };
  });
}
