import type { Labels } from '../kubernetes/objects';
import { parseLocality, type Locality } from './locality';

/** The client whose sidecar balances. */
export interface Proxy {
  readonly locality: Locality;
  /** With those that istiod adds. */
  readonly labels: Labels;
}

/** One endpoint of the service as istiod knows it, and what Envoy has noticed of it since. */
export interface IstioEndpoint {
  readonly name: string;
  /** Text of its locality; endpoints of one text are one group. */
  readonly locality: string;
  /** With those that istiod adds. */
  readonly labels: Labels;
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

/** A workload's labels as failoverPriority compares them: its own under those of where it runs. Source: istio label.go, `AugmentLabels`. */
export function augmentLabels(own: Labels, locality: string, node: string | undefined): Labels {
  const { region, zone, subzone } = parseLocality(locality);
  return {
    ...own,
    ...(region === '' ? {} : { [REGION_LABEL]: region }),
    ...(zone === '' ? {} : { [ZONE_LABEL]: zone }),
    ...(subzone === '' ? {} : { [SUBZONE_LABEL]: subzone }),
    [CLUSTER_LABEL]: DEFAULT_CLUSTER,
    ...(node === undefined || node === '' ? {} : { [HOSTNAME_LABEL]: node }),
  };
}
