import type { DestinationRule, LocalityLbSetting, TrafficPolicy } from './destinationRule';
import { overlapOf } from './localityPatterns';
import { REGION_LABEL, SUBZONE_LABEL, ZONE_LABEL } from './workload';

/** What istiod says of a rule when it is applied: an error keeps it out, a warning does not. */
export interface Validation {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The locality settings of a whole rule, in istiod's order and words. Source: istio validation.go, `ValidateLocalityLbSetting`. */
export function validateDestinationRule({ spec }: DestinationRule): Validation {
  const policies = [spec.trafficPolicy, ...(spec.subsets ?? []).map(({ trafficPolicy }) => trafficPolicy)].flatMap((policy) => (policy === undefined ? [] : [policy, ...(policy.portLevelSettings ?? [])]));
  const all = policies.map(validatePolicy);
  return { errors: all.flatMap(({ errors }) => errors), warnings: all.flatMap(({ warnings }) => warnings) };
}

/** Several messages as Go's multierror joins them. */
export function joinMessages(messages: readonly string[]): string {
  const [first = '', ...others] = messages;
  return others.length === 0 ? first : `${messages.length} errors occurred:\n${messages.map((message) => `\t* ${message}\n`).join('')}\n`;
}

function validatePolicy({ loadBalancer, outlierDetection }: TrafficPolicy): Validation {
  const setting = loadBalancer?.localityLbSetting;
  if (setting === undefined) return { errors: [], warnings: [] };
  const { distribute = [], failover = [], failoverPriority = [] } = setting;
  const exclusive = exclusiveFields(setting);
  if (exclusive !== undefined) return { errors: [exclusive], warnings: [] };

  const errors: string[] = [];
  for (const { to } of distribute) {
    const weights = Object.values(to);
    if (weights.some((weight) => weight < 1 || weight > 100)) return { errors: [...errors, 'locality weight must be in range [1, 100]'], warnings: [] };
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total !== 100) return { errors: [...errors, `total locality weight ${total} != 100`], warnings: [] };
    errors.push(...overlapOf(Object.keys(to)));
  }
  errors.push(...overlapOf(distribute.map(({ from }) => from)));
  for (const { from, to } of failover) {
    if (from === to) errors.push('locality lb failover settings must specify different regions');
    if (`${from}${to}`.includes('/')) errors.push('locality lb failover only specify region');
    if (`${from}${to}`.includes('*')) errors.push("locality lb failover region should not contain '*' wildcard");
  }
  const inactive = failover.length + failoverPriority.length > 0 && outlierDetection === undefined;
  return { errors, warnings: inactive ? ['outlier detection policy must be provided for failover'] : [] };
}

function exclusiveFields({ distribute = [], failover = [], failoverPriority = [] }: LocalityLbSetting): string | undefined {
  if (failover.length === 0) return undefined;
  if (distribute.length > 0) return "can not simultaneously specify 'distribute' and 'failover'";
  const label = failoverPriority.find((entry) => [REGION_LABEL, ZONE_LABEL, SUBZONE_LABEL].includes(entry));
  return label === undefined ? undefined : `can not simultaneously set 'failover' and topology label '${label}' in 'failover_priority'`;
}
