import type { Labels } from '../kubernetes/objects';
import { labelValue } from '../kubernetes/selector';
import { parseLocality, type Locality } from './locality';

/** The value of a label, with those that istiod adds; "" where there is none. */
export type LabelOf = (key: string) => string;

/** The client whose sidecar balances. */
export interface Proxy {
  readonly locality: Locality;
  readonly label: LabelOf;
}

/** One endpoint of the service as istiod knows it, and what Envoy has noticed of it since. */
export interface IstioEndpoint {
  readonly name: string;
  /** Text of its locality; endpoints of one text are one group. */
  readonly locality: string;
  readonly label: LabelOf;
  /** At least 1. */
  readonly weight: number;
  /** Its pod is Ready. */
  readonly ready: boolean;
  /** Envoy's outlier detection has put it out; istiod does not know. */
  readonly ejected: boolean;
}

export const NETWORK_LABEL = 'topology.istio.io/network';
export const REGION_LABEL = 'topology.kubernetes.io/region';
export const ZONE_LABEL = 'topology.kubernetes.io/zone';
export const SUBZONE_LABEL = 'topology.istio.io/subzone';
export const HOSTNAME_LABEL = 'kubernetes.io/hostname';
const CLUSTER_LABEL = 'topology.istio.io/cluster';

/** The name that a cluster has unless it is given another. */
const DEFAULT_CLUSTER = 'Kubernetes';

/**
 * A workload's labels as failoverPriority compares them: its own under those of where it runs; "" where there is none.
 * A function and no record: a mesh has tens of thousands of them, and most are never asked. Source: istio label.go, `AugmentLabels`.
 */
export function augmentedLabels(own: Labels, locality: string, node: string | undefined): LabelOf {
  const { region, zone, subzone } = parseLocality(locality);
  return (key) => placeLabel(key, region, zone, subzone, node) || (labelValue(own, key) ?? '');
}

function placeLabel(key: string, region: string, zone: string, subzone: string, node = ''): string {
  switch (key) {
    case REGION_LABEL:
      return region;
    case ZONE_LABEL:
      return zone;
    case SUBZONE_LABEL:
      return subzone;
    case CLUSTER_LABEL:
      return DEFAULT_CLUSTER;
    case HOSTNAME_LABEL:
      return node;
    default:
      return '';
  }
}
