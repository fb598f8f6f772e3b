import { parseDesign } from '../design/parse';
import type { Design } from '../design/schema';

export interface Size {
  readonly nodes: number;
  readonly pods: number;
  /** Workloads, each with a Service; one for every 20 pods unless said. */
  readonly services?: number;
}

/** A realistic design of a size: three zones, zonal groups, workloads spread over zones and nodes, an NLB with traffic. */
export function designOf({ nodes, pods, services }: Size): Design {
  const letters = ['a', 'b', 'c'];
  const workloads = services ?? Math.max(1, Math.round(pods / 20));
  const parsed = parseDesign({
    zonesketch: 1,
    name: `${nodes} nodes, ${pods} pods`,
    entities: [
      ...letters.map((letter) => ({ id: `zone-${letter}`, kind: 'zone', letter })),
      ...letters.map((letter) => ({ id: `cp-${letter}`, kind: 'controlPlaneNode', zone: `zone-${letter}` })),
      ...letters.map((letter, index) => {
        const desired = Math.floor(nodes / 3) + (index < nodes % 3 ? 1 : 0);
        return { id: `asg-${letter}`, kind: 'autoScalingGroup', zones: [`zone-${letter}`], instanceTypes: ['m6i.xlarge'], desired, max: desired + 10 };
      }),
      ...Array.from({ length: workloads }, (_, index) => workload(index, Math.round(pods / workloads))),
      ...Array.from({ length: workloads }, (_, index) => ({
        id: `svc-${index}`,
        kind: 'service',
        name: `app-${index}`,
        selector: { app: `app-${index}` },
        ...(index === 0 && { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
      })),
      { id: 'gp3', kind: 'storageClass', name: 'gp3' },
      { id: 'lb', kind: 'loadBalancer', zones: letters.map((letter) => `zone-${letter}`), service: 'svc-0', crossZone: true },
      { id: 'users', kind: 'client' },
    ],
    links: [
      { id: 'users-lb', from: 'users', to: 'lb', requestsPerSecond: 1000 },
      ...Array.from({ length: workloads - 1 }, (_, index) => ({ id: `call-${index + 1}`, from: 'app-0', to: `svc-${index + 1}` })),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** Every fifth is a StatefulSet on EBS, every third has a budget. */
function workload(index: number, replicas: number): Readonly<Record<string, unknown>> {
  return {
    id: `app-${index}`,
    kind: 'workload',
    name: `app-${index}`,
    replicas,
    containers: [{ name: 'app', requests: { cpu: '200m', memory: '512Mi' }, ports: [{ containerPort: 8080 }] }],
    topologySpreadConstraints: [{}, { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' }],
    ...(index % 5 === 4 && { type: 'StatefulSet', volumes: [{ name: 'data', storageClass: 'gp3' }] }),
    ...(index % 3 === 0 && { podDisruptionBudget: { maxUnavailable: '25%' } }),
  };
}
