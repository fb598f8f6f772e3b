import { clusterSettings, sendsUnready, type ClusterSettings, type Sending } from './clusterSettings';
import { trafficPolicyFor, type DestinationRule, type ServiceAddress } from './destinationRule';
import { effectiveSetting } from './effectiveSetting';
import { hostShares, type HostShares } from './envoy/hostShares';
import { loadAssignment } from './loadAssignment';
import type { LocalityGroup } from './localityGroup';
import type { IstioEndpoint, Proxy } from './workload';

/** A service with its endpoints, and the rule that may be for it. */
export interface BalancedService extends Sending {
  readonly address: ServiceAddress;
  readonly rule: DestinationRule | undefined;
  /** In istiod's order, without those that are terminating. */
  readonly endpoints: readonly IstioEndpoint[];
}

/** What istiod sends one sidecar, and what its Envoy makes of it. */
export interface Balanced {
  readonly settings: ClusterSettings;
  readonly groups: readonly LocalityGroup[];
  readonly envoy: HostShares;
}

/** Balances one client's requests to one port of a service. */
export function balance(service: BalancedService, proxy: Proxy): Balanced {
  const policy = (service.rule === undefined ? undefined : trafficPolicyFor(service.rule, service.address, proxy.label)) ?? {};
  const effective = effectiveSetting(policy, service.trafficDistribution);
  const settings = clusterSettings(policy, effective, service);
  const sent = sendsUnready(policy, service) ? service.endpoints : service.endpoints.filter(({ ready }) => ready);
  const groups = loadAssignment(sent, proxy, effective);
  return { settings, groups, envoy: hostShares(groups, settings, ({ ready, ejected }) => ready && !(ejected && settings.outlierDetection)) };
}
