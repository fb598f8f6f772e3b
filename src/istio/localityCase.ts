import { inByteOrder } from '../byteOrder';
import type { CaseProblem } from '../caseProblem';
import type { Result } from '../result';
import { ok } from '../result';
import { balance, type Balanced } from './balance';
import type { ClusterSettings } from './clusterSettings';
import { localityText, parseLocality } from './locality';
import { readCase, type LocalityCase } from './readCase';
import { joinMessages, validateDestinationRule } from './validation';
import { augmentedLabels, type IstioEndpoint, type Proxy } from './workload';

/** What istiod says of the rule, what it sends the client's sidecar, and how Envoy shares the requests; or why istiod refuses the rule. */
export type LocalityAnswer = { readonly pilot: Pilot; readonly computed: Computed; readonly warning?: string } | { readonly rejected: string };

interface Pilot extends ClusterSettings {
  /** In the order in which they are sent; a locality can be there twice, or without endpoints. */
  readonly localities: readonly {
    readonly locality: string;
    readonly priority: number;
    readonly weight: number;
    readonly endpoints: readonly { readonly name: string; readonly weight: number; readonly health: 'HEALTHY' | 'UNHEALTHY' }[];
  }[];
}

interface Computed {
  /** Percents of each level. */
  readonly priorities: readonly { readonly priority: number; readonly hosts: number; readonly healthy: number; readonly health: number; readonly load: number; readonly panic?: true }[];
  /** Part of all requests by endpoint name, to 9 decimals. */
  readonly shares: Readonly<Record<string, number>>;
  /** Part of all requests that is answered 503. */
  readonly unserved?: number;
}

/** Cases are for one port of one service. */
const ADDRESS = { name: 'web', namespace: 'default', port: 80 };

/** Answers a case of Istio's locality load balancing as release 1.31 does; the error names the place that cannot be read. */
export function localityCase(value: unknown): Result<LocalityAnswer, CaseProblem> {
  const read = readCase(value);
  if (!read.ok) return read;
  const { proxy, destinationRule: rule, trafficDistribution, sendUnready = true } = read.value;
  const { errors, warnings } = rule === undefined ? { errors: [], warnings: [] } : validateDestinationRule(rule);
  if (errors.length > 0) return ok({ rejected: joinMessages(errors) });
  const balanced = balance({ address: ADDRESS, rule, endpoints: read.value.endpoints.map(endpointOf), trafficDistribution, sendUnready }, proxyOf(proxy));
  return ok({ ...(warnings.length === 0 ? {} : { warning: joinMessages(warnings) }), pilot: pilotOf(balanced), computed: computedOf(balanced) });
}

function proxyOf({ locality = '', node, labels = {} }: LocalityCase['proxy']): Proxy {
  return { locality: parseLocality(locality), label: augmentedLabels(labels, locality, node) };
}

function endpointOf({ name, locality = '', node, labels = {}, weight = 0, healthy, ejected = false }: LocalityCase['endpoints'][number]): IstioEndpoint {
  return { name, locality, label: augmentedLabels(labels, locality, node), weight: Math.max(1, weight), ready: healthy, ejected };
}

function pilotOf({ settings, groups }: Balanced): Pilot {
  return {
    ...settings,
    localities: groups.map(({ locality, priority, weight, endpoints }) => ({
      locality: localityText(locality),
      priority,
      weight,
      endpoints: endpoints.map((endpoint) => ({ name: endpoint.name, weight: endpoint.weight, health: endpoint.ready ? 'HEALTHY' : 'UNHEALTHY' })),
    })),
  };
}

function computedOf({ envoy }: Balanced): Computed {
  return {
    priorities: envoy.priorities.map(({ hosts, healthy, health, load, panic }, priority) => ({ priority, hosts, healthy, health, load, ...(panic ? { panic } : {}) })),
    shares: inByteOrder(Object.fromEntries([...envoy.shares].map(([name, share]) => [name, rounded(share)]))),
    ...(envoy.unserved > 0 ? { unserved: rounded(envoy.unserved) } : {}),
  };
}

function rounded(share: number): number {
  return Number(share.toFixed(9));
}
