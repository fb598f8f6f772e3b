import type { Design, ServiceEntity } from '../design/schema';
import { designRule } from '../istio/designRule';
import { effectiveSetting } from '../istio/effectiveSetting';
import { serviceRules } from '../routing/liveService';

type Setting = ReturnType<typeof effectiveSetting>;

/** What locality load balancing is for a Service, or for one that asks for nothing of its own (null); undefined without Istio. */
export function istioSettingOf(design: Design): ((service: ServiceEntity | null) => Setting) | undefined {
  const policy = designRule(design)?.spec.trafficPolicy;
  if (policy === undefined) return undefined;
  const minor = Number(design.settings.kubernetesVersion.split('.')[1]);
  return (service) => effectiveSetting(policy, (service === null ? null : serviceRules(service, minor).distribution) ?? undefined);
}
