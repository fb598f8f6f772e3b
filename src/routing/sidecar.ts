import { balance } from '../istio/balance';
import { trafficPolicyFor, type DestinationRule } from '../istio/destinationRule';
import { effectiveSetting, type TrafficDistribution } from '../istio/effectiveSetting';
import { parseLocality } from '../istio/locality';
import { podLocality } from '../istio/podLocality';
import { augmentedLabels, type IstioEndpoint } from '../istio/workload';
import type { Labels } from '../kubernetes/objects';
import type { Endpoint } from './endpoints';
import type { ProxyNode } from './kubeProxy';

/** A part of a client's requests, shared evenly among a list of endpoints; an empty list drops it. */
export interface Destination {
  /** Positions in the Service's endpoints. */
  readonly list: readonly number[];
  readonly part: number;
}

/** A mesh in which every pod has a sidecar. `rule` undefined: none, or one that istiod refuses. */
export interface Mesh {
  readonly rule: DestinationRule | undefined;
}

/** What the sidecar of a client does, by the client's node and its pods' labels. */
export type Sidecar = (node: ProxyNode, labels: Labels) => readonly Destination[];

const NO_LABELS: Labels = {};

/** A Service's endpoints, and what of the Service its clients' sidecars go by. */
export interface SidecarService {
  /** `namespace/name` */
  readonly key: string;
  readonly distribution: TrafficDistribution | null;
  readonly endpoints: readonly Endpoint[];
  /** Of each endpoint's pod. */
  readonly podLabels: readonly (Labels | undefined)[];
  /** Labels of a node. */
  readonly labelsOf: (node: string) => Labels | undefined;
}

/** How sidecars share a Service's requests. Clients that Istio cannot tell apart share one answer, list by list. */
export function sidecarOf({ rule }: Mesh, { key, distribution, endpoints, podLabels, labelsOf }: SidecarService): Sidecar {
  const [namespace = '', name = ''] = key.split('/');
  // Rules of a design are for every port.
  const address = { name, namespace, port: 0 };
  const trafficDistribution = distribution ?? undefined;
  const { setting, enableFailover } = effectiveSetting((rule && trafficPolicyFor(rule, address, () => '')) ?? {}, trafficDistribution);
  const compared = enableFailover ? (setting?.failoverPriority ?? []).map((entry) => entry.split('=')[0] ?? '') : [];
  let sent: readonly IstioEndpoint[] | undefined;
  const sentOnce = () => (sent ??= endpoints.map((endpoint, position) => sentEndpoint(endpoint, position, podLabels[position] ?? NO_LABELS, labelsOf)));
  let values: readonly ReadonlySet<string>[] | undefined;
  // A value that no endpoint has differs from all of them, whichever it is: most nodes are alike for PreferSameNode.
  const valuesOnce = () => (values ??= compared.map((key) => new Set(sentOnce().map(({ label }) => label(key)))));
  const known = new Map<string, readonly Destination[]>();
  return (node, labels) => {
    const locality = podLocality(labels, node.labels ?? NO_LABELS);
    const label = augmentedLabels(labels, locality, node.name);
    const group = [locality, ...compared.map((key, index) => (valuesOnce()[index]?.has(label(key)) === true ? label(key) : '\0'))].join('\n');
    let destinations = known.get(group);
    if (destinations === undefined) {
      const { envoy } = balance({ address, rule, endpoints: sentOnce(), trafficDistribution, sendUnready: true }, { locality: parseLocality(locality), label });
      known.set(group, (destinations = byShare(envoy.shares, envoy.unserved)));
    }
    return destinations;
  };
}

function sentEndpoint({ node, ready }: Endpoint, position: number, labels: Labels, labelsOf: SidecarService['labelsOf']): IstioEndpoint {
  const locality = podLocality(labels, (node === undefined ? undefined : labelsOf(node)) ?? NO_LABELS);
  return { name: String(position), locality, label: augmentedLabels(labels, locality, node), weight: 1, ready, ejected: false };
}

function byShare(shares: ReadonlyMap<string, number>, unserved: number): Destination[] {
  const lists = new Map<number, number[]>();
  for (const [name, share] of shares) {
    const list = lists.get(share);
    if (list === undefined) lists.set(share, [Number(name)]);
    else list.push(Number(name));
  }
  const destinations = [...lists].map(([share, list]) => ({ list, part: share * list.length }));
  // One list has it all: no rounding.
  if (destinations.length === 1 && unserved === 0) return destinations.map(({ list }) => ({ list, part: 1 }));
  return unserved > 0 ? [...destinations, { list: [], part: unserved }] : destinations;
}
