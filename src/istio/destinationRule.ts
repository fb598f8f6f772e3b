import type { Labels } from '../kubernetes/objects';
import type { LabelOf } from './workload';

/** The parts of an Istio DestinationRule that decide how a sidecar shares requests among localities. Source: networking.istio.io/v1. */
export interface DestinationRule {
  readonly metadata?: { readonly namespace?: string | undefined } | undefined;
  readonly spec: {
    readonly host: string;
    readonly workloadSelector?: { readonly matchLabels?: Labels | undefined } | undefined;
    readonly trafficPolicy?: WholePolicy | undefined;
    readonly subsets?: readonly { readonly trafficPolicy?: WholePolicy | undefined }[] | undefined;
  };
}

interface WholePolicy extends TrafficPolicy {
  readonly portLevelSettings?: readonly (TrafficPolicy & { readonly port?: { readonly number?: number | undefined } | undefined })[] | undefined;
}

export interface TrafficPolicy {
  readonly loadBalancer?: { readonly simple?: SimpleLb | undefined; readonly localityLbSetting?: LocalityLbSetting | undefined } | undefined;
  readonly outlierDetection?: OutlierDetection | undefined;
}

export type SimpleLb = 'UNSPECIFIED' | 'LEAST_CONN' | 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM';

interface OutlierDetection {
  /** Percent of an Envoy's hosts that must be healthy, or else it panics; and where it is more than 0, pods that are not ready are not sent. */
  readonly minHealthPercent?: number | undefined;
}

export interface LocalityLbSetting {
  readonly enabled?: boolean | undefined;
  readonly distribute?: readonly Distribute[] | undefined;
  readonly failover?: readonly Failover[] | undefined;
  /** Labels, `key` or `key=value`, the most important first. */
  readonly failoverPriority?: readonly string[] | undefined;
}

export interface Distribute {
  /** Pattern of the proxies that it is for. */
  readonly from: string;
  /** Pattern of endpoints -> percent. */
  readonly to: Readonly<Record<string, number>>;
}

/** Regions: where a client's region has no healthy endpoint, `to` comes before all others. */
export interface Failover {
  readonly from: string;
  readonly to: string;
}

/** The service that a rule may be for. */
export interface ServiceAddress {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
}

/**
 * What a rule says for one port of a service and one client; undefined where the rule is for another. A setting of the
 * port replaces load balancer and outlier detection as a whole.
 */
export function trafficPolicyFor({ metadata, spec }: DestinationRule, { name, namespace, port }: ServiceAddress, client: LabelOf): TrafficPolicy | undefined {
  if (!hostMatches(spec.host, metadata?.namespace ?? 'default', `${name}.${namespace}.svc.cluster.local`)) return undefined;
  if (Object.entries(spec.workloadSelector?.matchLabels ?? {}).some(([key, value]) => client(key) !== value)) return undefined;
  return spec.trafficPolicy?.portLevelSettings?.find((setting) => setting.port?.number === port) ?? spec.trafficPolicy;
}

/** A short name is one of the rule's own namespace; a host may begin with a wildcard. */
function hostMatches(host: string, namespace: string, service: string): boolean {
  if (host.startsWith('*')) return service.endsWith(host.slice(1));
  return (host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`) === service;
}
